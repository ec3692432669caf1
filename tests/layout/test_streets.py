from itertools import pairwise
from math import dist, inf

from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.curves import Frame
from argmap.layout.funnel import Gate, funnel
from argmap.layout.plan import Point
from argmap.layout.streets import Streets

COORDINATES = st.integers(0, 60)


@st.composite
def corridors(draw: st.DrawFn) -> tuple[Point, list[Gate], Point]:
    """Return gates one after the other down a page, with a start above and an end below."""
    lefts = draw(st.lists(COORDINATES, min_size=0, max_size=6))
    gates = [Gate(left, left + draw(st.integers(1, 20)), 10 * place) for place, left in enumerate(lefts, start=1)]
    return (draw(COORDINATES), 0), gates, (draw(COORDINATES), 10 * (len(gates) + 1))


@given(corridors())
def test_the_pulled_way_is_the_shortest_through_all_gates(corridor: tuple[Point, list[Gate], Point]) -> None:
    start, gates, end = corridor
    way = funnel(start, gates, end)
    assert way[0] == start
    assert way[-1] == end
    # A shortest way turns at the ends of gates only, so that trying these, and where it passes the others, is enough.
    assert abs(sum(dist(one, other) for one, other in pairwise(way)) - _shortest(start, gates, end)) < 0.01
    for one, other in pairwise(way):
        for left, right, y in gates:
            if one[1] <= y <= other[1]:
                x = one[0] + (other[0] - one[0]) * (y - one[1]) / (other[1] - one[1])
                assert left - 0.01 <= x <= right + 0.01


def _shortest(start: Point, gates: list[Gate], end: Point) -> float:
    points = [start, *((x, gate.y) for gate in gates for x in (gate.left, gate.right)), end]
    least = {start: 0.0}
    for point in points[1:]:
        free = [before for before in least if before[1] < point[1] and _passes(before, point, gates)]
        least[point] = min((least[before] + dist(before, point) for before in free), default=inf)
    return least[end]


def _passes(start: Point, end: Point, gates: list[Gate]) -> bool:
    return all(
        gate.left <= start[0] + (end[0] - start[0]) * (gate.y - start[1]) / (end[1] - start[1]) <= gate.right
        for gate in gates
        if start[1] < gate.y < end[1]
    )


@given(st.lists(st.tuples(COORDINATES, COORDINATES, st.integers(1, 30), st.integers(1, 30)), min_size=1, max_size=12))
def test_a_way_meets_no_box_and_is_found_between_corners_outside_whatever_the_boxes(boxes: list[tuple[int, int, int, int]]) -> None:
    frames = [
        Frame(-9, -9, -8, -8),
        Frame(100, 100, 101, 101),
        *(Frame(left, top, left + width, top + height) for left, top, width, height in boxes),
    ]
    way = Streets(frames).way([(-5, -5)], [(95, 95)], (95, 95), 1_000)
    assert way
    for (x, y), (to_x, to_y) in pairwise(way.corners):
        for step in range(101):
            at_x, at_y = x + (to_x - x) * step / 100, y + (to_y - y) * step / 100
            assert not any(
                left + 0.01 < at_x < right - 0.01 and top + 0.01 < at_y < bottom - 0.01 for left, top, right, bottom in frames
            )


def test_no_way_leads_into_a_closed_yard() -> None:
    walls = [Frame(0, 0, 100, 10), Frame(0, 90, 100, 100), Frame(0, 0, 10, 100), Frame(90, 0, 100, 100)]
    assert Streets(walls).way([(-20, -20)], [(50, 50)], (50, 50), 1_000) is None
