"""Numbers and lines as SVG writes them."""

import math
from collections.abc import Sequence
from typing import Final

from argmap.layout.plan import Point, Route

CORNER: Final = 8.0
"""The radius of a rounded corner, in points."""


def number(value: float) -> str:
    """Return a number with at most one decimal, none where it is whole, and no minus before a zero.

    >>> number(12.0), number(-0.04), number(1234567.25)
    ('12', '0', '1234567.2')
    """
    tenths = round(value * 10)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def path(route: Route) -> str:
    """Return the `d` of a route: a Bézier path, or straight pieces with rounded corners.

    >>> path(Route(((0, 0), (0, 20), (50, 20))))
    'M0 0V12Q0 20 8 20H50'
    """
    points = route.points
    if not route.smooth:
        return _rounded(points)
    numbers = " ".join([f"{number(x)} {number(y)}" for x, y in points[1:]])
    return f"M{number(points[0][0])} {number(points[0][1])}C{numbers}"


def _rounded(points: Sequence[Point]) -> str:
    start = points[0]
    x, y = number(start[0]), number(start[1])
    parts = [f"M{x} {y}"]
    for place in range(1, len(points) - 1):
        corner, end = points[place], points[place + 1]
        before, after = math.dist(start, corner), math.dist(corner, end)
        radius = min(CORNER, before / 2, after / 2)
        # A corner that turns nothing, or has no length to turn in, is drawn as it is.
        if radius < 1 or _straight(start, corner, end):
            x, y = _line(parts, x, y, corner)
        else:
            x, y = _line(parts, x, y, _towards(corner, start, radius / before))
            out_x, out_y = _towards(corner, end, radius / after)
            x, y, corner_x, corner_y = number(out_x), number(out_y), number(corner[0]), number(corner[1])
            parts.append(f"Q{corner_x} {corner_y} {x} {y}")
        start = corner
    _line(parts, x, y, points[-1])
    return "".join(parts)


def _line(parts: list[str], from_x: str, from_y: str, to: Point) -> tuple[str, str]:
    """Add a straight line and return where it ends."""
    x, y = number(to[0]), number(to[1])
    if x == from_x:
        if y != from_y:
            parts.append(f"V{y}")
    elif y == from_y:
        parts.append(f"H{x}")
    else:
        parts.append(f"L{x} {y}")
    return x, y


def _towards(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _straight(start: Point, corner: Point, end: Point) -> bool:
    turn = (corner[0] - start[0]) * (end[1] - corner[1]) - (corner[1] - start[1]) * (end[0] - corner[0])
    return abs(turn) < 1


def disc(x: float, y: float, radius: float) -> str:
    """Return a circle around a point.

    >>> disc(10, 10, 4)
    'M6 10a4 4 0 1 0 8 0a4 4 0 1 0-8 0'
    """
    r, across = number(radius), number(2 * radius)
    return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0"


def plus(x: float, y: float, reach: float) -> str:
    """Return a plus sign around a point."""
    return f"M{number(x - reach)} {number(y)}h{number(2 * reach)}m-{number(reach)}-{number(reach)}v{number(2 * reach)}"


def minus(x: float, y: float, reach: float) -> str:
    """Return a minus sign around a point."""
    return f"M{number(x - reach)} {number(y)}h{number(2 * reach)}"


def strike(x: float, y: float, reach: float) -> str:
    """Return a slanted line through a point, which denies what stands there."""
    return f"M{number(x - reach)} {number(y + reach)}l{number(2 * reach)}-{number(2 * reach)}"
