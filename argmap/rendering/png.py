"""An SVG of ours as PNG, by resvg, for what takes no SVG; needs the extra `argmap[png]`, and a font on the machine."""

import re
from collections.abc import Callable
from typing import Final

SHARP: Final = 2.0
"""Pixels to a point, so that words are sharp on a screen and in print."""

MOST: Final = 120_000_000
"""So many pixels at most: four bytes each while it is drawn."""

_SIZE: Final = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')
_PROBE: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    '<text font-family="sans-serif" x="5" y="15">{words}</text></svg>'
)
_FONTS: Final = (
    *("Liberation Sans", "Arimo", "Arial", "Helvetica", "Nimbus Sans", "FreeSans"),
    *("DejaVu Sans", "Noto Sans", "Open Sans", "Roboto", "Ubuntu", "Cantarell", "Adwaita Sans", "Inter", "Lato", "Carlito"),
    *("Droid Sans", "Noto Sans CJK SC", "Bitstream Vera Sans", "DejaVu Serif", "Liberation Serif", "DejaVu Sans Mono"),
)
"""What may stand for `sans-serif`, the best first: as wide as we measure, then other usual ones, then whatever has letters."""


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
    font = _font(svg_to_bytes)
    if font is None:
        message = f"no usual font ({_FONTS[0]}, Arial, DejaVu Sans, …) is installed here, so that a PNG would have no words"
        raise PngError(f"{message}; install one (such as fonts-liberation), or write .svg")
    zoom = min(SHARP, (MOST / (width * height)) ** 0.5)
    return bytes(svg_to_bytes(svg_string=svg, zoom=zoom, sans_serif_family=font))


def _font(svg_to_bytes: Callable[..., bytes]) -> str | None:
    """Return the first of the usual fonts that is installed here: resvg leaves words out where it does not know the name."""
    blank = svg_to_bytes(svg_string=_PROBE.format(words=""))
    word = _PROBE.format(words="map")
    return next((name for name in _FONTS if svg_to_bytes(svg_string=word, sans_serif_family=name) != blank), None)


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("this is no SVG of ours: it does not begin with its size")
    return float(found[1]), float(found[2])
