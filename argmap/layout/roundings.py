"""Lines with corners as Bézier paths with rounded corners."""

from collections.abc import Sequence
from math import hypot

from argmap.layout.plan import Point

ROUNDNESS = 0.55
"""How far the handles of a corner's piece reach towards the corner: near a circle's arc."""


def rounded(corners: Sequence[Point], radius: float) -> list[Point]:
    """Return a cubic Bézier path along a line, its corners rounded with at most that radius.

    >>> rounded([(0, 0), (0, 30)], 8)
    [(0, 0), (0.0, 10.0), (0.0, 20.0), (0, 30)]
    """
    path: list[Point] = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        reach = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        enter, leave = _towards(corner, before, reach), _towards(corner, after, reach)
        path += _straight(path[-1], enter)
        path += [_towards(enter, corner, reach * ROUNDNESS), _towards(leave, corner, reach * ROUNDNESS), leave]
    return path + _straight(path[-1], corners[-1])


def _straight(start: Point, end: Point) -> list[Point]:
    """Return a straight line as a Bézier piece without its start."""
    (x, y), (to_x, to_y) = start, end
    return [(x + (to_x - x) / 3, y + (to_y - y) / 3), (x + (to_x - x) * 2 / 3, y + (to_y - y) * 2 / 3), end]


def _length(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])


def _towards(start: Point, end: Point, distance: float) -> Point:
    """Return the point at a distance from one point on the way to another."""
    share = distance / (_length(start, end) or 1.0)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
