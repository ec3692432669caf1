"""What two spellings of the same words have in common, and where each character of it stands in the text.

Normalising forgives what editors, browsers and keyboards change without changing a word:

* Unicode form (NFC), letter case, the difference between ё and е;
* the acute accent: as a stress mark it comes and goes (за́мок), so U+0301 is dropped, and so that é typed as one
  character or as two is the same letter, it is dropped from é too; all other marks (й, ü, ç, ê) stay;
* soft hyphens, zero-width characters, direction marks and variation selectors, which nobody sees;
* any run of white space, which becomes one space;
* the shapes of quotation marks, apostrophes, dashes and the ellipsis.

A second, more forgiving form, the skeleton, gives letters of Latin, Cyrillic and Greek that look alike one shape.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from itertools import chain
from types import MappingProxyType
from typing import Final

from argmap.anchoring.outcomes import Span
from argmap.anchoring.places import Places

_DROPPED: Final = frozenset(
    map(
        chr,
        chain(
            (0x00AD, 0x0301, 0x0341, 0x034F, 0x061C, 0x180E, 0xFEFF),
            range(0x200B, 0x2010),
            range(0x202A, 0x202F),
            range(0x2060, 0x2070),
            range(0xFE00, 0xFE10),
        ),
    ),
)
"""Stress mark, soft hyphen, zero-width characters, direction marks, variation selectors."""

_UNSEEN: Final[Mapping[int, None]] = MappingProxyType({ord(sign): None for sign in _DROPPED - {"\u0301", "\u0341"}})

_JOINING_JAMO: Final = (range(0x1161, 0x1176), range(0x11A8, 0x11C3))
"""Hangul vowels and final consonants: no marks, and yet they compose with what stands before them."""

_JOINING_VOWELS: Final = frozenset("\U00016d67")
"""The only other such letter (Kirat Rai, since Unicode 16)."""

_DELETIONS: Final[Mapping[int, None]] = MappingProxyType({ord(character): None for character in _DROPPED})

_ONE_SHAPE: Final[Mapping[int, str]] = MappingProxyType(
    {
        **dict.fromkeys(map(ord, "«»“”„‟″"), '"'),
        **dict.fromkeys(map(ord, "‘’‚‛‹›′ʼ"), "'"),
        **dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-"),
        ord("…"): "...",
        ord("ё"): "е",
    },
)

_LOOKALIKES: Final[Mapping[int, int]] = MappingProxyType(
    str.maketrans(
        "авеһіїјкӏмнорсѕтухԁԛԝѵ" + "αβεζηικμνορτυχϳ",
        "abehiïjkimhopcstyxdqwv" + "abezhikmnoptyxj",
    ),
)
"""Letters, case folded, of which the small or the capital form looks like a Latin letter (so в and b: В and B)."""

_WHITE_SPACE: Final = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Return the words of a text in the one spelling that all spellings share; white space runs are one space.

    >>> normalise("«Ещё\u00a0—  за\u0301мок…»")
    '"еще - замок..."'
    """
    letters = unicodedata.normalize("NFD", text).casefold().translate(_DELETIONS)
    return _WHITE_SPACE.sub(" ", unicodedata.normalize("NFC", letters).translate(_ONE_SHAPE))


def visible(text: str) -> str:
    r"""Return what a reader sees of a text: NFC, white space runs as one space, no soft hyphens and other signs that nobody sees.

    >>> visible("go\u00advern\u00a0\nment e\u0301") == "govern ment é"
    True
    """
    return _WHITE_SPACE.sub(" ", unicodedata.normalize("NFC", text.translate(_UNSEEN))).strip()


