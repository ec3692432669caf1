"""A comparison as one self-contained HTML page: no network, no server, under a strict Content-Security-Policy."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from argmap.comparison.comparing import Comparison
from argmap.rendering.colours import Theme
from argmap.rendering.comparison.addresses import Addresses
from argmap.rendering.comparison.entries import Entries
from argmap.rendering.comparison.naming import Naming, naming_of, scope_line, title_of
from argmap.rendering.comparison.notes import note_words
from argmap.rendering.comparison.part import Part, part_of
from argmap.rendering.comparison.table import Table, table_of
from argmap.rendering.comparison.templates import Sheets
from argmap.words import Stance

MOST_VOICES: Final = 80
MOST_CLAIMS: Final = 300
"""More than this nobody can read in one table; the rest is in the CSV and JSON."""

_STYLES: Final = ("comparison/common.css", "comparison/comparison.css")


def comparison_page(comparison: Comparison, language: str, theme: Theme = Theme.AUTO) -> str:
    """Return the page of a comparison for a reader of a language (a BCP 47 tag)."""
    naming = naming_of(comparison.graph, language)
    return comparison_sheet(comparison, naming, Addresses(), Sheets(theme, naming.catalogue))


def comparison_sheet(comparison: Comparison, naming: Naming, addresses: Addresses, sheets: Sheets) -> str:
    """Return the page of a comparison, with links where it is part of a site."""
    entries = Entries(naming, addresses)
    part = part_of(comparison, parties=MOST_VOICES, claims=MOST_CLAIMS)
    table = table_of(comparison, part, entries)
    values = _matrix(comparison, naming, part, table)
    sections = [name for name in ("matrix", "words") if name in values["sections"]]
    return sheets.page(
        "comparison/page.html",
        styles=_STYLES,
        script="comparison/main",
        values={
            **values,
            "title": title_of(comparison, naming),
            "scope": scope_line(comparison, naming),
            "notes": [note_words(note, comparison, naming) for note in comparison.notes],
            "home": addresses.root("index.html"),
            "sections": sections,
        },
    )


def _matrix(comparison: Comparison, naming: Naming, part: Part, table: Table) -> Mapping[str, Any]:
    cells = table.cells
    return {
        "sections": ["matrix", "words"] if cells else [],
        "heads": table.heads,
        "rows": table.rows,
        "cells": cells,
        "questions": table.questions,
        "voice_orders": ("blocks", *(("groups",) if comparison.coalitions else ()), "said", "name"),
        "left_out": left_out(part, naming),
        "taken": _taken(cell.stance for cell in cells),
        "any_derived": any(cell.derived for cell in cells),
        "any_conditional": any(cell.conditions for cell in cells),
    }


def left_out(part: Part, naming: Naming) -> str:
    """Return what a picture or table does not show, in words; empty where it shows everything."""
    if not part.parties_left and not part.claims_left:
        return ""
    return naming.catalogue.say("comparison.left_out", actors=part.parties_left, claims=part.claims_left)


def _taken(stances: Iterable[Stance | None]) -> list[str]:
    taken = set(stances)
    return [stance.value for stance in Stance if stance in taken]
