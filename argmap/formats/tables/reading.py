"""Rows of a statement table → annotation files: one a document, and a codebook of the actors and claims that they share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from argmap.formats.building import BUILDING_LOSES, WITHOUT_WORDS, Draft
from argmap.formats.dates import date_of
from argmap.formats.exchange import ReadOptions
from argmap.formats.naming import Names, bare_name, kept_id, readable_id
from argmap.formats.report import Tally
from argmap.formats.tables.columns import Columns, Role
from argmap.words import ActorKind, Stance

OWN: Final = "x-table"
"""The key under which stands what an annotation has no field for: places, and other columns."""

ALL_FOR: Final = "statements without a column of agreement, as statements for"
TIMES: Final = "times of day"
NO_CONCEPT: Final = "rows without a concept"
NO_SPEAKER: Final = "rows without a person or organization"
NO_STANCE: Final = "rows whose agreement is not understood"
NO_DATE: Final = "dates that are not understood"
DIFFERENT: Final = "what is said of a document, where its first row says something else"
CHANGES: Final = (ALL_FOR, WITHOUT_WORDS)
LOSES: Final = (NO_CONCEPT, NO_SPEAKER, NO_STANCE, NO_DATE, TIMES, DIFFERENT, *BUILDING_LOSES)

_FOR: Final = ("yes", "y", "true", "t", "agree", "agreed", "agreement", "for", "pro", "support", "+", "ja", "да", "oui")
_DISAGREE: Final = ("disagree", "disagreed", "disagreement")
_AGAINST: Final = ("no", "n", "false", "f", *_DISAGREE, "against", "con", "contra", "oppose", "-", "nein", "нет", "non")
_OTHER: Final = MappingProxyType({"mixed": Stance.MIXED, "both": Stance.MIXED, "neutral": Stance.NEUTRAL})


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, and what their columns hold."""

    name: str
    rows: Sequence[Sequence[str]]
    columns: Columns

    def cell(self, row: Sequence[str], role: Role) -> str:
        """Return a cell on one line; empty where it is missing."""
        position = self.columns.roles.get(role)
        return " ".join(row[position].split()) if position is not None and position < len(row) else ""


@dataclass(slots=True)
class _Shared:
    """What the documents share: claims and actors by their words."""

    draft: Draft
    claims: dict[str, str] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    organizations: dict[str, str] = field(default_factory=dict)

    def claim(self, concept: str) -> str:
        if concept not in self.claims:
            self.claims[concept] = self.draft.claim(concept)
        return self.claims[concept]

    def organization(self, name: str) -> str:
        if name not in self.organizations:
            self.organizations[name] = self.draft.actor(name, kind=ActorKind.ORGANIZATION)
        return self.organizations[name]

    def person(self, name: str, organization: str | None) -> str:
        if name not in self.persons:
            self.persons[name] = self.draft.actor(name, affiliation=organization)
        return self.persons[name]


@dataclass(frozen=True, slots=True)
class _Row:
    cells: Sequence[str]
    stance: Stance


@dataclass(slots=True)
class _Document:
    key: str
    title: str
    rows: list[_Row] = field(default_factory=list)


def drafts_of(tables: Sequence[Table], options: ReadOptions, tally: Tally) -> tuple[list[Draft], Draft | None]:
    """Return a draft for each document, and one for the codebook where there are several."""
    documents = [(table, document) for table in tables for document in _documents(table, tally)]
    names = Names({"codebook"})
    if not documents:
        return [_empty(names.take(bare_name(table.name)), options, tally) for table in tables], None
    if len(documents) == 1:
        ((table, document),) = documents
        draft = Draft(_name(document, names), options, tally)
        _tell(table, document, draft, _Shared(draft))
        return [draft], None
    codebook = Draft("codebook", options, tally)
    shared = _Shared(codebook)
    for table, document in documents:
        _define(table, document, shared)
    codebook.finish()
    drafts = []
    for table, document in documents:
        draft = Draft(_name(document, names), options, tally, codebook=codebook)
        _tell(table, document, draft, shared)
        drafts.append(draft)
    return drafts, codebook


def _empty(name: str, options: ReadOptions, tally: Tally) -> Draft:
    draft = Draft(name, options, tally)
    draft.source(name)
    return draft


def _name(document: _Document, names: Names) -> str:
    words = document.key if not document.key.isdecimal() or not document.title else document.title
    return names.take(kept_id(words) or readable_id(words, "document"))


