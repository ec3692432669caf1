"""Corpus → graph: every id resolved, every short form written out.

What names an unknown id, or one of the wrong kind, is left out of the graph; the checks of identity report it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from argmap import model
from argmap.corpus import PROPOSITIONS, Corpus, Definition, Kind, Namespace, Verb, shorthand_arguments
from argmap.graph import Actor, Annotator, Argument, Cite, Claim, Extensions, Graph, Question, Source, Statement, TargetKind
from argmap.quote import Quote
from argmap.reading.document import Document
from argmap.references import looks_like_id
from argmap.text import InOneLanguage, Text
from argmap.words import ArgumentRelation

_RELATIONS: Final[Mapping[Verb, ArgumentRelation]] = MappingProxyType(
    {
        "supports": ArgumentRelation.SUPPORT,
        "attacks": ArgumentRelation.ATTACK,
        "undercuts": ArgumentRelation.UNDERCUT,
    }
)


def build_graph(corpus: Corpus) -> Graph:
    """Return what a corpus says with every id resolved."""
    known_actors: dict[tuple[int, ...], dict[tuple[str, ...], tuple[str, ...]]] = {}
    linkers = []
    for index, document in enumerate(corpus.documents):
        defining = corpus.visible[index] if document.model.actors else corpus.visible[index][1:]
        linkers.append(_Linker(corpus, index, document, known_actors.setdefault(defining, {})))
    weights: dict[str, float] = {}
    for linker in linkers:
        for node, weight in linker.weights():
            weights.setdefault(node, weight)
    statements: dict[str, Statement] = {}
    for linker in linkers:
        linker.add_statements(statements)
    claims = {claim.id: claim for linker in linkers for claim in linker.claims(weights)}
    contraries = {pair for linker in linkers for pair in linker.contraries()}
    return Graph(
        sources={source.id: source for linker in linkers if (source := linker.source()) is not None},
        actors={actor.id: actor for linker in linkers for actor in linker.actors()},
        questions={question.id: question for linker in linkers for question in linker.questions()},
        claims=claims,
        arguments={argument.id: argument for linker in linkers for argument in linker.arguments(weights)},
        statements=statements,
        contraries=_in_order(contraries, claims) if contraries else (),
    )


def _in_order(contraries: Iterable[tuple[str, str]], claims: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of claims in the order of the claims, and their ends too, each pair once."""
    order = {claim: position for position, claim in enumerate(claims)}
    pairs = {
        (first, second) if order[first] <= order[second] else (second, first) for first, second in contraries if first != second
    }
    return tuple(sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]])))


