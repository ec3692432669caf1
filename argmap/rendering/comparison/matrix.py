"""The stance matrix: claims down, parties across, in each cell the stance one takes on the other; blocks show."""

from collections.abc import Iterator, Sequence
from math import cos, radians, sin
from typing import Final

from argmap.comparison.comparing import Comparison
from argmap.comparison.positions.said import Position
from argmap.layout.metrics import Ruler, shortened
from argmap.layout.wrapping import wrap
from argmap.rendering.colours import Ink
from argmap.rendering.comparison.figure import MARGIN, Figure, Pen, legend_row, titled
from argmap.rendering.comparison.naming import Naming, Words, coalition_letters, scope_line, title_of
from argmap.rendering.comparison.part import Part, left_out
from argmap.rendering.paths import number
from argmap.words import Stance

_SIZE: Final = 12
_CLAIM_ROOM: Final = 380
_FEW: Final = 8
"""So many parties are named in level words; more of them aslant."""
_WIDE_CELL: Final = 92
_CELL: Final = 26
_LEAST_ROW: Final = 26
_SLANT: Final = 52
"""Degrees."""
_NAME_ROOM: Final = 190
_SHEET: Final = 14
"""The width of the sign before evidence."""


def matrix_figure(comparison: Comparison, part: Part, naming: Naming, pen: Pen) -> Figure:
    """Return the stances of some parties on some claims."""
    say = naming.catalogue.say
    names = [naming.party(comparison.parties[party]) for party in part.parties]
    texts = [_wrapped(naming.claim(claim)) for claim in part.claims]
    heights = [max(_LEAST_ROW, 10 + 15 * len(lines)) for lines, _ in texts]
    few = len(names) <= _FEW
    cell = _WIDE_CELL if few else _CELL
    left = MARGIN + _SHEET + _CLAIM_ROOM + 16
    heads = _LevelHeads(names) if few else _SlantedHeads(names)
    width = max(left + cell * len(names) + heads.overhang + MARGIN, 640.0)
    captions = (
        pen.text(MARGIN, 42, _fitting(title_of(comparison, naming), width - 2 * MARGIN), 20, bold=True),
        pen.text(MARGIN, 62, scope_line(comparison, naming), 12, ink=Ink.QUIET),
    )
    parts: list[str] = []
    missing = left_out(part, naming)
    if missing:
        parts.append(pen.text(MARGIN, 78, missing, 12, ink=Ink.QUIET))
    top = 92.0 + heads.height
    parts += heads.draw(pen, left, top, cell, _groups(comparison, part.parties))
    y = top
    right = left + cell * len(names)
    for claim, (lines, language), height in zip(part.claims, texts, heights, strict=True):
        parts.append(pen.line(f"M{MARGIN} {number(y)}H{number(right)}", Ink.CARD_BORDER, 1, ' stroke-opacity="0.4"'))
        if comparison.graph.claims[claim].evidence:
            parts.append(_sheet(pen, MARGIN, y + 7))
        parts.append(pen.lines(MARGIN + _SHEET + 6, y + 9 + _SIZE * 0.75, lines, _SIZE, language=language))
        for column, (party, name) in enumerate(zip(part.parties, names, strict=True)):
            parts += _cell(comparison, pen, naming, (party, claim), name.words, (left + column * cell, y, cell, height))
        y += height
    parts.append(pen.line(f"M{MARGIN} {number(y)}H{number(right)}", Ink.CARD_BORDER, 1, ' stroke-opacity="0.4"'))
    for column in range(len(names) + 1):
        x = number(left + column * cell)
        parts.append(pen.line(f"M{x} {number(top)}V{number(y)}", Ink.CARD_BORDER, 1, ' stroke-opacity="0.25"'))
    legend, taken = legend_row(pen, y + 20, width - MARGIN, _keys(comparison, part, naming, pen))
    return Figure(
        name="matrix",
        title=say("comparison.matrix"),
        description=scope_line(comparison, naming),
        language=naming.catalogue.language,
        width=width,
        height=y + 20 + taken + MARGIN - 8,
        captions=captions,
        parts=(*parts, *legend),
    )


def _wrapped(words: Words) -> tuple[tuple[str, ...], str]:
    return tuple(line for line, _ in wrap(words.words, _CLAIM_ROOM, Ruler(_SIZE).__getitem__)), words.language


def _fitting(words: Words, room: float) -> Words:
    return Words(shortened(words.words, room, Ruler(20, bold=True)), words.language)


def _groups(comparison: Comparison, parties: Sequence[str]) -> list[str]:
    """The letter of the coalition each of the parties is in; empty for those outside."""
    letter = coalition_letters(comparison)
    return [letter.get(party, "") for party in parties]


