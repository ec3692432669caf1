"""What splits and what unites: for each claim who stands where, how much it divides, and how far every side can live with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from argmap.comparison.arrays import NOTHING, Flags, Integers, Numbers, begins, found_in, integers
from argmap.comparison.positions.derived import DerivedStances
from argmap.comparison.positions.said import Positions
from argmap.comparison.record.events import STANCES
from argmap.words import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimBalance:
    """Who stands where on a claim; every row is in at most one of the tuples, in canonical order."""

    claim: str
    supporting: tuple[str, ...]
    opposing: tuple[str, ...]
    mixed: tuple[str, ...]
    neutral: tuple[str, ...]
    opposing_derived: tuple[str, ...]
    """Rows that say nothing about the claim, but hold one that competes with it."""
    divisiveness: float
    """4 · f / (n + 2) · a / (n + 2), from 0 to below 1: f rows are for, a against (derived or not), n take any position. It grows
    with how evenly the rows are split and with how many there are; one against one is 0.25."""
    consensus: float
    """Group-informed consensus (Small et al. 2021, as in Polis): the product over the coalitions of (A + 1) / (S + 2), where S of
    its members take a position and A of these are for. Without coalitions all rows are one group."""

    @property
    def positions(self) -> int:
        """How many rows take a position, derived ones with them."""
        return sum(map(len, (self.supporting, self.opposing, self.mixed, self.neutral, self.opposing_derived)))

    @property
    def share(self) -> float:
        """The share of rows that are for, among those that take a position."""
        return len(self.supporting) / self.positions if self.positions else 0.0


_SIDES: Final = (Stance.FOR, Stance.AGAINST, Stance.MIXED, Stance.NEUTRAL, None)
"""On which side of a claim a row can be; the last is against by derivation alone."""


def balances_of(positions: Positions, derived: DerivedStances, coalitions: Sequence[Sequence[str]]) -> tuple[ClaimBalance, ...]:
    """Return the balance of every claim on which somebody takes a position of his own, in the order of the claims."""
    parties, claims = positions.events.parties, positions.events.claims
    claim, row, side = _standing(positions, derived)
    kinds = len(_SIDES)
    counts = np.bincount(claim * kinds + side, minlength=len(claims) * kinds).reshape(len(claims), kinds)
    standing = counts.sum(axis=1)
    against = counts[:, _SIDES.index(Stance.AGAINST)] + counts[:, _SIDES.index(None)]
    divisiveness = 4 * counts[:, 0] * against / (standing + 2) ** 2
    consensus = _consensus(claim, row, side == 0, positions, coalitions)
    names = [parties[one] for one in row[np.lexsort((row, side, claim))].tolist()]
    ends = np.cumsum(counts.ravel()).reshape(counts.shape).tolist()
    found = []
    begin = 0
    for place, (name, split, united) in enumerate(zip(claims, divisiveness.tolist(), consensus.tolist(), strict=True)):
        bounds = (begin, *ends[place])
        begin = bounds[-1]
        if bounds[0] == bounds[-2]:  # nobody takes a position of his own
            continue
        supporting, opposing, mixed, neutral, derived_only = (tuple(names[one:other]) for one, other in pairwise(bounds))
        found.append(
            ClaimBalance(
                claim=name,
                supporting=supporting,
                opposing=opposing,
                mixed=mixed,
                neutral=neutral,
                opposing_derived=derived_only,
                divisiveness=split,
                consensus=united,
            )
        )
    return tuple(found)


def _standing(positions: Positions, derived: DerivedStances) -> tuple[Integers, Integers, Integers]:
    """Who stands on which claim on which side: claims, rows, places in `_SIDES`; a derived stance only where nothing was said."""
    claims = max(len(positions.events.claims), 1)
    taken = positions.stance != NOTHING
    said = positions.party[taken] * claims + positions.claim[taken]
    side_of = integers([_SIDES.index(stance) for stance in STANCES])
    silent = ~found_in(said, derived.party * claims + derived.claim)
    return (
        np.concatenate((positions.claim[taken], derived.claim[silent])),
        np.concatenate((positions.party[taken], derived.party[silent])),
        np.concatenate((side_of[positions.stance[taken]], np.full(int(silent.sum()), _SIDES.index(None)))),
    )


def _consensus(
    claim: Integers, row: Integers, agreeing: Flags, positions: Positions, coalitions: Sequence[Sequence[str]]
) -> Numbers:
    claims = len(positions.events.claims)
    groups = coalitions or [positions.events.parties]
    group_of = {party: number for number, group in enumerate(groups) for party in group}
    group = integers([group_of.get(party, len(groups)) for party in positions.events.parties])[row]
    order = np.argsort(group, kind="stable")
    consensus = np.ones(claims)
    for begin, end in pairwise(begins(group[order], len(groups)).tolist()):
        inside = order[begin:end]
        seen = np.bincount(claim[inside], minlength=claims)
        agreed = np.bincount(claim[inside[agreeing[inside]]], minlength=claims)
        consensus *= (agreed + 1) / (seen + 2)
    return consensus


def most_divisive(balances: Sequence[ClaimBalance]) -> tuple[ClaimBalance, ...]:
    """Return the claims that split the rows at all, the most divisive first."""
    splitting = [balance for balance in balances if balance.divisiveness > 0]
    return tuple(sorted(splitting, key=lambda balance: -balance.divisiveness))


def most_uniting(balances: Sequence[ClaimBalance]) -> tuple[ClaimBalance, ...]:
    """Return the claims that several rows are for and none is against, in the order of their consensus."""
    uniting = [
        balance
        for balance in balances
        if len(balance.supporting) > 1 and not balance.opposing and not balance.opposing_derived  # one party alone unites nobody
    ]
    return tuple(sorted(uniting, key=lambda balance: (-balance.consensus, -len(balance.supporting))))
