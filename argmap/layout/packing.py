"""Pieces put on a page, in their order, so that the page has a good shape."""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple, TypeAlias

from argmap.layout.plan import Point

PAGE_ASPECT = 1.45
"""Width by height of a good page."""
FAIR_SHAPES = (0.55, 2.3)
"""Width by height of a page that needs no better shape."""
GAP = 48.0
"""Between pieces, and above the quiet corner."""
CELL_GAP = 24.0
"""Between the boxes of the quiet corner."""
TRIALS = (0.45, 0.6, 0.75, 0.9, 1.05, 1.25, 1.5, 1.8, 2.2)
"""Page widths that are tried, as multiples of the side of a square of the pieces' area."""

Size: TypeAlias = tuple[float, float]


class Page(NamedTuple):
    """Where the pieces stand, by the upper left corner, and how large the page is."""

    corners: Sequence[Point]
    width: float
    height: float


class Sheet(NamedTuple):
    """The paper: what shape a page should have as it is laid out, which may be turned before it is looked at."""

    turned: bool = False

    def fair(self, width: float, height: float) -> bool:
        """Return whether a page needs no better shape."""
        least, most = FAIR_SHAPES
        return least * height <= width <= most * height if not self.turned else least * width <= height <= most * width

    def size(self, width: float, height: float) -> float:
        """Return the height of the smallest sheet of the right shape that holds a page."""
        return max(width / PAGE_ASPECT, height) if not self.turned else max(height / PAGE_ASPECT, width)


def pack(pieces: Sequence[Size], single: Sequence[Size], sheet: Sheet) -> Page:
    """Return a page with the pieces on shelves and, below them in a quiet corner, the single boxes in rows.

    Args:
        pieces: the sizes of the trees.
        single: the sizes of the boxes that are linked with nothing.
        sheet: the paper.
    """
    area = sum((width + GAP) * (height + GAP) for width, height in pieces)
    area += sum((width + CELL_GAP) * (height + CELL_GAP) for width, height in single)
    widest = max(width for width, _ in (*pieces, *single))
    limits = sorted({max(widest, trial * sqrt(area)) for trial in TRIALS})
    pages = (_page(pieces, single, limit) for limit in limits)
    # A little more for its empty parts.
    return min(pages, key=lambda page: sheet.size(page.width, page.height) + 0.2 * sqrt(page.width * page.height))


def _page(pieces: Sequence[Size], single: Sequence[Size], limit: float) -> Page:
    shelves = _shelves(pieces, limit)
    rows = _rows(single, max(limit, shelves.width))
    drop = shelves.height + GAP if pieces and single else 0.0
    corners = [*shelves.corners, *((x, y + drop) for x, y in rows.corners)]
    return Page(corners, max(shelves.width, rows.width), max(shelves.height, drop + rows.height))


def _shelves(sizes: Sequence[Size], limit: float) -> Page:
    """Return the pieces from left to right in shelves; a small piece may stand under the one before it."""
    corners: list[Point] = []
    left = top = 0.0
    column = used = shelf = total = 0.0
    for width, height in sizes:
        if used and width <= column and used + GAP + height <= shelf:
            corners.append((left, top + used + GAP))
            used += GAP + height
            continue
        if used:
            left += column + GAP
            if left + width > limit:
                left, top, shelf = 0.0, top + shelf + GAP, 0.0
        corners.append((left, top))
        column, used = width, height
        shelf = max(shelf, height)
        total = max(total, left + width)
    return Page(corners, total, top + shelf)


def _rows(sizes: Sequence[Size], limit: float) -> Page:
    """Return the boxes in rows of equal cells."""
    if not sizes:
        return Page([], 0.0, 0.0)
    cell = max(width for width, _ in sizes) + CELL_GAP
    number = min(len(sizes), max(1, int((limit + CELL_GAP) / cell)))
    corners: list[Point] = []
    y = row = 0.0
    for index, (_, height) in enumerate(sizes):
        if index and index % number == 0:
            y, row = y + row + CELL_GAP, 0.0
        corners.append((index % number * cell, y))
        row = max(row, height)
    return Page(corners, number * cell - CELL_GAP, y + row)
