"""The links that are not lines of the tree: led around the boxes, or curves straight across where there are too many of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf

from argmap.layout.curves import Frame, curve_between
from argmap.layout.detours import MARGIN, as_route, ways
from argmap.layout.lines import Lines
from argmap.layout.plan import Lane, Link, Placement, Point, Route
from argmap.layout.streets import Streets

ARROW = 22.0
"""The side of the square in which a line has its arrow and its sign."""
ARROW_MARGIN = 3.0
"""Between that square and other lines."""
RAIL = 60.0
"""A line that ends in a straight piece no longer than this comes from a rail, which others should pass below."""
RAIL_MARGIN = 6.0
KEPT_OFF = 40.0
"""So many points of length it is worth to keep off another line, in each rectangle of free space."""
FEW_LINKS = 50
"""More links cannot keep off each other."""
RAIL_LINES = 2
"""So many lines is a rail worth to those that look for a way."""
MOST_LINKS = 150
"""With more links outside the tree, or more than half as many as boxes, there is no room between the boxes for all of them."""


def cross_routes(links: Sequence[Link], frames: Mapping[str, Frame], lines: Iterable[Route]) -> dict[str, Route]:
    """Return the route of each link by its id.

    Args:
        links: the links that are no lines of the tree.
        frames: the places of all boxes.
        lines: the lines of the tree; where they end, there is an arrow and a sign, which other lines should not run over.
    """
    if len(links) > MOST_LINKS or len(links) > max(8, len(frames) / 2):
        return {link.id: curve_between(frames[link.tail], frames[link.head], link.lane) for link in links}
    lines = list(lines)
    arrows = [*_arrows(lines)]
    streets = Streets([*(_with_margin(frame) for frame in frames.values()), *arrows], KEPT_OFF if len(links) <= FEW_LINKS else 0.0)
    for _ in range(RAIL_LINES):
        streets.pass_by((arrow.left, arrow.bottom + 1) for arrow in arrows)
    drawn = Lines(piece for line in lines for piece in pairwise(line.points))
    taken: set[Point] = set()
    routes: dict[str, Route] = {}
    for link in links:
        tail, head = frames[link.tail], frames[link.head]
        routes[link.id] = curve_between(tail, head, link.lane)
        if tail == head or (link.lane is Lane.RIVAL and _in_sight(routes[link.id], frames)):
            continue
        best, least = None, inf
        for corners in ways(tail, head, streets, taken, level=link.lane is Lane.RIVAL):
            shared = drawn.shared(corners)
            if shared < least:
                best, least = corners, shared
            if not shared:
                break
        if best:
            routes[link.id] = as_route(best)
            drawn.add(pairwise(best))
            taken |= {best[0], best[-1]}
    return routes


def _with_margin(frame: Frame) -> Frame:
    return Frame(frame.left - MARGIN, frame.top - MARGIN, frame.right + MARGIN, frame.bottom + MARGIN)


def _arrows(lines: Iterable[Route]) -> Iterator[Frame]:
    """Give where the arrows and signs of lines are, down to the rail that a line comes from."""
    reach = ARROW / 2 + ARROW_MARGIN
    for x, y, rail in sorted({(*line.points[-1], _rail(line)) for line in lines}):
        yield Frame(x - reach, y, x + reach, y + max(ARROW + ARROW_MARGIN, rail + RAIL_MARGIN))


def _rail(line: Route) -> float:
    """Return how far below its end a line comes from a rail, 0 if it does not."""
    match line.points:
        case (*_, _, (from_x, from_y), (x, y)) if from_x == x and from_y - y < RAIL:
            return from_y - y
    return 0.0


def _in_sight(route: Route, frames: Mapping[str, Frame]) -> bool:
    """Return whether a level line meets no box."""
    (x, y), (to_x, to_y) = route.points[0], route.points[-1]
    low, high = sorted((x, to_x))
    return y == to_y and not any(
        left - MARGIN < high and right + MARGIN > low and top - MARGIN < y < bottom + MARGIN and not (right <= low or left >= high)
        for left, top, right, bottom in frames.values()
    )


def framed(corners: Mapping[str, Point], routes: Mapping[str, Route], size: tuple[float, float]) -> Placement:
    """Return the placement on a page that holds all curves too, which may reach beyond the boxes."""
    points = [point for route in routes.values() if route.smooth for point in route.points]
    left, top = min((x for x, _ in points), default=0.0), min((y for _, y in points), default=0.0)
    width, height = max([size[0], *(x for x, _ in points)]), max([size[1], *(y for _, y in points)])
    if left >= 0 and top >= 0:
        return Placement(corners, routes, width, height)
    right, down = max(0.0, -left), max(0.0, -top)
    return Placement(
        {box: (x + right, y + down) for box, (x, y) in corners.items()},
        {link: Route(tuple((x + right, y + down) for x, y in route.points), route.smooth) for link, route in routes.items()},
        width + right,
        height + down,
    )
