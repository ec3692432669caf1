"""Text with separators ⇄ rows of cells."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TypeAlias

from argmap.exchange.contract import FormatError
from argmap.exchange.sizing import Size

Row: TypeAlias = Sequence[str]
"""Cells; those at the end may be missing."""

SEPARATORS: Final = ",;\t|"
_BEGINNING: Final = 256 * 1024
"""So many characters are looked at to see what is in a table."""
_HINT: Final = 'is a quotation mark " opened and never closed?'
_FORMULA: Final = re.compile(r"'*[=+\-@]")
CELLS_OF_AN_ENTRY: Final = 20
"""So many cells, which may be empty, take as much memory as an entry."""
_NUMBER: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def first_rows(text: str, separator: str, number: int) -> list[Row]:
    """Return the first rows of a table that are not empty; none where that is no table."""
    try:
        return list(islice((row for row in csv.reader(_lines(text[:_BEGINNING]), delimiter=separator) if any(row)), number))
    except csv.Error:
        return []


class Rows:
    """The rows of a table as they are read: each text once, however many cells of hundreds of thousands of rows hold it.

    Args:
        size: what counts.
    """

    def __init__(self, size: Size) -> None:
        self.rows: list[Row] = []
        self._size = size
        self._known: dict[str, str] = {}

    def add(self, row: Iterable[str]) -> None:
        """Add a row.

        Raises:
            FormatError: there are too many of them, or too many cells.
        """
        known = self._known
        cells = tuple([known.setdefault(cell, cell) for cell in row])
        self._size.add((1 if self.rows else 0) + len(cells) / CELLS_OF_AN_ENTRY)
        self.rows.append(cells)


def replaced(row: Row, cells: Mapping[int, str], size: Size) -> Row:
    """Return a row with other cells at some positions; those that make it longer count.

    Raises:
        FormatError: there are too many of them.
    """
    missing = max(0, max(cells, default=-1) + 1 - len(row))
    size.add(missing / CELLS_OF_AN_ENTRY)
    result = [*row, *[""] * missing]
    for position, cell in cells.items():
        result[position] = cell
    return tuple(result)


def rows_of(text: str, separator: str, file: str, size: Size) -> list[Row]:
    """Return the rows of a table without the empty ones.

    Raises:
        FormatError: a quotation mark is never closed, or there are too many rows.
    """
    reader = csv.reader(_lines(text), delimiter=separator)
    rows = Rows(size)
    begin = end = 0
    try:
        for row in reader:
            begin, end = end, reader.line_num
            if any(cell.strip() for cell in row):
                rows.add(map(_plain, row))
    except csv.Error as error:
        raise FormatError(f"this is no table: {error}", file=file, line=reader.line_num, hint=_HINT) from None
    if end - begin > 1 and not _is_closed(islice(_lines(text), begin, None), separator):
        message = "a cell begins with a quotation mark and goes on to the end of the file"
        raise FormatError(message, file=file, line=begin + 1, hint=_HINT)
    return rows.rows


def _is_closed(lines: Iterator[str], separator: str) -> bool:
    """Whether the last row of a table is more than what a quotation mark that is never closed has swallowed."""
    try:
        deque(csv.reader(lines, delimiter=separator, strict=True), maxlen=0)
    except csv.Error as error:
        return "end of data" not in str(error)
    return True


def _lines(text: str) -> Iterator[str]:
    """The lines of a text one by one; as a list, or as a file in memory, they would take up several times as much."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def text_of(rows: Iterable[Sequence[str]], separator: str) -> str:
    """Return rows as text; a cell that a spreadsheet would take for a formula gets a ' in front."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
