"""The colours of the map in every theme, as one table, and what each of them paints.

Colour never alone carries meaning: relations differ by dashes and signs, stances by marks, kinds by shape.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final


class Theme(StrEnum):
    """How a map is coloured."""

    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"
    """Light, and dark where the reader's system is."""
    PRINT = "print"
    """Black on white, for paper and copiers."""


class Ink(StrEnum):
    """What a colour is for."""

    PAPER = "paper"
    TEXT = "text"
    QUIET = "quiet"
    """Headings, bylines, the legend."""
    CARD = "card"
    CARD_BORDER = "card border"
    EVIDENCE = "evidence"
    EVIDENCE_BORDER = "evidence border"
    QUESTION = "question"
    QUESTION_BORDER = "question border"
    CHIP = "chip"
    CHIP_BORDER = "chip border"
    """Seen only where a stance holds under a condition."""
    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"
    """Stances that are no side."""
    ANSWER = "answer"


Palette = Mapping[Ink, str]

LIGHT: Final[Palette] = {
    Ink.PAPER: "#ffffff",
    Ink.TEXT: "#1b1f24",
    Ink.QUIET: "#57606a",
    Ink.CARD: "#ffffff",
    Ink.CARD_BORDER: "#848d97",
    Ink.EVIDENCE: "#f7f3e8",
    Ink.EVIDENCE_BORDER: "#958a66",
    Ink.QUESTION: "#e6ecf2",
    Ink.QUESTION_BORDER: "#3d4b5c",
    Ink.CHIP: "#eef0f3",
    Ink.CHIP_BORDER: "#6b7580",
    Ink.FOR: "#0072B2",
    Ink.AGAINST: "#D55E00",
    Ink.NEUTRAL: "#57606a",
    Ink.ANSWER: "#848d97",
}

DARK: Final[Palette] = {
    Ink.PAPER: "#14171b",
    Ink.TEXT: "#e8ebee",
    Ink.QUIET: "#a8b1bb",
    Ink.CARD: "#1e2329",
    Ink.CARD_BORDER: "#717b87",
    Ink.EVIDENCE: "#2a281f",
    Ink.EVIDENCE_BORDER: "#8e8461",
    Ink.QUESTION: "#2a3642",
    Ink.QUESTION_BORDER: "#a9bacb",
    Ink.CHIP: "#30363e",
    Ink.CHIP_BORDER: "#9aa4af",
    Ink.FOR: "#56B4E9",
    Ink.AGAINST: "#E69F00",
    Ink.NEUTRAL: "#a8b1bb",
    Ink.ANSWER: "#717b87",
}

PRINT: Final[Palette] = {
    Ink.PAPER: "#ffffff",
    Ink.TEXT: "#000000",
    Ink.QUIET: "#333333",
    Ink.CARD: "#ffffff",
    Ink.CARD_BORDER: "#000000",
    Ink.EVIDENCE: "#f2f2f2",
    Ink.EVIDENCE_BORDER: "#000000",
    Ink.QUESTION: "#e0e0e0",
    Ink.QUESTION_BORDER: "#000000",
    Ink.CHIP: "#ffffff",
    Ink.CHIP_BORDER: "#000000",
    Ink.FOR: "#000000",
    Ink.AGAINST: "#000000",
    Ink.NEUTRAL: "#000000",
    Ink.ANSWER: "#666666",
}

PALETTES: Final[Mapping[Theme, Palette]] = {
    Theme.LIGHT: LIGHT,
    Theme.DARK: DARK,
    # What a reader sees who has no dark system; the style sheet does the rest.
    Theme.AUTO: LIGHT,
    Theme.PRINT: PRINT,
}

COLOUR_SCHEMES: Final[Mapping[Theme, str]] = {
    Theme.LIGHT: "light",
    Theme.DARK: "dark",
    Theme.AUTO: "light dark",
    Theme.PRINT: "light",
}
"""What a page tells the browser, which colours fields, bars and an empty page by it."""

PAINTS: Final[tuple[tuple[str, str, Ink], ...]] = (
    ("", "fill", Ink.TEXT),
    (".paper", "fill", Ink.PAPER),
    (".quiet", "fill", Ink.QUIET),
    (".claim>.box", "fill", Ink.CARD),
    (".claim>.box", "stroke", Ink.CARD_BORDER),
    (".evidence>.box", "fill", Ink.EVIDENCE),
    (".evidence>.box", "stroke", Ink.EVIDENCE_BORDER),
    (".question>.box", "fill", Ink.QUESTION),
    (".question>.box", "stroke", Ink.QUESTION_BORDER),
    (".bar", "stroke", Ink.FOR),
    (".rail", "stroke", Ink.CARD_BORDER),
    (".chip>rect", "fill", Ink.CHIP),
    (".conditional>rect", "stroke", Ink.CHIP_BORDER),
    (".torn", "stroke", Ink.TEXT),
    (".chip.for>path", "fill", Ink.FOR),
    (".chip.against>path", "fill", Ink.AGAINST),
    (".chip.mixed>path", "fill", Ink.NEUTRAL),
    (".chip.neutral>path", "fill", Ink.NEUTRAL),
    (".edge.answer", "stroke", Ink.ANSWER),
    (".edge.support", "stroke", Ink.FOR),
    (".edge.attack,.edge.undercut,.edge.contrary", "stroke", Ink.AGAINST),
    (".sign", "fill", Ink.PAPER),
    (".edge .dot", "fill", Ink.AGAINST),
    (".head.support", "fill", Ink.FOR),
    (".head.attack,.head.contrary", "fill", Ink.AGAINST),
    (".tee", "stroke", Ink.AGAINST),
    (".hollow", "fill", Ink.PAPER),
    (".hollow.support", "stroke", Ink.FOR),
    (".hollow.attack", "stroke", Ink.AGAINST),
)
"""What each ink paints: a selector within the map (the first is the map itself), a property, an ink.

The picture's own attributes say the same for one palette; a rule of a style sheet wins over them.
"""


def paint_rules(palette: Palette, scope: str = ".argmap") -> Iterator[str]:
    """Yield CSS rules that paint a map in a palette, whatever theme it was written in.

    >>> next(paint_rules(DARK))
    '.argmap{fill:#e8ebee}'
    """
    for selectors, property_name, ink in PAINTS:
        scoped = ",".join(f"{scope} {selector}" if selector else scope for selector in selectors.split(","))
        yield f"{scoped}{{{property_name}:{palette[ink]}}}"


def style_sheet(scope: str = ".argmap") -> str:
    """Return the CSS that lets a map follow the reader's system: dark where that is dark, black on white on paper."""
    dark, paper = "".join(paint_rules(DARK, scope)), "".join(paint_rules(PRINT, scope))
    return f"@media screen and (prefers-color-scheme:dark){{{dark}}}@media print{{{paper}}}"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").

    >>> round(contrast("#ffffff", "#D55E00"), 2)
    3.87
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour written as #rrggbb, 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
