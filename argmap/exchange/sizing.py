"""How much some files hold, counted while they are read: what is too much is refused before it is in memory.

Three things are counted, each up to `ReadOptions.most`. A `Size` counts what a reader keeps for a while: rows, elements, values.
A `Draft` counts what it is told, in the tally that all files of an import share. Of one list `refuse_many` sees its length.
"""

from typing import Final

from argmap.exchange.contract import refuse_many

A_QUOTE: Final = 0.4
"""So much of an entry's memory a quote takes."""


class Size:
    """What has been read of all files so far, in entries: what takes less memory than one is counted as a part of it.

    Args:
        most: so many entries are read.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._entries = 0.0

    def add(self, entries: float) -> None:
        """Count what is about to be kept.

        Raises:
            FormatError: it is too much.
        """
        self._entries += entries
        refuse_many(int(self._entries), self._most)
