"""An SVG of ours as PNG, by resvg, for what takes no SVG; needs the extra `argmap[png]`, and a font on the machine."""

import re
from typing import Final

SHARP: Final = 2.0
"""Pixels to a point, so that words are sharp on a screen and in print."""

MOST: Final = 120_000_000
"""So many pixels at most: four bytes each while it is drawn."""

_SIZE: Final = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')
_PROBE: Final = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="5" y="15">{words}</text></svg>'
_SANS_SERIF: Final = "Liberation Sans"


class PngError(Exception):
    """No PNG could be made; the message is one sentence for the person who asked for it, and says what to do."""


def png_of(svg: str) -> bytes:
    """Return an SVG as PNG: two pixels a point, fewer where it would be too large, but never fewer than one.

    Raises:
        PngError: the extra is not installed, there is no font, or the map is too large to be read as one picture.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise PngError("PNG needs an extra; install it with: pip install 'argmap[png]'; or write .svg") from None
    width, height = _size(svg)
    if width * height > MOST:
        message = f"a map of {width:,.0f} × {height:,.0f} points is too large for one PNG; write .svg or .html, or show less of it"
        raise PngError(f"{message} (--question, --actor, --tag, --depth)")
    blank, word = (bytes(svg_to_bytes(svg_string=_PROBE.format(words=words))) for words in ("", "map"))
    if blank == word:
        hint = "install one (such as fonts-liberation), or write .svg"
        raise PngError(f"no font is installed here, so that a PNG would have no words; {hint}")
    zoom = min(SHARP, (MOST / (width * height)) ** 0.5)
    return bytes(svg_to_bytes(svg_string=svg, zoom=zoom, font_family=_SANS_SERIF, sans_serif_family=_SANS_SERIF))


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("this is no SVG of ours: it does not begin with its size")
    return float(found[1]), float(found[2])