@dataclass(slots=True)
class _Linker:
    """The eyes of one document: its ids, its language."""

    corpus: Corpus
    index: int
    document: Document
    known_actors: dict[tuple[str, ...], tuple[str, ...]]
    """What names stand for, in all documents that see the same files that may define actors."""
    file: str = field(init=False)
    language: str = field(init=False)

    def __post_init__(self) -> None:
        self.file = self.corpus.ids[self.index]
        self.language = self.document.model.language

    def text(self, words: str | Mapping[str, str]) -> Text:
        return InOneLanguage(self.language, words) if isinstance(words, str) else words

    def optional_text(self, words: str | Mapping[str, str] | None) -> Text | None:
        return None if words is None else self.text(words)

    def find(self, namespace: Namespace, name: str | None, kinds: tuple[Kind, ...]) -> str | None:
        if name is None:
            return None
        found: Definition | None = self.corpus.resolve(self.index, namespace, name)
        return found.id if found is not None and found.kind in kinds else None

    def actor(self, name: str | None) -> str | None:
        return self.find(Namespace.ACTORS, name, _ACTOR)

    def found_actors(self, names: tuple[str, ...]) -> tuple[str, ...]:
        known = self.known_actors.get(names)
        if known is None:
            known = tuple(dict.fromkeys(actor for name in names if (actor := self.actor(name)) is not None))
            self.known_actors[names] = known
        return known

    def claim(self, name: str) -> str | None:
        return self.find(Namespace.NODES, name, PROPOSITIONS)

    def source(self) -> Source | None:
        source = self.document.model.source
        if source is None:
            return self._unnamed_source() if self.document.model.statements else None
        annotator = self.document.model.annotator
        return Source(
            id=self.file,
            file=self.file,
            title=self.text(source.title),
            author=self.found_actors(source.author),
            outlet=self.actor(source.outlet),
            date=source.date,
            language=source.language,
            url=source.url,
            text_file=source.file,
            sha256=source.sha256,
            annotator=None if annotator is None else Annotator(id=annotator.id, name=annotator.name),
            tags=source.tags,
            note=self.optional_text(source.note),
            extensions=_extensions(source),
        )

    def _unnamed_source(self) -> Source:
        """What stands for the source of statements in a file that names none (a check reports it)."""
        return Source(id=self.file, file=self.file, title={self.language: self.document.stem})

    def actors(self) -> Iterator[Actor]:
        for name, actor in self.document.model.actors.items():
            yield Actor(
                id=f"{self.file}/{name}",
                file=self.file,
                name=self.text(actor.name),
                kind=actor.kind,
                role=self.optional_text(actor.role),
                affiliation=self.actor(actor.affiliation),
                tags=actor.tags,
                note=self.optional_text(actor.note),
                extensions=_extensions(actor),
            )

    def questions(self) -> Iterator[Question]:
        for name, question in self.document.model.questions.items():
            yield Question(
                id=f"{self.file}/{name}",
                file=self.file,
                text=self.text(question.text),
                kind=question.kind,
                tags=question.tags,
                note=self.optional_text(question.note),
                extensions=_extensions(question),
            )

    def claims(self, weights: Mapping[str, float]) -> Iterator[Claim]:
        file_model = self.document.model
        nodes = self.corpus.definitions[self.index][Namespace.NODES]
        for entries in (file_model.claims, file_model.evidence):
            for name, entry in entries.items():
                node = nodes[name].id
                is_evidence = isinstance(entry, model.Evidence)
                if is_evidence and name in file_model.claims:
                    continue
                questions = (self.find(Namespace.QUESTIONS, answer, _QUESTION) for answer in entry.answers)
                yield Claim(
                    id=node,
                    file=self.file,
                    text=self.text(entry.text),
                    kind=entry.kind,
                    evidence=is_evidence,
                    answers=tuple(question for question in questions if question is not None) if entry.answers else (),
                    implicit=isinstance(entry, model.Claim) and entry.implicit,
                    observed=entry.observed if isinstance(entry, model.Evidence) else None,
                    cites=tuple(self._cite(cite) for cite in entry.cites) if entry.cites else (),
                    credence=weights.get(node),
                    tags=entry.tags,
                    note=self.optional_text(entry.note),
                    extensions=_extensions(entry),
                )

    def _cite(self, cite: model.Cite) -> Cite:
        return Cite(title=self.optional_text(cite.title), url=cite.url, date=cite.date)

    def contraries(self) -> Iterator[tuple[str, str]]:
        for entries in (self.document.model.claims, self.document.model.evidence):
            for name, entry in entries.items():
                for other in entry.contrary:
                    target = self.claim(other)
                    if target is not None:
                        yield f"{self.file}/{name}", target

    def arguments(self, weights: Mapping[str, float]) -> Iterator[Argument]:
        file_model = self.document.model
        nodes = self.corpus.definitions[self.index][Namespace.NODES]
        for shorthand in shorthand_arguments(file_model.claims, file_model.evidence):
            ends = self._ends((shorthand.premise,), shorthand.verb, shorthand.target)
            if ends is not None:
                node = f"{self.file}/{shorthand.id}"
                relation, premises, target = ends
                strength = weights.get(node)
                yield Argument(
                    id=node,
                    file=self.file,
                    relation=relation,
                    premises=premises,
                    target=target,
                    shorthand=True,
                    strength=strength,
                    extensions=_NO_EXTENSIONS,
                )
        for name, entry in file_model.arguments.items():
            ends = self._ends(entry.premises, *entry.target)
            if ends is not None and nodes[name].kind is Kind.ARGUMENT:
                node = nodes[name].id
                relation, premises, target = ends
                yield Argument(
                    id=node,
                    file=self.file,
                    relation=relation,
                    premises=premises,
                    target=target,
                    scheme=entry.scheme,
                    strength=weights.get(node),
                    tags=entry.tags,
                    note=self.optional_text(entry.note),
                    extensions=_extensions(entry),
                )

    def _ends(self, premises: tuple[str, ...], verb: Verb, target: str) -> tuple[ArgumentRelation, tuple[str, ...], str] | None:
        """What an argument does, from which claims to what; None where one of them is not there."""
        relation = _RELATIONS[verb]
        found_target = self.find(Namespace.NODES, target, _ARGUMENT if relation is ArgumentRelation.UNDERCUT else PROPOSITIONS)
        found_premises = [self.claim(premise) for premise in premises]
        if found_target is None or None in found_premises:
            return None
        return relation, tuple(dict.fromkeys(found for found in found_premises if found is not None)), found_target

    def weights(self) -> Iterator[tuple[str, float]]:
        for name, weight in self.document.model.weights.items():
            node = self.find(Namespace.NODES, name, _WEIGHTED)
            if node is not None:
                yield node, weight

    def add_statements(self, statements: dict[str, Statement]) -> None:
        """Add the statements of this document under their ids; one without an id is called by what it says."""
        file_model = self.document.model
        by_default = self.found_actors(file_model.source.author) if file_model.source else ()
        taken: dict[str, int] = {}
        for position, entry in enumerate(file_model.statements):
            noun, name = entry.target
            kinds = _ARGUMENT if noun == "argument" else PROPOSITIONS
            found = self.corpus.resolve(self.index, Namespace.NODES, name)
            actors = self.found_actors(entry.by)
            if found is None or found.kind not in kinds or not actors:
                continue
            statement = self._free_id(entry.id or f"{'+'.join(entry.by)}:{entry.stance}:{name}", taken)
            via, replies, replaces = entry.via, entry.replies, entry.replaces
            passed_on = self.found_actors(via) if via else by_default
            statements[statement] = Statement(
                id=statement,
                file=self.file,
                source=self.file,
                position=position,
                actors=actors,
                via=passed_on if via or not passed_on else tuple(actor for actor in passed_on if actor not in actors),
                target=found.id,
                target_kind=_TARGETS[found.kind],
                stance=entry.stance,
                act=entry.act,
                speech=entry.speech,
                quotes=tuple([Quote(quote.exact, quote.prefix, quote.suffix) for quote in entry.quote]),
                gloss=self.optional_text(entry.gloss),
                given=self._given(entry.given),
                hedge=entry.hedge,
                confidence=entry.confidence,
                affiliation=self.actor(entry.affiliation),
                replies=self.find(Namespace.STATEMENTS, replies, _STATEMENT) if replies else None,
                replaces=self.find(Namespace.STATEMENTS, replaces, _STATEMENT) if replaces else None,
                tags=entry.tags,
                note=self.optional_text(entry.note),
                extensions=_extensions(entry),
            )

    def _free_id(self, local: str, taken: dict[str, int]) -> str:
        """The global id of a statement; of several with one id the later ones are numbered."""
        number = taken[local] = taken.get(local, 0) + 1
        return f"{self.file}/{local}" if number == 1 else f"{self.file}/{local}~{number}"

    def _given(self, given: str | Mapping[str, str] | None) -> str | Text | None:
        if isinstance(given, str) and looks_like_id(given):
            return self.claim(given) or self.text(given)
        return self.optional_text(given)


_ACTOR: Final = (Kind.ACTOR,)
_QUESTION: Final = (Kind.QUESTION,)
_ARGUMENT: Final = (Kind.ARGUMENT,)
_STATEMENT: Final = (Kind.STATEMENT,)
_WEIGHTED: Final = (*PROPOSITIONS, Kind.ARGUMENT)
_TARGETS: Final[Mapping[Kind, TargetKind]] = MappingProxyType(
    {Kind.CLAIM: "claim", Kind.EVIDENCE: "evidence", Kind.ARGUMENT: "argument"}
)
_NO_EXTENSIONS: Final[Extensions] = MappingProxyType({})


def _extensions(entry: model.Entry) -> Extensions:
    return entry.model_extra or _NO_EXTENSIONS
