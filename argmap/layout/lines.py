"""Lines that are drawn already, so that others do not run so near beside them that two look like one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import atan2, hypot, pi
from typing import TypeAlias

from argmap.layout.plan import Point

Piece: TypeAlias = tuple[Point, Point]
"""A straight piece of a line."""

NEAR = 4.0
"""Lines nearer to each other than this look like one."""
SLANT = 0.1
"""Lines whose directions differ by more, as a slope, only cross."""
CELL = 240.0
"""The side of a cell of the index of lines."""
BEARINGS = 16
"""So many directions of lines are told apart by the index."""


class Lines:
    """The straight pieces drawn so far, found by where they are and in which direction they run."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces: dict[tuple[int, int, int], list[Piece]] = {}
        self.add(pieces)

    def add(self, pieces: Iterable[Piece]) -> None:
        """Add some pieces."""
        for piece in pieces:
            bearing = _bearing(piece)
            for column, row in _cells(piece):
                self._pieces.setdefault((bearing, column, row), []).append(piece)

    def shared(self, way: Sequence[Point]) -> float:
        """Return over what length a way looks like one with another line."""
        total = 0.0
        for piece in pairwise(way):
            bearing = _bearing(piece)
            near: dict[Piece, None] = {}
            for column, row in _cells(piece):
                for turn in (-1, 0, 1):
                    for other in self._pieces.get(((bearing + turn) % BEARINGS, column, row), ()):
                        near[other] = None
            total += sum(_shared(piece, other) for other in near)
        return total


def _bearing(piece: Piece) -> int:
    """Return the direction of a piece, whichever way it runs, as a number below `BEARINGS`."""
    (x, y), (to_x, to_y) = piece
    return round(atan2(to_y - y, to_x - x) / pi * BEARINGS) % BEARINGS


def _cells(piece: Piece) -> Iterator[tuple[int, int]]:
    """Give the cells that a piece passes, and for one that runs along their border those on both sides."""
    (x, y), (to_x, to_y) = piece
    if abs(to_x - x) >= abs(to_y - y):
        for across, down in _cells_along(x, y, to_x, to_y):
            yield across, down
    else:
        for down, across in _cells_along(y, x, to_y, to_x):
            yield across, down


def _cells_along(start: float, beside: float, end: float, to_beside: float) -> Iterator[tuple[int, int]]:
    """Give along and beside for each cell of a piece that runs mostly along."""
    if start > end:
        start, beside, end, to_beside = end, to_beside, start, beside
    slope = (to_beside - beside) / (end - start) if end > start else 0.0
    for column in range(int(start // CELL), int(end // CELL) + 1):
        ends = [beside + (min(max(edge, start), end) - start) * slope for edge in (column * CELL, (column + 1) * CELL)]
        low, high = min(ends) - NEAR, max(ends) + NEAR
        for row in range(int(low // CELL), int(high // CELL) + 1):
            yield column, row


def _shared(piece: Piece, other: Piece) -> float:
    """Return over what length two straight pieces run side by side so near each other that they look like one line."""
    (x, y), (to_x, to_y) = piece
    length = hypot(to_x - x, to_y - y)
    if length == 0:
        return 0.0
    right, down = (to_x - x) / length, (to_y - y) / length
    (a, b), (c, d) = other
    beside, to_beside = (b - y) * right - (a - x) * down, (d - y) * right - (c - x) * down
    if abs(beside) > NEAR and abs(to_beside) > NEAR:
        return 0.0
    along, to_along = (a - x) * right + (b - y) * down, (c - x) * right + (d - y) * down
    if abs(to_beside - beside) > SLANT * abs(to_along - along):
        return 0.0
    return max(0.0, min(max(along, to_along), length) - max(min(along, to_along), 0.0))
