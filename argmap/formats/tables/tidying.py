"""Rows as people leave them → rows of which each tells everything itself."""

from typing import Final

from argmap.exchange.report import Tally
from argmap.formats.tables.cells import Row
from argmap.formats.tables.columns import OF_A_DOCUMENT, Columns, Role

FROM_ABOVE: Final = "rows without a document, as rows of the one above"


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
