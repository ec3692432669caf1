"""What the checks look at: the corpus as it is written, the graph as it is meant, the quotes as they were found."""

from dataclasses import dataclass
from functools import cached_property

from argmap.corpus import Corpus, Definition, Reference
from argmap.diagnostics import Place
from argmap.graph import Entity, Graph
from argmap.locating import Locator
from argmap.provenance import Provenance
from argmap.reading.document import Document
from argmap.references import references


@dataclass(frozen=True)
class Subject:
    """Everything that a check may ask."""

    corpus: Corpus
    graph: Graph
    provenance: Provenance

    @cached_property
    def references(self) -> tuple[tuple[Reference, Definition | None], ...]:
        """Every place in which one entry names another, with what the name stands for there."""
        resolve = self.corpus.resolve
        return tuple((one, resolve(one.document, one.namespace, one.name)) for one in references(self.corpus))

    @cached_property
    def _locator(self) -> Locator:
        return Locator(self.corpus)

    def document(self, entity: Entity) -> Document:
        """Return the document that an entity stands in."""
        return self._locator.document(entity)

    def place(self, entity: Entity, *field: str | int) -> Place:
        """Return the place of an entity: of its id, of a statement as a whole, or of one of its fields."""
        return self._locator.place(entity, *field)


def local(entity: Entity) -> str:
    """Return the id of an entity as it is written in its own file."""
    return entity.id.partition("/")[2] or entity.id


def noun(entity: Entity) -> str:
    """Return an entity in words: claim 'low-priority'."""
    kind = "evidence" if getattr(entity, "evidence", False) else type(entity).__name__.lower()
    return f"{kind} {local(entity)!r}"
