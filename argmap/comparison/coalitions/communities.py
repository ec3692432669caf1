"""Communities of a weighted network: groups with as much weight inside as possible (modularity; Newman 2004).

    Q = Σ_c (w_c / W − (d_c / 2W)²)

w_c is the weight inside community c, d_c the sum of its members' degrees, W all weight. Up to 12 nodes every division is tried,
so that the best one is found; beyond, the method of Louvain (Blondel et al. 2008) runs from several random orders and keeps the
best. It is our own because it must take 2,000 actors and a million ties in a second: networkx needs seven, and 400 MB.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

import numpy as np

from argmap.comparison.arrays import Integers, Numbers, sums_by

EXHAUSTIVE_UP_TO: Final = 12

_TRIES: Final = 10
_WORK: Final = 2_000_000
"""So many ties are gone over in all tries together, so that large networks are tried less often; never by the clock."""

Division: TypeAlias = tuple[tuple[int, ...], ...]
"""Communities of nodes; each sorted, the largest first, of equal ones that with the lowest node."""


class Method(StrEnum):
    """How communities were found."""

    EXHAUSTIVE = "exhaustive"
    LOUVAIN = "louvain"


@dataclass(frozen=True)
class Ties:
    """An undirected network without loops: every tie once."""

    nodes: int
    first: Integers
    second: Integers
    weight: Numbers
    """Above 0."""


def method_for(nodes: int) -> Method:
    """Return how a network of some size is searched."""
    return Method.EXHAUSTIVE if nodes <= EXHAUSTIVE_UP_TO else Method.LOUVAIN


def communities(ties: Ties, seed: int = 0) -> Division:
    """Return the division of a network with the highest modularity that is found."""
    if not len(ties.first):
        return tuple((node,) for node in range(ties.nodes))
    if method_for(ties.nodes) is Method.EXHAUSTIVE:
        return _best_division(ties)
    generator = random.Random(seed)  # noqa: S311 - nothing here is secret
    tries = max(1, min(_TRIES, _WORK // (10 * len(ties.first))))
    divisions = [_louvain(ties, generator) for _ in range(tries)]
    # Of equally good ones the first in order, so that the answer does not hang on the seed alone.
    return min(divisions, key=lambda division: (-round(modularity(ties, division), 9), division))


def modularity(ties: Ties, division: Division) -> float:
    """Return the modularity of a division, from -0.5 to below 1; 0 for a network without ties."""
    total = float(ties.weight.sum())
    if not total:
        return 0.0
    label = np.zeros(ties.nodes, np.int64)
    for place, members in enumerate(division):
        label[list(members)] = place
    inside = float(ties.weight[label[ties.first] == label[ties.second]].sum())
    degree = sums_by(label, _degrees(ties), len(division))
    return inside / total - float(((degree / (2 * total)) ** 2).sum())


def _degrees(ties: Ties) -> Numbers:
    return sums_by(ties.first, ties.weight, ties.nodes) + sums_by(ties.second, ties.weight, ties.nodes)


def _best_division(ties: Ties) -> Division:
    """Try every division: the best one of a set is the best community with its lowest node, and the best of the rest.

    So 3ⁿ steps do what trying Bell(n) divisions would.
    """
    total = float(ties.weight.sum())
    degree = (_degrees(ties) / (2 * total)).tolist()
    weight = [[0.0] * ties.nodes for _ in range(ties.nodes)]
    for first, second, value in zip(ties.first.tolist(), ties.second.tolist(), (ties.weight / total).tolist(), strict=True):
        weight[first][second] = weight[second][first] = value
    sets = 1 << ties.nodes
    worth = [0.0] * sets
    inside, ends = [0.0] * sets, [0.0] * sets
    for members in range(1, sets):
        lowest = (members & -members).bit_length() - 1
        rest = members & (members - 1)
        row = weight[lowest]
        inside[members] = inside[rest] + sum(row[node] for node in _nodes(rest))
        ends[members] = ends[rest] + degree[lowest]
        worth[members] = inside[members] - ends[members] ** 2
    best, choice = [0.0] * sets, [0] * sets
    for members in range(1, sets):
        lowest = members & -members
        rest = members ^ lowest
        part, found, chosen = rest, -np.inf, 0
        while True:  # every subset of the rest, from all of it to none: of equal divisions the coarser wins
            value = worth[lowest | part] + best[rest ^ part]
            if value > found + 1e-12:
                found, chosen = value, lowest | part
            if not part:
                break
            part = (part - 1) & rest
        best[members], choice[members] = found, chosen
    division, left = [], sets - 1
    while left:
        division.append(_nodes(choice[left]))
        left ^= choice[left]
    return _in_order(division)


def _nodes(members: int) -> tuple[int, ...]:
    return tuple(node for node in range(members.bit_length()) if members >> node & 1)


def _in_order(division: Sequence[Sequence[int]]) -> Division:
    return tuple(sorted((tuple(sorted(members)) for members in division), key=lambda members: (-len(members), members)))


def _louvain(ties: Ties, generator: random.Random) -> Division:
    """Move nodes to the neighbouring community where modularity gains most, until none gains; then take communities as nodes."""
    members: list[list[int]] = [[node] for node in range(ties.nodes)]
    loops = np.zeros(ties.nodes)
    while True:
        kept, label = np.unique(_moved(ties, loops, generator), return_inverse=True)
        if len(kept) == len(members):
            return _in_order(members)
        together: list[list[int]] = [[] for _ in kept]
        for node, community in enumerate(label.tolist()):
            together[community] += members[node]
        members = together
        one, other = label[ties.first], label[ties.second]
        inside = one == other
        loops = sums_by(label, loops, len(kept)) + sums_by(one[inside], ties.weight[inside], len(kept))
        ties = _ties_between(len(kept), one[~inside], other[~inside], ties.weight[~inside])


def _ties_between(nodes: int, one: Integers, other: Integers, weight: Numbers) -> Ties:
    key, place = np.unique(np.minimum(one, other) * nodes + np.maximum(one, other), return_inverse=True)
    return Ties(nodes, key // nodes, key % nodes, sums_by(place, weight, len(key)))


def _moved(ties: Ties, loops: Numbers, generator: random.Random) -> Integers:
    """Return the community of each node once no single move gains anything."""
    start = np.concatenate((ties.first, ties.second))
    order = np.argsort(start, kind="stable")
    neighbour = np.concatenate((ties.second, ties.first))[order]
    strength = np.concatenate((ties.weight, ties.weight))[order]
    begins = np.searchsorted(start[order], np.arange(ties.nodes + 1)).tolist()
    degree = _degrees(ties) + 2 * loops
    all_degrees = float(degree.sum())
    label = np.arange(ties.nodes)
    community_degree = degree.copy()
    visiting = [node for node in range(ties.nodes) if begins[node] < begins[node + 1]]
    generator.shuffle(visiting)
    moving = True
    while moving:
        moving = False
        for node in visiting:
            begin, end = begins[node], begins[node + 1]
            here, own = int(label[node]), float(degree[node])
            community_degree[here] -= own
            to = np.bincount(label[neighbour[begin:end]], strength[begin:end], minlength=ties.nodes)
            gain = to - own * community_degree / all_degrees
            gain[to == 0] = -np.inf
            best = int(gain.argmax())
            stay = float(to[here]) - own * float(community_degree[here]) / all_degrees
            if gain[best] > stay + 1e-9 * own:
                label[node], moving = best, True
                community_degree[best] += own
            else:
                community_degree[here] += own
    return label