class _LevelHeads:
    """Names over wide columns, in level lines."""

    overhang = 0.0

    def __init__(self, names: Sequence[Words]) -> None:
        ruler = Ruler(_SIZE, bold=True)
        self._names = [
            (tuple(line for line, _ in wrap(name.words, _WIDE_CELL - 10, ruler.__getitem__)), name.language) for name in names
        ]
        self.height = 15.0 * max((len(lines) for lines, _ in self._names), default=0) + 22

    def draw(self, pen: Pen, left: float, bottom: float, cell: float, groups: Sequence[str]) -> Iterator[str]:
        for column, ((lines, language), group) in enumerate(zip(self._names, groups, strict=True)):
            x = left + (column + 0.5) * cell
            y = bottom - 22 - 15 * (len(lines) - 1)
            yield pen.lines(x, y, [line.rstrip() for line in lines], _SIZE, language=language, anchor="middle", bold=True)
            if group:
                yield pen.text(x, bottom - 6, group, 10, ink=Ink.QUIET, anchor="middle", bold=True)


class _SlantedHeads:
    """Names over narrow columns, aslant."""

    def __init__(self, names: Sequence[Words]) -> None:
        ruler = Ruler(_SIZE)
        self._names = [Words(shortened(name.words, _NAME_ROOM, ruler), name.language) for name in names]
        longest = max((ruler[name.words] for name in self._names), default=0.0)
        self.height = longest * sin(radians(_SLANT)) + 30
        last = [
            ruler[name.words] * cos(radians(_SLANT)) - (len(names) - 1 - place) * _CELL for place, name in enumerate(self._names)
        ]
        self.overhang = max([0.0, *last])

    def draw(self, pen: Pen, left: float, bottom: float, cell: float, groups: Sequence[str]) -> Iterator[str]:
        for column, (name, group) in enumerate(zip(self._names, groups, strict=True)):
            x = left + (column + 0.5) * cell
            yield pen.text(x + 3, bottom - 20, name, _SIZE, turn=-_SLANT)
            if group:
                yield pen.text(x, bottom - 5, group, 10, ink=Ink.QUIET, anchor="middle", bold=True)


def _cell(  # noqa: PLR0913, PLR0917 - a cell, its name and its box
    comparison: Comparison, pen: Pen, naming: Naming, at: tuple[str, str], name: str, box: tuple[float, float, float, float]
) -> Iterator[str]:
    position, derived = comparison.positions.get(at), at in comparison.derived
    x, y, width, height = box
    say = naming.catalogue.say
    if position is None or position.stance is None:
        if derived:
            yield titled(pen.derived_mark(x + width / 2, y + height / 2), f"{name}: {say('comparison.derived')}")
        return
    title = f"{name}: {say(f'stance.{position.stance}')}" + ("" if not position.conditional else f" ({say('legend.conditional')})")
    shape = pen.wash(position.stance, x + 1, y + 1, width - 2, height - 2)
    if position.conditional:
        shape += pen.box(x + 2.5, y + 2.5, width - 5, height - 5, stroke=Ink.CHIP_BORDER, attributes=' stroke-dasharray="3 2"')
    shape += pen.mark(position.stance, x + width / 2 - (7 if derived and width > _CELL else 0), y + height / 2)
    if derived and width > _CELL:
        shape += pen.derived_mark(x + width / 2 + 12, y + height / 2, 0.8)
    if position.counts.total > 1 and width > _CELL:
        shape += pen.text(x + width - 8, y + height / 2 + 4, _tally(position), 10, ink=Ink.QUIET, anchor="end")
    yield titled(shape, title)


def _tally(position: Position) -> str:
    counts = position.counts
    if counts.supporting and counts.opposing:
        return f"{counts.supporting}:{counts.opposing}"
    return f"×{counts.total}"


def _sheet(pen: Pen, x: float, y: float) -> str:
    """A small sheet with a folded corner, the shape of evidence on the map."""
    paint = pen.brush.paint(fill=Ink.EVIDENCE, stroke=Ink.EVIDENCE_BORDER)
    return f'<path d="M{number(x)} {number(y)}h6l4 4v8h-10zm6 0v4h4"{paint}/>'


def _keys(comparison: Comparison, part: Part, naming: Naming, pen: Pen) -> Iterator[tuple[str, str]]:
    """What the marks in the picture mean, of those that are in it."""
    say = naming.catalogue.say
    cells = [(party, claim) for party in part.parties for claim in part.claims]
    positions = [comparison.positions[cell] for cell in cells if cell in comparison.positions]
    taken = {position.stance for position in positions}
    for stance in Stance:
        if stance in taken:
            yield pen.wash(stance, 0, 0, 19, 18) + pen.mark(stance, 9.5, 9), say(f"legend.{stance}")
    if any(cell in comparison.derived for cell in cells):
        yield pen.derived_mark(9.5, 9), say("comparison.derived")
    if any(position.conditional for position in positions):
        yield pen.box(0, 1, 19, 16, stroke=Ink.CHIP_BORDER, attributes=' stroke-dasharray="3 2"'), say("legend.conditional")
    if any(comparison.graph.claims[claim].evidence for claim in part.claims):
        yield _sheet(pen, 4, 3), say("legend.evidence")
    if comparison.coalitions:
        yield pen.text(9.5, 13, "A", 11, ink=Ink.QUIET, anchor="middle", bold=True), say("comparison.coalition_letter")
