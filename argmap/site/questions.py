"""The page of a question: its answers and who holds them, everything that bears on it as a matrix and as a map."""

from collections.abc import Mapping
from typing import Any, Final

from argmap.comparison.divisiveness import ClaimBalance
from argmap.graph import Question
from argmap.layout.composing import compose
from argmap.rendering.colours import PALETTES
from argmap.rendering.comparison.brush import Brush
from argmap.rendering.comparison.entries import Entries
from argmap.rendering.comparison.figure import Pen
from argmap.rendering.comparison.matrix import matrix_figure
from argmap.rendering.comparison.part import part_of
from argmap.rendering.comparison.pictures import Drawn, drawn, placed
from argmap.rendering.svg import render_svg
from argmap.selection import Selection, selected
from argmap.site.material import Material
from argmap.view import narrowed

MOST_CLAIMS: Final = 150
"""Of a map on the page of a question."""


def question_values(material: Material, question: Question, entries: Entries) -> Mapping[str, Any]:
    """Return what the page of a question shows."""
    naming, comparison = material.naming, material.comparison
    bearing = selected(material.graph, Selection(questions=(question.id,)), material.selectable)
    answers = material.answers_to.get(question.id, ())
    part = part_of(comparison, parties=60, claims=80, about=bearing)
    pen = Pen(Brush(PALETTES[material.theme]), naming.catalogue.language)
    return {
        "title": naming.question(question.id),
        "kind": naming.catalogue.say(f"question.{question.kind}"),
        "note": naming.text(question.note) if question.note else None,
        "answers": [
            {
                "claim": entries.claim(claim.id),
                "sides": [
                    (stance, [entries.actor(party) for party in parties])
                    for stance, parties in _sides(material.balances.get(claim.id))
                    if parties
                ],
            }
            for claim in answers
        ],
        "positions": [
            (entries.actor(one.party), one.stance, [(entries.claim(position.claim), position.stance) for position in one.positions])
            for one in material.positions_about.get(question.id, ())
        ],
        "matrix": drawn(matrix_figure(comparison, part, naming, pen), material.theme) if part.claims else None,
        "map": _map(material, bearing),
    }


def _sides(balance: ClaimBalance | None) -> list[tuple[str, tuple[str, ...]]]:
    if balance is None:
        return []
    return [
        ("for", balance.supporting),
        ("against", balance.opposing),
        ("mixed", balance.mixed),
        ("neutral", balance.neutral),
        ("derived", balance.opposing_derived),
    ]


def _map(material: Material, bearing: frozenset[str]) -> Drawn | None:
    """The map of what bears on the question; None where it is too large for a picture on a page."""
    if sum(node in material.graph.claims for node in bearing) > MOST_CLAIMS:
        return None
    view = narrowed(material.view, bearing)
    drawing = compose(view, language=material.naming.language, engine=material.engine)
    return placed(material.naming.catalogue.say("map"), render_svg(drawing, material.theme, embedded=True), drawing.width)
