"""The corpus: all files loaded together, and which id stands for what in which of them.

An id is local to its file and visible in the files that include it, so that adding a file never breaks another. There are four
namespaces: claims, evidence and arguments share one; actors, questions and statements have one each.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias
from unicodedata import normalize

from argmap.diagnostics import Place
from argmap.model import AnnotationFile, Proposition, is_id_sign
from argmap.reading.document import Document
from argmap.reading.values import KeyPath


class Kind(StrEnum):
    """What a definition defines."""

    ACTOR = "actor"
    QUESTION = "question"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    ARGUMENT = "argument"
    STATEMENT = "statement"


class Namespace(IntEnum):
    """Within one, an id stands for one thing; the number is its place in what a document defines."""

    ACTORS = 0
    QUESTIONS = 1
    NODES = 2
    STATEMENTS = 3


Definitions: TypeAlias = "tuple[Mapping[str, Definition], ...]"
"""What one document defines: for each namespace its local ids."""

PROPOSITIONS = (Kind.CLAIM, Kind.EVIDENCE)
_SECTIONS = (("actors",), ("questions",), ("claims", "evidence", "arguments"), ("statements",))
"""For each namespace the sections of a file that define its ids."""
_SECTION: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ACTOR: "actors",
        Kind.QUESTION: "questions",
        Kind.CLAIM: "claims",
        Kind.EVIDENCE: "evidence",
        Kind.ARGUMENT: "arguments",
    }
)
_MANY = 10


class Definition(NamedTuple):
    """Where an id is defined, and the global id that it stands for."""

    id: str
    kind: Kind
    document: int
    """Index of the document in its corpus."""
    elsewhere: KeyPath | None = None
    """Its path, where that does not follow from kind and id."""

    @property
    def path(self) -> KeyPath:
        """Where in its document the definition stands."""
        return self.elsewhere or (_SECTION[self.kind], self.id.partition("/")[2])


class Reference(NamedTuple):
    """A place in which one entry names another."""

    document: int
    path: KeyPath
    owner: str
    """The entry that names, in words: argument 'neglect'."""
    verb: str
    """What it does to the named: supports, is by, answers."""
    namespace: Namespace
    kinds: tuple[Kind, ...]
    """What may be named here."""
    name: str


Verb: TypeAlias = Literal["supports", "attacks", "undercuts"]


class Shorthand(NamedTuple):
    """An argument that is written on its one premise."""

    id: str
    premise: str
    verb: Verb
    target: str
    path: KeyPath


@dataclass(frozen=True)
class Corpus:
    """Documents with their ids resolved; documents stand in canonical order: codebooks, then sources by date and id."""

    documents: tuple[Document, ...]
    ids: tuple[str, ...]
    """The id of each document: its source's, else its stem; `@annotator` or a folder is added where two would be alike."""

    def __len__(self) -> int:
        return len(self.documents)

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        """The documents by their ids, in canonical order."""
        return dict(zip(self.ids, self.documents, strict=True))

    @cached_property
    def definitions(self) -> tuple[Definitions, ...]:
        """What each document itself defines; of two with one id the first."""
        return tuple(_own_definitions(index, document, self.ids[index]) for index, document in enumerate(self.documents))

    @cached_property
    def _by_relative(self) -> Mapping[str, int]:
        return {document.relative: index for index, document in enumerate(self.documents)}

    @cached_property
    def visible(self) -> tuple[tuple[int, ...], ...]:
        """For each document the documents whose ids it sees: itself, then what it includes, nearest first."""
        return tuple(self._visible_from(index) for index in range(len(self.documents)))

    def _visible_from(self, index: int) -> tuple[int, ...]:
        seen = {index: None}
        waiting = [index]
        while waiting:
            for relative in self.documents[waiting.pop(0)].includes:
                target = self._by_relative[relative]
                if target not in seen:
                    seen[target] = None
                    waiting.append(target)
        return tuple(seen)

    def resolve(self, document: int, namespace: Namespace, name: str) -> Definition | None:
        """Return what an id stands for in a document, or None where nothing that it sees defines it."""
        definitions = self.definitions
        found = definitions[document][namespace].get(name)
        if found is None:
            for index in self.visible[document][1:]:
                found = definitions[index][namespace].get(name)
                if found is not None:
                    break
        return found

    def names(self, document: int, namespace: Namespace) -> Sequence[str]:
        """Return every id of a namespace that a document sees."""
        return [name for index in self.visible[document] for name in self.definitions[index][namespace]]

    def may_be_lost(self, reference: Reference) -> bool:
        """Return whether the id may be defined where something faulty was left out; that fault is told, its echo need not be."""
        sections = _SECTIONS[reference.namespace]
        names = (reference.name, reference.name.partition(">")[0])
        for document in (self.documents[index] for index in self.visible[reference.document]):
            if not document.lost.isdisjoint(sections):
                return True
            if document.broken and any((section, name) in document.broken for section in sections for name in names):
                return True
        return False

    def place(self, definition: Definition) -> Place:
        """Return the place of a definition's id."""
        return self.documents[definition.document].place(*definition.path, key=True)

    def local(self, definition: Definition) -> str:
        """Return an id as it is written in its own file."""
        return definition.id.removeprefix(f"{self.ids[definition.document]}/")


