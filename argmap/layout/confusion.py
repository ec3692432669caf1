"""How hard the lines of a placement are to follow: how often they cross, run through boxes, and how long they are."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import dist

from argmap.layout.curves import Frame, frame_of
from argmap.layout.plan import Link, Placement, Plan, Point
from argmap.layout.routes import corners_of

CROSSING = 100.0
"""So many points of length a crossing of two lines is worth."""
STRUCK = 300.0
"""So many points of length a line through a box is worth."""


def confusion(plan: Plan, placement: Placement) -> float:
    """Return in points the length of all lines, and more for each crossing and each box that a line runs through.

    Two lines that begin or end at one box do not count as crossing: they may share a trunk. Time grows with the square of the
    number of links: for small maps.
    """
    ways = [(link, tuple(corners_of(placement.routes[link.id]))) for link in plan.links]
    frames = {box.id: frame_of(placement.corners[box.id], box) for box in plan.boxes}
    length = sum(dist(one, other) for _, way in ways for one, other in pairwise(way))
    crossings = sum(_cross(way, other) for (link, way), (beside, other) in combinations(ways, 2) if _apart(link, beside))
    struck = sum(
        any(_inside(point, frame) for point in way)
        for link, way in ways
        for box, frame in frames.items()
        if box not in (link.tail, link.head)
    )
    return length + CROSSING * crossings + STRUCK * struck


def _apart(link: Link, other: Link) -> bool:
    return {link.tail, link.head}.isdisjoint((other.tail, other.head))


def _inside(point: Point, frame: Frame) -> bool:
    return frame.left < point[0] < frame.right and frame.top < point[1] < frame.bottom


def _cross(way: Sequence[Point], other: Sequence[Point]) -> bool:
    return any(_pieces_cross(*piece, *beside) for piece in pairwise(way) for beside in pairwise(other))


def _pieces_cross(start: Point, end: Point, from_: Point, to: Point) -> bool:
    return _turn(start, end, from_) * _turn(start, end, to) < 0 and _turn(from_, to, start) * _turn(from_, to, end) < 0


def _turn(one: Point, two: Point, three: Point) -> float:
    """Return on which side of a line through two points a third one lies."""
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])
