"""Rows as people leave them → rows of which each tells everything itself."""

from typing import Final

from argmap.exchange.report import Tally
from argmap.formats.tables.cells import Row
from argmap.formats.tables.columns import OF_A_DOCUMENT, Columns, Role

FROM_ABOVE: Final = "rows without a document, as rows of the one above"
MISSING: Final = "cells that only say that there is nothing (NA, n/a, NULL, None, NaN, #N/A and other errors), as empty ones"

_NOTHING: Final = frozenset({"NA", "<NA>", "N/A", "n/a", "NULL", "null", "None", "NaN", "nan"})
_ERRORS: Final = frozenset(
    {
        *("#N/A", "#NV", "#Н/Д", "#NAME?", "#ИМЯ?", "#REF!", "#BEZUG!", "#ССЫЛКА!", "#VALUE!", "#WERT!", "#ЗНАЧ!"),
        *("#DIV/0!", "#ДЕЛ/0!", "#NUM!", "#ZAHL!", "#ЧИСЛО!", "#NULL!", "#ПУСТО!", "#SPILL!", "#CALC!", "#GETTING_DATA"),
    }
)
"""As Excel writes them in English, German and Russian."""


def empty_missing(rows: list[Row], columns: Columns, tally: Tally) -> None:
    """Make cells empty, in place, in which R, pandas, a database or a spreadsheet says that there is nothing.

    A text may well be `None`; an error of a spreadsheet is none.
    """
    names = {place: role.value for role, place in columns.roles.items()} | {place: head for head, place in columns.others.items()}
    text = columns.roles.get(Role.TEXT)
    for number, row in enumerate(rows):
        cells = enumerate(map(str.strip, row))
        empty = [place for place, cell in cells if cell in _ERRORS or (cell in _NOTHING and place != text)]
        for place in empty:
            if place in names:
                tally.changed(MISSING, f"{names[place]}: {row[place]}")
        if empty:
            rows[number] = tuple("" if place in empty else cell for place, cell in enumerate(row))


def fill_down(rows: list[Row], columns: Columns, tally: Tally) -> None:
    """Take for rows that name no document what the row above says of its own, in place.

    A row that says something else of its document than the row above, such as another date, is not about the same.
    """
    naming = [columns.roles[role] for role in (Role.DOCUMENT, Role.TITLE) if role in columns.roles]
    places = [columns.roles[role] for role in OF_A_DOCUMENT if role in columns.roles]
    above: dict[int, str] = {}
    for number, row in enumerate(rows):
        said = {place: row[place] for place in places if place < len(row) and row[place].strip()}
        if any(place in said for place in naming):
            above = said
        elif above and said.items() <= above.items() and _has(row, columns.roles[Role.CONCEPT]):
            cells = [*row, *[""] * (max(above) + 1 - len(row))]
            for place, words in above.items():
                cells[place] = words
            rows[number] = tuple(cells)
            tally.changed(FROM_ABOVE, next(above[place] for place in naming if place in above))


def _has(row: Row, place: int) -> bool:
    return place < len(row) and bool(row[place].strip())
