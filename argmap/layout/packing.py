"""Pieces put on a page, in their order, so that the page has a good shape."""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple, TypeAlias

from argmap.layout.columns import CLOSE
from argmap.layout.plan import Point

PAGE_ASPECT = 1.45
"""Width by height of a good page."""
FAIR_SHAPES = (0.55, 2.3)
"""Width by height of a page that needs no better shape."""
GAP = 48.0
"""Between pieces, and above the quiet corner."""
CELL_GAP = 24.0
"""Between the boxes of the quiet corner."""
FEW = 50
"""So many pieces are piled up; more are put on shelves, which takes time in proportion to their number."""
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


class _Step(NamedTuple):
    """A part of the outline: from where to where it goes, and how far down what stands there reaches."""

    left: float
    right: float
    bottom: float


def pack(pieces: Sequence[Size], single: Sequence[Size], sheet: Sheet) -> Page:
    """Return a page with the pieces piled up and, after them in a quiet corner, the single boxes in rows.

    Args:
        pieces: the sizes of the trees.
        single: the sizes of the boxes that are linked with nothing.
        sheet: the paper.
    """
    area = sum((width + GAP) * (height + GAP) for width, height in pieces)
    area += sum((width + CELL_GAP) * (height + CELL_GAP) for width, height in single)
    widest = max(width for width, _ in (*pieces, *single))
    limits = sorted({max(widest, trial * sqrt(area)) for trial in TRIALS})
    pages = (page for limit in limits for page in _pages(pieces, single, limit))
    # A little more for its empty parts.
    best = min(pages, key=lambda page: sheet.size(page.width, page.height) + 0.2 * sqrt(page.width * page.height))
    return _upended(best, (*pieces, *single)) if sheet.turned else best


def _upended(page: Page, sizes: Sequence[Size]) -> Page:
    """Return the page with its first piece at the foot, which is on the left once the page is turned."""
    corners = [(x, page.height - y - height) for (x, y), (_, height) in zip(page.corners, sizes, strict=True)]
    return page._replace(corners=corners)


def _pages(pieces: Sequence[Size], single: Sequence[Size], limit: float) -> Iterator[Page]:
    """Give the pages of a width: with the single boxes below all pieces, or in a hole among them."""
    pile, outline = _piled(pieces, limit) if len(pieces) <= FEW else (_shelved(pieces, limit), [])
    below = _rows(single, max(limit, pile.width))
    yield _joined(pile, below, (0.0, pile.height + GAP if pieces and single else 0.0))
    if pieces and outline and len(single) <= FEW:
        for number in range(1, len(single) + 1):
            rows = _rows(single, number * (max(width for width, _ in single) + CELL_GAP) - CELL_GAP)
            places = sorted(_stands(outline, rows.width + GAP))
            if places:
                y, x = places[0]
                yield _joined(pile, rows, (x, max(y, pile.height - rows.height)))


def _joined(pile: Page, rows: Page, corner: Point) -> Page:
    """Return the page with the rows at a place among the pieces."""
    left, top = corner
    corners = [*pile.corners, *((left + x, top + y) for x, y in rows.corners)]
    return Page(corners, max(pile.width, left + rows.width), max(pile.height, top + rows.height))


def _piled(sizes: Sequence[Size], limit: float) -> tuple[Page, list[_Step]]:
    """Return the pieces one after the other, each as high up as it can stand, and there as far left; and their outline.

    The pieces placed so far are known by their lower outline only (the skyline heuristic of Burke, Kendall and Whitwell, 2004).
    """
    corners: list[Point] = []
    outline: list[_Step] = [_Step(0.0, limit + GAP, 0.0)]
    total = reach = 0.0
    for width, height in sizes:
        y, x = min(_stands(outline, width + GAP))
        corners.append((x, y))
        outline = _with_piece(outline, _Step(x, x + width + GAP, y + height + GAP))
        total, reach = max(total, x + width), max(reach, y + height)
    return Page(corners, total, reach), outline


def _stands(outline: Sequence[_Step], width: float) -> Iterator[tuple[float, float]]:
    """Give the places, y before x, where a piece of that width fits with its left edge at a step."""
    end = outline[-1].right
    for index, step in enumerate(outline):
        if index and step.left + width > end + CLOSE:
            return
        y = step.bottom
        for other in outline[index + 1 :]:
            if other.left >= step.left + width - CLOSE:
                break
            y = max(y, other.bottom)
        yield y, step.left


def _with_piece(outline: Sequence[_Step], piece: _Step) -> list[_Step]:
    """Return the outline with a piece in it; neighbours of one depth become one step."""
    steps: list[_Step] = []
    cut = [step._replace(right=min(step.right, piece.left)) for step in outline if step.left < piece.left]
    cut.append(piece)
    cut += [step._replace(left=max(step.left, piece.right)) for step in outline if step.right > piece.right + CLOSE]
    for step in cut:
        if steps and abs(steps[-1].bottom - step.bottom) < CLOSE:
            steps[-1] = steps[-1]._replace(right=step.right)
        else:
            steps.append(step)
    return steps


def _shelved(sizes: Sequence[Size], limit: float) -> Page:
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
