"""What a message shows of a quote and of the place that resembles it: the words that differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.anchoring.approximate import common_and_different
from argmap.anchoring.normalising import index_text

_TOKEN: Final = re.compile(r" ?(?:\w+|[^\w ]+)")
_WHITE_SPACE: Final = re.compile(r"\s+")

_KEPT: Final = 4
"""So many words of what agrees are shown at either side of a difference."""


def difference(expected: str, found: str) -> str:
    """Return the found words on one line, marked where others were expected: [-expected-] {+found+}.

    What normalising forgives is no difference. Of long stretches that agree only the words next to a mark are shown.

    >>> difference("Japan is in the role of a straggler", "Japan is in  the rôle of the straggler")
    'Japan is in the [-role-] {+rôle+} of [-a-] {+the+} straggler'
    """
    before, after = _tokens(expected), _tokens(found)
    forms = [token.form for token in before], [token.form for token in after]
    if forms[0] == forms[1]:
        return _joined(after).strip()
    pieces = [
        _agreeing(after[there], first=there.start == 0, last=there.stop == len(after))
        if same
        else _marked(_joined(before[here]), _joined(after[there]))
        for here, there, same in common_and_different(*forms)
    ]
    return "".join(pieces).strip()


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, or the signs between two words, with the space before it."""

    form: str
    """Normalised."""
    shown: str
    """As it is written, on one line."""


def _tokens(text: str) -> list[_Token]:
    indexed = index_text(text.strip())
    return [
        _Token(match.group().lstrip() if match.start() == 0 else match.group(), " ".join(_WHITE_SPACE.split(shown)))
        for match in _TOKEN.finditer(indexed.normalised)
        for shown in (indexed.original[slice(*indexed.covering_span(*match.span()))],)
    ]


def _joined(tokens: Sequence[_Token]) -> str:
    return "".join(token.shown for token in tokens)


def _agreeing(tokens: Sequence[_Token], *, first: bool, last: bool) -> str:
    behind, before = (0 if first else _KEPT), (0 if last else _KEPT)
    if len(tokens) <= behind + before + 1:
        return _joined(tokens)
    return f"{_joined(tokens[:behind])} …{_joined(tokens[len(tokens) - before :])}"


def _marked(expected: str, found: str) -> str:
    """A space before the words stands before their marks, unless it is all that differs."""
    left, right = expected.lstrip(), found.lstrip()
    if left == right:
        left, right = expected, found
    marks = " ".join(mark for mark in (f"[-{left}-]" if left else "", f"{{+{right}+}}" if right else "") if mark)
    return f" {marks}" if left != expected or right != found else marks
