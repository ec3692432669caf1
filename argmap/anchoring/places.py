"""Where words stand in a text, letter by letter. A long text is indexed: an answer takes no longer than in a short one.

Of every sixteenth place of the text the next eight characters are filed by their hash. Wherever words of some length stand, one of
their first sixteen places is among these: sixteen look-ups find all places where they may stand.
"""

from array import array
from typing import Final

_LONG: Final = 200_000
"""Characters. To go through a shorter text takes no longer than the look-ups."""
_STEP: Final = 16
_GRAM: Final = 8
_MANY: Final = 2_000
"""So many candidates are looked at; where words are like everything else in a text, it is gone through instead."""


class Places:
    """A text and, once a long one is asked something, its index."""

    __slots__ = ("_before", "_last", "_mask", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._mask = 0
        self._last: array[int] = array("I")
        """By hash, one more than the number of the last step of the text that has it."""
        self._before: array[int] = array("I")
        """For each step, the same of the one before it that has the same hash."""

    def only(self, words: str) -> int | None:
        """Return where some words begin; None where they are not in the text, or more than once, overlapping places too."""
        if len(self._text) >= _LONG and len(words) >= _STEP + _GRAM:
            found = self._looked_up(words)
            if found is not None:
                return next(iter(found)) if len(found) == 1 else None
        start = self._text.find(words)
        return start if start >= 0 and self._text.find(words, start + 1) < 0 else None

    def _looked_up(self, words: str) -> set[int] | None:
        """All places, or two of them; None where there are too many to look at."""
        if not self._mask:
            self._index()
        found: set[int] = set()
        looked_at = 0
        for offset in range(_STEP):
            step = self._last[hash(words[offset : offset + _GRAM]) & self._mask]
            while step:
                start = (step - 1) * _STEP - offset
                if start >= 0 and self._text.startswith(words, start):
                    found.add(start)
                    if len(found) > 1:
                        return found
                looked_at += 1
                if looked_at > _MANY:
                    return None
                step = self._before[step - 1]
        return found

    def _index(self) -> None:
        text = self._text
        steps = len(text) // _STEP
        size = 1 << steps.bit_length()
        self._mask = mask = size - 1
        last, before = array("I", bytes(4 * size)), array("I", bytes(4 * (steps + 1)))
        for step in range(steps + 1):
            key = hash(text[step * _STEP : step * _STEP + _GRAM]) & mask
            before[step] = last[key]
            last[key] = step + 1
        self._last, self._before = last, before
