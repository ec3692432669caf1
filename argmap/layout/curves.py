"""Links outside the tree: gentle curves from the border of one box to the border of another, each a cubic Bézier piece."""

from typing import Final, NamedTuple

from argmap.layout.plan import Box, Lane, Point, Route

NEAR = 12.0
"""Boxes less apart than this are level, not above each other."""
LEAST_BEND = 24.0
MOST_BEND = 140.0
"""How far the ends of a curve are pulled outwards."""
BULGE = 34.0
"""How far a curve around the side of boxes stands off."""


_OFF_MIDDLE: Final = {Lane.FOR: 0.2, Lane.AGAINST: 0.36}
"""How far from the middle of a lower edge a curve ends, as a share of its length: unlike signs do not cover each other."""
_DOWN: Final = {Lane.FOR: 0.75, Lane.AGAINST: 0.4}
"""How far down a side a curve ends."""


class Frame(NamedTuple):
    """The place of a box."""

    left: float
    top: float
    right: float
    bottom: float


def frame_of(corner: Point, box: Box) -> Frame:
    """Return the place of a box by its upper left corner."""
    return Frame(corner[0], corner[1], corner[0] + box.width, corner[1] + box.height)


def curve_between(start: Frame, end: Frame, lane: Lane) -> Route:
    """Return the curve of a link from its tail to its head.

    A reason's curve leaves the top of its box and reaches the lower edge of what it bears on, if that is higher up; else it
    goes from side to side. Rivals are joined from side to side, straight where they are level.
    """
    overlap = min(start.right, end.right) - max(start.left, end.left)
    if lane is Lane.RIVAL:
        return _beside(start, end, lane) if overlap < 0 else _around(start, end)
    if start.top >= end.bottom + NEAR and not (overlap > 0 and start.top > end.bottom + 2 * MOST_BEND):
        return _upwards(start, end, lane)
    return _beside(start, end, lane) if overlap < 0 else _around(start, end)


def snapped(point: Point, frame: Frame) -> Point:
    """Return the point of a box's border that is nearest to a point.

    >>> snapped((52, 3), Frame(0, 0, 50, 20)), snapped((20, 18), Frame(0, 0, 50, 20))
    ((50, 3), (20, 20))
    """
    x = min(max(point[0], frame.left), frame.right)
    y = min(max(point[1], frame.top), frame.bottom)
    borders = [(frame.left, y), (frame.right, y), (x, frame.top), (x, frame.bottom)]
    return min(borders, key=lambda border: abs(border[0] - point[0]) + abs(border[1] - point[1]))


def _upwards(start: Frame, end: Frame, lane: Lane) -> Route:
    """Return a curve from the top of one box to the lower edge of another, off their middles, where other lines are."""
    side = 1 if (end.left + end.right) >= (start.left + start.right) else -1
    first = (start.left + start.right) / 2 + side * 0.25 * (start.right - start.left)
    last = (end.left + end.right) / 2 - side * _OFF_MIDDLE.get(lane, 0.25) * (end.right - end.left)
    bend = min(MOST_BEND, max(LEAST_BEND, (start.top - end.bottom) / 2))
    return Route(((first, start.top), (first, start.top - bend), (last, end.bottom + bend), (last, end.bottom)), smooth=True)


def _beside(start: Frame, end: Frame, lane: Lane) -> Route:
    """Return a curve from the side of one box to the side of another that stands beside it, straight where that is wished."""
    rightwards = start.right <= end.left
    first = start.right if rightwards else start.left
    last = end.left if rightwards else end.right
    high, low = max(start.top, end.top), min(start.bottom, end.bottom)
    if lane is Lane.RIVAL and low - high >= NEAR:
        middle = (high + low) / 2
        third = (last - first) / 3
        return Route(((first, middle), (first + third, middle), (last - third, middle), (last, middle)), smooth=True)
    bend = min(MOST_BEND, max(LEAST_BEND, abs(last - first) / 2)) * (1 if rightwards else -1)
    leave = start.top + 0.7 * (start.bottom - start.top)
    enter = end.top + _DOWN.get(lane, 0.7) * (end.bottom - end.top)
    return Route(((first, leave), (first + bend, leave), (last - bend, enter), (last, enter)), smooth=True)


def _around(start: Frame, end: Frame) -> Route:
    """Return a curve around the right sides of two boxes that stand above each other, or of one box."""
    leave, enter = (start.top + start.bottom) / 2, (end.top + end.bottom) / 2
    if start == end:
        quarter = (start.bottom - start.top) / 4
        leave, enter = leave + quarter, enter - quarter
    outer = max(start.right, end.right) + BULGE
    return Route(((start.right, leave), (outer, leave), (outer, enter), (end.right, enter)), smooth=True)
