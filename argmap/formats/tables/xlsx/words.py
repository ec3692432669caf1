"""The words of a cell, piece by piece."""

import sys
from typing import Final

from argmap.exchange.contract import FormatError
from argmap.exchange.sizing import Size

_LONGEST_CELL: Final = 1_000_000
"""Excel's have 32,767 at most."""
A_NOTE: Final = 0.3
"""As so many entries what is noted of some cells takes memory."""
TEXT_OF_AN_ENTRY: Final = 512
"""So many bytes of text take as much memory as an entry."""


class Words:
    """The words of a cell, piece by piece."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self._pieces: list[str] = []
        self._length = 0

    def clear(self) -> None:
        """Begin another cell."""
        self._pieces.clear()
        self._length = 0

    def add(self, words: str) -> None:
        """Add a piece."""
        self._size.add(sys.getsizeof(words) / TEXT_OF_AN_ENTRY)
        self._pieces.append(words)
        self._length += len(words)
        if self._length > _LONGEST_CELL:
            raise FormatError(f"a cell has more than {_LONGEST_CELL:,} characters")

    def told(self) -> str:
        """Return them all."""
        return "".join(self._pieces)
