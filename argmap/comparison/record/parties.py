"""Rows of a comparison: actors, or what several of them are taken together as."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from argmap.comparison.request import By
from argmap.graph import Graph, Statement
from argmap.text import Text
from argmap.words import ActorKind

NOBODY = "-"
"""The id of the row of statements that were published by no known outlet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A row of a comparison: an actor, or what several are taken together as."""

    id: str
    """Of an actor; where rows are kinds the kind; `-` for no outlet."""
    name: Text | None
    """None where the interface has the words: for a kind, and for no outlet."""
    kind: ActorKind | None
    actors: tuple[str, ...]
    """The actors whose statements are in it, in canonical order."""


def rows_of(graph: Graph, statement: Statement, by: By) -> Mapping[str, tuple[str, ...]]:
    """Return the rows that a statement counts for, with the speakers behind each."""
    groups: dict[str, tuple[str, ...]] = {}
    for actor in statement.actors:
        row = _row_of(graph, statement, actor, by)
        groups[row] = (*groups.get(row, ()), actor)
    return groups


def _row_of(graph: Graph, statement: Statement, actor: str, by: By) -> str:
    match by:
        case By.ACTOR:
            return actor
        case By.AFFILIATION:
            return statement.affiliation or graph.actors[actor].affiliation or actor
        case By.OUTLET:
            return graph.sources[statement.source].outlet or NOBODY
        case By.KIND:
            return graph.actors[actor].kind.value
        case _ as unreachable:
            assert_never(unreachable)


def parties_of(graph: Graph, members: Iterable[tuple[str, tuple[str, ...]]], by: By) -> Mapping[str, Party]:
    """Return rows in canonical order, by their ids; `members` names rows, as often as one likes, with actors in them."""
    found: dict[str, set[str]] = {}
    for row, actors in members:
        found.setdefault(row, set()).update(actors)
    order = {actor: position for position, actor in enumerate(graph.actors)}
    kinds = {kind.value: position for position, kind in enumerate(ActorKind)} if by is By.KIND else {}
    ids = sorted(found, key=lambda row: (kinds.get(row, order.get(row, len(order))), row))
    return {row: _party(graph, row, tuple(sorted(found[row], key=order.__getitem__)), by) for row in ids}


def _party(graph: Graph, row: str, actors: tuple[str, ...], by: By) -> Party:
    if by is By.KIND:
        return Party(id=row, name=None, kind=ActorKind(row), actors=actors)
    actor = graph.actors.get(row)
    return Party(id=row, name=actor.name if actor else None, kind=actor.kind if actor else None, actors=actors)
