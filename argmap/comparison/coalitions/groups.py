"""Discourse coalitions: rows that say the same about the same claims, and different things from the others (Hajer; Leifeld)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from argmap.comparison.arrays import Integers, Numbers
from argmap.comparison.coalitions.communities import Division, Method, Ties, communities, method_for, modularity
from argmap.comparison.pairs.agreement import Agreements
from argmap.comparison.request import Note, NoteKind

LEAST_ACTORS: Final = 4
"""With fewer rows that are tied, nothing is claimed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalitions:
    """Groups of rows that agree more with each other than with the rest, and how they were found.

    Two rows are tied where they have enough claims in common and congruence − conflict of their positions is above 0, which is then
    the weight of the tie. Each position counts once, however often it was repeated, so that same − opposite is left; where
    derived stances are on, derived oppositions are conflict too.
    """

    groups: tuple[tuple[str, ...], ...]
    """At least two, of at least two rows each; the largest first, rows in canonical order."""
    outside: tuple[str, ...]
    """Rows in none of them."""
    method: Method
    seed: int
    """Of the random orders of the Louvain method; without effect on the exhaustive one."""
    modularity: float
    """Q, from -0.5 to 1 (Newman 2004): the share of the weight of ties inside the groups, less what chance would put there."""
    polarisation: float | None
    """From -1 to 1: the share of conflict in all that the groups say to each other, less its share within them. 1: only conflict
    between, only agreement within. None where the groups never speak about the same claims."""


def coalitions_of(parties: Sequence[str], agreements: Agreements, seed: int = 0) -> Coalitions | Note:
    """Return the coalitions of some rows, or why none can be named."""
    same, opposite, derived = (agreements.numbers(name) for name in ("same", "opposite", "derived"))
    between = (agreements.numbers("shared") - same - opposite) / 2
    congruence, conflict = same + between, opposite + between + derived
    balance = congruence - conflict
    tied = (agreements.numbers("shared") >= agreements.least_shared) & (balance > 0)
    ends = np.concatenate((agreements.first[tied], agreements.second[tied]))
    nodes = np.flatnonzero(np.bincount(ends, minlength=len(parties)))
    if len(nodes) < LEAST_ACTORS:
        return Note(kind=NoteKind.FEW, number=len(nodes))
    ties = Ties(
        nodes=len(nodes),
        first=np.searchsorted(nodes, agreements.first[tied]),
        second=np.searchsorted(nodes, agreements.second[tied]),
        weight=balance[tied],
    )
    division = communities(ties, seed)
    if len(division) < 2:  # noqa: PLR2004 - one group opposes nobody
        return Note(kind=NoteKind.ONE_BLOCK, number=len(nodes))
    label = np.full(len(parties), -1)
    for place, members in enumerate(division):
        label[nodes[list(members)]] = place
    inside = set(nodes.tolist())
    return Coalitions(
        groups=_named(parties, nodes.tolist(), division),
        outside=tuple(party for place, party in enumerate(parties) if place not in inside),
        method=method_for(len(nodes)),
        seed=seed,
        modularity=modularity(ties, division),
        polarisation=_polarisation(label[agreements.first], label[agreements.second], congruence, conflict),
    )


def _named(parties: Sequence[str], nodes: Sequence[int], division: Division) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(parties[nodes[node]] for node in members) for members in division)


def _polarisation(one: Integers, other: Integers, congruence: Numbers, conflict: Numbers) -> float | None:
    between = (one >= 0) & (other >= 0) & (one != other)
    within = (one >= 0) & (one == other)
    shares = []
    for part in (between, within):
        all_of_it = float(congruence[part].sum() + conflict[part].sum())
        if not all_of_it:
            return None
        shares.append(float(conflict[part].sum()) / all_of_it)
    return shares[0] - shares[1]
