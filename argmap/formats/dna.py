"""The databases of Discourse Network Analyzer, versions 2 and 3 → annotation files.

A database is one SQLite file: DOCUMENTS with their texts; STATEMENTS with their places in them; VARIABLES, whose values stand in
four tables by kind. Version 3 has the values of short texts once, as ENTITIES, and counts dates in seconds; version 2 in
milliseconds.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from argmap.exchange.contract import MEBIBYTE, Candidate, Format, FormatError, Imported, ReadOptions, read_each
from argmap.exchange.finishing import finished
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.formats.tables import reading
from argmap.formats.tables.cells import Rows
from argmap.formats.tables.columns import Columns, Role, guessed, is_sufficient
from argmap.formats.tables.documents import Table
from argmap.formats.tables.reading import told

if TYPE_CHECKING:
    from sqlite3 import Connection

OTHER_TYPES: Final = "statements of types that have no concept and speaker"
NO_DOCUMENT: Final = "statements whose document is not there"
WITHOUT_STATEMENTS: Final = "documents without statements"
ATTRIBUTES: Final = "attributes of persons, organizations and concepts"
LINKS: Final = "links between statements"
PATTERNS: Final = "patterns to search for"
MIDNIGHTS: Final = "dates of version 2, which has no time zone: full hours after noon taken for the midnight that follows"
LOSES: Final = (OTHER_TYPES, NO_DOCUMENT, WITHOUT_STATEMENTS, ATTRIBUTES, LINKS, PATTERNS, *reading.LOSES)
CHANGES: Final = (MIDNIGHTS, *reading.CHANGES)

_MAGIC: Final = b"SQLite format 3\0"
_NEEDED: Final = ("DOCUMENTS", "STATEMENTS", "VARIABLES", "DATASHORTTEXT")
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
_VALUES: Final = ("DATASHORTTEXT", "DATALONGTEXT", "DATAINTEGER", "DATABOOLEAN")
_ROLES: Final = tuple(Role)
_STEPS_A_BYTE: Final = 400
_LEAST_STEPS: Final = 50_000_000
_A_STRETCH: Final = 100_000
_DOCUMENT: Final = 2
_VALUE: Final = 0.2
"""As so many entries they take memory while a database is read."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NOON: Final = 12
_WIDEST: Final = "\uffff"
_WAL: Final = slice(18, 20)


