"""Text with separators ⇄ rows of cells."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from argmap.exchange.contract import FormatError, refuse_many

SEPARATORS: Final = ",;\t|"
_FORMULA: Final = re.compile(r"'*[=+\-@]")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def separator_of(text: str) -> str:
    """Return what separates the cells of a table: what is most frequent in its first line, outside of quotes.

    >>> separator_of('a;"b,c,d";e')
    ';'
    """
    head = re.sub(r'"[^"]*"', "", text.lstrip("\n").partition("\n")[0])
    return max(SEPARATORS, key=head.count)


def rows_of(text: str, separator: str, file: str) -> list[list[str]]:
    """Return the rows of a table without the empty ones.

    Raises:
        FormatError: a cell is too long, for the quotes are probably wrong; or there are too many rows.
    """
    reader = csv.reader(_lines(text), delimiter=separator)
    known: dict[str, str] = {}  # every text once, however many cells hold it
    rows: list[list[str]] = []
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append([known.setdefault(cell, _plain(cell)) for cell in row])
                refuse_many(len(rows) - 1, file)
    except csv.Error as error:
        hint = 'is a quotation mark " opened and never closed?'
        raise FormatError(f"this is no table: {error}", file=file, line=reader.line_num, hint=hint) from None
    return rows


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