def _documents(table: Table, tally: Tally) -> Iterator[_Document]:
    """The documents of a table, each with the rows that can be read, in the order in which they first appear."""
    documents: dict[tuple[str, str], _Document] = {}
    signed = _is_signed(table)
    told = Role.AGREEMENT in table.columns.roles
    for row in table.rows:
        concept = table.cell(row, Role.CONCEPT)
        if not concept:
            tally.lost(NO_CONCEPT, ", ".join(filter(None, row))[:_SHOWN])
            continue
        if not table.cell(row, Role.PERSON) and not table.cell(row, Role.ORGANIZATION):
            tally.lost(NO_SPEAKER, concept)
            continue
        stance = _stance(table.cell(row, Role.AGREEMENT), signed=signed) if told else Stance.FOR
        if stance is None:
            tally.lost(NO_STANCE, table.cell(row, Role.AGREEMENT) or concept)
            continue
        if not told:
            tally.changed(ALL_FOR)
        title = table.cell(row, Role.TITLE)
        date = table.cell(row, Role.DATE)
        key = table.cell(row, Role.DOCUMENT) or title or " ".join(filter(None, (bare_name(table.name), date)))
        identity = (key, "" if table.cell(row, Role.DOCUMENT) else date)
        document = documents.setdefault(identity, _Document(key, title or key))
        document.rows.append(_Row(row, stance))
        tally.lost(DIFFERENT, key, number=_differences(table, document.rows[0].cells, row))
    yield from documents.values()


def _differences(table: Table, first: Sequence[str], row: Sequence[str]) -> int:
    roles = (Role.TITLE, Role.DATE, Role.AUTHOR, Role.OUTLET, Role.URL, Role.SECTION, Role.TYPE)
    return sum(table.cell(row, role) not in {"", table.cell(first, role)} for role in roles)


def _is_signed(table: Table) -> bool:
    """Whether numbers of agreement run from negative to positive, so that 0 lies between."""
    return any(table.cell(row, Role.AGREEMENT).startswith(("-", "−")) for row in table.rows)


def _stance(words: str, *, signed: bool) -> Stance | None:
    """The stance that a cell tells; None where it is not understood."""
    word = words.lower().replace("−", "-")
    if word in _FOR:
        return Stance.FOR
    if word in _AGAINST:
        return Stance.AGAINST
    if word in _OTHER:
        return _OTHER[word]
    try:
        number = float(word.replace(",", "."))
    except ValueError:
        return None
    if number == 0:
        return Stance.NEUTRAL if signed else Stance.AGAINST
    return None if number != number else Stance.FOR if number > 0 else Stance.AGAINST  # noqa: PLR0124 - not a number


def _define(table: Table, document: _Document, shared: _Shared) -> None:
    """Define what the rows of a document name."""
    for row in document.rows:
        shared.claim(table.cell(row.cells, Role.CONCEPT))
        organization = table.cell(row.cells, Role.ORGANIZATION)
        affiliation = shared.organization(organization) if organization else None
        person = table.cell(row.cells, Role.PERSON)
        if person:
            shared.person(person, affiliation)
    first = document.rows[0].cells
    if author := table.cell(first, Role.AUTHOR):
        shared.person(author, None)
    if outlet := table.cell(first, Role.OUTLET):
        shared.organization(outlet)


def _tell(table: Table, document: _Document, draft: Draft, shared: _Shared) -> None:
    """Tell a draft the source and the statements of a document."""
    if shared.draft is draft:
        _define(table, document, shared)
    first = document.rows[0].cells
    author, outlet = table.cell(first, Role.AUTHOR), table.cell(first, Role.OUTLET)
    own = {role.value: words for role in (Role.SECTION, Role.TYPE) if (words := table.cell(first, role))}
    draft.source(
        document.title or draft.name,
        author=shared.person(author, None) if author else None,
        outlet=shared.organization(outlet) if outlet else None,
        url=table.cell(first, Role.URL),
        date=_date(table.cell(first, Role.DATE), draft.tally),
        **{OWN: own},
    )
    for row in document.rows:
        _state(table, row, draft, shared)


def _date(words: str, tally: Tally) -> str | None:
    date = date_of(words)
    if words and date is None:
        tally.lost(NO_DATE, words)
    elif date is not None and ":" in words and not words.rstrip("Z").endswith(("00:00", "00:00:00", "12:00:00")):
        tally.lost(TIMES, words)
    return date


def _state(table: Table, row: _Row, draft: Draft, shared: _Shared) -> None:
    person, organization = table.cell(row.cells, Role.PERSON), table.cell(row.cells, Role.ORGANIZATION)
    affiliation = shared.organization(organization) if organization else None
    own: dict[str, Any] = {role.value: words for role in (Role.START, Role.STOP) if (words := table.cell(row.cells, role))}
    for head, position in table.columns.others.items():
        if position < len(row.cells) and row.cells[position].strip():
            own[head] = row.cells[position].strip()
    place = table.columns.roles.get(Role.TEXT)
    quote = row.cells[place].strip() if place is not None and place < len(row.cells) else ""
    speaker = shared.person(person, affiliation) if person else affiliation
    fields: dict[str, Any] = {OWN: own}
    differs = bool(person) and affiliation is not None and shared.draft.actors[speaker or ""].get("affiliation") != affiliation
    draft.state(
        speaker or "",
        row.stance,
        claim=shared.claims[table.cell(row.cells, Role.CONCEPT)],
        quote=[quote] if quote else None,
        affiliation=affiliation if differs else None,
        note=table.cell(row.cells, Role.NOTE),
        **fields,
    )


_SHOWN: Final = 80
