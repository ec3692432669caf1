"""Where in the files an entity of the graph stands."""

from dataclasses import dataclass
from functools import cached_property

from argmap.corpus import Corpus, Namespace
from argmap.diagnostics import Place
from argmap.graph import Actor, Argument, Claim, Entity, Question, Source, Statement
from argmap.reading.document import Document


@dataclass(frozen=True)
class Locator:
    """The files of a corpus, asked for places by entity."""

    corpus: Corpus

    @cached_property
    def _documents(self) -> dict[str, tuple[int, Document]]:
        return {
            name: (index, document)
            for index, (name, document) in enumerate(zip(self.corpus.ids, self.corpus.documents, strict=True))
        }

    def document(self, entity: Entity) -> Document:
        """Return the document that an entity stands in."""
        return self._documents[entity.file][1]

    def place(self, entity: Entity, *field: str | int) -> Place:
        """Return the place of an entity: of its id, of a statement as a whole, or of one of its fields."""
        document, path, key = self._path(entity)
        return document.place(*path, *field, key=key and not field)

    def start(self, entity: Entity) -> tuple[int, int]:
        """Return the line and the column where the place of an entity begins: all that a map of many entities tells of it."""
        document, path, key = self._path(entity)
        return document.file.start(document.span(*path, key=key)[0])

    def _path(self, entity: Entity) -> tuple[Document, tuple[str | int, ...], bool]:
        """The document that an entity stands in, its path there, and whether its place is that of its id."""
        index, document = self._documents[entity.file]
        local = entity.id.partition("/")[2]
        match entity:
            case Statement():
                return document, ("statements", entity.position), False
            case Source():
                return document, ("source",), True
            case Actor():
                section = "actors"
            case Question():
                section = "questions"
            case Claim():
                section = "evidence" if entity.evidence else "claims"
            case Argument() if entity.shorthand:
                return document, self.corpus.definitions[index][Namespace.NODES][local].path, False
            case Argument():
                section = "arguments"
            case _:
                raise TypeError(f"no file holds a {type(entity).__name__}")
        return document, (section, local), True