def build_corpus(documents: Sequence[Document]) -> Corpus:
    """Return the corpus of some documents, in canonical order whatever order they are given in."""
    ids = _document_ids(documents)
    order = sorted(range(len(documents)), key=lambda index: (_date_of(documents[index]), ids[index], documents[index].relative))
    return Corpus(tuple(documents[index] for index in order), tuple(ids[index] for index in order))


def _date_of(document: Document) -> tuple[bool, str]:
    source = document.model.source
    return (source is not None, (source.date if source else None) or "")


def source_id(document: Document) -> str:
    """Return the id of a document's source (for a codebook, its stem), as it is written."""
    source = document.model.source
    return source.id if source and source.id else _id_of_stem(document.stem)


def _id_of_stem(stem: str) -> str:
    # A Mac may give the name of a file with accents apart from their letters.
    return "".join(sign if is_id_sign(sign) else "-" for sign in normalize("NFC", stem)) or "file"


def _document_ids(documents: Sequence[Document]) -> list[str]:
    """Source ids; where two are alike, with the annotator, else with folders, else numbered in the order of the paths."""
    ids = [source_id(document) for document in documents]

    def tell_apart(longer: Sequence[str]) -> None:
        count = Counter(ids)
        ids[:] = [longer[index] if count[name] > 1 else name for index, name in enumerate(ids)]

    annotators = [document.model.annotator for document in documents]
    tell_apart([name if annotator is None else f"{name}@{annotator.id}" for name, annotator in zip(ids, annotators, strict=True)])
    folders = [document.relative.rpartition("/")[0] for document in documents]
    tell_apart([f"{_id_of_stem(folder)}.{name}" if folder else name for name, folder in zip(ids, folders, strict=True)])
    paths = sorted(document.relative for document in documents)
    numbers = {path: number for number, path in enumerate(paths, 1)}
    tell_apart([f"{name}.{numbers[document.relative]}" for name, document in zip(ids, documents, strict=True)])
    return ids


def _own_definitions(index: int, document: Document, file_id: str) -> Definitions:
    model = document.model
    nodes = {name: f"{file_id}/{name}" for entries in (model.claims, model.evidence, model.arguments) for name in entries}
    statements = {
        statement.id: Definition(f"{file_id}/{statement.id}", Kind.STATEMENT, index, ("statements", position))
        for position, statement in reversed(list(enumerate(model.statements)))
        if statement.id is not None
    }
    return (
        {name: Definition(f"{file_id}/{name}", Kind.ACTOR, index) for name in model.actors},
        {name: Definition(f"{file_id}/{name}", Kind.QUESTION, index) for name in model.questions},
        _Nodes(index, file_id, model, nodes),
        statements,
    )


