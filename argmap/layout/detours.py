"""Links outside the tree led around the boxes that stand in their way, where there are few of them.

The way is a shortest one along the corners of boxes, found by A* (Hart, Nilsson and Raphael, 1968) in the visibility graph, of
which only the parts near the way are ever looked at.
"""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import count
from math import hypot

from argmap.layout.curves import Frame
from argmap.layout.plan import Point, Route
from argmap.layout.roundings import rounded

MARGIN = 9.0
"""Between a way and the boxes it passes, if nothing else is said."""
STUB = 2.0
"""So much further than the margin a way goes straight out of a box, before it turns."""
TURN = 36.0
"""So many points of length a turn is worth."""
MOST_POINTS = 150
"""So many points are looked at before the search is given up."""
MOST_TARGETS = 48
LONGEST = 2.5
EXTRA = 960.0
"""A way so many times longer than a straight line, and by so many points, is not worth it."""
TINY = 1e-6
CORNER = 24.0
"""The radius of the corners."""


class Obstacles:
    """The boxes of a map, to be asked which one stands first in the way of a straight line."""

    def __init__(self, frames: Sequence[Frame], margin: float = MARGIN) -> None:
        self.margin = margin
        self._wide = [
            Frame(frame.left - margin, frame.top - margin, frame.right + margin, frame.bottom + margin) for frame in frames
        ]
        self._known: dict[tuple[Point, Point], int | None] = {}

    def first(self, start: Point, end: Point) -> int | None:
        """Return the box that a line from start to end meets first, None if it is free."""
        line = (start, end)
        if line not in self._known:
            self._known[line] = self._first(start, end)
        return self._known[line]

    def _first(self, start: Point, end: Point) -> int | None:
        (x, y), (to_x, to_y) = start, end
        low_x, high_x, low_y, high_y = min(x, to_x), max(x, to_x), min(y, to_y), max(y, to_y)
        best, found = 2.0, None
        for index, (left, top, right, bottom) in enumerate(self._wide):
            if low_x < right and high_x > left and low_y < bottom and high_y > top:
                share = _entry(self._wide[index], x, y, to_x - x, to_y - y)
                if share is not None and share < best:
                    best, found = share, index
        return found

    def between(self, start: Point, end: Point) -> int | None:
        """Return a box in the way of a level line between two boxes, None if there is none but these two."""
        margin = (2 * self.margin + STUB) * (1 if end[0] > start[0] else -1)
        if abs(end[0] - start[0]) <= 2 * abs(margin):
            return None
        return self.first((start[0] + margin, start[1]), (end[0] - margin, end[1]))

    def corners(self, box: int) -> Iterator[Point]:
        """Give the points from which one can turn around a box."""
        left, top, right, bottom = self._wide[box]
        yield left, top
        yield right, top
        yield right, bottom
        yield left, bottom


def _entry(frame: Frame, x: float, y: float, across: float, down: float) -> float | None:
    """Return how far along a line its part inside a frame begins, as a share; None where it only touches it or misses it."""
    enter, leave = 0.0, 1.0
    for start, step, low, high in ((x, across, frame.left, frame.right), (y, down, frame.top, frame.bottom)):
        if abs(step) < TINY:
            if start <= low + TINY or start >= high - TINY:
                return None
            continue
        near, far = sorted(((low - start) / step, (high - start) / step))
        enter, leave = max(enter, near), min(leave, far)
    return enter if leave - enter > TINY else None


def detour(tail: Frame, head: Frame, obstacles: Obstacles, *, level: bool) -> Route | None:
    """Return a way from the border of one box to the border of another around all boxes; None if there is no short one.

    Args:
        tail: where it starts: at the top or a side.
        head: where it ends: at the lower edge or a side.
        obstacles: all boxes, these two among them.
        level: whether the two are rivals, and the way ends at the top or a side too.
    """
    starts = _doors(tail, obstacles.margin, up=True)
    goals = _doors(head, obstacles.margin, up=level)
    straight = min(_distance(start, goal) for _, start in starts for _, goal in goals)
    order = count()
    queue: list[tuple[float, int, float, Point, tuple[Point, ...]]] = []
    for border, start in starts:
        if obstacles.first(start, start) is None:
            heappush(queue, (_least(start, goals), next(order), 0.0, start, (border, start)))
    closed: set[Point] = set()
    while queue and len(closed) < MOST_POINTS:
        _, _, length, point, way = heappop(queue)
        if point in closed:
            continue
        closed.add(point)
        for border, goal in goals:
            if point == goal:
                return Route(tuple(rounded((*way, border), CORNER)), smooth=True) if length <= LONGEST * straight + EXTRA else None
        for target in _visible(point, [goal for _, goal in goals], obstacles):
            if target not in closed:
                further = length + _distance(point, target) + TURN
                heappush(queue, (further + _least(target, goals), next(order), further, target, (*way, target)))
    return None


def _doors(frame: Frame, margin: float, *, up: bool) -> list[tuple[Point, Point]]:
    """Return where a way may leave or reach a box, each with the point at the end of its first straight piece."""
    stub = margin + STUB
    quarter = (frame.right - frame.left) / 4 * margin / MARGIN
    middle = (frame.top + frame.bottom) / 2 + min(margin - MARGIN, (frame.bottom - frame.top) / 4)
    edge, out = (frame.top, frame.top - stub) if up else (frame.bottom, frame.bottom + stub)
    return [
        ((frame.left + quarter, edge), (frame.left + quarter, out)),
        ((frame.right - quarter, edge), (frame.right - quarter, out)),
        ((frame.left, middle), (frame.left - stub, middle)),
        ((frame.right, middle), (frame.right + stub, middle)),
    ]


def _visible(point: Point, goals: Sequence[Point], obstacles: Obstacles) -> Iterator[Point]:
    """Give the goals that can be seen from a point, and corners of what hides the others."""
    targets = list(goals)
    seen: set[int] = set()
    for target in targets:  # it grows on the way
        hider = obstacles.first(point, target)
        if hider is None:
            yield target
        elif hider not in seen and len(targets) < MOST_TARGETS:
            seen.add(hider)
            targets += obstacles.corners(hider)


def _least(point: Point, goals: Sequence[tuple[Point, Point]]) -> float:
    return min(_distance(point, goal) for _, goal in goals)


def _distance(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])
