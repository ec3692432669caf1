"""How wide words are, without a font: the map is measured the same way on every machine.

The widths are those of Arial and its free equals, plus a share for the fonts that stand in where none of them is installed.
"""

import unicodedata
from itertools import accumulate
from typing import Final

from argmap.layout.advances import BOLD, REGULAR, UNITS_PER_EM

SPARE: Final = 1.14
"""The room given on top of the measured width; DejaVu Sans and Verdana, the widest usual substitutes, need it."""

_WIDE: Final = UNITS_PER_EM
_UNKNOWN: Final = UNITS_PER_EM * 4 // 5
_MARK_OF_OWN_WIDTH: Final = UNITS_PER_EM // 2


class _Advances(dict[str, int]):
    """The advance of each character in units of 1/2048 em, of those that are not in the table by the kind of character."""

    __slots__ = ()

    def __missing__(self, character: str) -> int:
        """Return a width that the character hardly exceeds in any font."""
        if unicodedata.east_asian_width(character) in {"W", "F"}:
            return _WIDE
        match unicodedata.category(character):
            case "Mn" | "Me" | "Cf":
                return 0
            case "Mc":
                return _MARK_OF_OWN_WIDTH
            case "Cc" | "Cs" | "Cn" | "Co" | "So":
                # Symbols, and what is drawn as a replacement character.
                return _WIDE
            case _:
                return _UNKNOWN


def _advances(table: tuple[tuple[int, str], ...]) -> _Advances:
    return _Advances((character, width) for width, characters in table for character in characters)


_REGULAR: Final = _advances(REGULAR)
_BOLD: Final = _advances(BOLD)


def measure(words: str, size: float, *, bold: bool = False) -> float:
    """Return the room that words on one line need at most, in points, at a font size in points.

    >>> round(measure("Japan", 10), 2)
    31.06
    >>> measure("日本", 10) == 20 * SPARE
    True
    """
    advances = _BOLD if bold else _REGULAR
    return sum(map(advances.__getitem__, words)) * size * (SPARE / UNITS_PER_EM)


class Ruler(dict[str, float]):
    """Measures words at one size, and keeps what it measured: the words of a map come again and again.

    >>> Ruler(10)["Japan"] == measure("Japan", 10)
    True
    """

    __slots__ = ("advances", "points_per_unit")

    def __init__(self, size: float, *, bold: bool = False) -> None:
        """Measure at a font size in points."""
        super().__init__()
        self.advances = _BOLD if bold else _REGULAR
        self.points_per_unit = size * (SPARE / UNITS_PER_EM)

    def __missing__(self, words: str) -> float:
        """Return the room that words on one line need, in points."""
        width = self[words] = sum(map(self.advances.__getitem__, words)) * self.points_per_unit
        return width


def shortened(words: str, room: float, ruler: Ruler) -> str:
    """Return the words if they fit into the room, else as many as fit with an ellipsis at the end; one character at least.

    >>> shortened("International Monetary Fund", 90, Ruler(10))
    'International M…'
    """
    if ruler[words] <= room:
        return words
    ends = accumulate((ruler.advances[character] for character in words), initial=ruler.advances["…"])
    fitting = sum(end * ruler.points_per_unit <= room for end in ends) - 1
    return words[: max(fitting, 1)].rstrip() + "…"
