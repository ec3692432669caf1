"""Where in the files an entity of the graph stands."""

from dataclasses import dataclass
from functools import cached_property

from argmap.corpus import Corpus, Definition, Kind, Namespace
from argmap.diagnostics import Place
from argmap.graph import Actor, Argument, Claim, Entity, Question, Source, Statement
from argmap.reading.document import Document


@dataclass(frozen=True)
class Locator:
    """The files of a corpus, asked for places by entity."""

    corpus: Corpus

    @cached_property
    def _documents(self) -> dict[str, tuple[int, Document]]:
        return {name: (index, document) for index, (name, document) in enumerate(zip(self.corpus.ids, self.corpus.documents, strict=True))}

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
                found = self._definition(index, Namespace.ACTORS, entity)
            case Question():
                found = self._definition(index, Namespace.QUESTIONS, entity)
            case Claim() | Argument() | _:
                found = self._definition(index, Namespace.NODES, entity)
        path = found.path if found is not None else ()
        on_key = not field and (found is None or found.kind is not Kind.ARGUMENT or found.path[0] == "arguments")
        return document.place(*path, *field, key=on_key)

    def _definition(self, index: int, namespace: Namespace, entity: Entity) -> Definition | None:
        name = entity.id.partition("/")[2]
        definitions = self.corpus.definitions[index][namespace]
        return definitions.get(name) or definitions.get(name.partition("~")[0])
