"""Lines of cells as CSV: UTF-8, a comma between cells, and no cell that a spreadsheet would take for a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final, TypeAlias

Value: TypeAlias = str | int | float | None

_MARK: Final = "\ufeff"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_DIGITS: Final = 6


def csv_text(lines: Iterable[Sequence[Value]], *, mark: bool = False) -> str:
    """Return lines of cells as CSV; a text that begins like a formula gets an apostrophe in front, numbers stay numbers.

    >>> csv_text([["name", "n"], ["=1+1", -2], ["a,b", 0.5]]).splitlines()
    ['name,n', "'=1+1,-2", '"a,b",0.5']
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_safe(cell) for cell in line] for line in lines)
    return (_MARK if mark else "") + out.getvalue()


def _safe(cell: Value) -> Value:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else str(cell)
    return round(cell, _DIGITS) if isinstance(cell, float) else cell
