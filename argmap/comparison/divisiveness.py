"""What splits and what unites: for each claim who stands where, how much it divides, and how far every side can live with it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from argmap.comparison.positions.derived import DerivedStances
from argmap.comparison.positions.said import Cell, Position
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


@dataclass(frozen=True, slots=True)
class _Grouping:
    """Which group rows are in; not all of them need be in any."""

    group_of: Mapping[str, int]
    groups: int

    def counted(self, parties: Iterable[str]) -> Mapping[int | None, int]:
        """How many rows are in each group."""
        return Counter(map(self.group_of.get, parties))


def balances_of(
    claims: Sequence[str],
    parties: Sequence[str],
    positions: Mapping[Cell, Position],
    derived: DerivedStances,
    coalitions: Sequence[Sequence[str]],
) -> tuple[ClaimBalance, ...]:
    """Return the balance of every claim on which somebody takes a position of his own, in the order of the claims."""
    by_claim: dict[str, dict[str, Stance]] = {}
    for (party, claim), position in positions.items():
        if position.stance is not None:
            by_claim.setdefault(claim, {})[party] = position.stance
    order = {party: place for place, party in enumerate(parties)}
    groups = coalitions or [parties]
    grouping = _Grouping({party: place for place, group in enumerate(groups) for party in group}, len(groups))
    found = []
    for claim in claims:
        if claim not in by_claim:
            continue
        sides: dict[Stance, list[str]] = {stance: [] for stance in Stance}
        for party in sorted(by_claim[claim], key=order.__getitem__):
            sides[by_claim[claim][party]].append(party)
        silent = sorted(derived.against(claim) - by_claim[claim].keys(), key=order.__getitem__)
        found.append(_balance(claim, sides, silent, grouping))
    return tuple(found)


def _balance(claim: str, sides: Mapping[Stance, Sequence[str]], silent: Sequence[str], grouping: _Grouping) -> ClaimBalance:
    supporting = sides[Stance.FOR]
    against = len(sides[Stance.AGAINST]) + len(silent)
    everybody = [party for side in (*sides.values(), silent) for party in side]
    seen, agreed = grouping.counted(everybody), grouping.counted(supporting)
    consensus = 1.0
    for group in range(grouping.groups):
        consensus *= (agreed[group] + 1) / (seen[group] + 2)
    return ClaimBalance(
        claim=claim,
        supporting=tuple(supporting),
        opposing=tuple(sides[Stance.AGAINST]),
        mixed=tuple(sides[Stance.MIXED]),
        neutral=tuple(sides[Stance.NEUTRAL]),
        opposing_derived=tuple(silent),
        divisiveness=4 * len(supporting) * against / (len(everybody) + 2) ** 2,
        consensus=consensus,
    )


def most_divisive(balances: Sequence[ClaimBalance]) -> tuple[ClaimBalance, ...]:
    """Return the claims that split the rows at all, the most divisive first."""
    splitting = [balance for balance in balances if balance.divisiveness > 0]
    return tuple(sorted(splitting, key=lambda balance: -balance.divisiveness))


def most_uniting(balances: Sequence[ClaimBalance]) -> tuple[ClaimBalance, ...]:
    """Return the claims that several rows are for and none is against, in the order of their consensus."""
    uniting = [
        balance
        for balance in balances
        if len(balance.supporting) > 1 and not balance.opposing and not balance.opposing_derived  # one voice alone unites nobody
    ]
    return tuple(sorted(uniting, key=lambda balance: (-balance.consensus, -len(balance.supporting))))
