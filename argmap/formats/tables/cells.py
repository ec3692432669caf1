"""Text with separators ⇄ rows of cells."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from argmap.exchange.contract import FormatError

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
        FormatError: a cell is too long; the quotes are probably wrong.
    """
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    known: dict[str, str] = {}  # every text once, however many cells hold it
    try:
        return [[known.setdefault(cell, _plain(cell)) for cell in row] for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        hint = 'is a quotation mark " opened and never closed?'
        raise FormatError(f"this is no table: {error}", file=file, line=reader.line_num, hint=hint) from None


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
