"""A picture of a comparison as one SVG: real text, nothing outside the file, in natural size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from argmap.layout.metrics import Ruler
from argmap.rendering.colours import PALETTES, Ink, Theme
from argmap.rendering.comparison.brush import Brush, figure_style_sheet
from argmap.rendering.comparison.naming import Words
from argmap.rendering.escaping import escape
from argmap.rendering.paths import number
from argmap.rendering.svg import FONTS
from argmap.rendering.svg_cards import STANCE_INKS, STANCE_MARKS
from argmap.rendering.svg_text import language_attributes
from argmap.words import Stance

MARGIN: Final = 24
"""Around a picture, in points."""

CAPTIONS: Final = 68
"""The height of the captions of a picture, in points."""

_WASHES: Final = {Stance.FOR: Ink.FOR, Stance.AGAINST: Ink.AGAINST, Stance.NEUTRAL: Ink.NEUTRAL}
_WASH: Final = "0.16"
_HOLLOW: Final = "M4.6 4.1h9.8v9.8h-9.8z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture that is drawn: its parts lie in a box of width × height points, the margin included."""

    name: str
    """Unique on a page: letters and digits."""
    title: str
    description: str
    language: str
    width: float
    height: float
    captions: tuple[str, ...]
    """What stands above `CAPTIONS`: the heading, which a page has of its own."""
    parts: tuple[str, ...]


def figure_svg(figure: Figure, theme: Theme = Theme.LIGHT, *, embedded: bool = False) -> str:
    """Return a picture as an SVG document, or as an element for a page that brings the style sheet along.

    Args:
        figure: drawn with the palette of the theme.
        theme: its colours; AUTO is light, and dark where the reader's system is.
        embedded: without XML declaration, style sheet, paper and captions.
    """
    top = CAPTIONS if embedded else 0
    width, height, language = number(figure.width), number(figure.height - top), escape(figure.language)
    paper = PALETTES[theme][Ink.PAPER]
    style = f"<style>{figure_style_sheet()}</style>\n" if theme is Theme.AUTO and not embedded else ""
    ground = "" if embedded else f'<rect class="paper" width="100%" height="100%" fill="{paper}"/>\n'
    return (
        ("" if embedded else '<?xml version="1.0" encoding="UTF-8"?>\n')
        + f'<svg xmlns="http://www.w3.org/2000/svg" class="argmap" width="{width}" height="{height}"'
        + f' viewBox="0 {top} {width} {height}"'
        + f' lang="{language}" xml:lang="{language}" role="{"img" if embedded else "graphics-document"}"'
        + f' aria-labelledby="{figure.name}-title {figure.name}-description"'
        + f' font-family="{FONTS}" font-size="13" fill="{PALETTES[theme][Ink.TEXT]}">\n'
        + f'<title id="{figure.name}-title">{escape(figure.title)}</title>\n'
        + f'<desc id="{figure.name}-description">{escape(figure.description)}</desc>\n'
        + style
        + ground
        + "\n".join(figure.parts if embedded else (*figure.captions, *figure.parts))
        + "\n</svg>\n"
    )


