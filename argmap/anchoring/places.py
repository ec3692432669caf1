"""Where words stand in a text, letter by letter. A long text is indexed: an answer takes no longer than in a short one.

Of every sixteenth place of the text the next eight characters are filed by their hash. Wherever words of some length stand, one of
their first sixteen places is among these: sixteen look-ups find all places where they may stand. For shorter words more places are
filed, each by fewer characters.
"""

from array import array
from typing import Final, NamedTuple

_LONG: Final = 50_000
"""Characters. To go through a shorter text takes no longer than the look-ups."""
_LOOK: Final = 200
"""To look at a candidate takes as long as to go through so many characters of the text. Where words are like everything else in it,
that is what is done instead."""
_PATIENCE: Final = 400
"""To file each place of a text takes as long as to go through the text so many times; to file every second one, half as long."""


class _Grain(NamedTuple):
    """How finely a text is filed."""

    step: int
    """From one place that is filed to the next."""
    gram: int
    """Characters that it is filed by."""

    @property
    def least(self) -> int:
        """Characters of words that are found for certain."""
        return self.step + self.gram - 1


_GRAINS: Final = (_Grain(16, 8), _Grain(4, 5), _Grain(2, 3))
"""The longer the words, the fewer places need to be filed: of 23 characters and more, of 8, of 4. All three take four bytes a
character. Shorter words are so often there twice that this is soon seen."""


class Places:
    """A text and, once a long one is asked often enough, its indexes."""

    __slots__ = ("_indexes", "_passed", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._indexes: dict[_Grain, _Index] = {}
        self._passed = 0
        """Characters that were passed in going through the text, again and again."""

    def only(self, words: str) -> int | None:
        """Return where some words begin; None where they are not in the text, or more than once, overlapping places too."""
        if len(self._text) >= _LONG:
            index = self._index(len(words))
            found = None if index is None else index.places(self._text, words)
            if found is not None:
                return next(iter(found)) if len(found) == 1 else None
        start = self._text.find(words)
        again = self._text.find(words, start + 1) if start >= 0 else start
        self._passed += len(self._text) if again < 0 else again
        return start if again < 0 <= start else None

    def _index(self, length: int) -> "_Index | None":
        """The index for words of some length; None while it is not worth the time to make it."""
        grain = next((grain for grain in _GRAINS if length >= grain.least), None)
        if grain is None:
            return None
        if grain not in self._indexes and self._passed * grain.step >= len(self._text) * _PATIENCE:
            self._indexes[grain] = _Index(self._text, grain)
        return self._indexes.get(grain)


class _Index:
    """The places of a text that are filed, chained where their hashes are the same."""

    __slots__ = ("_before", "_grain", "_last", "_mask")

    def __init__(self, text: str, grain: _Grain) -> None:
        step, gram = self._grain = grain
        size = 1 << (len(text) // 32).bit_length()
        self._mask = mask = size - 1
        self._last = last = array("I", [0]) * size
        """By hash, one more than the number of the last step of the text that has it."""
        self._before = before = array("I", [0]) * (len(text) // step + 1)
        """For each step, the same of the one before it that has the same hash."""
        for number, place in enumerate(range(0, len(text) + 1, step)):
            key = hash(text[place : place + gram]) & mask
            before[number] = last[key]
            last[key] = number + 1

    def places(self, text: str, words: str) -> set[int] | None:
        """Return all places of words in the text, or two of them; None where there are too many to look at."""
        step, gram = self._grain
        found: set[int] = set()
        most = len(text) // _LOOK
        for offset in range(step):
            number = self._last[hash(words[offset : offset + gram]) & self._mask]
            while number:
                start = (number - 1) * step - offset
                if start >= 0 and text.startswith(words, start):
                    found.add(start)
                    if len(found) > 1:
                        return found
                most -= 1
                if most < 0:
                    return None
                number = self._before[number - 1]
        return found
