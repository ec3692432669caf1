"""The links that are not lines of the tree: led around the boxes where they are few, else drawn straight across as curves."""

from collections.abc import Iterable, Mapping, Sequence

from argmap.layout.curves import Frame, curve_between
from argmap.layout.detours import Obstacles, detour
from argmap.layout.plan import Lane, Link, Placement, Point, Route

ARROW = 22.0
"""The side of the square in which a line has its arrow and its sign."""
EFFORT = 2_000
"""Links times boxes up to which links are led around boxes: with more there is no room between the boxes, and it takes time."""


def cross_routes(links: Sequence[Link], frames: Mapping[str, Frame], lines: Iterable[Route]) -> dict[str, Route]:
    """Return the route of each link by its id.

    Args:
        links: the links that are no lines of the tree.
        frames: the places of all boxes.
        lines: the lines of the tree; where they end, there is an arrow and a sign, which other lines should not run over.
    """
    obstacles: list[Obstacles] = []
    if 0 < len(links) * len(frames) <= EFFORT:
        boxes = list(frames.values())
        arrows = sorted({(x - ARROW / 2, y, x + ARROW / 2, y + ARROW) for x, y in (line.points[-1] for line in lines)})
        obstacles = [Obstacles([*boxes, *(Frame(*arrow) for arrow in arrows)]), Obstacles(boxes)]
    return {link.id: _route(frames[link.tail], frames[link.head], link.lane, obstacles) for link in links}


def _route(tail: Frame, head: Frame, lane: Lane, obstacles: Sequence[Obstacles]) -> Route:
    """Return a way around what stands between two boxes, if need be between arrows, else a curve across."""
    direct = curve_between(tail, head, lane)
    if tail == head:
        return direct
    level = direct.points[0][1] == direct.points[-1][1]
    if lane is Lane.RIVAL and level and all(around.between(direct.points[0], direct.points[-1]) is None for around in obstacles):
        return direct
    ways = (detour(tail, head, around, level=lane is Lane.RIVAL) for around in obstacles)
    return next((way for way in ways if way), direct)


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
