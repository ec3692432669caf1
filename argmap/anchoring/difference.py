"""What a message shows of a quote and of the place that resembles it: the line, and the words that differ."""

import re
from collections.abc import Sequence
from typing import Final

from argmap.anchoring.approximate import common_and_different
from argmap.anchoring.normalising import normalise

_TOKEN: Final = re.compile(r"\s*(?:\w[\w\u0300-\u036f\u00ad\u200b-\u200d]*|\S)")
_LINE_END: Final = re.compile(r"\r\n?|\n")

_KEPT: Final = 4
"""So many words of what agrees are shown at either side of a difference."""


def line_of(text: str, offset: int) -> int:
    r"""Return the number, from 1, of the line on which an offset stands; a line ends with \n, \r\n or \r.

    >>> line_of("one\r\ntwo", 5)
    2
    """
    if "\r" not in text:
        return text.count("\n", 0, offset) + 1
    return sum(1 for end in _LINE_END.finditer(text) if end.end() <= offset) + 1


def difference(expected: str, found: str) -> str:
    """Return the found words on one line, marked where others were expected: [-expected-] {+found+}.

    What normalising forgives is no difference. Of long stretches that agree only the words next to a mark are shown.

    >>> difference("Japan is in the role of a straggler", "Japan is in  the rôle of the straggler")
    'Japan is in the [-role-] {+rôle+} of [-a-] {+the+} straggler'
    """
    before, after = _TOKEN.findall(expected.strip()), _TOKEN.findall(found.strip())
    if _forms(before) == _forms(after):
        return "".join(map(_on_one_line, after))
    pieces = [
        _agreeing(after[there], first=there.start == 0, last=there.stop == len(after))
        if same
        else _marked("".join(map(_on_one_line, before[here])), "".join(map(_on_one_line, after[there])))
        for here, there, same in common_and_different(_forms(before), _forms(after))
    ]
    return "".join(pieces).strip()


def _forms(tokens: Sequence[str]) -> list[str]:
    return [normalise(token) for token in tokens]


def _on_one_line(token: str) -> str:
    return " " + token.lstrip() if token[0].isspace() else token


def _agreeing(tokens: Sequence[str], *, first: bool, last: bool) -> str:
    words = [_on_one_line(token) for token in tokens]
    behind, before = (0 if first else _KEPT), (0 if last else _KEPT)
    if len(words) <= behind + before + 1:
        return "".join(words)
    return "".join((*words[:behind], " …", *words[len(words) - before :]))


def _marked(expected: str, found: str) -> str:
    """A space before the words stands before their marks, unless it is all that differs."""
    left, right = expected.lstrip(), found.lstrip()
    if left == right:
        return f"[-{expected}-]{{+{found}+}}"
    space = " " if expected.startswith(" ") or found.startswith(" ") else ""
    return space + space.join(mark for mark in (f"[-{left}-]" if left else "", f"{{+{right}+}}" if right else "") if mark)
