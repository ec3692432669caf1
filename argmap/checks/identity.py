"""Checks of identity (AM2xx): every id stands for one thing, and everything that is named is there."""

from collections.abc import Iterator

from argmap.checks.subject import Subject, local
from argmap.corpus import Definition, Kind, Namespace, Reference, source_id
from argmap.diagnostics import Finding, Place, Related, did_you_mean
from argmap.words import ActorKind

_WORDS = {
    frozenset({Kind.ACTOR}): "actor",
    frozenset({Kind.QUESTION}): "question",
    frozenset({Kind.ARGUMENT}): "argument",
    frozenset({Kind.STATEMENT}): "statement",
    frozenset({Kind.EVIDENCE}): "evidence",
    frozenset({Kind.CLAIM, Kind.EVIDENCE}): "claim",
}


def _wanted(reference: Reference) -> str:
    return _WORDS.get(reference.kinds, "claim or argument")


def unknown_reference(subject: Subject) -> Iterator[Finding]:
    """Report a reference to an id that nothing defines.

    Why: the relation would vanish from the map, and with it a reason for or against the claim.

    Bad:   `supports: low-prioritty`
    Good:  `supports: low-priority`
    """
    corpus = subject.corpus
    for reference, found in subject.references:
        if found is not None or corpus.is_broken(reference):
            continue
        hint, related = _where_it_may_be(subject, reference)
        yield Finding(
            at=corpus.documents[reference.document].place(*reference.path, key=reference.path[0] == "weights"),
            message=f"{reference.owner} {reference.verb} unknown {_wanted(reference)} {reference.name!r}",
            hint=hint,
            related=related,
        )


def _where_it_may_be(subject: Subject, reference: Reference) -> tuple[str, tuple[Related, ...]]:
    corpus = subject.corpus
    near = did_you_mean(reference.name, corpus.names(reference.document, reference.namespace))
    if near is not None:
        found = corpus.resolve(reference.document, reference.namespace, near)
        place = () if found is None else (Related("defined here", corpus.place(found)),)
        return f"did you mean {near!r}?", place
    for index, definitions in enumerate(corpus.definitions):
        elsewhere = definitions[reference.namespace].get(reference.name)
        if elsewhere is not None:
            name = corpus.documents[index].relative
            place = (Related("defined here", corpus.place(elsewhere)),)
            if corpus.documents[index].model.source is None:
                return f"it is defined in {name!r}, which this file does not include: add it to `include`", place
            return f"it is defined in {name!r} only: ids are local to their file; move it into a codebook that both include", place
    other = next((space for space in Namespace if corpus.resolve(reference.document, space, reference.name)), None)
    if other is not None:
        kind = corpus.resolve(reference.document, other, reference.name)
        return f"{reference.name!r} is {_article(kind)}; {_wanted(reference)} is needed here", ()
    section = {Namespace.ACTORS: "actors", Namespace.QUESTIONS: "questions", Namespace.NODES: "claims"}.get(reference.namespace)
    if section is None:
        return f"give the statement that is meant `id: {reference.name}`", ()
    if ">" in reference.name:
        return "the argument A>B is there where A has `supports: B`, `attacks: B` or `undercuts: B`", ()
    return f"define it under `{section}:`, or include the codebook that does", ()


def _article(definition: Definition | None) -> str:
    kind = definition.kind.value if definition else "something else"
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" if kind != Kind.EVIDENCE else "evidence"


def defined_twice(subject: Subject) -> Iterator[Finding]:
    """Report an id that stands for two things in what one file sees.

    Why: nobody could tell which of them is meant. Claims, evidence and arguments share their ids.

    Bad:   a claim and a piece of evidence that are both called `low-trade`
    Good:  `low-trade` and `low-trade-figures`
    """
    corpus = subject.corpus
    for index, document in enumerate(corpus.documents):
        model = document.model
        own: dict[tuple[Namespace, str], tuple[str | int, ...]] = {}
        entries: list[tuple[Namespace, str, tuple[str | int, ...]]] = [
            (space, name, (section, name))
            for space, section, names in (
                (Namespace.ACTORS, "actors", model.actors),
                (Namespace.QUESTIONS, "questions", model.questions),
                (Namespace.NODES, "claims", model.claims),
                (Namespace.NODES, "evidence", model.evidence),
                (Namespace.NODES, "arguments", model.arguments),
            )
            for name in names
        ]
        entries += [
            (Namespace.STATEMENTS, statement.id, ("statements", position, "id"))
            for position, statement in enumerate(model.statements)
            if statement.id is not None
        ]
        for space, name, path in entries:
            here = document.place(*path, key=space is not Namespace.STATEMENTS)
            if (space, name) in own:
                yield _twice(name, here, document.place(*own[space, name], key=space is not Namespace.STATEMENTS))
                continue
            own[space, name] = path
            for other in corpus.visible[index][1:]:
                elsewhere = corpus.definitions[other][space].get(name)
                if elsewhere is not None and space is not Namespace.STATEMENTS:
                    yield _twice(name, here, corpus.place(elsewhere))
        yield from _twice_in_includes(subject, index, {name for _, name, _ in entries})


