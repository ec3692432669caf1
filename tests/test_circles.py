"""Circles in a graph, against their definition."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from argmap.circles import circles

_nodes = st.sampled_from("abcdef")
_edges = st.dictionaries(_nodes, st.lists(_nodes, max_size=4))


def reachable(edges: Mapping[str, list[str]], start: str) -> set[str]:
    reached: set[str] = set()
    for _ in edges:
        reached |= {other for node in {start, *reached} for other in edges.get(node, ())}
    return reached


def parts_with_circles(edges: Mapping[str, list[str]]) -> set[frozenset[str]]:
    reach = {node: reachable(edges, node) for node in edges}
    parts = {
        frozenset(other for other in edges if other in reach[node] and node in reach[other])
        for node in edges
        if node in reach[node]
    }
    return {part for part in parts if len(part) > 1}


@given(_edges)
def test_one_circle_is_found_in_each_part_that_has_one(edges: Mapping[str, list[str]]) -> None:
    parts = parts_with_circles(edges)
    found = list(circles(edges))
    assert {part for circle in found for part in parts if part.issuperset(circle)} == parts
    assert len(found) == len(parts)


@given(_edges)
def test_every_circle_goes_along_the_edges_back_to_its_start_and_visits_nothing_twice(edges: Mapping[str, list[str]]) -> None:
    for circle in circles(edges):
        assert all(after in edges[before] for before, after in zip(circle, [*circle[1:], circle[0]], strict=True))
        assert len(circle) == len(set(circle)) > 1


@given(_edges)
def test_no_shorter_circle_goes_through_its_first_node(edges: Mapping[str, list[str]]) -> None:
    for circle in circles(edges):
        reached = {circle[0]}
        for _ in range(len(circle) - 1):
            reached = {other for node in reached for other in edges.get(node, ()) if other != node}
            assert circle[0] not in reached


def test_a_very_long_circle_is_found_without_recursion() -> None:
    edges = {str(number): [str((number + 1) % 20_000)] for number in range(20_000)}
    assert [len(circle) for circle in circles(edges)] == [20_000]
