"""Rows of a statement table → annotation files: one a document, and a codebook of the actors and claims that they share."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.exchange.building import REPEATED_STATEMENTS, Draft
from argmap.exchange.contract import FormatError, ReadOptions
from argmap.exchange.dates import date_of, has_short_year, is_uncertain
from argmap.exchange.decoding import cleaned_with_places, taken
from argmap.exchange.finishing import Finished, finish
from argmap.exchange.naming import Names, bare_name, kept_id, readable_id
from argmap.exchange.quoting import Passages
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.formats.tables import documents
from argmap.formats.tables.cells import Row
from argmap.formats.tables.columns import Role
from argmap.formats.tables.documents import Document, NothingReadError, Table, documents_of
from argmap.reading.texts import fingerprint
from argmap.words import ActorKind, Stance

OWN: Final = "x-table"
"""The key under which stands what an annotation has no field for: places, and other columns."""

UNCERTAIN_DATE: Final = "dates in which day and month may be either, and no other of their column tells (write 2020-04-01)"
SHORT_YEARS: Final = "years of two digits, taken for 1969 to 2068"
TIMES: Final = "times of day"
NO_DATE: Final = "dates that are not understood"
NO_PLACE: Final = "places that are not in the text or cannot be told from another: kept under x-table"
CHANGES: Final = (*documents.CHANGES, SHORT_YEARS)
LOSES: Final = (*documents.LOSES, NO_DATE, UNCERTAIN_DATE, TIMES, REPEATED_STATEMENTS)


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
class Told:
    """What tables become."""

    files: Sequence[Finished]
    """A codebook first, where there are several."""
    texts: Mapping[str, str]
    """By the bare name that `source.file` bears."""
    faults: Sequence[FormatError] = ()
    """Of tables of which nothing could be read; others could."""


def told(tables: Sequence[Table], options: ReadOptions, tally: Tally) -> Told:
    """Return a file for each document and annotator, and a codebook where there are several.

    Raises:
        FormatError: there are rows, and none of them can be read.
    """
    coded, faults = _coded(tables, tally, Size(options.most))
    files = _Files()
    if not coded:
        return Told([finish(_empty(files.names.take(bare_name(table.name)), options, tally)) for table in tables], {})
    result: list[Finished] = []
    codebook = Draft("codebook", options, tally) if len(coded) > 1 else None
    shared = _Shared(codebook) if codebook is not None else None
    for table, document in coded:
        if shared is not None:
            _define(table, document, shared)
    if codebook is not None:
        result.append(finish(codebook))
    texts: dict[str, str] = {}
    for table, document in coded:
        about = table.abouts.get(document.key)
        stem, name = files.of(document, about.text if about is not None else "")
        draft = Draft(name, options, tally, codebook=codebook)
        _Teller(table, document, draft, shared or _Shared(draft)).tell(stem, texts)
        result.append(finish(draft))
    return Told(result, texts, faults)


def _coded(tables: Sequence[Table], tally: Tally, size: Size) -> tuple[list[tuple[Table, Document]], list[FormatError]]:
    """The documents of all tables, and what is wrong with those of which there is none."""
    coded: list[tuple[Table, Document]] = []
    faults: list[FormatError] = []
    for table in tables:
        try:
            coded += [(table, document) for document in documents_of(table, tally, size)]
        except NothingReadError as fault:
            faults.append(fault)
    if faults and not coded:
        raise faults[0]
    return coded, faults


def _empty(name: str, options: ReadOptions, tally: Tally) -> Draft:
    draft = Draft(name, options, tally)
    draft.source(name)
    return draft


class _Files:
    """The names of files: a document's, with the annotator's where another one has it already."""

    def __init__(self) -> None:
        self.names = Names({"codebook"})
        self._stems: dict[tuple[str, str, str], tuple[str, set[str]]] = {}

    def of(self, document: Document, text: str) -> tuple[str, str]:
        """Return the id of a document, and the name of a file for it; one with another text is another."""
        identity = (document.key, document.title, text)
        if identity in self._stems and document.annotator not in self._stems[identity][1]:
            stem, annotators = self._stems[identity]
            annotators.add(document.annotator)
            return stem, self.names.take(f"{stem}.{readable_id(document.annotator, 'annotator')}")
        words = document.key if not document.key.isdecimal() or not document.title else document.title
        stem = self.names.take(kept_id(words) or readable_id(words, "document"))
        self._stems[identity] = (stem, {document.annotator})
        return stem, stem


def _define(table: Table, document: Document, shared: _Shared) -> None:
    """Define what the rows of a document name."""
    for row in document.rows:
        shared.claim(table.cell(row, Role.CONCEPT))
        organization = table.cell(row, Role.ORGANIZATION)
        affiliation = shared.organization(organization) if organization else None
        person = table.cell(row, Role.PERSON)
        if person:
            shared.person(person, affiliation)
    if author := table.cell(document.first, Role.AUTHOR):
        shared.person(author, None)
    if outlet := table.cell(document.first, Role.OUTLET):
        shared.organization(outlet)


@dataclass(slots=True)
class _Teller:
    """The source and the statements of a document on their way into a draft."""

    table: Table
    document: Document
    draft: Draft
    shared: _Shared
    passages: Passages | None = None
    place: Callable[[int], int] = int

    def tell(self, stem: str, texts: dict[str, str]) -> None:
        """Tell the draft everything; add the document's text to the texts."""
        if self.shared.draft is self.draft:
            _define(self.table, self.document, self.shared)
        fields = self._source()
        about = self.table.abouts.get(self.document.key)
        if about is not None:
            cleaned, self.place = cleaned_with_places(about.text)
            self.passages = Passages(cleaned)
            texts[f"{stem}.txt"] = cleaned
            fields |= {"file": f"{stem}.txt", "sha256": fingerprint(cleaned), "note": about.note, "tags": list(about.tags)}
        if self.document.annotator:
            annotator = {"id": readable_id(self.document.annotator, "annotator"), "name": self.document.annotator}
            self.draft.file(annotator=annotator)
            fields["id"] = stem if stem != self.draft.name else None
        self.draft.source(self.document.title or stem, **fields)
        for row, stance in zip(taken(self.document.rows), self.document.stances, strict=True):
            self._state(row, stance)

    def _source(self) -> dict[str, Any]:
        first = self.document.first
        author, outlet = self.table.cell(first, Role.AUTHOR), self.table.cell(first, Role.OUTLET)
        return {
            "author": self.shared.person(author, None) if author else None,
            "outlet": self.shared.organization(outlet) if outlet else None,
            "url": self.table.cell(first, Role.URL),
            "date": _date(self.table.cell(first, Role.DATE), self.document.month_first, self.draft.tally),
            OWN: {role.value: words for role in (Role.SECTION, Role.TYPE) if (words := self.table.cell(first, role))},
        }

    def _state(self, row: Row, stance: Stance) -> None:
        person, organization = self.table.cell(row, Role.PERSON), self.table.cell(row, Role.ORGANIZATION)
        affiliation = self.shared.organization(organization) if organization else None
        speaker = (self.shared.person(person, affiliation) if person else affiliation) or ""
        fields: dict[str, Any] = {}
        if person and affiliation is not None and self.shared.draft.actors[speaker].get("affiliation") != affiliation:
            fields["affiliation"] = affiliation
        own: dict[str, Any] = {}
        for head, position in self.table.columns.others.items():
            if position < len(row) and row[position].strip():
                own[head] = row[position].strip()
        quote: str | dict[str, Any] | None = self._quote(row)
        if quote is None:
            place = self.table.columns.roles.get(Role.TEXT)
            words = row[place].strip() if place is not None and place < len(row) else ""
            quote = words or None
            own |= {role.value: words for role in (Role.START, Role.STOP) if (words := self.table.cell(row, role))}
        claim = self.shared.claims[self.table.cell(row, Role.CONCEPT)]
        fields |= {"quote": quote, "note": self.table.cell(row, Role.NOTE), OWN: own}
        self.draft.state(speaker, stance, claim=claim, **fields)

    def _quote(self, row: Row) -> dict[str, Any] | None:
        """The quote at the place that a row tells, where the text is there."""
        if self.passages is None:
            return None
        start, stop = self.table.cell(row, Role.START), self.table.cell(row, Role.STOP)
        quote = None
        if start.isdecimal() and stop.isdecimal() and len(start) < _LONG_NUMBER and len(stop) < _LONG_NUMBER:
            quote = self.passages.at(self.place(int(start)), self.place(int(stop)))
        if quote is None:
            self.draft.tally.changed(NO_PLACE, f"{self.document.title}: {start} to {stop}")
        return quote


def _date(words: str, month_first: bool | None, tally: Tally) -> str | None:  # noqa: FBT001 - three answers, none of them a switch
    date = date_of(words, month_first=month_first)
    if words and date is None:
        tally.lost(UNCERTAIN_DATE if is_uncertain(words) else NO_DATE, words)
    elif date is not None:
        if has_short_year(words):
            tally.changed(SHORT_YEARS, words)
        if (clock := _CLOCK.search(words)) is not None and clock[0] not in _NO_TIMES:
            tally.lost(TIMES, words)
    return date


_LONG_NUMBER: Final = 12
_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_NO_TIMES: Final = frozenset({"0:00", "00:00", "0:00:00", "00:00:00", "12:00:00"})
"""What programs write that know the day only; DNA writes noon."""
