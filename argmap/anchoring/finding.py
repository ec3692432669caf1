"""From a quote to its place in the text: verbatim, else in another spelling, else roughly, else not at all.

A place is only taken when no other place could be meant as well. Nothing is guessed: what is not certain is handed back as
`Ambiguous` or `Missing`, with what a person needs to decide.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.anchoring.approximate import ACCEPTED, LEAD, divides_a_word, nearest_places, similarity
from argmap.anchoring.normalising import IndexedText, normalise, skeleton
from argmap.anchoring.outcomes import Ambiguous, Anchor, Missing, Outcome, Reason, Span, Way
from argmap.quote import Quote

APPROXIMATE_FROM: Final = 60
"""The least length, in characters of the normalised quote, at which an approximate place is taken."""

_SHORT: Final = 30
"""Below this length, forms that forgive more than spelling must stand as whole words: `"НГ"` is not in `митинг`."""

_RIVALS: Final = 5
"""So many places are compared at most before an approximate one is taken."""

_RESEMBLES: Final = 60.0
"""Under this score the nearest place has no more in common with the quote than any other, and is not worth showing."""

_PERFECT: Final = 100.0

_FITS: Final = 60.0
"""A context that is less like the text around a place does not speak for it: "third" and "first" have 50 in common."""

_BEFORE: Final = re.compile(r"""(?:["'(\[{\s]|\.\.\.|-\s)*""")
_BEHIND_REVERSED: Final = re.compile(r"""(?:["')\]}.,;:!?\s]|-\s)*""")
"""What is often put around the words of a quote without belonging to them; a minus sign stays."""


def find_quote(text: IndexedText, quote: Quote) -> Outcome:
    """Return where a quote stands in a text.

    Tried in this order: the words as they are, in another spelling, with look-alike letters of another script, without the
    marks around them, and at last roughly. The first that occurs counts. If it occurs several times, the place is taken that
    prefix and suffix fit best. And where these do not fit, a place that they do fit may be found in a later form.

    Nothing fits better than prefix, words and suffix that stand in the text in a row, letter by letter, and only once. It is looked
    for first: it takes no longer where the words alone are there ten thousand times.

    White space around the words is no part of them.
    """
    words = quote.exact.strip()
    needle = normalise(words).strip()
    if not needle:
        return Missing(Reason.EMPTY)
    lead = len(quote.prefix) + quote.exact.index(words) if quote.prefix or quote.suffix else 0
    start = text.places.only(quote.prefix + quote.exact + quote.suffix if quote.prefix or quote.suffix else words)
    if start is not None:
        return Anchor(start + lead, start + lead + len(words), Way.EXACT, _PERFECT, lookalikes=False)
    context = _Context.of(quote)
    first: Sequence[Anchor] = ()
    for places in _occurrences(text, words, needle):
        best, fitting = _best_fitting(text, context, places)
        if best == _PERFECT or (best >= _FITS and len(fitting) == 1):
            return _decided(fitting)
        first = first or (fitting if best >= _FITS else places)
    return _decided(first) if first else _approximate(text, context, needle)


def _occurrences(text: IndexedText, words: str, needle: str) -> Iterator[Sequence[Anchor]]:
    """Yield the places of each form of the quote that occurs at all, from the strictest form to the most forgiving."""
    if exact := tuple(Anchor(start, end, Way.EXACT, _PERFECT, lookalikes=False) for start, end in _spans(text.original, words)):
        yield exact
    for form in dict.fromkeys((needle, _bare(needle))):
        for lookalikes, haystack, sought in ((False, text.normalised, form), (True, text.skeleton, skeleton(form))):
            whole_words = len(form) < _SHORT and (lookalikes or form != needle)
            if normalised := tuple(
                Anchor(*span, Way.NORMALISED, _PERFECT, lookalikes)
                for start, end in _spans(haystack, sought)
                if not (whole_words and (divides_a_word(haystack, start) or divides_a_word(haystack, end)))
                if (span := text.original_span(start, end))
            ):
                yield normalised


def _bare(needle: str) -> str:
    """Return the words without the marks around them; empty if there are only marks."""
    words = _BEFORE.sub("", needle, count=1)
    return _BEHIND_REVERSED.sub("", words[::-1], count=1)[::-1]


def _spans(haystack: str, needle: str) -> Iterator[Span]:
    """Yield every occurrence, overlapping ones too; an empty string occurs nowhere."""
    start = haystack.find(needle) if needle else -1
    while start >= 0:
        yield start, start + len(needle)
        start = haystack.find(needle, start + 1)


def _decided(places: Sequence[Anchor]) -> Anchor | Ambiguous:
    return places[0] if len(places) == 1 else Ambiguous(tuple(sorted((place.start, place.end) for place in places)))


def _approximate(text: IndexedText, context: "_Context", needle: str) -> Outcome:
    long_enough = len(needle) >= APPROXIMATE_FROM
    found = nearest_places(text.normalised, needle, most=_RIVALS if long_enough else 1)
    if not found or found[0].score < _RESEMBLES:
        return Missing(Reason.ABSENT)
    highest = found[0].score
    places = tuple(
        Anchor(*text.covering_span(place.start, place.end), Way.APPROXIMATE, place.score, lookalikes=False)
        for place in found
        if place.score > highest - LEAD
    )
    if not long_enough:
        return Missing(Reason.SHORT, places[0])
    if highest < ACCEPTED:
        return Missing(Reason.UNLIKE, places[0])
    best, fitting = _best_fitting(text, context, places)
    return _decided(fitting if best >= _FITS else places)


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands before and behind a quote, as skeletons without white space at the ends; both empty if nothing is known."""

    prefix: str
    suffix: str

    @classmethod
    def of(cls, quote: Quote) -> "_Context":
        return cls(skeleton(normalise(quote.prefix)).strip(), skeleton(normalise(quote.suffix)).strip())

    def fit(self, text: IndexedText, place: Anchor) -> float:
        """Return how much the text around a place reads like this context, 0 to 100."""
        if not (self.prefix or self.suffix):
            return _PERFECT
        start, end = text.normalised_span(place.start, place.end)
        before = text.skeleton[max(0, start - len(self.prefix) - 1) : start].rstrip()[-len(self.prefix) :]
        behind = text.skeleton[end : end + len(self.suffix) + 1].lstrip()[: len(self.suffix)]
        likeness = len(self.prefix) * _likeness(self.prefix, before) + len(self.suffix) * _likeness(self.suffix, behind)
        return likeness / (len(self.prefix) + len(self.suffix))


def _likeness(one: str, other: str) -> float:
    return similarity(one, other) if one and one != other else _PERFECT


def _best_fitting(text: IndexedText, context: _Context, places: Sequence[Anchor]) -> tuple[float, Sequence[Anchor]]:
    """Return the places that a context fits best, and how well."""
    fits = [context.fit(text, place) for place in places]
    best = max(fits)
    return best, tuple(place for place, fit in zip(places, fits, strict=True) if fit == best)
