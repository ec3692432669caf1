"""A database of DNA, read with care: only its tables, no views or triggers, and not for ever."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from argmap.exchange.contract import Candidate, FormatError
from argmap.exchange.sizing import Size

if TYPE_CHECKING:
    from sqlite3 import Connection

MAGIC: Final = b"SQLite format 3\0"
NEEDED: Final = ("DOCUMENTS", "STATEMENTS", "VARIABLES", "DATASHORTTEXT")
_COLUMNS: Final = MappingProxyType(
    {
        "DOCUMENTS": ("id", "title", "text", "date"),
        "STATEMENTS": ("id", "documentid", "start", "stop"),
        "VARIABLES": ("id", "variable"),
        "ENTITIES": ("id", "value"),
        "CODERS": ("id", "name"),
        "ROLEVARIABLELINKS": ("id", "variableid"),
        **dict.fromkeys(("DATASHORTTEXT", "DATALONGTEXT", "DATAINTEGER", "DATABOOLEAN"), ("statementid",)),
    }
)
_STEPS_A_BYTE: Final = 400
_LEAST_STEPS: Final = 50_000_000
_A_STRETCH: Final = 100_000
A_VALUE: Final = 0.2
"""As so many entries a value takes memory while a database is read."""
_WAL: Final = slice(18, 20)


def tells(candidate: Candidate) -> bool:
    """Return whether a file is a database with the tables of DNA."""
    return candidate.data.startswith(MAGIC) and all(name.encode() in candidate.data for name in NEEDED)


class Database:
    """The tables of a database.

    Args:
        connection: an empty one, into which it is loaded.
        data: its bytes.
        name: what it is called in messages.
        size: what counts what is looked up, which is gone once it is read.

    Raises:
        FormatError: it is none of DNA.
    """

    def __init__(self, connection: "Connection", data: bytes, name: str, size: Size) -> None:
        self.size = size
        self._connection = connection
        if data[_WAL] == b"\2\2":  # a log beside the file is not at hand; what is in the file is whole
            data = data[: _WAL.start] + b"\1\1" + data[_WAL.stop :]
        connection.deserialize(data)
        connection.text_factory = lambda words: words.decode("utf-8", "replace")
        steps = max(_LEAST_STEPS, _STEPS_A_BYTE * len(data)) // _A_STRETCH
        self._steps = iter(range(steps))
        connection.set_progress_handler(lambda: next(self._steps, None) is None, _A_STRETCH)
        connection.execute("PRAGMA trusted_schema = OFF")
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        self._tables = {name.upper(): name for name, sql in found if str(sql).upper().startswith("CREATE TABLE")}
        missing = [name for name in NEEDED if name not in self._tables]
        if missing:
            raise FormatError(f"this is no database of DNA: the table {missing[0]} is missing", file=name)
        for table, columns in _COLUMNS.items():
            there = {str(row[1]).lower() for row in connection.execute(f'PRAGMA table_info("{self._tables.get(table, table)}")')}
            lacking = [column for column in columns if column not in there]
            if table in self._tables and lacking:
                raise FormatError(f"this is no database of DNA: {table} has no column {lacking[0]}", file=name)
        self.is_third = "ENTITIES" in self._tables

    def rows(self, table: str, order: str = '"ID"') -> Iterator[dict[str, Any]]:
        """Yield the rows of a table by the names of their columns, in lower case; none where there is no such table."""
        if table not in self._tables:
            return
        cursor = self._connection.execute(f'SELECT * FROM "{self._tables[table]}" ORDER BY {order}')  # noqa: S608 - of our own names
        heads = [column[0].lower() for column in cursor.description]
        for row in cursor:
            yield dict(zip(heads, row, strict=True))

    def column(self, table: str, column: str) -> dict[Any, Any]:
        """Return the values of a column by id."""
        values: dict[Any, Any] = {}
        for row in self.rows(table):
            values[row["id"]] = row.get(column)
            self.size.add(A_VALUE)
        return values
