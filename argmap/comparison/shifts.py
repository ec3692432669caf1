"""Who changed his mind: one actor's different stances on one claim at different times, and what was taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

import numpy as np

from argmap.comparison.arrays import NOTHING, Flags, Integers, integers
from argmap.comparison.dates import Period, first_day, last_day, period_of
from argmap.comparison.positions.said import Positions
from argmap.comparison.record.events import Event, Events
from argmap.graph import Graph, Statement
from argmap.standing import joint_stance
from argmap.words import Act, Stance


class ShiftKind(StrEnum):
    """How a change of mind shows."""

    MOVED = "moved"
    """The stance on a claim is another one at a later date."""
    REPLACED = "replaced"
    """A statement says that it replaces the earlier one, perhaps on another claim and in the same source."""
    RETRACTED = "retracted"
    """The earlier statement was taken back, and nothing put in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A change of mind, shown by the statements before and after it; their quotes and dates prove it."""

    kind: ShiftKind
    actor: str
    """Always an actor: that two members of one office differ is no change of mind."""
    claim: str
    """That the actor spoke of before."""
    before: Stance
    claim_after: str
    """Another one, or an argument, only where a statement was replaced."""
    after: Stance | None
    """None where it was retracted."""
    earlier: tuple[Statement, ...]
    later: tuple[Statement, ...]
    date_before: str | None
    date_after: str | None


def shifts_of(graph: Graph, positions: Positions) -> tuple[Shift, ...]:
    """Return every change of mind in positions of which every row is an actor, by date, then by actor and claim.

    For and against in one source, or on one day, is no change of mind unless a statement says that it replaces the other: it is
    mixed. Nor are statements compared whose dates do not tell which was first. A shift is from what an actor said last to what
    he said next.
    """
    events = positions.events
    found: list[Shift] = []
    for (actor, claim), said in positions.several_times():
        found += _moves(graph, actor, claim, said)
    found += _taken_back(graph, events.made(np.flatnonzero(~events.counts)))
    actors = {actor: place for place, actor in enumerate(graph.actors)}
    claims = {claim: place for place, claim in enumerate(graph.claims)}
    return tuple(sorted(found, key=lambda shift: (shift.date_after or "", actors[shift.actor], claims[shift.claim])))


def _moves(graph: Graph, actor: str, claim: str, said: Sequence[Event]) -> Iterable[Shift]:
    dated: dict[str, list[Event]] = {}
    for event in said:
        if event.date is not None and not _ended_at_once(graph, event):
            dated.setdefault(event.date, []).append(event)
    dates = sorted(dated, key=lambda date: (first_day(date), last_day(date)))
    for one, other in pairwise(dates):
        before = joint_stance(event.stance for event in dated[one])
        after = joint_stance(event.stance for event in dated[other])
        earlier = tuple(event.statement for event in dated[one])
        later = tuple(event.statement for event in dated[other])
        told = {statement.replaces for statement in later}.intersection(statement.id for statement in earlier)
        if before is not after and last_day(one) < first_day(other) and not told:
            yield Shift(
                kind=ShiftKind.MOVED,
                actor=actor,
                claim=claim,
                before=before,
                claim_after=claim,
                after=after,
                earlier=earlier,
                later=later,
                date_before=one,
                date_after=other,
            )


def _ended_at_once(graph: Graph, event: Event) -> bool:
    """Whether it was taken back on the day on which it was said, and so never was the stance of that day."""
    return event.ended is not None and _date_of_end(graph, event) == event.date


def _taken_back(graph: Graph, events: Iterable[Event]) -> Iterable[Shift]:
    """Yield a shift for each statement that ends others, from what its actor had said last."""
    ended: dict[tuple[str, str], list[Statement]] = {}
    for event in events:
        if event.ended is not None:
            ended.setdefault((event.ended, event.party), []).append(event.statement)
    for (ending, actor), statements in ended.items():
        last, later = statements[-1], graph.statements[ending]
        retracted = later.act is Act.RETRACT
        yield Shift(
            kind=ShiftKind.RETRACTED if retracted else ShiftKind.REPLACED,
            actor=actor,
            claim=last.target,
            before=last.stance,
            claim_after=last.target if retracted else later.target,
            after=None if retracted else later.stance,
            earlier=tuple(statements),
            later=(later,),
            date_before=graph.sources[last.source].date,
            date_after=graph.sources[later.source].date,
        )


def by_period(graph: Graph, events: Events, period: Period) -> Mapping[str, Events]:
    """Return for each period, in order, what was said in it; what has no date is in none.

    What was taken back later still counts for the period in which it was said.
    """
    names, number = periods_of(events, period)
    for_its_time = replace(events, ended=np.where(counting_then(graph, events, period), NOTHING, events.ended))
    return {name: for_its_time.where(number == place) for place, name in enumerate(names)}


def periods_of(events: Events, period: Period) -> tuple[Sequence[str], Integers]:
    """Return the periods in which anything was said, in order, and the place of that of each event; -1 without a date."""
    named = [None if date is None else period_of(date, period) for date in events.dates]
    spoken = np.bincount(events.source, minlength=len(named)) > 0
    names = sorted({name for name, is_spoken in zip(named, spoken.tolist(), strict=True) if is_spoken and name is not None})
    place = {name: at for at, name in enumerate(names)}
    return names, integers([NOTHING if name is None else place.get(name, NOTHING) for name in named])[events.source]


def counting_then(graph: Graph, events: Events, period: Period) -> Flags:
    """Return which events count in the period in which they were said: if they were taken back, it was not before it was over."""
    counting = events.counts
    for place in np.flatnonzero(~counting).tolist():
        event = events[place]
        end = _date_of_end(graph, event)
        counting[place] = event.date is not None and (end is None or period_of(end, period) != period_of(event.date, period))
    return counting


def _date_of_end(graph: Graph, event: Event) -> str | None:
    return graph.sources[graph.statements[event.ended].source].date if event.ended is not None else None