def _twice_in_includes(subject: Subject, index: int, own: set[str]) -> Iterator[Finding]:
    corpus = subject.corpus
    others = corpus.visible[index][1:]
    if len(others) < 2:  # noqa: PLR2004 - one included file cannot clash with itself
        return
    for space in (Namespace.ACTORS, Namespace.QUESTIONS, Namespace.NODES):
        seen: dict[str, Definition] = {}
        for other in others:
            for name, definition in corpus.definitions[other][space].items():
                first = seen.setdefault(name, definition)
                if first is not definition and name not in own and ">" not in name:
                    at = corpus.documents[index].place("include")
                    yield Finding(
                        at,
                        f"the included files define {name!r} twice",
                        "rename one of them, or include one of the files only",
                        (Related("first here", corpus.place(first)), Related("and here", corpus.place(definition))),
                    )


def _twice(name: str, here: Place, first: Place) -> Finding:
    return Finding(here, f"{name!r} is defined twice", f"give one of them another id (the other stands at {first})", (Related("first here", first),))


def wrong_kind_of_target(subject: Subject) -> Iterator[Finding]:
    """Report a relation to something it cannot have: an undercut of a claim, a support of an argument.

    Why: a reason bears on a claim; an undercut denies an inference, not what is inferred.

    Bad:   `undercuts: low-priority`, where that is a claim
    Good:  `undercuts: rare-visits>low-priority`
    """
    corpus = subject.corpus
    for reference, found in subject.references:
        if found is None or found.kind in reference.kinds:
            continue
        yield Finding(
            at=corpus.documents[reference.document].place(*reference.path),
            message=f"{reference.owner} {reference.verb} {reference.name!r}, which is {_article(found)}; {_wanted(reference)} is needed here",
            hint=_instead(subject, reference, found),
            related=(Related("defined here", corpus.place(found)),),
        )


def _instead(subject: Subject, reference: Reference, found: Definition) -> str | None:
    if reference.verb == "undercuts":
        arguments = [name for name in subject.corpus.names(reference.document, Namespace.NODES) if name.endswith(f">{reference.name}")]
        named = f", such as {arguments[0]!r}" if arguments else ""
        return f"to speak against the claim write `attacks`; an undercut names an argument{named}"
    if found.kind is Kind.ARGUMENT and reference.verb in {"supports", "attacks"}:
        return "to deny an inference write `undercuts`; a reason for an argument supports one of its premises"
    if reference.path[-1] == "evidence":
        return f"write `claim: {reference.name}`"
    if found.kind is Kind.ARGUMENT:
        return f"write `argument: {reference.name}`"
    if reference.path[-1] == "argument":
        return f"write `claim: {reference.name}`, or the id of an argument"
    return None


def unused_definition(subject: Subject) -> Iterator[Finding]:
    """Report an actor or a question that nothing refers to.

    Why: it is often the trace of a mistyped id elsewhere, or of a statement that was forgotten. Codebooks may hold more than is used.

    Bad:   `actors: {abe: Shinzo Abe}` and no statement by `abe`
    Good:  a statement by `abe`, or no such actor
    """
    corpus = subject.corpus
    used = {found.id for _, found in subject.references if found is not None}
    for index, document in enumerate(corpus.documents):
        if document.model.source is None:
            continue
        for space, noun in ((Namespace.ACTORS, "actor"), (Namespace.QUESTIONS, "question")):
            for name, definition in corpus.definitions[index][space].items():
                if definition.id not in used:
                    hint = "give it a claim with `answers`" if noun == "question" else "name it in a statement's `by` or `via`"
                    yield Finding(corpus.place(definition), f"nothing refers to {noun} {name!r}", f"{hint}, or delete it")


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
            yield Finding(here, f"the source {name!r} is annotated twice", hint, (Related("first here", first),))


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
                yield Finding(here, f"an actor named {words!r} is also defined in {file!r}", hint, (Related("first here", first),))
                break
