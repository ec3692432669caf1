"""Where a table begins: what separates its cells, and which of its first rows is the head."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from argmap.formats.tables.cells import SEPARATORS, Row, first_rows
from argmap.formats.tables.columns import Role, guessed, is_sufficient

FIRST: Final = 10
"""Among so many rows the head is looked for: above it may stand a title."""

_SEPARATED: Final = re.compile(rf"\s*sep=([{SEPARATORS}])", re.IGNORECASE)
"""A first line of Excel's, which is no row."""


def head_of(rows: Sequence[Row], told: Mapping[str, str]) -> int | None:
    """Return which row is the head: the first that tells who says what, if it has more cells than those above it.

    Args:
        rows: of a table, from the first on.
        told: heads by role, as the user says; the head has them all.

    >>> head_of([["Coding of May"], ["speaker", "claim"], ["Olga", "A cap."]], {})
    1
    """
    widest = 0
    for number, row in enumerate(rows[:FIRST]):
        width = _width(row)
        if width > widest and _tells(row, told):
            return number
        widest = max(widest, width)
    return None


def widest_of(rows: Iterable[Row]) -> Row:
    """Return the row that is most like a head where none is: the first of those with most cells."""
    return max(rows, key=_width)


def titles_above(rows: Sequence[Row], head: int) -> list[str]:
    """Return what stands above the head, row by row, apart from what tells Excel the separator."""
    titles = (" ".join(" ".join(filter(None, row)).split()) for row in rows[:head])
    return [title for title in titles if not title.casefold().startswith("sep=")]


def separator_of(text: str, told: Mapping[str, str]) -> tuple[str, bool]:
    r"""Return what separates the cells of a table, and whether it has a head then.

    >>> separator_of('Coding, of May\nspeaker;claim;"a, b"\n', {})
    (';', True)
    """
    found = _SEPARATED.match(text)
    best = (False, 0, SEPARATORS[0])
    for separator in found[1] if found is not None else SEPARATORS:
        rows = first_rows(text, separator, FIRST)
        head = head_of(rows, told)
        width = _width(rows[head] if head is not None else widest_of(rows)) if rows else 0
        if (head is not None, width) > best[:2]:
            best = (head is not None, width, separator)
    return best[2], best[0]


def _tells(row: Row, told: Mapping[str, str]) -> bool:
    roles = guessed(row) | {role: 0 for role in Role if role in told}
    return set(told.values()) <= set(row) and is_sufficient(roles)


def _width(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row)
