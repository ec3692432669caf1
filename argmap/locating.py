"""Where in the files an entity of the graph stands."""

from dataclasses import dataclass
from functools import cached_property

from argmap.corpus import Corpus, Kind, Namespace
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
        index, document = self._documents[entity.file]
        match entity:
            case Statement():
                return document.place("statements", entity.position, *field)
            case Source():
                return document.place("source", *field, key=not field)
            case Actor():
                namespace = Namespace.ACTORS
            case Question():
                namespace = Namespace.QUESTIONS
            case Claim() | Argument():
                namespace = Namespace.NODES
            case _:
                raise TypeError(f"no file holds a {type(entity).__name__}")
        found = self.corpus.definitions[index][namespace][entity.id.partition("/")[2]]
        is_shorthand = found.kind is Kind.ARGUMENT and found.path[0] != "arguments"
        return document.place(*found.path, *field, key=not field and not is_shorthand)
