"""Passages of a text as quotes that are found again: with as much of what stands around them as that takes."""

from functools import cached_property
from typing import Any, Final

from argmap.anchoring import Anchor, IndexedText, Places, Quote, find_quote, index_text, normalise

_LOOKED_AT: Final = 200
"""So many characters at a time are looked at, until one of them is visible: a passage may be a chapter."""
_CONTEXTS: Final = (0, 16, 32, 64, 128, 256)
"""So many characters before and behind a passage are tried until it can be told from its doubles."""


class Passages:
    """A text, asked for quotes of its passages."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places = Places(text)
        self._without_place: set[str] = set()
        """Words that were looked for, and are not there or more than once."""

    @cached_property
    def _indexed(self) -> IndexedText:
        return index_text(self.text)

    def at(self, start: int, end: int) -> dict[str, Any] | None:
        """Return the quote of a place [start, end) in code points, as the fields of `model.Selector`.

        White space at its ends is left out. None where the place is empty, outside of the text, or cannot be told from another:
        words and context, letter by letter, must stand in the text only once. To see that they stand there twice takes no time,
        even where a text is one word ten thousand times over.
        """
        while start < end and self.text[start : start + 1].isspace():
            start += 1
        while end > start and self.text[end - 1 : end].isspace():
            end -= 1
        if not 0 <= start < end <= len(self.text):
            return None
        exact = self.text[start:end]
        if not any(normalise(exact[at : at + _LOOKED_AT]).strip() for at in range(0, len(exact), _LOOKED_AT)):
            return None
        for context in _CONTEXTS:
            prefix, suffix = self.text[max(0, start - context) : start], self.text[end : end + context]
            if self._places.only(prefix + exact + suffix) is not None:
                around = {"prefix": prefix, "suffix": suffix}
                return {"exact": exact, **{key: words for key, words in around.items() if words}}
        return None

    def of(self, words: str) -> dict[str, Any] | None:
        """Return the quote of some words, as the text has them; None where they are not in it, or more than once."""
        if words in self._without_place:
            return None
        found = find_quote(self._indexed, Quote(words))
        quote = self.at(found.start, found.end) if isinstance(found, Anchor) else None
        if quote is None:
            self._without_place.add(words)
        return quote

    def quoted(self, exact: str, prefix: str, suffix: str, place: tuple[int, int] | None) -> dict[str, Any] | None:
        """Return the quote of a passage that is told by its words, with their context, by its place, or by both.

        The place counts where it has the words; None where neither leads to one passage.
        """
        if place is not None and (not exact or self.text[slice(*place)].split() == exact.split()):
            return self.at(*place)
        if not exact.strip():
            return None
        found = find_quote(self._indexed, Quote(exact, prefix, suffix))
        return self.at(found.start, found.end) if isinstance(found, Anchor) else None
