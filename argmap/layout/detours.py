"""One link outside the tree led around the boxes: which doors of its boxes it may use, and its way through the streets."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from argmap.layout.curves import Frame
from argmap.layout.plan import Point, Route
from argmap.layout.roundings import rounded
from argmap.layout.streets import Streets

MARGIN = 9.0
"""Between a way and the boxes it passes."""
STUB = 2.0
"""So much further than the margin a way goes straight out of a box, before it turns."""
ARROW_STUB = 24.0
"""The same where it ends below a card: its arrow and its sign stand on it."""
LEAST_CARD = 60.0
"""A narrower box is no card but a junction, with room for few lines."""
OUTERMOST = 12.0
"""From the corner of a card to its outermost door."""
MOST_CELLS = 1_500
"""So many rectangles are looked at before the search is given up."""
SHIFTS = (5.0, 10.0, 15.0)
"""How much further off the corners of boxes ways may pass, so that no two lie upon each other."""
CORNER = 18.0
"""The radius of the corners."""


def ways(tail: Frame, head: Frame, streets: Streets, taken: AbstractSet[Point], *, level: bool) -> Iterator[tuple[Point, ...]]:
    """Give the corners of a short way around all boxes, then of the same way a little further off; nothing if there is none.

    Args:
        tail: where it starts: at the top or a side.
        head: where it ends: at the lower edge or a side.
        streets: the space that is free.
        taken: the doors that other ways use.
        level: whether the two are rivals, and the way ends at the top or a side too.
    """
    starts, goals = (_free(_doors(frame, up=up), taken) for frame, up in ((tail, True), (head, level)))
    target = ((head.left + head.right) / 2, (head.top + head.bottom) / 2)
    found = streets.way([out for _, out in starts], [out for _, out in goals], target, MOST_CELLS)
    if not found:
        return
    start, goal = starts[found.start], goals[found.goal]
    streets.pass_through(found.cells)
    yield (start[0], *found.corners, goal[0])
    for shift in SHIFTS:
        corners = streets.shifted(found.corners, shift)
        if corners:
            yield (start[0], *corners, goal[0])


def as_route(corners: Sequence[Point]) -> Route:
    """Return the route along some corners, which are rounded."""
    return Route(tuple(rounded(corners, CORNER)), smooth=True)


def _free(doors: Sequence[tuple[Point, Point]], taken: AbstractSet[Point]) -> Sequence[tuple[Point, Point]]:
    """Return the doors that no way uses, all if each is used."""
    return [door for door in doors if door[0] not in taken] or doors


def _doors(frame: Frame, *, up: bool) -> list[tuple[Point, Point]]:
    """Return where a way may leave or reach a box, each with the point at the end of its first straight piece."""
    left, top, right, bottom = frame
    stub = MARGIN + STUB
    middle, width, height = (left + right) / 2, right - left, bottom - top
    if width < LEAST_CARD:
        across, down = [width / 4], [0.0]
    else:
        across, down = [width / 4, width / 2 - OUTERMOST], [height / 4, -height / 4]
    edge, out = (top, top - stub) if up else (bottom, bottom + (ARROW_STUB if width >= LEAST_CARD else stub))
    doors = [((x, edge), (x, out)) for offset in across for x in (middle - offset, middle + offset)]
    for offset in down:
        y = (top + bottom) / 2 + offset
        doors += [((left, y), (left - stub, y)), ((right, y), (right + stub, y))]
    return doors
