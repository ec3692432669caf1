"""Rows of cells, in sheets of a workbook or alone in a file → tables of which it is known what their columns hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from argmap.exchange.contract import FormatError
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.formats.tables import tidying
from argmap.formats.tables.cells import Row
from argmap.formats.tables.columns import Role, columns_of
from argmap.formats.tables.documents import Table
from argmap.formats.tables.heads import FIRST, head_of, titles_above, widest_of
from argmap.formats.tables.xlsx.grid import MOST_COLUMNS

NUMBERS: Final = "columns with numbers of statements"
ABOVE: Final = "rows above the head"
OTHER_SHEETS: Final = "sheets without a head that names a column of concepts and one of persons or organizations"
UNNAMED: Final = "columns without a head"
LOSES: Final = (NUMBERS, UNNAMED, ABOVE)
BEYOND: Final = f"cells beyond the first {MOST_COLUMNS} columns"
SHEETS_LOSE: Final = (OTHER_SHEETS, BEYOND, tidying.LINKS)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is in a file of text, or in a sheet of a workbook."""

    name: str
    rows: list[Row]
    links: Mapping[tuple[int, int], str] = field(default_factory=lambda: MappingProxyType({}))
    """Where cells lead, by the position of the row and the column."""
    from_1904: bool | None = None
    """Where dates may be numbers of days: whether these are counted from 1904 on."""
    beyond: int = 0
    """How many cells are not read, for they stand too far to the right."""


def tables_of(file: str, sheets: Sequence[Sheet], told: Mapping[str, str], tally: Tally, size: Size) -> list[Table]:
    """Return the tables of a file; sheets with the same head are one.

    Raises:
        FormatError: there is none, or there is too much.
    """
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise FormatError("there is nothing in it", file=file)
    tables: dict[tuple[str, ...], Table] = {}
    for sheet in filled:
        head = head_of(sheet.rows, told)
        if head is not None:
            heads = tuple(sheet.rows[head])
            table = _table(file, sheet, head, told, tally, size)
            before = tables.setdefault(heads, table)
            if before is not table:
                before.rows.extend(table.rows)
                has_more = len(table.columns.roles) > len(before.columns.roles)  # addresses of links
                tables[heads] = replace(before, columns=table.columns) if has_more else before
    if not tables:
        columns_of(widest_of(row for sheet in filled for row in sheet.rows[:FIRST]), told, file)  # raises: it is no head
    for sheet in filled:
        if sheet.rows:
            tally.lost(OTHER_SHEETS, sheet.name)
    return list(tables.values())


def _table(  # noqa: PLR0913, PLR0917 - a sheet, what is known of it, and what counts
    file: str, sheet: Sheet, head: int, told: Mapping[str, str], tally: Tally, size: Size
) -> Table:
    """The table of a sheet, which is empty then: a large one is not in memory twice."""
    for title in titles_above(sheet.rows, head):
        tally.lost(ABOVE, title)
    heads = sheet.rows[head]
    columns = columns_of(heads, told, file)
    for role, position in columns.roles.items():
        tally.kept(f"column {heads[position]!r} as {role}")
    if Role.STATEMENT in columns.roles:
        tally.lost(NUMBERS)
    tally.lost(UNNAMED, number=_unnamed(heads, sheet.rows[head + 1 :]))
    tally.lost(BEYOND, sheet.name, number=sheet.beyond)
    rows = [row[: len(heads)] for row in sheet.rows[head + 1 :]]
    sheet.rows.clear()
    links = {(row - head - 1, column): address for (row, column), address in sheet.links.items() if row > head}
    columns = tidying.take_links(rows, len(heads), links, columns, tally, size)
    if sheet.from_1904 is not None:
        tidying.date_days(rows, columns, from_1904=sheet.from_1904)
    tidying.empty_missing(rows, columns, tally)
    tidying.fill_down(rows, columns, tally, size)
    return Table(file, rows, columns)


def _unnamed(heads: Sequence[str], rows: Sequence[Row]) -> int:
    """How many columns hold something, though no head says what."""
    bare = [place for place, head in enumerate(heads) if not head.strip()]
    places = (place for row in rows for place in (*bare, *range(len(heads), len(row))) if place < len(row) and row[place].strip())
    return len(set(places))
