"""Rows of a statement table → documents, each with the rows that can be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from argmap.exchange.contract import FormatError
from argmap.exchange.dates import month_first_of
from argmap.exchange.decoding import taken
from argmap.exchange.naming import bare_name
from argmap.exchange.report import Outcome, Tally
from argmap.exchange.sizing import A_QUOTE, Size
from argmap.formats.tables.agreement import Agreement, agreement_of, scale_of
from argmap.formats.tables.cells import Row
from argmap.formats.tables.columns import OF_A_DOCUMENT, Columns, Role
from argmap.words import Stance

ALL_FOR: Final = "statements without a column or variable of agreement, as statements for"
ON_A_SCALE: Final = "numbers of agreement on a scale with degrees, read around its middle"
NO_CONCEPT: Final = "rows without a concept"
NO_SPEAKER: Final = "rows without a person or organization"
NO_STANCE: Final = "rows whose agreement is not understood (`argmap formats csv` says what is)"
DEGREES: Final = "how strongly someone agrees or disagrees"
DIFFERENT: Final = "what is said of a document, where its first row says something else"
CHANGES: Final = (ALL_FOR, ON_A_SCALE)
LOSES: Final = (NO_CONCEPT, NO_SPEAKER, NO_STANCE, DEGREES, DIFFERENT)


class NothingReadError(FormatError):
    """Of a table with rows none became a statement."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a document besides its rows."""

    text: str
    """With it, places become quotes."""
    note: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, and what their columns hold."""

    name: str
    rows: list[Row]
    """They become statements, and are none in the end: a large table is not in memory twice."""
    columns: Columns
    abouts: Mapping[str, About] = field(default_factory=lambda: MappingProxyType({}))
    """What the format has of documents besides, by what stands in their column."""

    def cell(self, row: Row, role: Role) -> str:
        """Return a cell on one line; empty where it is missing."""
        position = self.columns.roles.get(role)
        return " ".join(row[position].split()) if position is not None and position < len(row) else ""


@dataclass(slots=True)
class Document:
    """What one annotator has coded in one document."""

    key: str
    title: str
    annotator: str
    first: Row
    month_first: bool | None
    """As dates of the column have it."""
    rows: list[Row] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    """One a row."""


def _entries(table: Table, row: Row) -> float:
    """How many entries a row becomes: a quote takes a part of its memory, and so does a cell of another column."""
    place = table.columns.roles.get(Role.TEXT)
    is_quoted = bool(table.abouts) or (place is not None and place < len(row) and row[place] != "")
    others = sum(place < len(row) and row[place] != "" for place in table.columns.others.values())
    return 1 + (A_QUOTE if is_quoted else 0) + others / _OTHERS_OF_AN_ENTRY


def documents_of(table: Table, whole: Tally, size: Size) -> list[Document]:
    """Return the documents of a table in the order in which they first appear.

    Raises:
        NothingReadError: there are rows, and none can be read.
        FormatError: there are too many.
    """
    tally = Tally(whole)
    number = len(table.rows)
    documents: dict[tuple[str, str, str], Document] = {}
    scale = scale_of(table.cell(row, Role.AGREEMENT) for row in table.rows)
    month_first = month_first_of(table.cell(row, Role.DATE) for row in table.rows)
    told = Role.AGREEMENT in table.columns.roles
    for row in taken(table.rows):
        concept = table.cell(row, Role.CONCEPT)
        if not concept:
            tally.lost(NO_CONCEPT, ", ".join(filter(None, row))[:_SHOWN])
            continue
        if not table.cell(row, Role.PERSON) and not table.cell(row, Role.ORGANIZATION):
            tally.lost(NO_SPEAKER, concept)
            continue
        words = table.cell(row, Role.AGREEMENT)
        agreement = agreement_of(words, scale) if told else _NOT_ASKED
        if agreement is None:
            tally.lost(NO_STANCE, words or concept)
            continue
        tally.changed(ALL_FOR, number=0 if told else 1)
        if agreement.scale is not None:
            tally.changed(ON_A_SCALE, f"{agreement.scale}: above {agreement.scale.middle:g} for, below it against")
        if agreement.has_degree:
            tally.lost(DEGREES, words)
        title = table.cell(row, Role.TITLE)
        date = table.cell(row, Role.DATE)
        key = table.cell(row, Role.DOCUMENT) or title or " ".join(filter(None, (bare_name(table.name), date)))
        annotator = table.cell(row, Role.ANNOTATOR)
        identity = (key, "" if table.cell(row, Role.DOCUMENT) else date, annotator)
        document = documents.setdefault(identity, Document(key, title or key, annotator, row, month_first))
        size.add(_entries(table, row) + (0 if document.rows else _ENTRIES_OF_A_DOCUMENT))
        document.rows.append(row)
        document.stances.append(agreement.stance)
        tally.lost(DIFFERENT, key, number=_differences(table, document.first, row))
    if number and not documents:
        reasons = [item for item in tally.report().of(Outcome.LOST) if item.what in _REASONS]
        options = " ".join(f"--column {_REASONS[item.what]}=NAME" for item in reasons)
        hint = f"if it stands in another column, say in which: {options}"
        why = "; ".join(f"{item.number:,} × {item.what}: {', '.join(map(repr, item.examples))}" for item in reasons)
        raise NothingReadError(f"none of its {number:,} rows became a statement: {why}", file=table.name, hint=hint)
    return list(documents.values())


def _differences(table: Table, first: Row, row: Row) -> int:
    roles = (role for role in OF_A_DOCUMENT if role is not Role.DOCUMENT)
    return sum(table.cell(row, role) not in {"", table.cell(first, role)} for role in roles)


_REASONS: Final = MappingProxyType({NO_CONCEPT: Role.CONCEPT, NO_SPEAKER: Role.PERSON, NO_STANCE: Role.AGREEMENT})
"""Why a row becomes no statement, and what is missing then."""
_NOT_ASKED: Final = Agreement(Stance.FOR, None, has_degree=False)
_ENTRIES_OF_A_DOCUMENT: Final = 8
"""A file takes as much memory as so many entries."""
_OTHERS_OF_AN_ENTRY: Final = 5
_SHOWN: Final = 80
