"""The part of a comparison that a picture or a page shows: everything, unless that is more than anybody can read."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from argmap.comparison.comparing import Comparison
from argmap.rendering.comparison.naming import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Rows and claims that are shown, in an order in which blocks show."""

    parties: tuple[str, ...]
    claims: tuple[str, ...]
    parties_left: int
    """How many rows are left out: those that take the fewest positions."""
    claims_left: int


def part_of(
    comparison: Comparison, *, parties: int, claims: int, about: Collection[str] | None = None, of: Collection[str] | None = None
) -> Part:
    """Return at most so many rows and claims: those with the most positions.

    Args:
        comparison: of which.
        parties: how many rows at most.
        claims: how many claims at most.
        about: the claims that come into question; None for all.
        of: the rows that come into question; None for all that take a position on any of the claims.
    """
    by_party: Counter[str] = Counter()
    by_claim: Counter[str] = Counter()
    cells = comparison.positions if about is None else [cell for claim in about for cell in comparison.cells_of.get(claim, ())]
    for party, claim in cells:
        if of is None or party in of:
            by_party[party] += 1
            by_claim[claim] += 1
    rows, columns = comparison.blocks
    shown_parties = _most([row for row in rows if row in by_party], by_party, parties)
    shown_claims = _most([column for column in columns if column in by_claim], by_claim, claims)
    return Part(
        parties=shown_parties,
        claims=shown_claims,
        parties_left=len(by_party) - len(shown_parties),
        claims_left=len(by_claim) - len(shown_claims),
    )


def left_out(part: Part, naming: Naming) -> str:
    """Return what a picture or table does not show, in words; empty where it shows everything."""
    if not part.parties_left and not part.claims_left:
        return ""
    return naming.catalogue.say("comparison.left_out", actors=part.parties_left, claims=part.claims_left)


def _most(names: Sequence[str], count: Counter[str], most: int) -> tuple[str, ...]:
    if len(names) <= most:
        return tuple(names)
    place = {name: at for at, name in enumerate(names)}
    kept = sorted(names, key=lambda name: (-count[name], place[name]))[:most]
    return tuple(sorted(kept, key=place.__getitem__))
