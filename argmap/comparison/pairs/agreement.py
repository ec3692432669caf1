"""How far two rows agree: 1 less the mean distance of their positions on the claims that both speak about, always with n."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from argmap.comparison.arrays import NOTHING, Integers, Numbers
from argmap.comparison.made import Chosen, Made
from argmap.comparison.pairs.coding import levels_of
from argmap.comparison.pairs.congruence import conditions_part
from argmap.comparison.pairs.oppositions import Support, derived_conflict
from argmap.comparison.pairs.sums import MEETINGS, PairSums, joined, pair_sums
from argmap.comparison.positions.said import Positions
from argmap.comparison.record.events import STANCES
from argmap.rivalry import Rivalry
from argmap.words import Stance

_DIGITS: Final = 9
"""Numbers that differ by less are equal, so that rounding decides no order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two rows agree. Silence is no disagreement: only claims count on which both take a stance."""

    first: str
    second: str
    shared: int
    """n: the claims on which both take a stance, those under different conditions left out where the stances differ."""
    agreement: float | None
    """1 − mean |a − b| / 2 over the shared claims, where for is 1, mixed and neutral 0, against −1; None where n is 0."""
    same: int
    """Shared claims on which the positions are the same."""
    opposite: int
    """Shared claims on which one is for and the other against."""
    conditional: int
    """Claims that are not shared because the two differ under different conditions, which is no conflict."""
    derived: int
    """Oppositions that share no claim: pairs of competing claims, one held by the first, the other by the second."""
    enough: bool
    """Whether n reaches the least that was asked for; below it they have too little in common for a verdict."""


class Agreements(Made[Agreement]):
    """The agreement of every two rows that have a claim or an opposition in common, in canonical order."""

    def __init__(self, parties: Sequence[str], pairs: PairSums, least_shared: int) -> None:
        self.parties = tuple(parties)
        self.least_shared = least_shared
        self._places = {party: place for place, party in enumerate(self.parties)}
        self._pairs = pairs

    @property
    def first(self) -> Integers:
        """The places in `parties` of the first of each pair."""
        return self._pairs.first

    @property
    def second(self) -> Integers:
        """The places in `parties` of the second of each pair."""
        return self._pairs.second

    def numbers(self, name: str) -> Numbers:
        """Return `shared`, `same`, `opposite`, `conditional`, `derived` or `agreement` (nan where n is 0) of all pairs."""
        if name != "agreement":
            return self._pairs.sums[f"{'derived' if name == 'derived' else 'shared'}.{name}"]
        shared, alike = self.numbers("shared"), self._alike
        agreement: Numbers = np.divide(alike, shared, out=np.full(len(self), np.nan), where=shared > 0)
        return agreement

    @cached_property
    def ranked(self) -> Sequence[Agreement]:
        """The pairs with enough in common: those who agree most first; of equal ones those who share most."""
        return self._in_order(closest_first=True)

    @cached_property
    def farthest(self) -> Sequence[Agreement]:
        """The same pairs: those who agree least first; of equal ones those who share most."""
        return self._in_order(closest_first=False)

    def _in_order(self, *, closest_first: bool) -> Sequence[Agreement]:
        shared = self.numbers("shared")
        enough = np.flatnonzero(shared >= self.least_shared)
        agreement = np.round(self.numbers("agreement")[enough], _DIGITS)
        return Chosen(self, enough[np.lexsort((-shared[enough], -agreement if closest_first else agreement))])

    @cached_property
    def opposed(self) -> Sequence[Agreement]:
        """The pairs with too little in common that oppose each other all the same, by how often."""
        derived = self.numbers("derived")
        places = np.flatnonzero((derived > 0) & (self.numbers("shared") < self.least_shared))
        return Chosen(self, places[np.argsort(-derived[places], kind="stable")])

    @cached_property
    def _alike(self) -> Numbers:
        """Σ (1 − |a − b| / 2): each of the shared claims counts 1 where the positions are the same, 0 where they are opposite."""
        return (self.numbers("shared") + self.numbers("same") - self.numbers("opposite")) / 2

    def among(self, parties: Collection[str]) -> Sequence[Agreement]:
        """Return the pairs of which both are among some rows, in canonical order."""
        chosen = np.zeros(len(self.parties), np.bool_)
        chosen[[self._places[party] for party in parties]] = True
        return Chosen(self, np.flatnonzero(chosen[self.first] & chosen[self.second]))

    def with_party(self, party: str) -> Sequence[Agreement]:
        """Return the pairs of one row with others; those that share most first, equal ones in canonical order.

        Raises:
            KeyError: there is no such row.
        """
        row = self._places[party]
        begin, end = np.searchsorted(self.first, (row, row + 1))
        order, seconds = self._by_second
        below, above = np.searchsorted(seconds, (row, row + 1))
        places = np.concatenate((order[below:above], np.arange(begin, end)))
        return Chosen(self, places[np.argsort(-self.numbers("shared")[places], kind="stable")])

    @cached_property
    def _by_second(self) -> tuple[Integers, Integers]:
        """The places of pairs by their second row, and these rows in order."""
        order = np.argsort(self.second, kind="stable")
        return order, self.second[order]

    def of(self, one: str, other: str) -> Agreement:
        """Return the agreement of two rows, also of two that have nothing in common.

        Raises:
            KeyError: there is no such row.
        """
        first, second = sorted((self._places[one], self._places[other]))
        place = self._pairs.place(first, second)
        if place is not None:
            return self.at(place)
        return Agreement(
            first=self.parties[first],
            second=self.parties[second],
            shared=0,
            agreement=None,
            same=0,
            opposite=0,
            conditional=0,
            derived=0,
            enough=False,
        )

    def __len__(self) -> int:
        return len(self._pairs)

    def at(self, place: int) -> Agreement:
        """Make the agreement of the pair in one place."""
        shared = int(self.numbers("shared")[place])
        return Agreement(
            first=self.parties[self.first[place]],
            second=self.parties[self.second[place]],
            shared=shared,
            agreement=float(self._alike[place]) / shared if shared else None,
            same=int(self.numbers("same")[place]),
            opposite=int(self.numbers("opposite")[place]),
            conditional=int(self.numbers("conditional")[place]),
            derived=int(self.numbers("derived")[place]),
            enough=shared >= self.least_shared,
        )


def agreements_of(positions: Positions, rivalry: Rivalry, least_shared: int) -> Agreements:
    """Return how far every two rows agree, and over what they oppose each other without sharing a claim."""
    events, taken = positions.events, positions.stance != NOTHING
    rows = len(events.parties)
    cells = Support(positions.party[taken], positions.claim[taken], positions.condition[taken], np.ones(int(taken.sum())))
    levels = levels_of(positions.stance[taken])

    def measure(left: Integers, right: Integers) -> Mapping[str, Numbers]:
        distance = np.abs(levels[left] - levels[right])
        apart = conditions_part(cells.condition[left], cells.condition[right]) & (distance > 0)
        return {
            "same": (distance == 0).astype(np.float64),
            "opposite": ((distance == 2) & ~apart).astype(np.float64),  # noqa: PLR2004 - the range of the scale
            "conditional": apart.astype(np.float64),
        }

    shared = pair_sums(cells.claim, cells.row, rows, measure)
    counts = {name: shared.sums[name] for name in ("same", "opposite", "conditional")}
    sums = {**counts, "shared": shared.sums[MEETINGS] - counts["conditional"]}
    claims = {claim: place for place, claim in enumerate(events.claims)}
    held = positions.counts[taken, STANCES.index(Stance.FOR)] > 0
    opposed = derived_conflict(cells.where(held), claims, rivalry, rows)
    # Competing claims that are held under different conditions meet, and come to nothing.
    opposed = opposed.where(opposed.sums["derived"] > 0)
    derived = PairSums(opposed.first, opposed.second, {"derived": opposed.sums["derived"]})
    pairs = joined(rows, {"shared": PairSums(shared.first, shared.second, sums), "derived": derived})
    return Agreements(events.parties, pairs, least_shared)
