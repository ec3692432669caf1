"""Who stands where: the stance of a row on a claim, as it follows from all that still counts."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from argmap.comparison.arrays import NOTHING, Flags, Integers, begins, integers, starts
from argmap.comparison.dates import Period, period_of
from argmap.comparison.made import Cell, Cells
from argmap.comparison.record.conditions import Condition
from argmap.comparison.record.events import STANCES, Event, Events
from argmap.comparison.request import Duplicates
from argmap.standing import joint_stance
from argmap.words import Certainty, Stance

LEVELS: Final[Mapping[Stance, int]] = {Stance.AGAINST: -1, Stance.MIXED: 0, Stance.NEUTRAL: 0, Stance.FOR: 1}
"""Stances as numbers."""


class Counts(NamedTuple):
    """How often each stance was taken, under the policy for duplicates."""

    supporting: int = 0
    opposing: int = 0
    mixed: int = 0
    neutral: int = 0

    @property
    def total(self) -> int:
        """How often any stance was taken."""
        return self.supporting + self.opposing + self.mixed + self.neutral

    @property
    def mean(self) -> float:
        """The mean stance, from -1, always against, to 1, always for; 0 where none was taken."""
        return (self.supporting - self.opposing) / self.total if self.total else 0.0


_COUNTED: Final = (Stance.FOR, Stance.AGAINST, Stance.MIXED, Stance.NEUTRAL)
"""The stances in the order of counts."""


class Position(NamedTuple):
    """Where a row stands on a claim, as far as it has said so itself; a cell without one is silent, which is no disagreement."""

    party: str
    claim: str
    stance: Stance | None
    """None where everything was replaced or retracted: silent today, with a history."""
    counts: Counts
    events: tuple[Event, ...]
    """What counts, in canonical order."""
    past: tuple[Event, ...]
    """What no longer does."""
    conditions: tuple[Condition, ...] = ()
    """Those under which the stance holds, each once."""
    conditional: bool = False
    """Whether it holds under a condition only."""
    hedges: tuple[Certainty, ...] = ()
    """How sure the speakers sound, each word once."""

    @property
    def latest(self) -> Stance | None:
        """The stance that follows from what was said last; None without dates."""
        date = max((event.date for event in self.events if event.date is not None), default=None)
        return joint_stance(event.stance for event in self.events if event.date == date) if date is not None else None


class Positions(Cells[Position]):
    """The positions of all rows, by row, then by claim, in canonical order: columns of numbers, and a position when asked for."""

    def __init__(self, events: Events, duplicates: Duplicates) -> None:
        """Take together what was said in each cell."""
        super().__init__(events.parties, events.claims)
        cell_of_event = events.party * len(events.claims) + events.claim
        order = np.argsort(cell_of_event, kind="stable")
        first = starts(cell_of_event[order])
        self.events = events
        self._made: dict[int, Position] = {}
        self.order: Integers = order
        """The places of events, cell by cell."""
        self.cell: Integers = np.cumsum(first) - 1
        """The place of the cell of each of them."""
        cells = int(first.sum())
        self.begins: Integers = begins(self.cell, cells)
        """Where the events of each cell begin among them, and where the last one ends."""
        self._cells: Integers = cell_of_event[order[first]]
        self.counting: Flags = events.counts[order]
        """Which of the events count, in the order of `order`."""
        said = _counts(self.cell, events.stance[order], self.counting, cells)
        self.stance: Integers = joint_stances(said > 0)
        """Places in `STANCES`; -1 where everything was taken back."""
        self.counted: Flags = self.counting & _first_of_their_kind(events, order, self.cell, self.counting, duplicates)
        """Which of the events count under the policy for duplicates, in the order of `order`."""
        self.counts: Integers = _counts(self.cell, events.stance[order], self.counted, cells)
        """How often each stance was taken: a row a cell, a column a place in `STANCES`."""

    @cached_property
    def deciding(self) -> Flags:
        """The events from which the stance of their cell follows, and on whose conditions it hangs, in the order of `order`.

        For and against outweigh declining to choose: all but neutral ones, if there are any.
        """
        neutral = self.events.stance[self.order] == STANCES.index(Stance.NEUTRAL)
        only_neutral = self.stance == STANCES.index(Stance.NEUTRAL)
        found: Flags = self.counting & (~neutral | only_neutral[self.cell])
        return found

    @cached_property
    def conditioned(self) -> Flags:
        """Which positions hold under a condition, or under several, if not only under them."""
        under = self.deciding & (self.events.condition[self.order] > 0)
        found: Flags = np.bincount(self.cell[under], minlength=len(self)) > 0
        return found

    @cached_property
    def conditional(self) -> Flags:
        """Which positions hold under a condition only."""
        bare = self.deciding & (self.events.condition[self.order] == 0)
        found: Flags = (self.stance != NOTHING) & (np.bincount(self.cell[bare], minlength=len(self)) == 0)
        return found

    @cached_property
    def condition(self) -> Integers:
        """The same number for the same conditions, from 1, where a position is conditional; 0 where it is not."""
        numbers: dict[tuple[int, ...], int] = {}
        found = np.zeros(len(self), np.int64)
        for place in np.flatnonzero(self.conditional).tolist():
            found[place] = numbers.setdefault(self._conditions(place), len(numbers) + 1)
        return found

    def _conditions(self, place: int) -> tuple[int, ...]:
        """The numbers of the conditions of a position, each once."""
        inside = slice(self.begins[place], self.begins[place + 1])
        numbers = self.events.condition[self.order[inside][self.deciding[inside]]]
        return tuple(dict.fromkeys(number for number in numbers.tolist() if number))

    def stance_of(self, party: str, claim: str) -> Stance | None:
        """Return the stance of a row on a claim; None where it is silent, or has taken back what it said."""
        place = self.place((party, claim))
        return None if place is None or self.stance[place] == NOTHING else STANCES[self.stance[place]]

    def taken(self) -> Iterator[tuple[int, Cell, Stance]]:
        """Yield the places of the cells in which a stance is taken, each with the cell and the stance."""
        for place, (cell, stance) in enumerate(zip(self, self.stance.tolist(), strict=True)):
            if stance != NOTHING:
                yield place, cell, STANCES[stance]

    def conditions_at(self, place: int) -> tuple[Condition, ...]:
        """Return the conditions under which a position holds, each once."""
        return tuple(self.events.conditions[number - 1] for number in self._conditions(place))

    def several_times(self) -> Iterator[tuple[Cell, tuple[Event, ...]]]:
        """Yield the cells in which something was said more than once, with all that was, in canonical order."""
        for place in np.flatnonzero(self.begins[1:] - self.begins[:-1] > 1).tolist():
            said = self.events.made(self.order[self.begins[place] : self.begins[place + 1]])
            yield (said[0].party, said[0].claim), said

    def counts_at(self, place: int) -> Counts:
        """Return how often each stance was taken in one place."""
        counts = self.counts[place].tolist()
        return Counts(*[counts[column] for column in _COLUMNS])

    @property
    def cells(self) -> Integers:
        """Which cells have a position, as `row · claims + claim`, in order."""
        return self._cells

    def at(self, place: int) -> Position:
        """Make the position in one place, once."""
        found = self._made.get(place)
        if found is None:
            found = self._made[place] = self._position(place)
        return found

    def _position(self, place: int) -> Position:
        inside = slice(self.begins[place], self.begins[place + 1])
        places, counting = self.order[inside], self.counting[inside]
        events = self.events.made(places[counting])
        stance = int(self.stance[place])
        return Position(
            party=self.events.parties[self.party[place]],
            claim=self.events.claims[self.claim[place]],
            stance=None if stance == NOTHING else STANCES[stance],
            counts=self.counts_at(place),
            events=events,
            past=() if len(events) == len(places) else self.events.made(places[~counting]),
            conditions=self.conditions_at(place) if self.conditioned[place] else (),
            conditional=bool(self.conditional[place]),
            hedges=tuple(dict.fromkeys(event.statement.hedge for event in events if event.statement.hedge is not None)),
        )

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """The claims on which there is any position, in canonical order."""
        spoken = np.bincount(self.claim, minlength=len(self.events.claims)) > 0
        return tuple(claim for claim, is_spoken in zip(self.events.claims, spoken.tolist(), strict=True) if is_spoken)


_COLUMNS: Final = tuple(STANCES.index(stance) for stance in _COUNTED)

_JOINT: Final = (
    NOTHING,
    *(
        STANCES.index(joint_stance(stance for place, stance in enumerate(STANCES) if taken >> place & 1))
        for taken in range(1, 1 << len(STANCES))
    ),
)
"""What stance follows from a set of stances, of which each is a bit."""


def joint_stances(taken: Flags) -> Integers:
    """Return what stance follows from those that are taken, one a column; -1 where none is."""
    bits = taken.astype(np.int64) @ (1 << np.arange(len(STANCES)))
    return integers(_JOINT)[bits]


def _counts(cell: Integers, stance: Integers, which: Flags, cells: int) -> Integers:
    number = len(STANCES)
    return np.bincount(cell[which] * number + stance[which], minlength=cells * number).reshape(cells, number)


def _first_of_their_kind(events: Events, order: Integers, cell: Integers, counting: Flags, duplicates: Duplicates) -> Flags:
    """Which events count under a policy for duplicates: of those that count and are the same the first.

    The same are a row's equal stances on a claim in one document or one period; without a date, in one document.
    """
    if duplicates is Duplicates.ALL:
        return np.ones(len(order), np.bool_)
    bucket = np.zeros(len(order), np.int64) if duplicates is Duplicates.ONCE else _buckets(events, duplicates)[events.source[order]]
    key = ((cell * len(STANCES) + events.stance[order]) * (int(bucket.max(initial=0)) + 1) + bucket)[counting]
    found = np.zeros(len(order), np.bool_)
    found[np.flatnonzero(counting)[np.unique(key, return_index=True)[1]]] = True
    return found


def _buckets(events: Events, duplicates: Duplicates) -> Integers:
    """For each source the number of the document or period in which the same stance counts once."""
    if duplicates is Duplicates.DOCUMENT:
        return np.arange(len(events.sources))
    period = Period(duplicates.value)
    numbers: dict[str | int, int] = {}
    names = (place if date is None else period_of(date, period) for place, date in enumerate(events.dates))
    return integers([numbers.setdefault(name, len(numbers)) for name in names])
