"""Rows of cells, in sheets of a workbook or alone in a file → tables of which it is known what their columns hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.exchange.contract import FormatError
from argmap.exchange.report import Tally
from argmap.formats.tables import tidying
from argmap.formats.tables.cells import Row
from argmap.formats.tables.columns import Role, columns_of
from argmap.formats.tables.heads import FIRST, head_of, titles_above, widest_of
from argmap.formats.tables.reading import Table

NUMBERS: Final = "columns with numbers of statements"
ABOVE: Final = "rows above the head"
OTHER_SHEETS: Final = "sheets without a head that names a column of concepts and one of persons or organizations"
UNNAMED: Final = "columns without a head"
LOSES: Final = (NUMBERS, UNNAMED, ABOVE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is in a file of text, or in a sheet of a workbook."""

    name: str
    rows: list[Row]


def tables_of(file: str, sheets: Sequence[Sheet], told: Mapping[str, str], tally: Tally) -> list[Table]:
    """Return the tables of a file; sheets with the same head are one.

    Raises:
        FormatError: there is none.
    """
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise FormatError("there is nothing in it", file=file)
    tables: dict[tuple[str, ...], Table] = {}
    for sheet in filled:
        head = head_of(sheet.rows, told)
        if head is None:
            continue
        for title in titles_above(sheet.rows, head):
            tally.lost(ABOVE, title)
        heads = tuple(sheet.rows[head])
        columns = columns_of(heads, told, file)
        for role, position in columns.roles.items():
            tally.kept(f"column {heads[position]!r} as {role}")
        if Role.STATEMENT in columns.roles:
            tally.lost(NUMBERS)
        rows = sheet.rows[head + 1 :]
        sheet.rows.clear()
        tally.lost(UNNAMED, number=_unnamed(heads, rows))
        tidying.empty_missing(rows, columns, tally)
        tidying.fill_down(rows, columns, tally)
        tables.setdefault(heads, Table(file, [], columns)).rows.extend(rows)
    if not tables:
        columns_of(widest_of(row for sheet in filled for row in sheet.rows[:FIRST]), told, file)  # raises: it is no head
    for sheet in filled:
        if sheet.rows:
            tally.lost(OTHER_SHEETS, sheet.name)
    return list(tables.values())


def _unnamed(heads: Sequence[str], rows: Sequence[Row]) -> int:
    """How many columns hold something, though no head says what."""
    bare = [place for place, head in enumerate(heads) if not head.strip()]
    places = (place for row in rows for place in (*bare, *range(len(heads), len(row))) if place < len(row) and row[place].strip())
    return len(set(places))
