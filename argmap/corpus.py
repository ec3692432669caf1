"""The corpus: all files loaded together, and which id stands for what in which of them.

An id is local to its file and visible in the files that include it, so that adding a file never breaks another. There are four
namespaces: claims, evidence and arguments share one; actors, questions and statements have one each.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeAlias

from argmap.diagnostics import Place
from argmap.model import Proposition
from argmap.reading.document import Document

Path: TypeAlias = tuple[str | int, ...]


class Kind(StrEnum):
    """What a definition defines."""

    ACTOR = "actor"
    QUESTION = "question"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    ARGUMENT = "argument"
    STATEMENT = "statement"


class Namespace(StrEnum):
    """Within one, an id stands for one thing."""

    ACTORS = "actors"
    QUESTIONS = "questions"
    NODES = "nodes"
    STATEMENTS = "statements"


PROPOSITIONS = frozenset({Kind.CLAIM, Kind.EVIDENCE})
VERBS = ("supports", "attacks", "undercuts")


class Definition(NamedTuple):
    """Where an id is defined, and the global id that it stands for."""

    id: str
    kind: Kind
    document: int
    """Index of the document in its corpus."""
    path: Path


class Reference(NamedTuple):
    """A place in which one entry names another."""

    document: int
    path: Path
    owner: str
    """The entry that names, in words: argument 'neglect'."""
    verb: str
    """What it does to the named: supports, is by, answers."""
    namespace: Namespace
    kinds: frozenset[Kind]
    """What may be named here."""
    name: str


@dataclass(frozen=True)
class Corpus:
    """Documents with their ids resolved; documents stand in canonical order: codebooks, then sources by date and id."""

    documents: tuple[Document, ...]
    ids: tuple[str, ...]
    """The id of each document: its source's, else its stem; `@annotator` or a folder is added where two would be alike."""

    def __len__(self) -> int:
        return len(self.documents)

    @cached_property
    def definitions(self) -> tuple[Mapping[Namespace, Mapping[str, Definition]], ...]:
        """What each document itself defines, by namespace and local id; of two with one id the first."""
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
        for index in self.visible[document]:
            found = self.definitions[index][namespace].get(name)
            if found is not None:
                return found
        return None

    def names(self, document: int, namespace: Namespace) -> Sequence[str]:
        """Return every id of a namespace that a document sees."""
        return [name for index in self.visible[document] for name in self.definitions[index][namespace]]

    def is_broken(self, reference: Reference) -> bool:
        """Return whether the id is defined by an entry that was left out because it is faulty itself."""
        sections = ("claims", "evidence", "arguments") if reference.namespace is Namespace.NODES else (reference.namespace.value,)
        names = {reference.name, reference.name.partition(">")[0]}
        return any((section, name) in self.documents[index].broken for index in self.visible[reference.document] for section in sections for name in names)

    def place(self, definition: Definition) -> Place:
        """Return the place of a definition's id."""
        return self.documents[definition.document].place(*definition.path, key=True)


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
    return "".join(character if character.isalnum() or character in "-_" else "-" for character in stem) or "file"


def _document_ids(documents: Sequence[Document]) -> list[str]:
    """Source ids; where two are alike, with the annotator, else with folders, else numbered in the order of the paths."""
    ids = [source_id(document) for document in documents]

    def tell_apart(longer: Sequence[str]) -> None:
        alike = {name for name in ids if ids.count(name) > 1} if len(set(ids)) < len(ids) else set()
        ids[:] = [longer[index] if name in alike else name for index, name in enumerate(ids)]

    tell_apart([f"{name}@{annotator.id}" if (annotator := documents[index].model.annotator) else name for index, name in enumerate(ids)])
    folders = [document.relative.rpartition("/")[0] for document in documents]
    tell_apart([f"{_id_of_stem(folders[index])}.{name}" if folders[index] else name for index, name in enumerate(ids)])
    numbers = {index: number for number, index in enumerate(sorted(range(len(documents)), key=lambda index: documents[index].relative), 1)}
    tell_apart([f"{name}.{numbers[index]}" for index, name in enumerate(ids)])
    return ids


def _own_definitions(index: int, document: Document, file_id: str) -> Mapping[Namespace, Mapping[str, Definition]]:
    model = document.model
    nodes: dict[str, Definition] = {}
    for section, kind, entries in (("claims", Kind.CLAIM, model.claims), ("evidence", Kind.EVIDENCE, model.evidence)):
        for name in entries:
            nodes.setdefault(name, Definition(f"{file_id}/{name}", kind, index, (section, name)))
    for name in model.arguments:
        nodes.setdefault(name, Definition(f"{file_id}/{name}", Kind.ARGUMENT, index, ("arguments", name)))
    for name, path in shorthand_arguments(model.claims, model.evidence):
        nodes.setdefault(name, Definition(f"{file_id}/{name}", Kind.ARGUMENT, index, path))
    statements = {
        statement.id: Definition(f"{file_id}/{statement.id}", Kind.STATEMENT, index, ("statements", position))
        for position, statement in reversed(list(enumerate(model.statements)))
        if statement.id is not None
    }
    return {
        Namespace.ACTORS: {name: Definition(f"{file_id}/{name}", Kind.ACTOR, index, ("actors", name)) for name in model.actors},
        Namespace.QUESTIONS: {name: Definition(f"{file_id}/{name}", Kind.QUESTION, index, ("questions", name)) for name in model.questions},
        Namespace.NODES: nodes,
        Namespace.STATEMENTS: statements,
    }


def shorthand_arguments(*sections: Mapping[str, Proposition]) -> Iterator[tuple[str, Path]]:
    """Yield id and path of every argument that is written as `supports`, `attacks` or `undercuts` on its one premise."""
    for section, entries in zip(("claims", "evidence"), sections, strict=True):
        for name, entry in entries.items():
            for verb, targets in (("supports", entry.supports), ("attacks", entry.attacks), ("undercuts", entry.undercuts)):
                for row, target in enumerate(targets):
                    yield f"{name}>{target}", (section, name, verb, row)
