"""A drawing as one SVG: real text, nothing outside the file, every card and edge with the id of what it shows.

The elements and their order depend on the drawing's content alone; where a layout engine put things stands in geometry attributes.
"""

from collections.abc import Iterator
from typing import Final

from argmap.drawing import Caption, Drawing
from argmap.rendering.colours import PALETTES, Ink, Palette, Theme, style_sheet
from argmap.rendering.escaping import escape
from argmap.rendering.paths import number
from argmap.rendering.svg_cards import card_elements
from argmap.rendering.svg_edges import edge_elements, markers
from argmap.rendering.svg_legend import legend_elements
from argmap.rendering.svg_text import language_attributes, text_element

FONTS: Final = "Arimo,'Liberation Sans',Arial,Helvetica,sans-serif"


def render_svg(drawing: Drawing, theme: Theme = Theme.LIGHT, *, embedded: bool = False) -> str:
    """Return a drawing as an SVG document in natural size.

    Embedded, it is an element for an HTML page: without XML declaration and style sheet, which the page brings along
    (`argmap.rendering.colours.style_sheet`).
    """
    palette = PALETTES[theme]
    parts = [] if embedded else ['<?xml version="1.0" encoding="UTF-8"?>\n']
    parts += _head(drawing, palette)
    if theme is Theme.AUTO and not embedded:
        parts.append(f"<style>{style_sheet()}</style>\n")
    parts += ["<defs>", *markers(palette), "</defs>\n"]
    parts.append(f'<rect class="paper" width="100%" height="100%" fill="{palette[Ink.PAPER]}"/>\n')
    parts += _captions(drawing, palette)
    x, y = drawing.origin
    parts.append(f'<g class="map" transform="translate({number(x)} {number(y)})">\n')
    parts += edge_elements(drawing, palette)
    parts += card_elements(drawing, palette)
    parts.append("</g>\n")
    parts += legend_elements(drawing, palette)
    parts.append("</svg>\n")
    return "".join(parts)


def _head(drawing: Drawing, palette: Palette) -> Iterator[str]:
    width, height = number(drawing.width), number(drawing.height)
    language = escape(drawing.language)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" class="argmap" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    yield f' lang="{language}" xml:lang="{language}" role="graphics-document" aria-labelledby="argmap-title argmap-description"'
    yield f' font-family="{FONTS}" font-size="13" fill="{palette[Ink.TEXT]}">\n'
    of_title = language_attributes(drawing.headline.language, drawing.language)
    yield f'<title id="argmap-title"{of_title}>{escape(drawing.title)}</title>\n'
    yield f'<desc id="argmap-description">{escape(drawing.description)}</desc>\n'


def _captions(drawing: Drawing, palette: Palette) -> Iterator[str]:
    yield '<g class="captions">\n'
    yield _caption(drawing.headline, drawing, ' font-size="20" font-weight="bold"')
    for byline in drawing.bylines:
        yield _caption(byline, drawing, f' class="quiet" font-size="12" fill="{palette[Ink.QUIET]}"')
    yield "</g>\n"


def _caption(caption: Caption, drawing: Drawing, attributes: str) -> str:
    return text_element(caption.lines, attributes + language_attributes(caption.language, drawing.language)) + "\n"
