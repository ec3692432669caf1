"""The databases of Discourse Network Analyzer, versions 2 and 3 → annotation files.

A database is one SQLite file: DOCUMENTS with their texts; STATEMENTS with their places in them; VARIABLES, whose values stand in
four tables by kind. Version 3 has the values of short texts once, as ENTITIES, and counts dates in seconds; version 2 in
milliseconds.
"""

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from argmap.exchange.building import REPEATED_STATEMENTS
from argmap.exchange.contract import FormatError, Imported, ReadOptions, read_each
from argmap.exchange.finishing import finished
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.exchange.spacing import line_of
from argmap.formats.dna.database import A_VALUE, MAGIC, Database
from argmap.formats.dna.variables import said_of, types_of
from argmap.formats.tables.cells import Rows
from argmap.formats.tables.columns import Columns, Role
from argmap.formats.tables.documents import ALL_FOR, DEGREES, NO_CONCEPT, NO_SPEAKER, NO_STANCE, ON_A_SCALE, About, Table
from argmap.formats.tables.reading import NO_DATE, NO_PLACE, told
from argmap.words import Stance

OTHER_TYPES: Final = "statements of types that have no concept and speaker"
NO_DOCUMENT: Final = "statements whose document is not there"
WITHOUT_STATEMENTS: Final = "documents without statements"
ATTRIBUTES: Final = "attributes of persons, organizations and concepts"
TAGS: Final = "tags of persons, organizations and concepts"
PARENTS: Final = "which person, organization or concept is a part of another"
SEVERAL: Final = "statements of several actors, or on several concepts, as one of each on each"
LINKS: Final = "links between statements"
PATTERNS: Final = "patterns to search for"
MIDNIGHTS: Final = "dates of version 2, which has no time zone: full hours after noon taken for the midnight that follows"
LOSES: Final = (
    *(OTHER_TYPES, NO_DOCUMENT, WITHOUT_STATEMENTS, ATTRIBUTES, TAGS, PARENTS, LINKS, PATTERNS),
    *(NO_CONCEPT, NO_SPEAKER, NO_STANCE, DEGREES, NO_DATE, REPEATED_STATEMENTS),
)
CHANGES: Final = (MIDNIGHTS, SEVERAL, ALL_FOR, ON_A_SCALE, NO_PLACE)

_VALUES: Final = ("DATASHORTTEXT", "DATALONGTEXT", "DATAINTEGER", "DATABOOLEAN")
_ROLES: Final = tuple(Role)
_A_DOCUMENT: Final = 2
"""As so many entries it takes memory while a database is read."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NOON: Final = 12
_SHOWN: Final = 8
_WIDEST: Final = "\uffff"


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return annotation files for databases: one a document and coder, with its text, and a codebook.

    Raises:
        FormatError: none of them can be read.
    """
    import sqlite3

    tally = Tally()
    size = Size(options.most)

    def tables(name: str, data: bytes) -> list[Table]:
        if not data.startswith(MAGIC):
            raise FormatError("this is no database of DNA 2 or 3", file=name, hint="DNA 2 converts the files of version 1")
        with closing(sqlite3.connect(":memory:")) as connection:
            try:
                database = Database(connection, data, name, Size(options.most))
                return _Reader(database, name, tally, options).tables(size)
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
    note: str
    cells: dict[Role, str]
    tags: dict[str, None] = field(default_factory=dict)
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


