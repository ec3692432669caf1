"""Bytes that are not UTF-8 → the encoding in which they make words: a guess, for hints only."""

import re
import unicodedata
from itertools import islice
from typing import Final

_LIKELY: Final = (
    *("windows-1252", "windows-1251", "koi8-r", "cp866", "windows-1250"),
    *("iso8859-5", "mac-cyrillic", "mac-roman", "cp850"),
)
OLD: Final = (*_LIKELY, "windows-1253", "windows-1254", "cp437")
"""In which texts were saved before UTF-8, the more usual ones first; only the first nine are guessed."""
UNKNOWN: Final = "NAME"
"""What stands in a hint where the bytes tell no encoding."""

_RUN: Final = re.compile(rb"[A-Za-z\x80-\xff]{1,100}")
"""Letters and what may be letters, in words; what is longer is none, and is looked at in pieces."""
_RUNS: Final = 2_000
_WORD: Final = re.compile(r"[^\W\d_]+")
_MARKS: Final = frozenset("\xa0«»„“”‚‘’‹›–—…•·№§°€£©®™×±¿¡")
_USUAL: Final = frozenset("оеаинтсрвл" + "äöüßéèàçñáíóúêâ")
"""Two of three letters of a Russian text, and those of Western Europe; the same bytes are rarer letters in other encodings."""


def likely_encoding(data: bytes) -> str:
    r"""Return the encoding that bytes are likely in, by which of them makes words of letters of one script; else `UNKNOWN`.

    >>> likely_encoding("Налог нужен.".encode("windows-1251")), likely_encoding("Für die Brücke".encode("windows-1252"))
    ('windows-1251', 'windows-1252')
    >>> likely_encoding(b"\xff 1 \x90"), likely_encoding("Налог".encode()[:-1])
    ('NAME', 'NAME')
    """
    runs = list(islice((match[0] for match in _RUN.finditer(data) if not match[0].isascii()), _RUNS))
    as_utf8 = b" ".join(runs).decode("utf-8", "replace")
    broken = as_utf8.count("\ufffd")
    if sum(character > "\x7f" for character in as_utf8) > 2 * broken:
        return UNKNOWN  # it is UTF-8, with a few bytes that are not
    best = max(_LIKELY, key=lambda encoding: _words_made(runs, encoding))
    return best if _words_made(runs, best) > 0 else UNKNOWN


def _words_made(runs: list[bytes], encoding: str) -> int:
    """How much a decoding looks like words: letters in them count for it, what stands in no word against it."""
    try:
        texts = [run.decode(encoding) for run in runs]
    except ValueError:
        return 0
    return sum(_score(text) for text in texts)


def _score(text: str) -> int:
    score = -sum(character > "\x7f" and not character.isalpha() and character not in _MARKS for character in text)
    for word in _WORD.findall(text):
        foreign = [letter for letter in word if letter > "\x7f"]
        if len(word) > 1 and foreign:
            score += sum(1 + 2 * (letter.lower() in _USUAL) for letter in foreign) if _is_usual(word) else -len(foreign)
    return score


def _is_usual(word: str) -> bool:
    """Whether a word is in one script and in small letters, capitals, or small ones after a capital; Latin, with a plain letter."""
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    is_one = scripts == {"CYRILLIC"} or (scripts == {"LATIN"} and not all(letter > "\x7f" for letter in word))
    return is_one and (word.islower() or word.isupper() or word.istitle())
