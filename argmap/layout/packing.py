"""Pieces put on a page: in shelves, in their order, so that the page has a good shape."""

from collections.abc import Sequence
from math import sqrt

from argmap.layout.plan import Point

GAP = 40.0


def pack(sizes: Sequence[tuple[float, float]], aspect: float = 1.4) -> tuple[list[Point], float, float]:
    """Return the upper left corner of each piece, and the width and height of the page."""
    area = sum((width + GAP) * (height + GAP) for width, height in sizes)
    limit = max([sqrt(area * aspect), *(width for width, _ in sizes)])
    corners: list[Point] = []
    x = y = shelf = total = 0.0
    for width, height in sizes:
        if x and x + width > limit:
            x, y, shelf = 0.0, y + shelf + GAP, 0.0
        corners.append((x, y))
        x += width + GAP
        shelf = max(shelf, height)
        total = max(total, x - GAP)
    return corners, total, y + shelf