class _Reader:
    """What a database says, on its way into a table."""

    def __init__(self, database: Database, name: str, tally: Tally, options: ReadOptions) -> None:
        self.database = database
        self.name = name
        self.tally = tally
        self.options = options
        self.unused = 0

    def tables(self, size: Size) -> list[Table]:
        """Return the statements as one table, with the texts of the documents; its rows count."""
        documents = self._documents()
        types = types_of(self.database.rows("VARIABLES"), self.options.columns)
        values = self._values()
        coders = self.database.column("CODERS", "name")
        heads: dict[str, int] = {}
        strange: dict[str, None] = {}
        rows = Rows(size)
        for row in self.database.rows("STATEMENTS", order='"DOCUMENTID", "START", "ID"'):
            document = documents.get(row["documentid"])
            kind = types.get(row.get("statementtypeid"), types.get(None))
            if document is None:
                self.tally.lost(NO_DOCUMENT, str(row["id"]))
            elif kind is None or not kind.is_sufficient:
                self.tally.lost(OTHER_TYPES, str(row["id"]))
                strange.update(dict.fromkeys(kind.variables.values() if kind is not None else ()))
            else:
                document.has_statements = True
                places = document.place(row["start"]), document.place(row["stop"])
                annotator = line_of(coders.get(row.get("coder"))) if len(coders) > 1 else ""
                cells = {**document.cells, Role.START: places[0], Role.STOP: places[1], Role.ANNOTATOR: annotator}
                if Role.AGREEMENT not in kind.roles.values():
                    cells[Role.AGREEMENT] = Stance.FOR.value
                    self.tally.changed(ALL_FOR, str(row["id"]))
                said = said_of(values.pop(row["id"], ()), kind)
                if said.number > 1:
                    self.tally.changed(SEVERAL, str(row["id"]))
                for head in said.own:
                    heads.setdefault(head, len(_ROLES) + len(heads))
                own = [said.own.get(head, "") for head in heads]
                for one in said.cells():
                    rows.add([*(one.get(role) or cells.get(role, "") for role in _ROLES), *own])
        self._tell_losses(documents)
        if strange and not rows.rows:
            known = ", ".join(map(repr, list(strange)[:_SHOWN]))
            hint = f"say which variable holds what: --column person=NAME --column concept=NAME; there are {known}"
            raise FormatError("no type of statements has variables of a concept and a speaker", file=self.name, hint=hint)
        used = {document.cells[Role.DOCUMENT]: document for document in documents.values() if document.has_statements}
        abouts = {key: About(document.text, document.note, tuple(document.tags)) for key, document in used.items()}
        columns = Columns(
            {role: position for position, role in enumerate(_ROLES)}, {head: at for head, at in heads.items() if head}
        )
        return [Table(self.name, rows.rows, columns, abouts)]

    def _documents(self) -> dict[int, _Document]:
        """The documents that have statements; the others are counted."""
        used = {row["documentid"] for row in self.database.rows("STATEMENTS")}
        documents: dict[int, _Document] = {}
        for row in self.database.rows("DOCUMENTS"):
            date = self._date(row.get("date"))
            if row["id"] not in used:
                self.unused += 1
                continue
            self.database.size.add(_A_DOCUMENT)
            cells = {
                Role.DOCUMENT: str(row["id"]),
                Role.TITLE: line_of(row.get("title")) or str(row["id"]),
                Role.DATE: date,
                Role.AUTHOR: line_of(row.get("author")),
                Role.OUTLET: line_of(row.get("source")),
                Role.SECTION: line_of(row.get("section")),
                Role.TYPE: line_of(row.get("type")),
            }
            text = row.get("text")
            note = row.get("notes")
            documents[row["id"]] = _Document(
                cells[Role.TITLE], text if isinstance(text, str) else "", note.strip() if isinstance(note, str) else "", cells
            )
        for row in self.database.rows("DOCUMENTTAGS"):
            if row.get("documentid") in documents and line_of(row.get("tag")):
                self.database.size.add(A_VALUE)
                documents[row["documentid"]].tags[line_of(row["tag"])] = None
        return documents

    def _date(self, told: object) -> str:
        """The day of a document: in seconds since 1970 in UTC, or in milliseconds in a zone that nobody knows."""
        if not isinstance(told, int):
            return ""
        try:
            moment = _EPOCH + timedelta(seconds=told if self.database.is_third else told // 1000)
        except OverflowError:
            return str(told)
        if not self.database.is_third and moment.hour >= _NOON and moment.minute == moment.second == 0:
            self.tally.changed(MIDNIGHTS, moment.isoformat())
            moment += timedelta(hours=_NOON)
        return moment.date().isoformat()

    def _values(self) -> dict[int, list[tuple[int, str]]]:
        """The variables and values of all statements."""
        entities = self.database.column("ENTITIES", "value")
        links = self.database.column("ROLEVARIABLELINKS", "variableid")
        values: dict[int, list[tuple[int, str]]] = {}
        known: dict[tuple[int, str], tuple[int, str]] = {}
        for table in _VALUES:
            for row in self.database.rows(table):
                variable = links.get(row.get("rolevariablelinkid")) if "rolevariablelinkid" in row else row.get("variableid")
                value = line_of(entities.get(row["entity"])) if "entity" in row else row.get("value")
                words = value.strip() if isinstance(value, str) else "" if value is None else str(value)
                if variable is not None and words:
                    pair = (variable, words)
                    self.database.size.add(A_VALUE if row["statementid"] in values else 1)
                    values.setdefault(row["statementid"], []).append(known.setdefault(pair, pair))
        return values

    def _tell_losses(self, documents: Mapping[int, _Document]) -> None:
        idle = self.unused + sum(not document.has_statements for document in documents.values())
        self.tally.lost(WITHOUT_STATEMENTS, number=idle)
        attributes = sum(bool(line_of(row.get("attributevalue"))) for row in self.database.rows("ATTRIBUTEVALUES"))
        for row in self.database.rows("ATTRIBUTES"):
            attributes += sum(bool(line_of(row.get(name))) for name in ("type", "alias", "notes"))
        self.tally.lost(ATTRIBUTES, number=attributes)
        self.tally.lost(TAGS, number=sum(bool(line_of(row.get("tag"))) for row in self.database.rows("ENTITYTAGS")))
        children = (line_of(row.get("value")) for row in self.database.rows("ENTITIES") if row.get("childof") is not None)
        for child in children:
            self.tally.lost(PARENTS, child)
        self.tally.lost(LINKS, number=sum(1 for _ in self.database.rows("STATEMENTLINKS")))
        self.tally.lost(PATTERNS, number=sum(1 for _ in self.database.rows("REGEXES")))
