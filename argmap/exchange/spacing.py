"""White space in texts."""

import re
from typing import Final

_SPACE: Final = re.compile(r"\s")
_STRETCH: Final = 10_000
"""So many characters, and on to the end of a word, are cut into words at a time."""


def on_one_line(text: str) -> str:
    r"""Return a text with one blank for all white space between two words, and none around them.

    It is the very same text where nothing is changed: there may be many. A large one is not in memory as a list of its words.

    >>> on_one_line(" two\n lines ")
    'two lines'
    """
    pieces: list[str] = []
    start = 0
    while start < len(text):
        found = _SPACE.search(text, start + _STRETCH)
        end = found.start() if found is not None else len(text)
        if words := text[start:end].split():
            pieces.append(" ".join(words))
        start = end
    line = " ".join(pieces)
    return text if line == text else line


def line_of(value: object) -> str:
    r"""Return a text on one line; empty for what is no text.

    >>> line_of(" two\n lines "), line_of(None), line_of(2)
    ('two lines', '', '')
    """
    return on_one_line(value) if isinstance(value, str) else ""
