"""Text broken into lines that fit: at spaces, after hyphens, dashes and slashes, between wide characters, else inside a word."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import sub
from typing import Final, TypeAlias

Measure: TypeAlias = Callable[[str], float]
"""How wide some words are, in points."""

_SPACES: Final = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")
"""White space that a line may end at; no-break spaces are not among it."""

_BREAK_IN_WORD: Final = re.compile(
    r"(?<=[^\W\d_]{3}[-\u2010/\\|])(?=[^\W\d_]{3})"  # after a hyphen or slash between parts of three letters or more
    r"|(?<=[\u2012-\u2015])(?=[^\W\d_])"  # after a dash and before a letter
    r"|(?<=\u200b)(?=.)"  # after a zero-width space
)

_BREAK_IN_LONG_WORD: Final = re.compile(r"(?<=[-\u2010/\\|_.,:;&?=>])(?=\w)")
"""Where a word that is wider than the room is broken first: an address, a line of code."""

_BREAK_MARK: Final = re.compile(r"[-\u2010-\u2015/\\|\u200b](?! )")
"""What every break inside a word needs: searched first, since looking behind is slow."""

_GROUPED: Final = re.compile(r"\d \d{3}")
"""What a number in groups of three digits has: searched first, since most texts have none."""

_BETWEEN_WORDS: Final = re.compile(r" (?!(?<=\d )(?<!\d{4} )\d{3}(?!\d))")
"""A space, but not one within a number such as 31 000."""

_FAR: Final = re.compile("[^\x00-\u2e7f]")
"""Where East Asian writing begins: searched first, since most texts have none of it."""

_NOT_AT_START: Final = frozenset(
    " !),.:;?]}、。〉》」』】〕〗〙〛！），．：；？］｝｡｣･ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…’”»%"
)
_NOT_AT_END: Final = frozenset("([{〈《「『【〔〖〘〚（［｛｢‘“«")
_WITH_WORD_BEFORE: Final = frozenset("-–—−%‰°:;!?…/»")
_WITH_WORD_AFTER: Final = frozenset("№§«")

_ZERO_WIDTH_JOINER: Final = "\u200d"
_FLAG_LETTERS: Final = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_EMOJI_TONES: Final = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_JAMO_TAILS: Final = frozenset(map(chr, range(0x1160, 0x1200)))

_TRIES: Final = (1.03, 1.09, 1.16, 1.25, 1.4)
"""How much wider than the least a balanced room is tried; the first or second mostly does."""


def one_line(text: str) -> str:
    r"""Return the text with every run of white space as one space, and none at its ends.

    >>> one_line(" a\tb\n\n c ")
    'a b c'
    """
    if not text.isprintable() or "  " in text:
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


def wrap(text: str, room: float, measure: Measure) -> tuple[tuple[str, float], ...]:
    """Return the lines of a text, each with its width: as few as fit into the room, and of about the same width.

    A line keeps the space it was broken at, so that the lines joined are the text with its white space made single; its width
    does not count that space. Only where one character is wider than the room does a line exceed it.

    >>> [line for line, _ in wrap("one two three four", 10, len)]
    ['one two ', 'three four']
    """
    pieces = _pieces(one_line(text))
    if not pieces:
        return ()
    widths = [measure(piece) for piece in pieces]
    if max(widths) > room:
        pieces = [part for piece in pieces for part in _fitting(piece, room, measure)]
        widths = [measure(piece) for piece in pieces]
    space = measure(" ")
    ends = [0.0, *accumulate(widths)]
    # The space at the end of a line may stand outside the room.
    tight = [end - space if piece[-1] == " " else end for end, piece in zip(ends[1:], pieces, strict=True)]
    starts = _starts(ends, tight, room)
    if len(starts) > 1:
        starts = _balanced(ends, tight, room, starts)
    stops = [*starts[1:], len(pieces)]
    return tuple([("".join(pieces[start:stop]), tight[stop - 1] - ends[start]) for start, stop in zip(starts, stops, strict=True)])


def _fitting(piece: str, room: float, measure: Measure) -> Iterator[str]:
    """Yield a piece whole where it fits into the room, else in parts, down to characters where nothing else helps."""
    if measure(piece.rstrip(" ")) <= room:
        yield piece
        return
    for part in _BREAK_IN_LONG_WORD.split(piece):
        if measure(part.rstrip(" ")) <= room:
            yield part
        else:
            yield from _unbroken(_clusters(part))


def _starts(ends: Sequence[float], tight: Sequence[float], room: float) -> list[int]:
    """Return the first piece of each line, every line as full as it can be."""
    starts = [start := 0]
    count = len(tight)
    # The tolerance is for sums of fractions; a line holds one piece at least.
    room += 1e-6
    while (start := bisect_right(tight, ends[start] + room, start + 1)) < count:
        starts.append(start)
    return starts


def _balanced(ends: Sequence[float], tight: Sequence[float], room: float, starts: list[int]) -> list[int]:
    """Return the first piece of each line for about the narrowest room that needs no more lines than the starts given."""
    widest_piece = max(map(sub, tight, ends))
    least = max(widest_piece, tight[-1] / len(starts))
    for share in _TRIES:
        if least * share >= room:
            break
        tried = _starts(ends, tight, least * share)
        if len(tried) <= len(starts):
            return tried
    return starts


def _pieces(text: str) -> list[str]:
    """Return what must not be broken as long as it fits: words, each with the space after it, or parts of words."""
    if not text:
        return []
    pieces = _words(text)
    if _BREAK_MARK.search(text):
        pieces = [part for piece in pieces for part in _BREAK_IN_WORD.split(piece)]
    if _FAR.search(text):
        pieces = [part for piece in pieces for part in (_unbroken(_wide_apart(piece)) if _FAR.search(piece) else [piece])]
    return pieces


def _words(text: str) -> list[str]:
    """Return the words, each with the space after it; some that are one character long stay with their neighbour.

    Editors' rules: no line begins with a dash or a percent sign, none ends with a one-letter preposition, and the groups of
    three digits of a number stay together.
    """
    words = [word + " " for word in (_BETWEEN_WORDS.split(text) if _GROUPED.search(text) else text.split(" "))]
    words[-1] = words[-1][:-1]
    pieces: list[str] = []
    glue = False
    for word in words:
        character = word.rstrip(" ") if len(word) <= 2 else ""  # noqa: PLR2004 - one character and its space
        if glue or (pieces and character in _WITH_WORD_BEFORE):
            pieces[-1] += word
        else:
            pieces.append(word)
        glue = character.isalpha() or character in _WITH_WORD_AFTER
    return pieces


def _wide_apart(word: str) -> Iterator[str]:
    """Yield each wide character by itself, and what stands between them whole (UAX #14, class ID, about)."""
    held = ""
    for cluster in _clusters(word):
        if unicodedata.east_asian_width(cluster[0]) in "WF":
            if held:
                yield held
            yield cluster
            held = ""
        else:
            held += cluster
    if held:
        yield held


def _unbroken(parts: Iterable[str]) -> Iterator[str]:
    """Yield the parts, with those joined that a line must not be broken between: before a full stop, after an open bracket."""
    held = ""
    for part in parts:
        if held and held[-1] not in _NOT_AT_END and part[0] not in _NOT_AT_START:
            yield held
            held = ""
        held += part
    if held:
        yield held


def _clusters(text: str) -> Iterator[str]:
    """Yield what a reader takes for one character: a letter with its marks, a flag, a joined emoji (UAX #29, about)."""
    held = ""
    for character in text:
        if held and not _extends(held, character):
            yield held
            held = ""
        held += character
    if held:
        yield held


def _extends(held: str, character: str) -> bool:
    if character < "\u0300":
        return False
    if character in _FLAG_LETTERS:
        return held in _FLAG_LETTERS
    return (
        character == _ZERO_WIDTH_JOINER
        or held[-1] == _ZERO_WIDTH_JOINER
        or character in _EMOJI_TONES
        or character in _JAMO_TAILS
        or unicodedata.category(character)[0] == "M"
    )
