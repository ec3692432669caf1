"""Passages of a text as quotes that are found again: with as much of what stands around them as that takes."""

from typing import Any, Final

from argmap.anchoring import Anchor, Quote, find_quote, index_text

_CONTEXTS: Final = (0, 16, 32, 64, 128, 256)
"""So many characters before and behind a passage are tried until it can be told from its doubles."""


class Passages:
    """A text, asked for quotes of its passages."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._indexed = index_text(text)

    def at(self, start: int, end: int) -> dict[str, Any] | None:
        """Return the quote of a place [start, end) in code points, as the fields of `model.Selector`.

        White space at its ends is left out. None where the place is empty, outside of the text, or cannot be told from another.
        """
        while start < end and self.text[start : start + 1].isspace():
            start += 1
        while end > start and self.text[end - 1 : end].isspace():
            end -= 1
        if not 0 <= start < end <= len(self.text):
            return None
        exact = self.text[start:end]
        for context in _CONTEXTS:
            prefix, suffix = self.text[max(0, start - context) : start], self.text[end : end + context]
            found = find_quote(self._indexed, Quote(exact, prefix, suffix))
            if isinstance(found, Anchor) and (found.start, found.end) == (start, end):
                around = {"prefix": prefix, "suffix": suffix}
                return {"exact": exact, **{key: words for key, words in around.items() if words}}
        return None

    def of(self, words: str) -> dict[str, Any] | None:
        """Return the quote of some words, as the text has them; None where they are not in it, or more than once."""
        found = find_quote(self._indexed, Quote(words))
        return self.at(found.start, found.end) if isinstance(found, Anchor) else None

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
