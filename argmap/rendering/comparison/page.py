"""A comparison as one self-contained HTML page: no network, no server, under a strict Content-Security-Policy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from argmap.comparison.comparing import Comparison
from argmap.comparison.facing import FaceToFace
from argmap.comparison.grounds import Clash, Ground
from argmap.comparison.positions.questions import QuestionPositions
from argmap.comparison.shifts import Shift
from argmap.rendering.colours import PALETTES, Theme
from argmap.rendering.comparison.addresses import Addresses
from argmap.rendering.comparison.bars import shown_balances
from argmap.rendering.comparison.brush import Brush
from argmap.rendering.comparison.entries import Entries
from argmap.rendering.comparison.faces import verdict
from argmap.rendering.comparison.figure import Pen
from argmap.rendering.comparison.naming import Naming, naming_of, scope_line, title_of
from argmap.rendering.comparison.notes import note_words
from argmap.rendering.comparison.part import Part, left_out, part_of
from argmap.rendering.comparison.pictures import MOST_CLAIMS, MOST_PARTIES, Picture, comparison_figure, drawn
from argmap.rendering.comparison.sections import (
    MOST_GROUNDS,
    MOST_SHIFTS,
    annotator_section,
    clash_values,
    coalition_section,
    ground_values,
    question_sections,
    shift_values,
)
from argmap.rendering.comparison.table import Table, table_of
from argmap.rendering.comparison.templates import Sheets, sheets_of
from argmap.rendering.comparison.timeline import courses_of
from argmap.words import Stance

_STYLES: Final = ("comparison/common.css", "comparison/comparison.css")

_PICTURES: Final = {"bars": Picture.BARS, "heat": Picture.AGREEMENT, "net": Picture.NETWORK, "timeline": Picture.TIMELINE}
"""The pictures of a page, by their names in its template."""

_FACED: Final = ("conflict", "derived", "differ", "conditional", "agree")


def comparison_page(comparison: Comparison, language: str, theme: Theme = Theme.AUTO, *, faced: FaceToFace | None = None) -> str:
    """Return the page of a comparison for a reader of a language (a BCP 47 tag), or what of it two actors say."""
    naming = naming_of(comparison.graph, language)
    sheets = sheets_of(theme, naming.catalogue.language)
    if faced is not None:
        return _sheet_of_two(comparison, faced, naming, sheets)
    return comparison_sheet(comparison, naming, Addresses(), sheets)


def comparison_sheet(comparison: Comparison, naming: Naming, addresses: Addresses, sheets: Sheets) -> str:
    """Return the page of a comparison, with links where it is part of a site."""
    entries = Entries(naming, addresses)
    part = part_of(comparison, parties=MOST_PARTIES, claims=MOST_CLAIMS)
    values = {
        **_pictures(comparison, naming, sheets.theme),
        **_lists(comparison, entries, _everything(comparison)),
        "coalitions": coalition_section(comparison, entries),
        "annotators": annotator_section(comparison, entries),
        "pair": _pair(comparison, part),
        "title": title_of(comparison, naming),
        "scope": scope_line(comparison, naming),
        "home": addresses.root("index.html"),
    }
    return _sheet(comparison, part, entries, sheets, values)


def _sheet_of_two(comparison: Comparison, faced: FaceToFace, naming: Naming, sheets: Sheets) -> str:
    """The page of two actors: everything that either of them says, and nothing else."""
    entries = Entries(naming, Addresses())
    pair = (faced.first, faced.second)
    part = part_of(comparison, parties=2, claims=MOST_CLAIMS, of=pair)
    part = replace(part, parties=tuple(party for party in pair if party in part.parties))
    names = "\N{NO-BREAK SPACE}– ".join(naming.party(comparison.parties[party]).words for party in pair)
    values = {
        **dict.fromkeys((*_PICTURES, "coalitions", "home")),
        **_lists(comparison, entries, _of_two(comparison, faced)),
        "annotators": [],
        "pair": (0, 1),
        "title": naming.own(names),
        "scope": verdict(faced, naming),
    }
    return _sheet(comparison, part, entries, sheets, values)


def _sheet(comparison: Comparison, part: Part, entries: Entries, sheets: Sheets, values: Mapping[str, Any]) -> str:
    naming = entries.naming
    table = table_of(comparison, part, entries)
    return sheets.page(
        "comparison/page.html",
        styles=_STYLES,
        script="comparison/main",
        values={
            **_matrix(naming, part, table, has_coalitions=values["coalitions"] is not None),
            **values,
            "facing": _facing(naming),
            "notes": [note_words(note, comparison, naming) for note in comparison.notes],
            "sections": [name for name, present in _sections(table, values) if present],
        },
    )


def _sections(table: Table, values: Mapping[str, Any]) -> Iterable[tuple[str, bool]]:
    """The sections of the page in their order, and whether there is anything in them."""
    yield "matrix", bool(table.cells)
    yield "questions", bool(values["question_positions"])
    yield "divided", values["bars"] is not None
    yield "agreement", values["heat"] is not None
    yield "network", values["net"] is not None
    yield "changes", bool(values["shifts"]) or values["timeline"] is not None
    yield "facing", len(table.heads) > 1
    yield "grounds", bool(values["grounds"] or values["clashes"])
    yield "annotators", bool(values["annotators"])
    yield "words", bool(table.cells)


def _matrix(naming: Naming, part: Part, table: Table, *, has_coalitions: bool) -> Mapping[str, Any]:
    cells = table.cells
    return {
        "heads": table.heads,
        "rows": table.rows,
        "cells": cells,
        "questions": table.questions,
        "party_orders": ("blocks", *(("groups",) if has_coalitions else ()), "said", "name"),
        "left_out": left_out(part, naming),
        "taken": _taken(cell.stance for cell in cells),
        "any_derived": any(cell.derived for cell in cells),
        "any_conditional": any(cell.conditions for cell in cells),
    }


def _pictures(comparison: Comparison, naming: Naming, theme: Theme) -> Mapping[str, Any]:
    """The pictures that have anything to show; None for the others."""
    pen = Pen(Brush(PALETTES[theme]), naming.catalogue.language)
    several = len(comparison.parties) > 1
    present = {
        "bars": bool(shown_balances(comparison.balances)),
        "heat": several and len(comparison.agreements) > 0,
        "net": several and len(comparison.agreements) > 0,
        "timeline": bool(courses_of(comparison)),
    }
    return {
        name: drawn(comparison_figure(comparison, picture, naming, pen), theme) if present[name] else None
        for name, picture in _PICTURES.items()
    }


class _Told(NamedTuple):
    """What a page lists."""

    questions: QuestionPositions
    shifts: Sequence[Shift]
    grounds: Sequence[Ground]
    clashes: Sequence[Clash]


def _everything(comparison: Comparison) -> _Told:
    return _Told(comparison.question_positions, comparison.shifts, comparison.grounds, comparison.clashes)


def _of_two(comparison: Comparison, faced: FaceToFace) -> _Told:
    """What either of two actors takes part in, and attacks between what they hold."""
    pair = {faced.first, faced.second}
    return _Told(
        comparison.question_positions.among(pair),
        [shift for shift in comparison.shifts if shift.actor in pair],
        [*faced.first_grounds, *faced.second_grounds],
        faced.clashes,
    )


def _lists(comparison: Comparison, entries: Entries, told: _Told) -> Mapping[str, Any]:
    questions, left = question_sections(comparison, entries, told.questions)
    return {
        "question_positions": questions,
        "questions_left": left,
        "shifts": [shift_values(entries, shift) for shift in told.shifts[-MOST_SHIFTS:]],
        "shifts_left": max(0, len(told.shifts) - MOST_SHIFTS),
        "grounds": [ground_values(comparison, entries, ground) for ground in told.grounds[:MOST_GROUNDS]],
        "grounds_left": max(0, len(told.grounds) - MOST_GROUNDS),
        "clashes": [clash_values(comparison, entries, clash) for clash in told.clashes[:MOST_GROUNDS]],
        "clashes_left": max(0, len(told.clashes) - MOST_GROUNDS),
    }


def _pair(comparison: Comparison, part: Part) -> tuple[int, int]:
    """The places of two parties worth being seen face to face first: those with the most opposition between them."""
    place = {party: at for at, party in enumerate(part.parties)}
    met = comparison.agreements.among(part.parties)
    if not met:
        return 0, min(1, len(part.parties) - 1)
    most = max(met, key=lambda one: (one.opposite + one.derived, one.shared))
    return place[most.first], place[most.second]


def _facing(naming: Naming) -> Mapping[str, str]:
    say = naming.catalogue.say
    # The script fills in the names of the parties that are chosen.
    names = {
        "only_first": say("comparison.faced.only_first", first="{first}"),
        "only_second": say("comparison.faced.only_second", second="{second}"),
    }
    return {**{kind: say(f"comparison.faced.{kind}") for kind in _FACED}, **names}


def _taken(stances: Iterable[Stance | None]) -> list[str]:
    taken = set(stances)
    return [stance.value for stance in Stance if stance in taken]
