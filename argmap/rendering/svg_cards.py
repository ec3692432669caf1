"""Cards as SVG: a box whose shape tells the kind, the words, the chips of those who hold it."""

from collections.abc import Iterator, Mapping
from typing import Final

from argmap.drawing import Card, CardKind, Chip, Drawing
from argmap.rendering.colours import Ink, Palette
from argmap.rendering.escaping import escape
from argmap.rendering.paths import number
from argmap.rendering.svg_text import language_attributes, text_element
from argmap.words import Stance

FOLD: Final = 11
"""The folded corner of a piece of evidence, in points."""

TORN_FROM_END: Final = 19
"""Where in a chip the mark of an actor stands who holds competing claims, from the chip's end."""

_INKS: Final = {
    CardKind.QUESTION: (Ink.QUESTION, Ink.QUESTION_BORDER, 1.6),
    CardKind.CLAIM: (Ink.CARD, Ink.CARD_BORDER, 1.2),
    CardKind.EVIDENCE: (Ink.EVIDENCE, Ink.EVIDENCE_BORDER, 1.2),
}

_FONTS: Final = {
    CardKind.QUESTION: ' font-size="15" font-weight="bold"',
    CardKind.CLAIM: "",
    CardKind.EVIDENCE: ' font-size="12.5"',
}

STANCE_INKS: Final = {
    Stance.FOR: Ink.FOR,
    Stance.AGAINST: Ink.AGAINST,
    Stance.MIXED: Ink.NEUTRAL,
    Stance.NEUTRAL: Ink.NEUTRAL,
}

# Plus in a disc, minus in a square, a bare plus-minus, a ring, around (9.5, 9); signs are holes, so that one colour suffices.
_DISC: Final = "M9.5 3a6 6 0 0 0 0 12a6 6 0 0 0 0-12z"
STANCE_MARKS: Final[Mapping[Stance, str]] = {
    Stance.FOR: f"{_DISC}M8.7 5.4v2.8H5.9v1.6h2.8v2.8h1.6V9.8h2.8V8.2h-2.8V5.4z",
    Stance.AGAINST: "M4 3.5h11v11h-11zM6.4 8.2v1.6h6.2V8.2z",
    Stance.MIXED: "M8.5 2.5v3.4H5v2h3.5v3.4h2V7.9H14v-2h-3.5V2.5zM5 13v2h9v-2z",
    Stance.NEUTRAL: f"{_DISC}M9.5 4.7a4.3 4.3 0 0 1 0 8.6a4.3 4.3 0 0 1 0-8.6z",
}


def card_elements(drawing: Drawing, palette: Palette) -> Iterator[str]:
    """Yield the cards in canonical order."""
    yield '<g class="cards">\n'
    heading = f' class="quiet" font-size="10" fill="{palette[Ink.QUIET]}"'
    for card, (x, y) in zip(drawing.cards, drawing.corners, strict=True):
        language = language_attributes(card.language, drawing.language)
        implicit = " implicit" if card.implicit else ""
        yield (
            f'<g class="card {card.kind}{implicit}" role="graphics-symbol" data-id="{escape(card.id)}" '
            f'transform="translate({number(x)} {number(y)})"><title{language}>{escape(card.title)}</title>'
        )
        yield box(card.kind, card.width, card.height, palette, implicit=card.implicit)
        if card.heading:
            yield text_element((card.heading,), heading)
        if card.mark:
            yield text_element((card.mark,), ' class="mark" font-size="10" font-weight="bold"')
        yield text_element(card.lines, _FONTS[card.kind] + language, right_to_left=card.right_to_left)
        for chip in card.chips:
            yield _chip(chip, drawing, palette)
        if card.bar is not None:
            yield _bar(card, card.bar, palette)
        yield "</g>\n"
    yield "</g>\n"


def box(kind: CardKind, width: int, height: int, palette: Palette, *, implicit: bool = False) -> str:
    """Return the box of a card: square with a strong border, rounded, or with a folded corner; dashed where nobody says it."""
    ground, border, stroke = _INKS[kind]
    paint = f'fill="{palette[ground]}" stroke="{palette[border]}" stroke-width="{stroke}"'
    if implicit:
        paint += ' stroke-dasharray="5 4"'
    match kind:
        case CardKind.QUESTION:
            return f'<rect class="box" width="{width}" height="{height}" rx="2" {paint}/>'
        case CardKind.CLAIM:
            return f'<rect class="box" width="{width}" height="{height}" rx="8" {paint}/>'
        case CardKind.EVIDENCE:
            start = width - FOLD
            return f'<path class="box" d="M{start} 0V{FOLD}H{width}M0 0H{start}L{width} {FOLD}V{height}H0z" {paint}/>'


def stance_mark(stance: Stance, palette: Palette) -> str:
    """Return the mark of a stance, which is told by its form too."""
    return f'<path d="{STANCE_MARKS[stance]}" fill="{palette[STANCE_INKS[stance]]}" fill-rule="evenodd"/>'


def torn_mark(x: float, y: float, palette: Palette) -> str:
    """Return the mark of an actor who holds competing claims: two arrows that point away from each other, 11 points wide."""
    path = f"M{number(x + 3.5)} {number(y - 3)}l-3.5 3l3.5 3m-3.5 -3h11m-3.5 -3l3.5 3l-3.5 3"
    return f'<g class="torn" fill="none" stroke="{palette[Ink.TEXT]}" stroke-width="1.3"><path d="{path}"/></g>'


def _chip(chip: Chip, drawing: Drawing, palette: Palette) -> str:
    actor = f' data-actor="{escape(chip.actor)}"' if chip.actor else ""
    conditional, border = "", ""
    if chip.conditional:
        conditional, border = " conditional", f' stroke="{palette[Ink.CHIP_BORDER]}" stroke-dasharray="3 2"'
    radius = chip.height // 2
    language = language_attributes(chip.language, drawing.language)
    return (
        f'<g class="chip {chip.stance}{conditional}"{actor} transform="translate({chip.x} {chip.y})">'
        f'<rect width="{chip.width}" height="{chip.height}" rx="{radius}" fill="{palette[Ink.CHIP]}"{border}/>'
        + stance_mark(chip.stance, palette)
        + text_element((chip.name,), f' font-size="11"{language}')
        + (torn_mark(chip.width - TORN_FROM_END, chip.height / 2, palette) if chip.torn else "")
        + "</g>"
    )


def _bar(card: Card, share: float, palette: Palette) -> str:
    """Return a bar along the lower border: as much of a rail as the share."""
    left, right, y = 12, card.width - 12, card.height - 7
    end = number(left + (right - left) * min(max(share, 0.0), 1.0))
    return (
        f'<path class="rail" d="M{left} {y}H{right}" stroke="{palette[Ink.CARD_BORDER]}"/>'
        f'<path class="bar" d="M{left} {y}H{end}" stroke="{palette[Ink.FOR]}" stroke-width="4"/>'
    )
