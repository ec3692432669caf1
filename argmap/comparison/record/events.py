"""Who took which stance on which claim, when, and whether it still counts: columns of numbers, and an event when it is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from argmap.comparison.arrays import NOTHING, Flags, Integers, integers
from argmap.comparison.made import Made
from argmap.comparison.record.conditions import Condition, condition_of
from argmap.graph import Statement
from argmap.words import Stance

STANCES: Final = tuple(Stance)
"""In columns a stance is its place here."""


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


@dataclass(frozen=True, eq=False, kw_only=True)
class Events(Made[Event]):
    """Stances in canonical order: of the source's date and the place in it. Columns have one number an event."""

    statements: Sequence[Statement]
    parties: Sequence[str]
    """The ids of all rows."""
    claims: Sequence[str]
    """The ids of everything on which a stance can be taken."""
    sources: Sequence[str]
    dates: Sequence[str | None]
    """Of each source."""
    enders: Sequence[str]
    """The ids of statements that replace or retract others."""
    statement: Integers
    """Places in `statements`, and so on."""
    party: Integers
    claim: Integers
    source: Integers
    ended: Integers
    """-1 for what counts."""
    actors: Sequence[tuple[str, ...]] | None
    """Of each event; None where every row is an actor."""

    @property
    def counts(self) -> Flags:
        """Which of them count: those that nobody replaced or retracted."""
        counting: Flags = self.ended == NOTHING
        return counting

    @cached_property
    def stance(self) -> Integers:
        """Places in `STANCES`."""
        places = {stance: place for place, stance in enumerate(STANCES)}
        return integers([places[statement.stance] for statement in self.statements])[self.statement]

    @cached_property
    def conditions(self) -> Sequence[Condition]:
        """Those under which any stance holds, each once."""
        found = (condition_of(statement) for statement in self.statements if statement.given is not None)
        return tuple(dict.fromkeys(condition for condition in found if condition is not None))

    @cached_property
    def condition(self) -> Integers:
        """Under which of the conditions each holds, from 1; 0 without one."""
        numbers = {condition: number for number, condition in enumerate(self.conditions, start=1)}
        of_statement = np.zeros(len(self.statements), np.int64)
        for place, given in enumerate([statement.given for statement in self.statements]):
            if given is not None:
                condition = condition_of(self.statements[place])
                of_statement[place] = numbers[condition] if condition is not None else 0
        return of_statement[self.statement]

    def where(self, chosen: Flags) -> "Events":
        """Return some of the events."""
        return replace(
            self,
            statement=self.statement[chosen],
            party=self.party[chosen],
            claim=self.claim[chosen],
            source=self.source[chosen],
            ended=self.ended[chosen],
            actors=None if self.actors is None else [self.actors[place] for place in np.flatnonzero(chosen).tolist()],
        )

    def made(self, places: Integers) -> tuple[Event, ...]:
        """Return some of the events, in the order of their places."""
        return tuple(map(self.at, places.tolist()))

    def of(self, party: str) -> tuple[Event, ...]:
        """Return the events of one row."""
        return self.made(np.flatnonzero(self.party == self.parties.index(party)))

    def __len__(self) -> int:
        return len(self.statement)

    def at(self, place: int) -> Event:
        """Make the event in one place."""
        statement = self.statements[self.statement[place]]
        party = self.parties[self.party[place]]
        ended = self.ended[place]
        return Event(
            party,
            self.claims[self.claim[place]],
            statement.stance,
            (party,) if self.actors is None else self.actors[place],
            statement,
            self.dates[self.source[place]],
            None if ended == NOTHING else self.enders[ended],
        )
