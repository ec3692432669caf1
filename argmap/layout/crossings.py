"""The links that are not lines of the tree: led around the boxes where they are few, else drawn straight across as curves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot, inf
from typing import TypeAlias

from argmap.layout.curves import Frame, curve_between
from argmap.layout.detours import Obstacles, detour
from argmap.layout.plan import Lane, Link, Placement, Point, Route

Piece: TypeAlias = tuple[Point, Point]
"""A straight piece of a line."""

ARROW = 22.0
"""The side of the square in which a line has its arrow and its sign."""
MARGINS = (9.0, 14.0)
"""How far ways keep off boxes: the first at which a way lies upon no other line, else that at which it does so least."""
NEAR = 4.0
"""Lines nearer to each other than this look like one."""
SLANT = 0.1
"""Lines whose directions differ by more, as a slope, only cross."""
EFFORT = 2_000
"""Links times boxes up to which links are led around boxes: with more there is no room between the boxes, and it takes time."""


def cross_routes(links: Sequence[Link], frames: Mapping[str, Frame], lines: Iterable[Route]) -> dict[str, Route]:
    """Return the route of each link by its id.

    Args:
        links: the links that are no lines of the tree.
        frames: the places of all boxes.
        lines: the lines of the tree; where they end, there is an arrow and a sign, which other lines should not run over.
    """
    lines = list(lines)
    around: list[list[Obstacles]] = []
    if 0 < len(links) * len(frames) <= EFFORT:
        boxes = list(frames.values())
        arrows = sorted({(x - ARROW / 2, y, x + ARROW / 2, y + ARROW) for x, y in (line.points[-1] for line in lines)})
        busy = [*boxes, *(Frame(*arrow) for arrow in arrows)]
        around = [[Obstacles(busy, margin), Obstacles(boxes, margin)] for margin in MARGINS]
    drawn = [_boxed(piece) for line in lines for piece in pairwise(line.points)] if around else []
    routes: dict[str, Route] = {}
    for link in links:
        tail, head = frames[link.tail], frames[link.head]
        best, least = curve_between(tail, head, link.lane), inf
        for obstacles in around:
            way = _route(tail, head, link.lane, obstacles)
            shared = sum(_shared(piece, other) for piece in _pieces(way) for other in _near(piece, drawn))
            if shared < least:
                best, least = way, shared
            if shared == 0:
                break
        if around:
            drawn += map(_boxed, _pieces(best))
        routes[link.id] = best
    return routes


def _pieces(way: Route) -> list[Piece]:
    """Return the straight pieces of a way; one round a corner counts as straight too."""
    return [*pairwise(way.points[::3] if way.smooth else way.points)]


def _boxed(piece: Piece) -> tuple[Frame, Piece]:
    """Return a piece with the frame it fills."""
    (x, y), (to_x, to_y) = piece
    return Frame(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)), piece


def _near(piece: Piece, drawn: Iterable[tuple[Frame, Piece]]) -> Iterator[Piece]:
    """Give the pieces that may run side by side with a piece."""
    (left, top, right, bottom), _ = _boxed(piece)
    left, top, right, bottom = left - NEAR, top - NEAR, right + NEAR, bottom + NEAR
    for (from_x, from_y, to_x, to_y), other in drawn:
        if from_x <= right and to_x >= left and from_y <= bottom and to_y >= top:
            yield other


def _shared(piece: Piece, other: Piece) -> float:
    """Return over what length two straight pieces run side by side so near each other that they look like one line."""
    (x, y), (to_x, to_y) = piece
    length = hypot(to_x - x, to_y - y)
    if length == 0:
        return 0.0
    right, down = (to_x - x) / length, (to_y - y) / length
    along, beside = zip(*(((a - x) * right + (b - y) * down, (b - y) * right - (a - x) * down) for a, b in other), strict=True)
    if abs(beside[1] - beside[0]) > SLANT * abs(along[1] - along[0]) or min(map(abs, beside)) > NEAR:
        return 0.0
    low, high = sorted(along)
    return float(max(0.0, min(high, length) - max(low, 0.0)))


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
