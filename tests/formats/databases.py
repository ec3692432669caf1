"""Small databases of Discourse Network Analyzer, with the tables that its versions create."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

TEXT = "The council met. «We must cap rents» 🏠, said Berg;\r\nthe guild said: nobody would build, nobody would build at all."

_SECOND = """
CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT);
CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT, Red INTEGER, Green INTEGER, Blue INTEGER, Password TEXT);
CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT,
  Section TEXT, Notes TEXT, Type TEXT, Date INTEGER, FOREIGN KEY(Coder) REFERENCES CODERS(ID));
CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT, Red INTEGER, Green INTEGER, Blue INTEGER);
CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
CREATE TABLE REGEXES(Label TEXT PRIMARY KEY, Red INTEGER, Green INTEGER, Blue INTEGER);
CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER,
  Stop INTEGER, Coder INTEGER);
CREATE TABLE STATEMENTLINKS(ID INTEGER PRIMARY KEY NOT NULL, SourceId INTEGER NOT NULL, TargetId INTEGER NOT NULL);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  StatementTypeId INTEGER, Value INTEGER);
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  StatementTypeId INTEGER, Value INTEGER);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  StatementTypeId INTEGER, Value TEXT);
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  StatementTypeId INTEGER, Value TEXT);
"""
_THIRD = """
CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT NOT NULL);
CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Red INTEGER NOT NULL DEFAULT 0, Password TEXT NOT NULL);
CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL, Text TEXT NOT NULL, Coder INTEGER,
  Author TEXT NOT NULL DEFAULT '', Source TEXT NOT NULL DEFAULT '', Section TEXT NOT NULL DEFAULT '',
  Notes TEXT NOT NULL DEFAULT '', Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL);
CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL, Red INTEGER NOT NULL DEFAULT 0);
CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL, DataType TEXT NOT NULL DEFAULT 'short text',
  StatementTypeId INTEGER);
CREATE TABLE REGEXES(Label TEXT PRIMARY KEY, Red INTEGER NOT NULL DEFAULT 0);
CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER,
  Start INTEGER NOT NULL CHECK(Start >= 0 AND Start < Stop), Stop INTEGER NOT NULL, Coder INTEGER);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  Value INTEGER NOT NULL DEFAULT 1);
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  Value INTEGER NOT NULL DEFAULT 0);
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '',
  ChildOf INTEGER);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  Entity INTEGER NOT NULL);
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  Value TEXT DEFAULT '');
CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, AttributeVariable TEXT NOT NULL);
CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL, AttributeVariableId INTEGER NOT NULL,
  AttributeValue TEXT NOT NULL DEFAULT '');
"""
_VARIABLES = ("person", "organization", "concept", "agreement", "strength")
_KINDS = ("short text", "short text", "short text", "boolean", "integer")

Said = tuple[str, str, str, int, str, int]
"""Person, organization, concept, agreement, the quoted words, and the coder."""
SAID: tuple[Said, ...] = (
    ("Olga Berg", "Tenants' Union", "Rents should be capped.", 1, "We must cap rents", 1),
    ("", "Builders' Guild", "Rents should be capped.", 0, "nobody would build at all", 1),
    ("", "Builders' Guild", "Rents should be capped.", 0, "nobody would build", 2),
)


def units(text: str, words: str) -> tuple[int, int]:
    """Where some words stand in a text, first occurrence, as Java counts."""
    start = len(text[: text.index(words)].encode("utf-16-le")) // 2
    return start, start + len(words.encode("utf-16-le")) // 2


def database(version: int, said: Sequence[Said] = SAID, extra: Iterable[str] = ()) -> bytes:
    """A database of two documents, the second without statements."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA page_size = 512")
        connection.executescript(_SECOND if version == 2 else _THIRD)
        _fill(connection, version, said)
        for statement in extra:
            connection.execute(statement)
        connection.commit()
        return bytes(connection.serialize())


def _fill(connection: sqlite3.Connection, version: int, said: Sequence[Said]) -> None:
    def insert(table: str, **values: Any) -> None:
        marks = ", ".join("?" for _ in values)
        connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))  # noqa: S608

    seconds = int(datetime(2013, 4, 17, 22, tzinfo=UTC).timestamp())  # midnight of the 18th in Berlin
    date = seconds * 1000 if version == 2 else int(datetime(2013, 4, 18, tzinfo=UTC).timestamp())
    for number, coder in enumerate(("Admin", "Second"), 1):
        insert("CODERS", ID=number, Name=coder, Password="")
    for number, title in enumerate(("A cap, or not", "Nothing said"), 1):
        insert("DOCUMENTS", ID=number, Title=title, Text=TEXT, Coder=1, Author="Mara Lind", Source="Port Gazette", Date=date)
    insert("STATEMENTTYPES", ID=1, Label="DNA Statement")
    for number, (variable, kind) in enumerate(zip(_VARIABLES, _KINDS, strict=True), 1):
        insert("VARIABLES", ID=number, Variable=variable, DataType=kind, StatementTypeId=1)
    entities: dict[tuple[int, str], int] = {}
    for number, (person, organization, concept, agreement, words, who) in enumerate(said, 1):
        start, stop = units(TEXT, words)
        insert("STATEMENTS", ID=number, StatementTypeId=1, DocumentId=1, Start=start, Stop=stop, Coder=who)
        for slot, value in enumerate((person, organization, concept), 1):
            if version == 2:
                insert("DATASHORTTEXT", StatementId=number, VariableId=slot, StatementTypeId=1, Value=value)
                continue
            if (slot, value) not in entities:
                entities[slot, value] = len(entities) + 1
                insert("ENTITIES", ID=entities[slot, value], VariableId=slot, Value=value)
            insert("DATASHORTTEXT", StatementId=number, VariableId=slot, Entity=entities[slot, value])
        insert("DATABOOLEAN", StatementId=number, VariableId=4, Value=agreement)
        insert("DATAINTEGER", StatementId=number, VariableId=5, Value=number)
