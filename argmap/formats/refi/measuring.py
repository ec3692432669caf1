"""How a project counts the characters of a text, as its selections tell: by the words that they bear as names, and by their edges.

QDA-XML 1.0 counts code points of the text as its file has it. ATLAS.ti and QualCoder count a line end of CR and LF as one; programs
that keep texts in UTF-16 count an emoji as two; and a byte order mark may count. A quote that is cut one character off is found in
its text all the same, so the way is not left to the name of the program.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple, TypeAlias

from argmap.exchange.decoding import cleaned_with_places
from argmap.formats.refi.project import Coding

Place: TypeAlias = Callable[[int], int]
"""An offset as a project counts it → one in the text as it is read."""

_LINE_END: Final = "\r\n"
_LINE_ENDS_AS_ONE: Final = ("atlas", "qualcoder")
"""Beginnings of the names of programs."""
_PAIR: Final = re.compile("[\U00010000-\U0010ffff]")
"""A character that takes two units of UTF-16."""
_SELECTIONS: Final = 2000
"""So many are looked at, evenly spread."""
_CLEARLY: Final = 2
"""So many more edges of words speak for a way of counting that is not the one to be expected."""
_TELLING: Final = 8
"""So many letters of the beginning of a passage are no chance."""


class Counting(NamedTuple):
    """A way of counting; each part is how it differs from the standard."""

    line_ends_as_one: bool = False
    in_utf16: bool = False
    with_mark: bool = False

    def __str__(self) -> str:
        """What is counted how."""
        told = (
            (self.line_ends_as_one, "line ends as one character"),
            (self.in_utf16, "UTF-16 units"),
            (self.with_mark, "the byte order mark too"),
        )
        return ", ".join(words for is_so, words in told if is_so) or "code points"


class Measured(NamedTuple):
    """A text as it is read, and how places in it are counted."""

    text: str
    place: Place
    counting: Counting = Counting()
    is_certain: bool = True
    """Whether no other way of counting fits as well."""


class _Span(NamedTuple):
    """A place as a project counts it, and what is said to stand there."""

    start: int
    end: int
    words: str


class _Fit(NamedTuple):
    """How well a way of counting fits: passages that begin with their names, then edges of passages that are edges of words."""

    named: int
    edges: int


def measured(text: str, codings: Sequence[Coding], origin: str, *, has_mark: bool = False) -> Measured:
    """Return a text with the way of counting that fits its selections best.

    Where several fit as well, it is the one that the program is known for, else the standard's.

    Args:
        text: as it stands in its file, but for a byte order mark.
        codings: the passages that are coded in it.
        origin: the name of the program.
        has_mark: whether its file begins with a byte order mark.
    """
    text_as_read, place = cleaned_with_places(text)
    has_line_ends = _LINE_END in text
    has_pairs = _PAIR.search(text) is not None
    if not (has_line_ends or has_pairs or has_mark):
        return Measured(text_as_read, place)
    expected = Counting(line_ends_as_one=has_line_ends and origin.lower().startswith(_LINE_ENDS_AS_ONE))
    spans = list(dict.fromkeys(_spans(codings)))  # a passage counts once, however many codes it has
    fits: dict[Counting, tuple[list[int], _Fit]] = {}
    for parts in product(_options(has_line_ends), _options(has_pairs), _options(has_mark)):
        counting = Counting(*parts)
        places = _places(text, counting, spans)
        fits[counting] = (places, _fit(text_as_read, spans, places))
    counting = max(fits, key=lambda one: (fits[one][1], one == expected))
    best, usual = fits[counting][1], fits[expected][1]
    if best.named == usual.named and best.edges < usual.edges + _CLEARLY:
        counting = expected
    places, fit = fits[counting]
    is_certain = all(other < fit for others, other in fits.values() if others != places)
    return Measured(text_as_read, _placing(text, counting), counting, is_certain)


def _options(is_possible: bool) -> tuple[bool, ...]:  # noqa: FBT001 - its only argument
    return (False, True) if is_possible else (False,)


def _spans(codings: Sequence[Coding]) -> Iterator[_Span]:
    for coding in codings[:: len(codings) // _SELECTIONS + 1]:
        if coding.start is not None and coding.end is not None and coding.start < coding.end:
            yield _Span(coding.start, coding.end, coding.words)


def _places(text: str, counting: Counting, spans: Iterable[_Span]) -> list[int]:
    """Starts and ends, one after the other; what finds them is let go of, for it may take as much memory as the text."""
    place = _placing(text, counting)
    return [place(offset) for span in spans for offset in span[:2]]


def _placing(text: str, counting: Counting) -> Place:
    told = text.replace(_LINE_END, "\n") if counting.line_ends_as_one else text
    place = cleaned_with_places(told)[1]
    offset = int(counting.with_mark)
    if not counting.in_utf16:
        return (lambda units: place(units - offset)) if offset else place
    seconds = array("I", (match.start() + number for number, match in enumerate(_PAIR.finditer(told))))
    return lambda units: place(units - offset - bisect_left(seconds, units - offset))


def _fit(text: str, spans: Sequence[_Span], places: Sequence[int]) -> _Fit:
    named = edges = 0
    for span, start, end in zip(spans, places[::2], places[1::2], strict=True):
        named += _is_named(text, start, end, span.words)
        edges += _begins_word(text, start) + _begins_word_backwards(text, end)
    return _Fit(named, edges)


def _is_named(text: str, start: int, end: int, name: str) -> bool:
    """Tell whether a passage is called by its words, all or the first of them."""
    told = name.removesuffix("…").removesuffix("...").rstrip()
    if not told or text[start : start + 1].isspace():
        return False
    words = " ".join(text[start : min(end, start + 2 * len(name))].split())
    return words == told or (len(told) >= _TELLING and words.startswith(told))


def _begins_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and not text[at].isspace() and not (at and text[at - 1].isalnum() and text[at].isalnum())


def _begins_word_backwards(text: str, at: int) -> bool:
    if not 0 < at <= len(text) or text[at - 1].isspace():
        return False
    return not (text[at - 1].isalnum() and text[at : at + 1].isalnum())