def skeleton(normalised: str) -> str:
    """Return a normalised text with one shape for all letters that look alike; the length is kept.

    >>> skeleton(normalise("С5+1 (Cyrillic)")) == skeleton(normalise("C5+1 (Cyrillic)"))
    True
    """
    return normalised.translate(_LOOKALIKES)


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A text, its normalised form, and the way back from the one to the other.

    Most characters are normalised one to one. The exceptions are the *clusters*: a letter with its marks, a run of white
    space, a character that becomes several. They are listed in the order of the text, four numbers each; between two
    clusters the offsets differ by a constant. A cluster is never divided.
    """

    original: str
    normalised: str
    skeleton: str
    original_starts: Sequence[int]
    original_ends: Sequence[int]
    normalised_starts: Sequence[int]
    normalised_ends: Sequence[int]
    places: Places = field(compare=False, repr=False)
    """Of words that stand in the original letter by letter."""

    def original_span(self, start: int, end: int) -> Span | None:
        """Return where [start, end) of the normalised text stands in the original; None where it divides a cluster."""
        left, right = self._original(start), self._original(end)
        return (left[0], right[1]) if left[0] == left[1] and right[0] == right[1] else None

    def covering_span(self, start: int, end: int) -> Span:
        """Return the shortest span of the original that covers [start, end) of the normalised text."""
        return self._original(start)[0], self._original(end)[1]

    def normalised_span(self, start: int, end: int) -> Span:
        """Return the shortest span of the normalised text that covers [start, end) of the original."""
        starts, ends = self.original_starts, self.original_ends
        return (
            _translated(start, starts, ends, self.normalised_starts, self.normalised_ends)[0],
            _translated(end, starts, ends, self.normalised_starts, self.normalised_ends)[1],
        )

    def _original(self, offset: int) -> Span:
        return _translated(offset, self.normalised_starts, self.normalised_ends, self.original_starts, self.original_ends)


def _translated(
    offset: int,
    starts: Sequence[int],
    ends: Sequence[int],
    other_starts: Sequence[int],
    other_ends: Sequence[int],
) -> Span:
    """Return the nearest offsets on the other side, not after and not before this one: two only inside a cluster."""
    cluster = bisect_right(starts, offset) - 1
    if cluster < 0:
        return offset, offset
    if offset >= ends[cluster]:
        there = other_ends[cluster] + offset - ends[cluster]
        return there, there
    there = other_starts[cluster]
    return there, there if offset == starts[cluster] else other_ends[cluster]


def index_text(text: str) -> IndexedText:
    """Return a text ready for many searches.

    What a character becomes is found out once for each different character, not for each place in the text. The time is
    linear: 100,000 characters take some 15 ms.
    """
    characters = sorted(set(text))
    joining = [character for character in characters if _joins(character)]
    spaces = [character for character in characters if character.isspace()]
    become = {character: normalise(character) for character in characters if not _joins(character)}
    longer = [character for character, new in become.items() if len(new) > 1]
    one_to_one = text.translate({ord(old): new for old, new in become.items() if old != new and len(new) == 1})
    pattern = _clusters(joining, spaces, longer)
    pieces = StringIO()
    starts, ends, normalised_starts, normalised_ends = array("I"), array("I"), array("I"), array("I")
    done = length = 0
    for match in pattern.finditer(text) if pattern else ():
        start, end = match.span()
        length += pieces.write(one_to_one[done:start])
        starts.append(start)
        ends.append(end)
        normalised_starts.append(length)
        length += pieces.write(normalise(match.group()))
        normalised_ends.append(length)
        done = end
    pieces.write(one_to_one[done:])
    normalised = pieces.getvalue()
    return IndexedText(text, normalised, skeleton(normalised), starts, ends, normalised_starts, normalised_ends, Places(text))


def _joins(character: str) -> bool:
    """Whether a character can melt into what stands before it, or vanish."""
    return (
        character in _DROPPED
        or unicodedata.category(character).startswith("M")
        or any(ord(character) in jamo for jamo in _JOINING_JAMO)
        or character in _JOINING_VOWELS
    )


def _clusters(joining: list[str], spaces: list[str], longer: list[str]) -> re.Pattern[str] | None:
    """Return what matches each stretch of a text that is not normalised one character to one."""
    space, dropped, join, long = (
        "".join(map(re.escape, characters))
        for characters in (spaces, [character for character in joining if character in _DROPPED], joining, longer)
    )
    patterns = []
    if spaces:
        patterns.append(f"[{space}][{space}{dropped}]+")
    if joining:
        patterns.append(f"[^{space}{join}]?[{join}]+")
    if longer:
        patterns.append(f"[{long}]")
    return re.compile("|".join(patterns)) if patterns else None
