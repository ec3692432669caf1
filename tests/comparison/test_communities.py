"""Communities of networks: exact where that is possible, and elsewhere as good as a peer's."""

from collections.abc import Iterator, Sequence

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.comparison.coalitions.communities import EXHAUSTIVE_UP_TO, Division, Method, Ties, communities, method_for, modularity

Weights = dict[tuple[int, int], float]


def ties(nodes: int, weights: Weights) -> Ties:
    pairs = sorted(weights)
    return Ties(
        nodes,
        np.array([one for one, _ in pairs], np.int64),
        np.array([other for _, other in pairs], np.int64),
        np.array([weights[pair] for pair in pairs], np.float64),
    )


def networks(nodes: int) -> st.SearchStrategy[Weights]:
    pairs = st.sampled_from([(one, other) for one in range(nodes) for other in range(one + 1, nodes)])
    return st.dictionaries(pairs, st.integers(1, 5).map(float), min_size=1)


def divisions(nodes: Sequence[int]) -> Iterator[list[list[int]]]:
    """Every division of some nodes."""
    if not nodes:
        yield []
        return
    first, rest = nodes[0], nodes[1:]
    for division in divisions(rest):
        yield [[first], *division]
        for place in range(len(division)):
            yield [*division[:place], [first, *division[place]], *division[place + 1 :]]


def as_networkx(nodes: int, weights: Weights) -> "nx.Graph[int]":
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in weights.items())
    return graph


@given(networks(6))
def test_modularity_is_what_networkx_computes(weights: Weights) -> None:
    division: Division = ((0, 1, 2), (3, 4), (5,))
    expected = nx.community.modularity(as_networkx(6, weights), [set(members) for members in division])
    assert modularity(ties(6, weights), division) == pytest.approx(expected)


@given(networks(6))
def test_no_division_of_a_small_network_is_better_than_the_one_found(weights: Weights) -> None:
    network = ties(6, weights)
    best = max(modularity(network, tuple(map(tuple, division))) for division in divisions(range(6)))
    assert modularity(network, communities(network)) == pytest.approx(best)


@given(networks(EXHAUSTIVE_UP_TO + 4))
def test_louvain_is_no_worse_than_networkx(weights: Weights) -> None:
    nodes = EXHAUSTIVE_UP_TO + 4
    found = communities(ties(nodes, weights))
    peer = nx.community.louvain_communities(as_networkx(nodes, weights), seed=0)
    assert modularity(ties(nodes, weights), found) >= nx.community.modularity(as_networkx(nodes, weights), peer) - 0.02


@given(networks(EXHAUSTIVE_UP_TO + 2), st.integers(0, 3))
def test_every_node_is_in_one_community_and_the_same_seed_gives_the_same(weights: Weights, seed: int) -> None:
    network = ties(EXHAUSTIVE_UP_TO + 2, weights)
    found = communities(network, seed)
    assert sorted(node for members in found for node in members) == list(range(network.nodes))
    assert communities(network, seed) == found
    assert list(found) == sorted(found, key=lambda members: (-len(members), members))


@pytest.mark.parametrize("size", [3, 10])
def test_planted_groups_are_found(size: int) -> None:
    groups = [range(start, start + size) for start in range(0, 3 * size, size)]
    inside = {(one, other): 3.0 for group in groups for one in group for other in group if one < other}
    bridges = {(groups[0][0], groups[1][0]): 1.0, (groups[1][0], groups[2][0]): 1.0}
    assert communities(ties(3 * size, inside | bridges)) == tuple(tuple(group) for group in groups)


def test_a_network_without_ties_is_all_single_nodes() -> None:
    assert communities(ties(3, {})) == ((0,), (1,), (2,))
    assert modularity(ties(3, {}), ((0, 1, 2),)) == 0


def test_the_method_depends_on_the_size_alone() -> None:
    assert [method_for(nodes) for nodes in (EXHAUSTIVE_UP_TO, EXHAUSTIVE_UP_TO + 1)] == [Method.EXHAUSTIVE, Method.LOUVAIN]
