"""A way pulled tight through openings that it has to pass in their order (Lee and Preparata, 1984)."""

from collections.abc import Sequence
from typing import NamedTuple

from argmap.layout.plan import Point


class Gate(NamedTuple):
    """A level opening between two rectangles."""

    left: float
    right: float
    y: float


def funnel(start: Point, gates: Sequence[Gate], end: Point) -> list[Point]:
    """Return the shortest way through level gates in their order, start and end included.

    >>> funnel((0, 0), [Gate(10, 20, 5), Gate(0, 20, 10)], (0, 15))
    [(0, 0), (10, 5), (0, 15)]
    """
    sides: list[tuple[Point, Point]] = []
    before = start[1]
    for place, (left, right, y) in enumerate(gates):
        after = gates[place + 1].y if place + 1 < len(gates) else end[1]
        down = y > before or (y == before and after > y)
        sides.append(((left, y), (right, y)) if down else ((right, y), (left, y)))
        before = y
    sides.append((end, end))
    way = [start]
    apex = one = other = start
    one_at = other_at = 0
    place = 0
    while place < len(sides):
        near, far = sides[place]
        if _turn(apex, other, far) >= 0:
            if apex == other or _turn(apex, one, far) < 0:
                other, other_at = far, place
            else:
                way.append(one)
                apex = other = one
                place = other_at = one_at
                place += 1
                continue
        if _turn(apex, one, near) <= 0:
            if apex == one or _turn(apex, other, near) > 0:
                one, one_at = near, place
            else:
                way.append(other)
                apex = one = other
                place = one_at = other_at
                place += 1
                continue
        place += 1
    if way[-1] != end:
        way.append(end)
    return way


def _turn(one: Point, two: Point, three: Point) -> float:
    """Return to which side three lies of the line from one to two."""
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])