def tells(candidate: Candidate) -> bool:
    """Return whether a file is a database with the tables of DNA."""
    return candidate.data.startswith(_MAGIC) and all(name.encode() in candidate.data for name in _NEEDED)


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return annotation files for databases: one a document and coder, with its text, and a codebook.

    Raises:
        FormatError: none of them can be read.
    """
    import sqlite3

    tally = Tally()
    size = Size(options.most)

    def tables(name: str, data: bytes) -> list[Table]:
        if not data.startswith(_MAGIC):
            raise FormatError("this is no database of DNA 2 or 3", file=name, hint="DNA 2 converts the files of version 1")
        with closing(sqlite3.connect(":memory:")) as connection:
            try:
                return _Database(connection, data, name, tally, options).tables(size)
            except FormatError:
                raise
            except (sqlite3.Error, OverflowError, ValueError) as error:  # what it says of a broken file varies
                raise FormatError(f"the database cannot be read: {error}", file=name) from None

    read_tables, faults = read_each(files, tables)
    size.add(0)  # too much of all files together is no fault of one of them
    made = told([table for one in read_tables for table in one], options, tally)
    return finished((), tally, (*faults, *made.faults), texts=made.texts, ready=made.files)


@dataclass(slots=True)
class _Document:
    title: str
    text: str
    date: str
    cells: dict[Role, str]
    has_statements: bool = False
    _pairs: Sequence[int] | None = None
    """Where in units of UTF-16 the characters stand that take two of them."""

    def place(self, units: object) -> str:
        """Return a place in code points, which Java counts in units of UTF-16; empty for none."""
        if not isinstance(units, int):
            return ""
        if self._pairs is None:
            wide = (at for at, character in enumerate(self.text) if character > _WIDEST)
            self._pairs = array("I", (at + before for before, at in enumerate(wide)))
        return str(units - bisect_left(self._pairs, units))


@dataclass(slots=True)
class _Type:
    """A type of statements: its variables, and what of a statement each of them holds."""

    variables: dict[int, str] = field(default_factory=dict)
    roles: dict[int, Role] = field(default_factory=dict)


class _Database:
    """A database, read with care: only tables, no views or triggers, and not for ever."""

    def __init__(self, connection: "Connection", data: bytes, name: str, tally: Tally, options: ReadOptions) -> None:
        self.connection = connection
        self.name = name
        self.tally = tally
        self.options = options
        self.size = Size(options.most)
        """Of what is looked up, and gone once the rows are made."""
        self.unused = 0
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
        missing = [name for name in _NEEDED if name not in self._tables]
        if missing:
            raise FormatError(f"this is no database of DNA: the table {missing[0]} is missing", file=name)
        for table, columns in _COLUMNS.items():
            there = {str(row[1]).lower() for row in connection.execute(f'PRAGMA table_info("{self._tables.get(table, table)}")')}
            lacking = [column for column in columns if column not in there]
            if table in self._tables and lacking:
                raise FormatError(f"this is no database of DNA: {table} has no column {lacking[0]}", file=name)
        self._is_third = "ENTITIES" in self._tables

    def tables(self, size: Size) -> list[Table]:
        """Return the statements as one table, with the texts of the documents; its rows count."""
        documents = self._documents()
        types = self._types()
        values = self._values()
        coders = self._column("CODERS", "name")
        heads: dict[str, int] = {}
        rows = Rows(size)
        for row in self._rows("STATEMENTS", order='"DOCUMENTID", "START", "ID"'):
            document = documents.get(row["documentid"])
            kind = types.get(row.get("statementtypeid"), types.get(None))
            if document is None:
                self.tally.lost(NO_DOCUMENT, str(row["id"]))
            elif kind is None or not is_sufficient(dict.fromkeys(kind.roles.values(), 0)):
                self.tally.lost(OTHER_TYPES, str(row["id"]))
            else:
                document.has_statements = True
                places = document.place(row["start"]), document.place(row["stop"])
                annotator = str(coders.get(row.get("coder"), "")) if len(coders) > 1 else ""
                cells = {**document.cells, Role.START: places[0], Role.STOP: places[1], Role.ANNOTATOR: annotator}
                own: dict[str, str] = {}
                said: dict[int, str] = {}
                for variable, value in values.pop(row["id"], ()):
                    said.setdefault(variable, value)
                for variable, value in said.items():
                    if variable in kind.roles:
                        cells[kind.roles[variable]] = value
                    else:
                        own[kind.variables.get(variable, "")] = value
                for head in own:
                    heads.setdefault(head, len(_ROLES) + len(heads))
                rows.add([*(cells.get(role, "") for role in _ROLES), *(own.get(head, "") for head in heads)])
        self._tell_losses(documents)
        texts = {document.cells[Role.DOCUMENT]: document.text for document in documents.values() if document.has_statements}
        columns = Columns(
            {role: position for position, role in enumerate(_ROLES)}, {head: at for head, at in heads.items() if head}
        )
        return [Table(self.name, rows.rows, columns, texts)]

    def _rows(self, table: str, order: str = '"ID"') -> Iterator[dict[str, Any]]:
        """Yield the rows of a table by the names of their columns, in lower case; none where there is no such table."""
        if table not in self._tables:
            return
        cursor = self.connection.execute(f'SELECT * FROM "{self._tables[table]}" ORDER BY {order}')  # noqa: S608 - of our own names
        heads = [column[0].lower() for column in cursor.description]
        for row in cursor:
            yield dict(zip(heads, row, strict=True))

    def _column(self, table: str, column: str) -> dict[Any, Any]:
        """The values of a column by id."""
        values: dict[Any, Any] = {}
        for row in self._rows(table):
            values[row["id"]] = row.get(column)
            self.size.add(_VALUE)
        return values

    def _documents(self) -> dict[int, _Document]:
        """The documents that have statements; the others are counted."""
        used = {row["documentid"] for row in self._rows("STATEMENTS")}
        documents: dict[int, _Document] = {}
        for row in self._rows("DOCUMENTS"):
            date = self._date(row.get("date"))
            if row["id"] not in used:
                self.unused += 1
                continue
            self.size.add(_DOCUMENT)
            cells = {
                Role.DOCUMENT: str(row["id"]),
                Role.TITLE: _line(row.get("title")) or str(row["id"]),
                Role.DATE: date,
                Role.AUTHOR: _line(row.get("author")),
                Role.OUTLET: _line(row.get("source")),
                Role.SECTION: _line(row.get("section")),
                Role.TYPE: _line(row.get("type")),
            }
            text = row.get("text")
            documents[row["id"]] = _Document(cells[Role.TITLE], text if isinstance(text, str) else "", cells[Role.DATE], cells)
        return documents

    def _date(self, told: object) -> str:
        """The day of a document: in seconds since 1970 in UTC, or in milliseconds in a zone that nobody knows."""
        if not isinstance(told, int):
            return ""
        try:
            moment = _EPOCH + timedelta(seconds=told if self._is_third else told // 1000)
        except OverflowError:
            return str(told)
        if not self._is_third and moment.hour >= _NOON and moment.minute == moment.second == 0:
            self.tally.changed(MIDNIGHTS, moment.isoformat())
            moment += timedelta(hours=_NOON)
        return moment.date().isoformat()

    def _types(self) -> dict[int | None, _Type]:
        types: dict[int | None, _Type] = {}
        for row in self._rows("VARIABLES"):
            kind = types.setdefault(row.get("statementtypeid"), _Type())
            kind.variables[row["id"]] = _line(row.get("variable"))
        named = {head: Role(role) for role, head in self.options.columns.items() if role in set(Role)}
        for kind in types.values():
            ids = list(kind.variables)
            roles = {position: role for role, position in guessed(list(kind.variables.values())).items()}
            kind.roles = {ids[position]: role for position, role in roles.items() if role in _SAID}
            for variable, name in kind.variables.items():
                if name in named:
                    kind.roles = {one: role for one, role in kind.roles.items() if role is not named[name]} | {
                        variable: named[name]
                    }
        return types

    def _values(self) -> dict[int, list[tuple[int, str]]]:
        """The variables and values of all statements; of several values of a variable the first counts."""
        entities = self._column("ENTITIES", "value")
        links = self._column("ROLEVARIABLELINKS", "variableid")
        values: dict[int, list[tuple[int, str]]] = {}
        known: dict[tuple[int, str], tuple[int, str]] = {}
        for table in _VALUES:
            for row in self._rows(table):
                variable = links.get(row.get("rolevariablelinkid")) if "rolevariablelinkid" in row else row.get("variableid")
                value = _line(entities.get(row["entity"])) if "entity" in row else row.get("value")
                words = value.strip() if isinstance(value, str) else "" if value is None else str(value)
                if variable is not None and words:
                    pair = (variable, words)
                    self.size.add(_VALUE if row["statementid"] in values else 1)
                    values.setdefault(row["statementid"], []).append(known.setdefault(pair, pair))
        return values

    def _tell_losses(self, documents: Mapping[int, _Document]) -> None:
        idle = self.unused + sum(not document.has_statements for document in documents.values())
        self.tally.lost(WITHOUT_STATEMENTS, number=idle)
        attributes = sum(bool(_line(row.get("attributevalue"))) for row in self._rows("ATTRIBUTEVALUES"))
        for row in self._rows("ATTRIBUTES"):
            attributes += sum(bool(_line(row.get(name))) for name in ("type", "alias", "notes"))
        self.tally.lost(ATTRIBUTES, number=attributes)
        self.tally.lost(LINKS, number=sum(1 for _ in self._rows("STATEMENTLINKS")))
        self.tally.lost(PATTERNS, number=sum(1 for _ in self._rows("REGEXES")))


_SAID: Final = frozenset({Role.PERSON, Role.ORGANIZATION, Role.CONCEPT, Role.AGREEMENT, Role.NOTE})


def _line(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


FORMAT: Final = Format(
    name="dna",
    title="DNA database (Discourse Network Analyzer 2 and 3)",
    suffix=".dna",
    told_by="an SQLite database with the tables of DNA",
    tells=tells,
    read=read,
    keeps="""\
A statement is one by the person, else the organization, on the concept, which is a claim; agreement is the stance. Its place in the
document becomes a quote; the text is written beside the annotation. Actors and claims stand in `codebook.yaml`; what several
coders have coded in one document, in a file for each. Which variable is what is told by its name, or by `--column person=NAME`.
Other variables are kept under `x-table`. Colours and rights of coders are left out.""",
    reading_changes=CHANGES,
    reading_loses=LOSES,
    largest=256 * MEBIBYTE,
)
