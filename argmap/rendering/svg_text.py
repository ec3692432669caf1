"""Lines of text as SVG."""

import re
from collections.abc import Sequence
from typing import Final

from argmap.drawing import Line
from argmap.rendering.escaping import escape

_DIRECTION_CONTROLS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


def language_attributes(language: str, around: str) -> str:
    """Return the attributes of words whose language is not that of what stands around them."""
    if language == around:
        return ""
    tag = escape(language)
    return f' lang="{tag}" xml:lang="{tag}"'


def text_element(lines: Sequence[Line], attributes: str = "", *, right_to_left: bool = False) -> str:
    """Return the lines of one text: read, searched and copied as a whole."""
    if right_to_left:
        attributes += ' direction="rtl" unicode-bidi="plaintext"'
    if len(lines) == 1:
        line = lines[0]
        return f'<text x="{line.x}" y="{line.y}"{attributes}>{escape(line.words)}</text>'
    # A direction that a text turns on and leaves on must not turn the following lines.
    isolated = ' unicode-bidi="isolate"' if any(_turns(line.words) for line in lines) else ""
    spans = [f'<tspan x="{line.x}" y="{line.y}"{isolated}>{escape(line.words)}</tspan>' for line in lines]
    return f"<text{attributes}>{''.join(spans)}</text>"


def _turns(words: str) -> bool:
    # The first test is the faster one, and mostly settles it.
    return not words.isprintable() and _DIRECTION_CONTROLS.search(words) is not None
