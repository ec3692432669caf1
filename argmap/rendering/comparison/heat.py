"""The agreement of every two parties as a heat map, each cell with its percentage and the number n of claims behind it."""

from collections.abc import Iterator
from math import cos, radians, sin
from typing import Final

from argmap.comparison.comparing import Comparison
from argmap.comparison.pairs.agreement import Agreement
from argmap.layout.metrics import Ruler, shortened
from argmap.rendering.colours import Ink
from argmap.rendering.comparison.figure import MARGIN, Figure, Pen, legend_row, titled
from argmap.rendering.comparison.naming import Naming, Words, scope_line
from argmap.rendering.comparison.part import Part
from argmap.rendering.paths import number

_CELL: Final = 40
_NAME_ROOM: Final = 210
_SLANT: Final = 48
"""Degrees."""
_DEEPEST: Final = 0.5
"""How opaque the ground of full agreement is: words on it stay legible."""


def heat_figure(comparison: Comparison, part: Part, naming: Naming, pen: Pen) -> Figure:
    """Return how far every two of some parties agree, in the order of the matrix."""
    say = naming.catalogue.say
    ruler = Ruler(12)
    names = [naming.party(comparison.parties[party]) for party in part.parties]
    short = [Words(shortened(name.words, _NAME_ROOM, ruler), name.language) for name in names]
    room = max((ruler[name.words] for name in short), default=0.0)
    left, top = MARGIN + room + 12, 84 + room * sin(radians(_SLANT)) + 18
    count = len(names)
    overhang = max(
        [0.0, *(ruler[name.words] * cos(radians(_SLANT)) - (count - 1 - place) * _CELL for place, name in enumerate(short))]
    )
    width = max(left + _CELL * count + overhang + MARGIN, 560.0)
    captions = (
        pen.text(MARGIN, 42, say("comparison.heat"), 20, bold=True),
        pen.text(MARGIN, 62, scope_line(comparison, naming), 12, ink=Ink.QUIET),
    )
    parts: list[str] = []
    for place, name in enumerate(short):
        middle = (place + 0.5) * _CELL
        parts.append(pen.text(left - 10, top + middle + 4, name, 12, anchor="end"))
        parts.append(pen.text(left + middle + 3, top - 8, name, 12, turn=-_SLANT))
    for row, party in enumerate(part.parties):
        for column, other in enumerate(part.parties):
            x, y = left + column * _CELL, top + row * _CELL
            if row == column:
                parts.append(pen.box(x + 1, y + 1, _CELL - 2, _CELL - 2, fill=Ink.CHIP))
                continue
            agreement = comparison.agreements.of(party, other)
            parts += _cell(pen, naming, agreement, f"{names[row].words} – {names[column].words}", (x, y))
    bottom = top + _CELL * count
    for place in range(count + 1):
        step = number(left + place * _CELL)
        parts.append(pen.line(f"M{step} {number(top)}V{number(bottom)}", Ink.CARD_BORDER, 1, ' stroke-opacity="0.3"'))
        level = number(top + place * _CELL)
        parts.append(
            pen.line(f"M{number(left)} {level}H{number(left + _CELL * count)}", Ink.CARD_BORDER, 1, ' stroke-opacity="0.3"')
        )
    legend, taken = legend_row(pen, bottom + 16, width - MARGIN, _keys(comparison, naming, pen))
    return Figure(
        name="heat",
        title=say("comparison.heat"),
        description=say("comparison.heat_lead"),
        language=naming.catalogue.language,
        width=width,
        height=bottom + 16 + taken + MARGIN - 8,
        captions=captions,
        parts=(*parts, *legend),
    )


def _cell(pen: Pen, naming: Naming, agreement: Agreement, names: str, at: tuple[float, float]) -> Iterator[str]:
    x, y = at
    say = naming.catalogue.say
    derived = naming.catalogue.count("comparison.derived_count", agreement.derived) if agreement.derived else ""
    if agreement.agreement is None or not agreement.enough:
        shape = ""
        if agreement.derived:
            shape += pen.derived_mark(x + _CELL / 2, y + 13, 0.9)
        if agreement.shared or agreement.derived:
            shape += pen.text(x + _CELL / 2, y + 33, f"n {agreement.shared}", 9.5, ink=Ink.QUIET, anchor="middle")
            title = ", ".join(filter(None, (f"{names}: {say('comparison.too_little')}", f"n = {agreement.shared}", derived)))
            yield titled(shape, title)
        return
    share = agreement.agreement
    ink, depth = (Ink.FOR, share - 0.5) if share >= 0.5 else (Ink.AGAINST, 0.5 - share)  # noqa: PLR2004 - the middle
    opacity = f' fill-opacity="{0.06 + depth * 2 * (_DEEPEST - 0.06):.2f}"'
    shape = pen.box(x + 1, y + 1, _CELL - 2, _CELL - 2, fill=ink, attributes=opacity)
    if ink is Ink.AGAINST:
        shape += pen.box(x + 3, y + 3, _CELL - 6, _CELL - 6, stroke=Ink.AGAINST, attributes=' stroke-dasharray="3 2"')
    shape += pen.text(x + _CELL / 2, y + 19, str(round(share * 100)), 13, anchor="middle", bold=True)
    shape += pen.text(x + _CELL / 2, y + 33, f"n {agreement.shared}", 9.5, anchor="middle")
    title = ", ".join(filter(None, (f"{names}: {round(share * 100)} %", f"n = {agreement.shared}", derived)))
    yield titled(shape, title)


def _keys(comparison: Comparison, naming: Naming, pen: Pen) -> Iterator[tuple[str, str]]:
    say = naming.catalogue.say
    yield pen.box(1, 1, 18, 16, fill=Ink.FOR, attributes=f' fill-opacity="{_DEEPEST}"'), say("comparison.together")
    apart = pen.box(1, 1, 18, 16, fill=Ink.AGAINST, attributes=f' fill-opacity="{_DEEPEST}"')
    frame = pen.box(3, 3, 14, 12, stroke=Ink.AGAINST, attributes=' stroke-dasharray="3 2"')
    yield apart + frame, say("comparison.apart")
    least = comparison.request.least_shared
    yield pen.text(9.5, 13, "n", 11, ink=Ink.QUIET, anchor="middle"), say("comparison.n", least=least)
    if comparison.agreements.numbers("derived").any():
        yield pen.derived_mark(9.5, 9), say("comparison.derived_opposition")
