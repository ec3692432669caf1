"""Where a quote with slips, or with words put in or left out, most likely stands. The one place that imports rapidfuzz.

Offsets and lengths here are those of normalised text. How much two strings read alike is their Indel similarity,
200 · (characters in common, in order) / (sum of both lengths), from 0 to 100: what rapidfuzz calls `ratio`.

The search goes from coarse to fine. First the quote is moved along the text (`partial_ratio_alignment`), which gives a
window as long as the quote. Where words were put in or left out, that window is off by as many characters as they have. So
the first and the last characters of the quote are looked up around it, each on their own, and of all the ends thus found
those are taken that make the place read most like the quote.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

ACCEPTED: Final = 80.0
"""The lowest score at which a place counts as the quote's."""

LEAD: Final = 5.0
"""A place must score this much more than any other."""

_WORTH_A_LOOK: Final = 60.0
"""A second place is looked at from this score on: what a quote of 60 characters gets by chance."""

_ENDS: Final = (40, 20, 10)
"""So many characters at an end are looked up on their own: many are surest, few stand even where a clause follows soon."""

_EDGES: Final = (10, 4)
"""So many characters at an end are compared on their own."""

_EDGE_WEIGHT: Final = 0.15
"""How much each of these counts besides the whole: else a place would lose a first word with an insertion after it."""

_HALF_A_WORD: Final = 3
"""An end inside a word is moved to the edge of the word, if that is at most so many characters away."""

_WORD: Final = re.compile(r"\w+")

_PROBE: Final = 400
"""Longer quotes are first sought by so many of their characters: the time grows with the square of the length."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch [start, end) of the normalised text, and how much it reads like the quote, 0 to 100."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class _Window:
    """A place found by the coarse search, and the stretch [low, high) that was searched."""

    start: int
    end: int
    score: float
    low: int
    high: int


def similarity(one: str, other: str) -> float:
    """Return how much two strings read alike, 0 to 100."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other)


def common_and_different(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[slice, slice, bool]]:
    """Yield, in order, the slices of both that are equal, or that stand against each other (either may be empty)."""
    from rapidfuzz.distance import Indel

    left = right = 0
    for block in Indel.opcodes(one, other):
        if block.tag != "equal":
            continue
        if block.src_start > left or block.dest_start > right:
            yield slice(left, block.src_start), slice(right, block.dest_start), False
        left, right = block.src_end, block.dest_end
        yield slice(block.src_start, left), slice(block.dest_start, right), True
    if len(one) > left or len(other) > right:
        yield slice(left, len(one)), slice(right, len(other)), False


def nearest_places(text: str, quote: str, *, most: int) -> tuple[Place, ...]:
    """Return the places that read most like the quote, best first, at most so many, none overlapping another.

    Only places that could be accepted are sought, and after the first only such as could be meant instead of the best.
    """
    windows = _windows(text, quote, ((0, len(text)),), least=_least_window(ACCEPTED))
    places: list[Place] = []
    while windows and len(places) < most:
        window = max(windows, key=lambda window: (window.score, -window.start))
        windows.remove(window)
        place = _refined(text, quote, window)
        places.append(place)
        best = max(place.score for place in places)
        least = max(_WORTH_A_LOOK, _least_window(max(best, ACCEPTED) - LEAD))
        if window.score >= least and len(places) < most:  # no part of a stretch has a better window than the whole
            windows += _windows(text, quote, ((window.low, place.start), (place.end, window.high)), least=least)
    return tuple(sorted(places, key=lambda place: (-place.score, place.start)))


def _least_window(score: float) -> float:
    """Return what a window scores at least, if the place that it points at has this score.

    A place of score r has at most 2/r - 1 times the quote's length. If all the surplus is in its middle, a window as long as
    the quote misses at most 2/r - 2 of the quote's characters, and still scores 3 - 2/r.
    """
    return 100 * (3 - 2 / (score / 100))


def _windows(text: str, quote: str, gaps: Sequence[tuple[int, int]], *, least: float) -> list[_Window]:
    """Return the best window of each stretch that has one of at least this score."""
    from rapidfuzz import fuzz

    windows = []
    for low, high in gaps:
        found = fuzz.partial_ratio_alignment(quote[:_PROBE], text[low:high], score_cutoff=least) if low < high else None
        if found is not None and found.score > 0:
            start = low + found.dest_start
            end = low + found.dest_end if len(quote) <= _PROBE else min(high, start + len(quote))
            windows.append(_Window(start, end, found.score, low, high))
    return windows


def _refined(text: str, quote: str, window: _Window) -> Place:
    """Return the place that a window points at. It is at most half as long again as the quote: else it would score below 80."""
    margin = len(quote) // 2
    low, high = max(window.low, window.start - margin), min(window.high, window.end + margin)
    start = low + _beginning(quote, text[low : window.end], window.start - low)
    end = high - _beginning(quote[::-1], text[start:high][::-1], high - window.end)
    while end - start > 1 and text[start].isspace():
        start += 1
    while end - start > 1 and text[end - 1].isspace():
        end -= 1
    return Place(start, end, similarity(quote, text[start:end]))


def _beginning(quote: str, region: str, coarse: int) -> int:
    """Return where in a region, which ends about where the quote does, the quote begins."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    def worth(start: int) -> float:
        edges = sum(Levenshtein.normalized_similarity(quote[:count], region[start : start + count]) for count in _EDGES)
        return fuzz.ratio(quote, region[start:]) + _EDGE_WEIGHT * 100 * edges

    starts = {coarse}
    for count in _ENDS:
        found = fuzz.partial_ratio_alignment(quote[:count], region)
        if found is not None:
            starts.add(found.dest_start)
    if word := _WORD.search(quote):
        starts.update(match.start() for match in re.finditer(rf"\b{re.escape(word.group())}\b", region))
    best = max(starts, key=lambda start: (worth(start), -start))
    around = range(max(0, best - _HALF_A_WORD), min(best + _HALF_A_WORD + 1, len(region)))
    return min(around, key=lambda start: (divides_a_word(region, start), abs(start - best), start))


def divides_a_word(text: str, offset: int) -> bool:
    """Whether a letter or digit stands on both sides of an offset."""
    return text[max(0, offset - 1) : offset].isalnum() and text[offset : offset + 1].isalnum()
