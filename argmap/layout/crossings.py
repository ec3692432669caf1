"""The links that are not lines of the tree: led around the boxes where they are few, else drawn straight across as curves."""

from collections.abc import Mapping, Sequence

from argmap.layout.curves import Frame, curve_between
from argmap.layout.detours import Obstacles, detour
from argmap.layout.plan import Lane, Link, Placement, Point, Route

EFFORT = 2_000
"""Links times boxes up to which links are led around boxes: with more there is no room between the boxes, and it takes time."""


def cross_routes(links: Sequence[Link], frames: Mapping[str, Frame]) -> dict[str, Route]:
    """Return the route of each link by its id, given the places of all boxes."""
    obstacles = Obstacles(list(frames.values())) if 0 < len(links) * len(frames) <= EFFORT else None
    routes: dict[str, Route] = {}
    for link in links:
        tail, head = frames[link.tail], frames[link.head]
        routes[link.id] = _around(tail, head, link.lane, obstacles) or curve_between(tail, head, link.lane)
    return routes


def _around(tail: Frame, head: Frame, lane: Lane, obstacles: Obstacles | None) -> Route | None:
    """Return a way around the boxes; None where there is none, or where rivals are joined by a straight line anyway."""
    if obstacles is None or tail == head:
        return None
    if lane is Lane.RIVAL:
        start, *_, end = curve_between(tail, head, lane).points
        if start[1] == end[1] and obstacles.between(start, end) is None:
            return None
    return detour(tail, head, obstacles, level=lane is Lane.RIVAL)


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
