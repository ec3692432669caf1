"""How much a file holds, counted while it is read: what is too much is refused before it is in memory."""

from argmap.exchange.contract import refuse_many


class Size:
    """What has been read so far, in entries: what takes less memory than one is counted as a part of it.

    Args:
        most: so many entries are read.
        file: the name of the file, where it is one.
    """

    def __init__(self, most: int, file: str | None = None) -> None:
        self.file = file
        self._most = most
        self._entries = 0.0

    def add(self, entries: float) -> None:
        """Count what is about to be kept.

        Raises:
            FormatError: it is too much.
        """
        self._entries += entries
        refuse_many(int(self._entries), self._most, self.file)