class _Nodes(Mapping[str, Definition]):
    """The claims, evidence and arguments of a document: their ids, and on demand what is to be known of them.

    There may be hundreds of thousands, and of arguments in the short form, which are not kept at all, as many again.
    """

    def __init__(self, index: int, file_id: str, model: AnnotationFile, ids: Mapping[str, str]) -> None:
        self._index = index
        self._file = file_id
        self._model = model
        self._ids = ids
        self._shorthands: dict[str, Mapping[str, Shorthand]] = {}
        """By id, of premises of many arguments that were asked for."""

    def __getitem__(self, name: str) -> Definition:
        found: Definition | None = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def get(self, name: str, default: Any = None) -> Any:
        """Return what an id stands for."""
        found = self._ids.get(name)
        if found is None:
            return (self._shorthand(name) if ">" in name else None) or default
        model = self._model
        kind = Kind.CLAIM if name in model.claims else Kind.EVIDENCE if name in model.evidence else Kind.ARGUMENT
        return Definition(found, kind, self._index)

    def __iter__(self) -> Iterator[str]:
        yield from self._ids
        for shorthand in shorthand_arguments(self._model.claims, self._model.evidence):
            yield shorthand.id

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _shorthand(self, name: str) -> Definition | None:
        premise, _, target = name.partition(">")
        shorthands = self._shorthands.get(premise)
        if shorthands is None:
            if (path := self._only_path(premise, target)) is not None:
                return Definition(f"{self._file}/{name}", Kind.ARGUMENT, self._index, path)
            claims, evidence = (
                {premise: entries[premise]} if premise in entries else {} for entries in (self._model.claims, self._model.evidence)
            )
            shorthands = {one.id: one for one in shorthand_arguments(claims, evidence)}
            if len(shorthands) > _MANY:
                self._shorthands[premise] = shorthands
        found = shorthands.get(name)
        return None if found is None else Definition(f"{self._file}/{name}", Kind.ARGUMENT, self._index, found.path)

    def _only_path(self, premise: str, target: str) -> KeyPath | None:
        """The path of an argument, where it is the only one that is written on its premise: as most are."""
        claim, evidence = self._model.claims.get(premise), self._model.evidence.get(premise)
        entry = evidence if claim is None else claim if evidence is None else None
        if entry is None:
            return None
        relations = (("supports", entry.supports), ("attacks", entry.attacks), ("undercuts", entry.undercuts))
        written = [(verb, targets) for verb, targets in relations if targets]
        if len(written) != 1 or written[0][1] != (target,):
            return None
        return "evidence" if claim is None else "claims", premise, written[0][0], 0


def shorthand_arguments(claims: Mapping[str, Proposition], evidence: Mapping[str, Proposition]) -> Iterator[Shorthand]:
    """Yield every argument that is written as `supports`, `attacks` or `undercuts` on its one premise, each once."""
    for section, entries in (("claims", claims), ("evidence", evidence)):
        for name, entry in entries.items():
            twice = section == "evidence" and name in claims  # which a check reports
            seen = {one.id for one in shorthand_arguments({name: claims[name]}, {})} if twice else set[str]()
            relations: tuple[tuple[Verb, tuple[str, ...]], ...] = (
                ("supports", entry.supports),
                ("attacks", entry.attacks),
                ("undercuts", entry.undercuts),
            )
            for verb, targets in relations:
                if not targets:
                    continue
                rows = {target: row for row, target in reversed(list(enumerate(targets)))} if len(targets) > 1 else {}
                for target in dict.fromkeys(targets):
                    argument = f"{name}>{target}"
                    if argument in seen:  # one target under two verbs, which a check reports
                        argument = f"{argument}~{verb}"
                    seen.add(argument)
                    yield Shorthand(argument, name, verb, target, (section, name, verb, rows.get(target, 0)))
