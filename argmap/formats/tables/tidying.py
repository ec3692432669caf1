"""Rows as people leave them → rows of which each tells everything itself."""

from collections.abc import Mapping
from typing import Final

from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.formats.tables.cells import Row, replaced
from argmap.formats.tables.columns import OF_A_DOCUMENT, Columns, Role
from argmap.formats.tables.xlsx.number_formats import day_of

FROM_ABOVE: Final = "rows that leave out their document, or what is said of it, as rows of the one above"
MISSING: Final = "cells that only say that there is nothing (NA, n/a, NULL, None, NaN, #N/A and other errors), as empty ones"
LABELS: Final = "words of links, as the addresses to which they lead"
LINKS: Final = "links of cells that are no title and no address"

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
        empty = dict.fromkeys(place for place, cell in cells if cell in _ERRORS or (cell in _NOTHING and place != text))
        for place in empty:
            if place in names:
                tally.changed(MISSING, f"{names[place]}: {row[place]}")
        if empty:
            rows[number] = tuple("" if place in empty else cell for place, cell in enumerate(row))


def take_links(  # noqa: PLR0913, PLR0917 - a sheet, what is known of it, and what counts
    rows: list[Row], width: int, links: Mapping[tuple[int, int], str], columns: Columns, tally: Tally, size: Size
) -> Columns:
    """Take the address to which a cell of a document leads for that of the document, in place; return the columns then.

    Args:
        rows: of a sheet, below the head.
        width: how many columns it has by its head; addresses that have none of these stand behind them.
        links: addresses by the position of the row, and the column.
        columns: of the table; one of addresses is added where there is none.
        tally: where links of other cells are counted.
        size: what counts cells that are added.
    """
    naming = {place for role, place in columns.roles.items() if role in {Role.URL, Role.TITLE, Role.DOCUMENT}}
    url = columns.roles.get(Role.URL, width)
    is_used = False
    for (number, column), address in links.items():
        row = rows[number]
        words = row[column].strip() if column < len(row) else ""
        if words == address:
            continue
        if column not in naming or (column != url and _has(row, url)):
            tally.lost(LINKS, address)
            continue
        if column == url and words:
            tally.changed(LABELS, words)
        rows[number] = replaced(row, {url: address}, size)
        is_used = True
    return Columns({**columns.roles, Role.URL: url}, columns.others) if is_used else columns


def date_days(rows: list[Row], columns: Columns, *, from_1904: bool) -> None:
    """Make numbers of days dates, in place, where a column of dates holds them without saying so."""
    date = columns.roles.get(Role.DATE)
    for number, row in enumerate(rows):
        if date is not None and date < len(row):
            day = day_of(row[date], from_1904=from_1904)
            rows[number] = row if day == row[date] else (*row[:date], day, *row[date + 1 :])


def fill_down(rows: list[Row], columns: Columns, tally: Tally, size: Size) -> None:
    """Take for rows that do not say, or say in part, which document they are of what the row above says of its own, in place.

    A row that says something else of its document than the row above, such as another date, is not about the same. A number or
    another name of the document in a column of its own tells enough.
    """
    places = [columns.roles[role] for role in OF_A_DOCUMENT if role in columns.roles]
    title = columns.roles.get(Role.TITLE)
    naming = {columns.roles.get(Role.DOCUMENT, title), title} - {None}
    enough = columns.roles.get(Role.DOCUMENT)
    above: dict[int, str] = {}
    for number, row in enumerate(rows):
        said = {place: row[place] for place in places if place < len(row) and row[place].strip()}
        is_of_above = bool(above) and said.items() < above.items() and enough not in said
        if is_of_above and _has(row, columns.roles[Role.CONCEPT]):
            rows[number] = replaced(row, above, size)
            tally.changed(FROM_ABOVE, next(words for place, words in above.items() if place in naming))
        elif not naming.isdisjoint(said):
            above = said


def _has(row: Row, place: int) -> bool:
    return place < len(row) and bool(row[place].strip())
