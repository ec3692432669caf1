"""Checks of identity (AM2xx): every id stands for one thing, and everything that is named is there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, assert_never

from argmap.checks.subject import Subject, local
from argmap.corpus import PROPOSITIONS, Corpus, Definition, Kind, Namespace, Reference, source_id
from argmap.diagnostics import Finding, Place, Related, strange_letters
from argmap.model import AnnotationFile
from argmap.reading.document import Document
from argmap.reading.values import KeyPath
from argmap.words import ActorKind

_WORDS: Final[Mapping[tuple[Kind, ...], str]] = MappingProxyType(
    {
        (Kind.ACTOR,): "actor",
        (Kind.QUESTION,): "question",
        (Kind.ARGUMENT,): "argument",
        (Kind.STATEMENT,): "statement",
        (Kind.EVIDENCE,): "evidence",
        PROPOSITIONS: "claim",
    }
)


def _wanted(reference: Reference) -> str:
    return _WORDS.get(reference.kinds, "claim or argument")


def unknown_reference(subject: Subject) -> Iterator[Finding]:
    """Report a reference to an id that nothing defines.

    Why: the relation would vanish from the map, and with it a reason for or against the claim.

    Bad:   `supports: low-prioritty`
    Good:  `supports: low-priority`
    """
    corpus = subject.corpus
    for reference, found in subject.wrong_references:
        if found is not None or corpus.may_be_lost(reference):
            continue
        hint, defined = _what_is_meant(subject, reference)
        yield Finding(
            at=corpus.documents[reference.document].place(*reference.path, key=reference.path[0] == "weights"),
            message=f"{reference.owner} {reference.verb} unknown {_wanted(reference)} {reference.name!r}",
            hint=hint,
            related=() if defined is None else (Related("defined at", corpus.place(defined)),),
        )


def _what_is_meant(subject: Subject, reference: Reference) -> tuple[str, Definition | None]:
    """What to type instead, and where the thing that is probably meant is defined."""
    corpus, name = subject.corpus, reference.name
    elsewhere = subject.elsewhere.get((reference.namespace, name))
    file = corpus.documents[elsewhere.document] if elsewhere else None
    if file is not None and file.model.source is None:
        return f"add {file.relative!r} to `include`: it defines {name!r}", elsewhere
    near = subject.meant[reference.document, reference.namespace, name]
    if near is not None:
        return f"did you mean {corpus.local(near)!r}?{strange_letters(name)}", near
    if file is not None:
        return f"{file.relative!r} has it for itself; move it into a codebook that both files include", elsewhere
    other = next((found for space in Namespace if (found := corpus.resolve(reference.document, space, name))), None)
    if other is not None:
        return f"{name!r} is {_article(other.kind)}; {_article(_wanted(reference))} is needed here", other
    return _how_to_define(reference), None


def _how_to_define(reference: Reference) -> str:
    if reference.verb == "depends on":
        return "define it under `claims:`, or write the condition in several words"
    if ">" in reference.name:
        return "the argument A>B is there where A has `supports: B`, `attacks: B` or `undercuts: B`"
    match reference.namespace:
        case Namespace.STATEMENTS:
            return f"give the statement that is meant `id: {reference.name}`"
        case Namespace.ACTORS:
            return "define it under `actors:`, or include the codebook that does"
        case Namespace.QUESTIONS:
            return "define it under `questions:`, or include the codebook that does"
        case Namespace.NODES:
            section = "claims" if Kind.CLAIM in reference.kinds else {"argument": "arguments"}.get(reference.kinds[0], "evidence")
            return f"define it under `{section}:`, or include the codebook that does"
        case _ as unreachable:
            assert_never(unreachable)


def _article(noun: str) -> str:
    return noun if noun == "evidence" else f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def defined_twice(subject: Subject) -> Iterator[Finding]:
    """Report an id that stands for two things in what one file sees.

    Why: nobody could tell which of them is meant. Claims, evidence and arguments share their ids.

    Bad:   a claim and a piece of evidence that are both called `low-trade`
    Good:  `low-trade` and `low-trade-figures`
    """
    corpus = subject.corpus
    clashes: dict[tuple[int, ...], tuple[tuple[Namespace, Definition, Definition], ...]] = {}
    for index, document in enumerate(corpus.documents):
        own: dict[tuple[Namespace, str], KeyPath] = {}
        for space, name, path in _ids_of(document.model):
            first = own.setdefault((space, name), path)
            if first is not path:
                yield _twice(name, document.place(*path, key=path[-1] != "id"), document.place(*first, key=path[-1] != "id"))
                continue
            for other in corpus.visible[index][1:] if space is not Namespace.STATEMENTS else ():
                elsewhere = corpus.definitions[other][space].get(name)
                if elsewhere is not None:
                    hint = "delete it here to use the included one, or give it another id"
                    yield _twice(name, document.place(*path, key=True), corpus.place(elsewhere), hint)
        included = corpus.visible[index][1:]
        if included not in clashes:  # thousands of articles include the same codebooks
            clashes[included] = tuple(_defined_by_two(corpus, included))
        for space, first_definition, again in clashes[included]:
            name = corpus.local(again)
            if (space, name) not in own:
                yield _included_twice(corpus, document, name, first_definition, again)


def _ids_of(model: AnnotationFile) -> Iterator[tuple[Namespace, str, KeyPath]]:
    """Every id that a file defines, with the path to where it does."""
    sections: tuple[tuple[Namespace, str, Iterable[str]], ...] = (
        (Namespace.ACTORS, "actors", model.actors),
        (Namespace.QUESTIONS, "questions", model.questions),
        (Namespace.NODES, "claims", model.claims),
        (Namespace.NODES, "evidence", model.evidence),
        (Namespace.NODES, "arguments", model.arguments),
    )
    for space, section, names in sections:
        for name in names:
            yield space, name, (section, name)
    for position, statement in enumerate(model.statements):
        if statement.id is not None:
            yield Namespace.STATEMENTS, statement.id, ("statements", position, "id")


def _defined_by_two(corpus: Corpus, files: Sequence[int]) -> Iterator[tuple[Namespace, Definition, Definition]]:
    """What two of the files define that one file includes; where one of them sees both already, it is told there."""
    for space in (Namespace.ACTORS, Namespace.QUESTIONS, Namespace.NODES):
        seen: dict[str, Definition] = {}
        for file in files if len(files) > 1 else ():
            for name, definition in corpus.definitions[file][space].items():
                first = seen.setdefault(name, definition)
                if first is definition or ">" in name:
                    continue
                both = {first.document, definition.document}
                if not any(both.issubset(corpus.visible[between]) for between in files):
                    yield space, first, definition


def _included_twice(corpus: Corpus, document: Document, name: str, first: Definition, again: Definition) -> Finding:
    message = f"two included files define {name!r}"
    related = (Related("first at", corpus.place(first)), Related("again at", corpus.place(again)))
    return Finding(document.place("include"), message, "rename one of them, or include only one of the files", related)


def _twice(name: str, here: Place, first: Place, hint: str = "give one of them another id") -> Finding:
    return Finding(here, f"{name!r} is defined twice", hint, (Related("first at", first),))


def wrong_kind_of_target(subject: Subject) -> Iterator[Finding]:
    """Report a relation to something it cannot have: an undercut of a claim, a support of an argument.

    Why: a reason bears on a claim; an undercut denies an inference, not what is inferred.

    Bad:   `undercuts: low-priority`, where that is a claim
    Good:  `undercuts: rare-visits>low-priority`
    """
    corpus = subject.corpus
    for reference, found in subject.wrong_references:
        if found is None:
            continue
        kinds = f"which is {_article(found.kind)}, not {_article(_wanted(reference))}"
        yield Finding(
            at=corpus.documents[reference.document].place(*reference.path),
            message=f"{reference.owner} {reference.verb} {reference.name!r}, {kinds}",
            hint=_instead(subject, reference, found),
            related=(Related("defined at", corpus.place(found)),),
        )


def _instead(subject: Subject, reference: Reference, found: Definition) -> str:
    name = reference.name
    match reference.path[0], reference.verb:
        case _, "undercuts":
            known = subject.corpus.names(reference.document, Namespace.NODES)
            itself = f"{reference.path[1]}>{name}"
            others = (one for one in known if one.endswith(f">{name}") and one != itself)
            argument = next((f", such as {other!r}" for other in others), "")
            return f"to speak against the claim write `attacks`; an undercut names an argument{argument}"
        case _, "supports" | "attacks" | "is contrary to":
            return "to deny an inference write `undercuts`; to back it, support one of its premises"
        case "statements", "is about":
            return f"write `{'argument' if found.kind is Kind.ARGUMENT else 'claim'}: {name}`"
        case _:
            return "name the claim that the argument starts from or leads to"


def unused_definition(subject: Subject) -> Iterator[Finding]:
    """Report an actor or a question that nothing refers to.

    Why: it is often the trace of a statement that was forgotten. Codebooks may hold more than is used.

    Bad:   `actors: {abe: Shinzo Abe}` and no statement by `abe`
    Good:  a statement by `abe`, or no such actor
    """
    corpus = subject.corpus
    used = frozenset[str]().union(*subject.named.values())
    for index, document in enumerate(corpus.documents):
        if document.model.source is None or document.partial:
            continue
        for space, noun, hint in (
            (Namespace.ACTORS, "actor", "name it in the `by` or `via` of a statement, or delete it"),
            (Namespace.QUESTIONS, "question", "give the claims that answer it `answers: {}`, or delete it"),
        ):
            for name, definition in corpus.definitions[index][space].items():
                if definition.id not in used:
                    yield Finding(corpus.place(definition), f"nothing refers to {noun} {name!r}", hint.format(name))


def same_source_id(subject: Subject) -> Iterator[Finding]:
    """Report two files that annotate one source under the same annotator.

    Why: every statement of the article would count twice. Two annotators of one article are welcome: say who they are.

    Bad:   two files with `source: {id: japan-central-asia}` and no `annotator`
    Good:  `annotator: {id: anna}` in one and `annotator: {id: boris}` in the other
    """
    seen: dict[tuple[str, str | None], Place] = {}
    for document in sorted(subject.corpus.documents, key=lambda document: document.relative):
        if document.model.source is None:
            continue
        annotator = document.model.annotator.id if document.model.annotator else None
        name = source_id(document)
        path = ("source", "id") if document.model.source.id else ("source",)
        here = document.place(*path, key=path == ("source",))
        first = seen.setdefault((name, annotator), here)
        if first is not here:
            hint = "give one source another `id`, or each file its own `annotator`"
            yield Finding(here, f"the source {name!r} is annotated twice", hint, (Related("first at", first),))


def same_actor_name(subject: Subject) -> Iterator[Finding]:
    """Say that two files each define an actor of the same name.

    Why: they count as two speakers. If they are one, a shared codebook lets their positions be compared. Unnamed voices stay apart.

    Bad:   `satpaev: Dosym Satpayev` in two articles
    Good:  `satpaev` in `codebook.yaml`, which both include
    """
    seen: dict[str, tuple[str, Place]] = {}
    for actor in subject.graph.actors.values():
        if actor.kind is ActorKind.UNNAMED:
            continue
        here = subject.place(actor)
        for words in dict.fromkeys(actor.name.values()):
            file, first = seen.setdefault(words.casefold(), (actor.file, here))
            if file != actor.file:
                hint = f"if it is one speaker, move {local(actor)!r} into a codebook that both files include"
                yield Finding(here, f"an actor named {words!r} is also defined in {file!r}", hint, (Related("first at", first),))
                break
