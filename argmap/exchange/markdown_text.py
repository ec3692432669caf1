"""Words that stay words in Markdown."""

import re
from typing import Final

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>~$|&])")
_AT_START: Final = re.compile(r"^([-+#=]|\d+(?=[.)]))")


def escaped(words: str) -> str:
    r"""Return words on one line, with the signs that mean something in Markdown escaped.

    >>> escaped("a *b* <c>"), escaped("1. No"), escaped("- no")
    ('a \\*b\\* \\<c\\>', '1\\. No', '\\- no')
    """
    text = _SPECIAL.sub(r"\\\1", " ".join(words.split()))
    start = _AT_START.match(text)
    if start is None:
        return text
    return f"{start[1]}\\{text[start.end() :]}" if start[1].isdigit() else f"\\{text}"