class Pen:
    """Writes words and marks in one palette."""

    __slots__ = ("brush", "language")

    def __init__(self, brush: Brush, language: str) -> None:
        """Write on a picture in a language; words in others say so."""
        self.brush = brush
        self.language = language

    def text(  # noqa: PLR0913 - each says how a line of words looks
        self,
        x: float,
        y: float,
        words: Words | str,
        size: float,
        *,
        ink: Ink = Ink.TEXT,
        anchor: Literal["start", "middle", "end"] = "start",
        bold: bool = False,
        turn: float = 0,
    ) -> str:
        """Return one line of words at the start, middle or end of a base line, turned around that point."""
        said = words if isinstance(words, Words) else Words(words, self.language)
        attributes = self.brush.paint(fill=ink) if ink is not Ink.TEXT else ""
        attributes += language_attributes(said.language, self.language)
        attributes += f' text-anchor="{anchor}"' if anchor != "start" else ""
        attributes += ' font-weight="bold"' if bold else ""
        place = (
            f'transform="translate({number(x)} {number(y)}) rotate({number(turn)})"' if turn else f'x="{number(x)}" y="{number(y)}"'
        )
        return f'<text {place} font-size="{number(size)}"{attributes}>{escape(said.words)}</text>'

    def lines(  # noqa: PLR0913 - each says how some lines look
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        size: float,
        *,
        language: str = "",
        ink: Ink = Ink.TEXT,
        leading: float = 1.25,
        anchor: Literal["start", "middle"] = "start",
        bold: bool = False,
    ) -> str:
        """Return lines of one text, read and copied as a whole; y is the base line of the first."""
        tag = language or self.language
        attributes = self.brush.paint(fill=ink) if ink is not Ink.TEXT else ""
        attributes += language_attributes(tag, self.language)
        attributes += f' text-anchor="{anchor}"' if anchor != "start" else ""
        attributes += ' font-weight="bold"' if bold else ""
        spans = "".join(
            f'<tspan x="{number(x)}" y="{number(y + place * size * leading)}">{escape(line)}</tspan>'
            for place, line in enumerate(lines)
        )
        return f'<text font-size="{number(size)}"{attributes}>{spans}</text>'

    def mark(self, stance: Stance, x: float, y: float, scale: float = 1) -> str:
        """Return the mark of a stance around a point."""
        return self._at(
            x, y, scale, f'<path d="{STANCE_MARKS[stance]}" fill-rule="evenodd"{self.brush.paint(fill=STANCE_INKS[stance])}/>'
        )

    def derived_mark(self, x: float, y: float, scale: float = 1) -> str:
        """Return the hollow mark of a stance against that follows from others and was not said."""
        paint = self.brush.paint(stroke=Ink.AGAINST)
        square = f'<path d="{_HOLLOW}" fill="none" stroke-width="1.3" stroke-dasharray="2.2 1.7"{paint}/>'
        minus = f'<path d="M6.8 9h5.4" fill="none" stroke-width="1.5"{paint}/>'
        return self._at(x, y, scale, square + minus)

    def wash(self, stance: Stance, x: float, y: float, width: float, height: float) -> str:
        """Return the ground of a cell, so that blocks show from afar; for and against in two halves where it is mixed."""
        if stance is Stance.MIXED:
            left, right, top, bottom = number(x), number(x + width), number(y), number(y + height)
            return (
                f'<path d="M{left} {top}H{right}L{left} {bottom}z" fill-opacity="{_WASH}"{self.brush.paint(fill=Ink.FOR)}/>'
                f'<path d="M{right} {top}V{bottom}H{left}z" fill-opacity="{_WASH}"{self.brush.paint(fill=Ink.AGAINST)}/>'
            )
        return self.box(x, y, width, height, fill=_WASHES[stance], attributes=f' fill-opacity="{_WASH}"')

    def box(  # noqa: PLR0913 - a box and its paint
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Ink | None = None,
        stroke: Ink | None = None,
        attributes: str = "",
    ) -> str:
        """Return a rectangle."""
        paint = self.brush.paint(fill=fill, stroke=stroke) + ("" if fill else ' fill="none"')
        return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"{paint}{attributes}/>'

    def line(self, way: str, ink: Ink, width: float = 1, attributes: str = "") -> str:
        """Return a line along an SVG path."""
        return f'<path d="{way}" fill="none" stroke-width="{number(width)}"{self.brush.paint(stroke=ink)}{attributes}/>'

    @staticmethod
    def _at(x: float, y: float, scale: float, shape: str) -> str:
        turn = f" scale({scale:g})" if scale != 1 else ""
        return f'<g transform="translate({number(x - 9.5 * scale)} {number(y - 9 * scale)}){turn}">{shape}</g>'


def titled(shape: str, title: str, attributes: str = "") -> str:
    """Return a shape with what it is called when it is pointed at."""
    return f"<g{attributes}><title>{escape(title)}</title>{shape}</g>"


def legend_row(pen: Pen, y: float, room: float, keys: Iterable[tuple[str, str]]) -> tuple[list[str], float]:
    """Return the entries of a legend, each a sample of 20 × 18 points and its words, and the height they take."""
    ruler = Ruler(11)
    parts: list[str] = []
    x, top = float(MARGIN), y
    for sample, words in keys:
        width = 24 + ruler[words] + 18
        if x > MARGIN and x + width > room:
            x, top = float(MARGIN), top + 22
        parts.append(
            f'<g transform="translate({number(x)} {number(top)})">{sample}{pen.text(24, 13, words, 11, ink=Ink.QUIET)}</g>'
        )
        x += width
    return parts, top + 22 - y
