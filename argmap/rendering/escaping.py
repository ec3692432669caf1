"""Words made safe for XML and HTML."""

import re
from typing import Final

_SPECIAL: Final = re.compile("[&<>\"'\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_NAMED: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}


def escape(words: str) -> str:
    r"""Return words as they may stand in the text and in a quoted attribute of XML 1.0 and HTML.

    Characters that XML does not allow or advise (control characters, lone surrogates, non-characters) become U+FFFD;
    a carriage return, which readers of XML turn into a line feed, is written by its number.

    >>> escape("</script>\x00")
    '&lt;/script&gt;�'
    """
    return _SPECIAL.sub(_escaped, words) if _SPECIAL.search(words) else words


def _escaped(match: re.Match[str]) -> str:
    return _NAMED.get(match[0], "\ufffd")
