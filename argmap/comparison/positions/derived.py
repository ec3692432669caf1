"""Derived stances: who is for a claim is against its contraries and, on a choice, against its rival answers.

Never the other way round: who rejects one answer has not chosen another. They are counted apart from what was said, and find
oppositions between rows that never speak about the same claim.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import numpy as np

from argmap.comparison.arrays import Integers, begins, found_in, integers, spread, starts
from argmap.comparison.made import Cells
from argmap.comparison.positions.said import Positions
from argmap.comparison.record.events import STANCES, Event
from argmap.rivalry import Rivalry
from argmap.words import Stance

_FOR = STANCES.index(Stance.FOR)


class Reason(NamedTuple):
    """A claim that a row is for, from which it follows that it is against another."""

    claim: str
    question: str | None
    """The choice to which both are answers; None where they are contraries."""
    events: tuple[Event, ...]
    """The statements for it that count."""


class DerivedStance(NamedTuple):
    """A row is against a claim because of what else it is for; it may never have spoken of it."""

    party: str
    claim: str
    reasons: tuple[Reason, ...]
    """By the canonical order of their claims."""


class DerivedStances(Cells[DerivedStance]):
    """All derived stances by row, then by claim, in canonical order, worked out when asked for: there may be very many."""

    def __init__(self, rivalry: Rivalry, positions: Positions) -> None:
        """Derive from positions, given which claims compete."""
        super().__init__(positions.events.parties, positions.events.claims)
        self._rivalry = rivalry
        self._positions = positions

    @cached_property
    def _members(self) -> tuple[Integers, Integers]:
        """The groups of claims that compete, and the claims in each, one group after the other."""
        groups = self._rivalry.groups
        claims = integers([self._claim_at[claim] for group in groups for claim in group.claims])
        return np.repeat(np.arange(len(groups)), integers([len(group.claims) for group in groups])), claims

    @cached_property
    def _held(self) -> tuple[Integers, Integers]:
        """Who holds a claim in which group: `group · rows + row` in order, and the place of the position for each."""
        positions = self._positions
        group, claim = self._members
        order = np.argsort(claim, kind="stable")
        at = begins(claim[order], len(self._claims))
        holding = np.flatnonzero(positions.counts[:, _FOR] > 0)
        of_claim = positions.claim[holding]
        owner, step = spread(at[of_claim + 1] - at[of_claim])
        key = group[order[at[of_claim][owner] + step]] * len(self._parties) + positions.party[holding][owner]
        by_key = np.argsort(key, kind="stable")
        return key[by_key], holding[owner][by_key]

    @cached_property
    def _meetings(self) -> tuple[Integers, Integers]:
        """The keys of what is held, each once, and where the positions of each begin, and those of the last one end."""
        keys = self._held[0]
        first = np.flatnonzero(starts(keys))
        return keys[first], np.append(first, len(keys))

    @cached_property
    def _entries(self) -> tuple[Integers, Integers]:
        """Against what each meeting of a row and a group speaks: `row · claims + claim` in order, and the meeting of each."""
        rows, claims = max(len(self._parties), 1), self._width
        group, members = self._members
        keys, places = self._held
        meetings, behind = self._meetings
        at = begins(group, len(self._rivalry.groups))
        of_group = meetings // rows
        owner, step = spread((at[1:] - at[:-1])[of_group])
        against = members[at[of_group][owner] + step]
        # Who holds nothing in the group but the claim itself is not against it.
        alone = (behind[1:] - behind[:-1] == 1)[owner]
        held = np.sort(keys * claims + self._positions.claim[places])
        against_some = ~(alone & found_in(held, meetings[owner] * claims + against))
        key = ((meetings % rows)[owner] * claims + against)[against_some]
        order = np.argsort(key, kind="stable")
        return key[order], owner[against_some][order]

    @cached_property
    def _cells(self) -> tuple[Integers, Integers]:
        """The derived stances, `row · claims + claim` in order, and where the entries of each begin, and those of the last end."""
        keys = self._entries[0]
        first = np.flatnonzero(starts(keys))
        return keys[first], np.append(first, len(keys))

    @property
    def cells(self) -> Integers:
        """The derived stances, as `row · claims + claim`, in order."""
        return self._cells[0]

    @cached_property
    def _by_claim(self) -> tuple[Integers, Integers]:
        """The rows that are against claims, claim by claim, and where those of each claim begin, and those of the last end."""
        order = np.argsort(self.claim, kind="stable")
        return self.party[order], begins(self.claim[order], len(self._claims))

    def _reasons(self, place: int) -> list[tuple[int, int]]:
        """The positions from which a derived stance follows, in order, each with the group in which the two claims compete."""
        entries = self._cells[1]
        meetings, behind = self._meetings
        claim = self.claim[place]
        found: list[tuple[int, int]] = []
        for meeting in self._entries[1][entries[place] : entries[place + 1]].tolist():
            held = self._held[1][behind[meeting] : behind[meeting + 1]].tolist()
            group = int(meetings[meeting]) // len(self._parties)
            found += [(position, group) for position in held if self._positions.claim[position] != claim]
        return sorted(found)

    def because(self) -> Iterator[list[int]]:
        """Yield for each derived stance the places of the claims from which it follows, in order; faster than asking one by one."""
        held = self._positions.claim[self._held[1]].tolist()
        behind, meetings, entries = (column.tolist() for column in (self._meetings[1], self._entries[1], self._cells[1]))
        for place, claim in enumerate(self.claim.tolist()):
            reasons = [
                other
                for meeting in meetings[entries[place] : entries[place + 1]]
                for other in held[behind[meeting] : behind[meeting + 1]]
                if other != claim
            ]
            yield sorted(reasons) if len(reasons) > 1 else reasons

    def at(self, place: int) -> DerivedStance:
        """Make the derived stance in one place."""
        positions = self._positions
        return DerivedStance(
            self._parties[self.party[place]],
            self._claims[self.claim[place]],
            tuple(
                Reason(
                    self._claims[positions.claim[position]],
                    self._rivalry.groups[group].question,
                    tuple(event for event in positions.at(position).events if event.stance is Stance.FOR),
                )
                for position, group in self._reasons(place)
            ),
        )

    def everything(self) -> Iterator[DerivedStance]:
        """Yield all of them, by row, then by claim in canonical order."""
        return map(self.at, range(len(self)))

    def against(self, claim: str) -> frozenset[str]:
        """Return the rows that are against a claim by derivation, whatever they say about it themselves."""
        rows, at = self._by_claim
        place = self._claim_at[claim]
        return frozenset(self._parties[row] for row in rows[at[place] : at[place + 1]].tolist())
