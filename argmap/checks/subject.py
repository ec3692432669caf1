"""What the checks look at: the corpus as it is written, the graph as it is meant, the quotes as they were found."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, TypeAlias

from argmap.corpus import Corpus, Definition, Namespace, Reference
from argmap.diagnostics import Place, did_you_mean
from argmap.graph import Entity, Graph
from argmap.locating import Locator
from argmap.provenance import Provenance
from argmap.reading.document import Document
from argmap.references import references, references_left_out

_SUGGESTIONS: Final = 200

Unresolved: TypeAlias = tuple[int, Namespace, str]
"""Document, namespace and name of what nothing defines."""


@dataclass(frozen=True)
class Subject:
    """Everything that a check may ask."""

    corpus: Corpus
    graph: Graph
    provenance: Provenance

    @cached_property
    def _references(self) -> tuple[Sequence[tuple[Reference, Definition | None]], Mapping[str, AbstractSet[str]]]:
        """What both of the following are read off: in one pass, for there are too many references to keep them."""
        resolve = self.corpus.resolve
        wrong: list[tuple[Reference, Definition | None]] = []
        named: dict[str, set[str]] = {}
        for one in chain(references(self.corpus), references_left_out(self.corpus)):
            found = resolve(one.document, one.namespace, one.name)
            if found is not None:
                named.setdefault(one.verb, set()).add(found.id)
            if found is None or found.kind not in one.kinds:
                wrong.append((one, found))
        return wrong, named

    @property
    def wrong_references(self) -> Sequence[tuple[Reference, Definition | None]]:
        """Every place in which one entry, one that was left out too, names what nothing defines or what is of the wrong kind."""
        return self._references[0]

    @cached_property
    def meant(self) -> Mapping[Unresolved, Definition | None]:
        """For what is named and not defined, the definition whose id is nearly the same, else the actor of that name.

        Beyond two hundred unknown names something larger is wrong than the spelling, and looking for more would take long.
        """
        meant: dict[Unresolved, Definition | None] = {}
        for reference, found in self.wrong_references:
            unresolved = (reference.document, reference.namespace, reference.name)
            if found is None and unresolved not in meant:
                document, namespace, name = unresolved
                known = self.corpus.names(document, namespace) if len(meant) < _SUGGESTIONS else ()
                near = did_you_mean(name, (one for one in known if not one.endswith(f">{name}")))
                if near is None and known and namespace is Namespace.ACTORS:
                    near = self._actor_called(name, document)
                meant[unresolved] = None if near is None else self.corpus.resolve(document, namespace, near)
        return meant

    def _actor_called(self, words: str, document: int) -> str | None:
        """The id of the actor whose name stands in its place."""
        wanted = words.casefold()
        for index in self.corpus.visible[document]:
            for identifier, actor in self.corpus.documents[index].model.actors.items():
                names = (actor.name,) if isinstance(actor.name, str) else actor.name.values()
                if any(name.casefold() == wanted for name in names):
                    return identifier
        return None

    @cached_property
    def named(self) -> Mapping[str, AbstractSet[str]]:
        """For each verb the global ids that it is said of, mistyped ones too: a slip is told once, where it stands."""
        mistyped: dict[str, set[str]] = {}
        for reference, found in self.wrong_references:
            definition = None if found else self.meant[reference.document, reference.namespace, reference.name]
            if definition is not None:
                mistyped.setdefault(reference.verb, set()).add(definition.id)
        named = self._references[1]
        return {**named, **{verb: ids | named.get(verb, frozenset()) for verb, ids in mistyped.items()}}

    @cached_property
    def elsewhere(self) -> Mapping[tuple[Namespace, str], Definition]:
        """The first definition of each id in any file."""
        first: dict[tuple[Namespace, str], Definition] = {}
        for definitions in self.corpus.definitions:
            for namespace in Namespace:
                for name, definition in definitions[namespace].items():
                    first.setdefault((namespace, name), definition)
        return first

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
