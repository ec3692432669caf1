"""Derived stances: who is for a claim is against its contraries and, on a choice, against its rival answers.

Never the other way round: who rejects one answer has not chosen another. They are counted apart from what was said, and find
oppositions between rows that never speak about the same claim.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from argmap.comparison.positions.said import Cell, Position
from argmap.comparison.record.events import Event
from argmap.graph import Graph
from argmap.rivalry import Rivalry
from argmap.words import Stance


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


class DerivedStances(Mapping[Cell, DerivedStance]):
    """All derived stances by row and claim, in the order of positions, worked out when asked for: there may be very many."""

    def __init__(self, rivalry: Rivalry, positions: Mapping[Cell, Position], graph: Graph) -> None:
        self._rivalry = rivalry
        self._order = {claim: place for place, claim in enumerate(graph.claims)}
        self._held: dict[str, dict[str, tuple[Event, ...]]] = {}
        self._holders: dict[str, list[str]] = {}
        self._in_group: dict[int, Counter[str]] = {}
        for (party, claim), position in positions.items():
            groups = rivalry.groups_of.get(claim)
            if groups and position.counts.supporting:
                supporting = tuple(event for event in position.events if event.stance is Stance.FOR)
                self._held.setdefault(party, {})[claim] = supporting
                self._holders.setdefault(claim, []).append(party)
                for group in groups:
                    self._in_group.setdefault(group, Counter())[party] += 1

    def __getitem__(self, cell: Cell) -> DerivedStance:
        party, claim = cell
        mine = set(self._rivalry.groups_of[claim])
        reasons = tuple(
            Reason(other, self._rivalry.groups[group].question, events)
            for other, events in self._held[party].items()
            for group in self._rivalry.groups_of[other]
            if other != claim and group in mine
        )
        if not reasons:
            raise KeyError(cell)
        return DerivedStance(party, claim, reasons)

    def __iter__(self) -> Iterator[Cell]:
        for stance in self.everything():
            yield stance.party, stance.claim

    def __len__(self) -> int:
        return self._number

    @cached_property
    def _number(self) -> int:
        return sum(1 for _ in self.everything())

    def everything(self) -> Iterator[DerivedStance]:
        """Yield all of them, by row, then by claim in canonical order; much faster than asking for one after the other."""
        for party, held in self._held.items():
            against: dict[str, list[Reason]] = {}
            for claim, events in held.items():
                for group in self._rivalry.groups_of[claim]:
                    rivals = self._rivalry.groups[group]
                    reason = Reason(claim, rivals.question, events)
                    for rival in rivals.claims:
                        if rival != claim:
                            against.setdefault(rival, []).append(reason)
            for claim in sorted(against, key=self._order.__getitem__):
                yield DerivedStance(party, claim, tuple(against[claim]))

    def against(self, claim: str) -> frozenset[str]:
        """Return the rows that are against a claim by derivation, whatever they say about it themselves."""
        found: set[str] = set()
        for group in self._rivalry.groups_of.get(claim, ()):
            count = self._in_group.get(group, Counter())
            # Who holds nothing in the group but the claim itself is not against it.
            found.update(count.keys() - {party for party in self._holders.get(claim, ()) if count[party] == 1})
        return frozenset(found)
