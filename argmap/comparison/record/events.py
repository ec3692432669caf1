"""Statements → who took which stance on which claim, when, and whether it still counts."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, assert_never

from argmap.comparison.dates import first_day, last_day
from argmap.comparison.request import By, Request
from argmap.graph import Graph, Statement
from argmap.standing import endings
from argmap.text import Text
from argmap.words import Act, ActorKind, Stance

NOBODY = "-"
"""The id of the row of statements that were published by no known outlet."""


class Event(NamedTuple):
    """One stance of one row on one claim: a statement, seen from one of those who make it."""

    party: str
    """The id of the row."""
    claim: str
    stance: Stance
    actors: tuple[str, ...]
    """Those of the statement's speakers who belong to the row; one, unless rows are something larger than actors."""
    statement: Statement
    date: str | None
    """Of the source; ISO 8601, with the precision that is known."""
    ended: str | None = None
    """The id of the statement that replaces or retracts this one, where it no longer counts."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that was said about claims, in canonical order, with who said it."""

    parties: Mapping[str, Party]
    events: tuple[Event, ...]
    inferences: tuple[Event, ...]
    """Stances on arguments, which are none on claims: an event whose `claim` is the argument."""
    left_out: int
    """How many statements have no date, or too vague a one, for the period that was asked for."""


def record(graph: Graph, files: Collection[str], nodes: Collection[str], request: Request) -> Record:
    """Return what some files say about some claims and arguments in the period of a request.

    A statement counts for each of its speakers, not for who passes it on. Statements about evidence are statements about
    claims; those about arguments are not. What lies outside the period is as if it had not been said: it neither counts nor
    takes back.
    """
    inside = _in_period(graph, files, request)
    statements = [statement for statement in graph.statements.values() if inside.get(statement.source)]
    ends = endings(statements)
    dates = {source.id: source.date for source in graph.sources.values()}
    events: list[Event] = []
    inferences: list[Event] = []
    for statement in statements:
        if statement.act is Act.RETRACT or statement.target not in nodes:
            continue
        date = dates[statement.source]
        about = inferences if statement.target_kind == "argument" else events
        if request.by is By.ACTOR:
            for actor in statement.actors:
                ended = ends.get((statement.id, actor)) if ends else None
                about.append(Event(actor, statement.target, statement.stance, (actor,), statement, date, ended))
            continue
        for party, actors in _grouped(graph, statement, request.by).items():
            endings_of = [ends.get((statement.id, actor)) for actor in actors]
            ended = None if None in endings_of else endings_of[-1]
            about.append(Event(party, statement.target, statement.stance, tuple(actors), statement, date, ended))
    unclear = {source for source, lies_inside in inside.items() if lies_inside is None}
    left_out = (
        sum(statement.source in unclear and statement.target in nodes for statement in graph.statements.values()) if unclear else 0
    )
    return Record(
        parties=_parties(graph, (*events, *inferences), request.by),
        events=tuple(events),
        inferences=tuple(inferences),
        left_out=left_out,
    )


def _in_period(graph: Graph, files: Collection[str], request: Request) -> Mapping[str, bool | None]:
    """For each file whether its date lies in the period; None where it has none or one that does not tell."""
    since = first_day(request.since) if request.since else None
    until = last_day(request.until) if request.until else None

    def lies_inside(date: str | None) -> bool | None:
        if since is None and until is None:
            return True
        if date is None:
            return None
        first, last = first_day(date), last_day(date)
        if (since is not None and last < since) or (until is not None and first > until):
            return False
        vague = (since is not None and first < since) or (until is not None and last > until)
        return None if vague else True

    return {source.id: lies_inside(source.date) for source in graph.sources.values() if source.id in files}


def _grouped(graph: Graph, statement: Statement, by: By) -> Mapping[str, list[str]]:
    """The rows that a statement counts for, with the speakers behind each."""
    groups: dict[str, list[str]] = {}
    for actor in statement.actors:
        groups.setdefault(_row_of(graph, statement, actor, by), []).append(actor)
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


def _parties(graph: Graph, events: Iterable[Event], by: By) -> Mapping[str, Party]:
    members: dict[str, set[str]] = {}
    for party, actors in {(event.party, event.actors) for event in events}:
        members.setdefault(party, set()).update(actors)
    order = {actor: position for position, actor in enumerate(graph.actors)}
    kinds = {kind.value: position for position, kind in enumerate(ActorKind)} if by is By.KIND else {}
    ids = sorted(members, key=lambda party: (kinds.get(party, order.get(party, len(order))), party))
    return {party: _party(graph, party, tuple(sorted(members[party], key=order.__getitem__)), by) for party in ids}


def _party(graph: Graph, party: str, actors: tuple[str, ...], by: By) -> Party:
    if by is By.KIND:
        return Party(id=party, name=None, kind=ActorKind(party), actors=actors)
    actor = graph.actors.get(party)
    return Party(id=party, name=actor.name if actor else None, kind=actor.kind if actor else None, actors=actors)
