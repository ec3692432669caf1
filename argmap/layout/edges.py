"""The edges of the map: where lines, junctions and signs stand, and who draws the inference."""

from collections.abc import Iterable, Iterator
from typing import Final

from argmap.drawing import Edge, EdgeKind, Junction
from argmap.layout.cards import CardMaker
from argmap.layout.plan import Placement
from argmap.layout.planning import Relation, radius_of
from argmap.layout.routes import before_end
from argmap.view import ShownArgument
from argmap.words import Stance

SIGN_DISTANCE: Final = 16
"""From the head of an edge to its sign: past the arrowhead."""

_SIGNED: Final = frozenset({EdgeKind.SUPPORT, EdgeKind.ATTACK})

_SAID: Final = {
    Stance.FOR: "relation.drawn_by",
    Stance.MIXED: "relation.partly_drawn_by",
    Stance.AGAINST: "relation.rejected_by",
    Stance.NEUTRAL: "relation.weighed_by",
}


def edges_of(shown: Iterable[Relation], placement: Placement, maker: CardMaker) -> Iterator[Edge]:
    """Yield the edges of some relations in their order."""
    for relation in shown:
        stem = placement.routes[relation.stem]
        argument = relation.argument
        yield Edge(
            relation.id,
            relation.kind,
            relation.tails,
            relation.head,
            tuple([placement.routes[strand] for strand in relation.strands]),
            stem,
            _junction(relation, placement),
            None if relation.linked or relation.kind not in _SIGNED else before_end(stem, SIGN_DISTANCE),
            argument is None or argument.asserted,
            argument is not None and not argument.asserted and any(holder.stance is Stance.AGAINST for holder in argument.holders),
            _said_of(argument, maker) if argument and argument.holders else None,
        )


def _junction(relation: Relation, placement: Placement) -> Junction | None:
    if relation.junction is None:
        return None
    radius = radius_of(relation)
    x, y = placement.corners[relation.junction]
    return Junction(x + radius, y + radius, radius, relation.linked)


def _said_of(argument: ShownArgument, maker: CardMaker) -> str:
    """Return who draws, doubts, rejects or weighs an inference."""
    sides = ((key, [holder for holder in argument.holders if holder.stance is stance]) for stance, key in _SAID.items())
    return "; ".join(maker.catalogue.say(key, names=maker.names(holders)) for key, holders in sides if holders)
