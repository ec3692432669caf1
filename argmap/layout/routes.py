"""Places along a route."""

import math
from collections.abc import Iterator
from itertools import pairwise

from argmap.layout.plan import Point, Route

_STEPS = 8
"""Straight pieces that stand for one Bézier piece: enough to place a sign on it."""


def before_end(route: Route, distance: float) -> Point:
    """Return the point of a route at a distance in points from its end; its middle where it is shorter than twice that.

    >>> before_end(Route(((0, 0), (0, 100), (50, 100))), 60)
    (0.0, 90.0)
    """
    (from_x, from_y), (x, y) = route.points[-2:]
    if not route.smooth and (last := math.hypot(from_x - x, from_y - y)) >= 2 * distance:
        return x + (from_x - x) * distance / last, y + (from_y - y) * distance / last
    points = tuple(corners_of(route))
    lengths = [math.dist(one, other) for one, other in pairwise(points)]
    left = min(distance, sum(lengths) / 2)
    for place in range(len(lengths) - 1, -1, -1):
        if left <= lengths[place] > 0:
            (x, y), (from_x, from_y) = points[place + 1], points[place]
            share = left / lengths[place]
            return x + (from_x - x) * share, y + (from_y - y) * share
        left -= lengths[place]
    return points[0]


def corners_of(route: Route) -> Iterator[Point]:
    """Yield the corners of a route, a curved one as many short straight pieces."""
    if not route.smooth:
        yield from route.points
        return
    start = route.points[0]
    yield start
    for place in range(1, len(route.points) - 2, 3):
        one, two, end = route.points[place : place + 3]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            s = 1 - t
            a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            yield a * start[0] + b * one[0] + c * two[0] + d * end[0], a * start[1] + b * one[1] + c * two[1] + d * end[1]
        start = end
