"""Numbers and lines as SVG writes them."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from argmap.layout.plan import Point, Route

CORNER: Final = 8
"""The radius of a rounded corner, in points."""


def number(value: float) -> str:
    """Return a number with at most one decimal, none where it is whole, and no minus before a zero.

    >>> number(12.0), number(-0.04), number(1234567.25)
    ('12', '0', '1234567.2')
    """
    if type(value) is int:
        return str(value)
    tenths = round(value * 10)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def path(route: Route) -> str:
    """Return the `d` of a route, from its head to its tail: a Bézier path, or straight pieces with rounded corners.

    Lines that share a trunk share its head: drawn from there, their dashes fall on each other.

    >>> path(Route(((0, 0), (0, 20), (50, 20))))
    'M50 20H8Q0 20 0 12V0'
    """
    points = route.points[::-1]
    if not route.smooth:
        return _rounded(points)
    numbers = " ".join([f"{number(x)} {number(y)}" for x, y in points[1:]])
    return f"M{number(points[0][0])} {number(points[0][1])}C{numbers}"


def _rounded(points: Sequence[Point]) -> str:
    """Return straight pieces with rounded corners, in whole points: finer steps would not be seen."""
    whole = [(round(x), round(y)) for x, y in points]
    start_x, start_y = at_x, at_y = whole[0]
    parts = [f"M{at_x} {at_y}"]
    for (x, y), (end_x, end_y) in pairwise(whole[1:]):
        in_x, in_y, out_x, out_y = start_x - x, start_y - y, end_x - x, end_y - y
        # Most pieces are level or upright: one of the two differences is their length.
        before = math.isqrt(in_x * in_x + in_y * in_y) if in_x and in_y else abs(in_x + in_y)
        after = math.isqrt(out_x * out_x + out_y * out_y) if out_x and out_y else abs(out_x + out_y)
        radius = min(CORNER, before // 2, after // 2)
        # A corner that turns nothing, or has no length to turn in, is drawn as it is.
        if radius == 0 or in_x * out_y == in_y * out_x:
            parts.append(_line(at_x, at_y, x, y))
            at_x, at_y = x, y
        else:
            parts.append(_line(at_x, at_y, x + in_x * radius // before, y + in_y * radius // before))
            at_x, at_y = x + out_x * radius // after, y + out_y * radius // after
            parts.append(f"Q{x} {y} {at_x} {at_y}")
        start_x, start_y = x, y
    parts.append(_line(at_x, at_y, *whole[-1]))
    return "".join(parts)


def _line(from_x: int, from_y: int, x: int, y: int) -> str:
    if x == from_x:
        return "" if y == from_y else f"V{y}"
    return f"H{x}" if y == from_y else f"L{x} {y}"


def disc(radius: float) -> str:
    """Return a circle around the point where the path stands, and back to it.

    >>> disc(4)
    'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0m4 0'
    """
    r, across = number(radius), number(2 * radius)
    return f"m-{r} 0a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0m{r} 0"


def minus(reach: float) -> str:
    """Return a minus sign around the point where the path stands, and back to it."""
    return f"m-{number(reach)} 0h{number(2 * reach)}m-{number(reach)} 0"


def plus(reach: float) -> str:
    """Return a plus sign around the point where the path stands, and back to it."""
    return f"{minus(reach)}m0-{number(reach)}v{number(2 * reach)}m0-{number(reach)}"


def strike(reach: float) -> str:
    """Return a slanted line through the point where the path stands: it denies what stands there."""
    return f"m-{number(reach)} {number(reach)}l{number(2 * reach)}-{number(2 * reach)}"
