"""Readable ids: made from texts of any script, stable, each once."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_WORDS: Final = 6
_WIDTH: Final = 40
"""Columns an id takes at most, a number that tells it from another apart."""
_LOOKED_AT: Final = 400
_LONGEST_NAME: Final = 80
_ASCII_WORD: Final = re.compile(r"[a-z0-9]+")
_APOSTROPHES: Final = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_FIRST_WIDE: Final = 0x2E80
"""From here on, characters are mostly ideographs, which are as wide and say as much as two or three letters."""


def readable_id(text: str, otherwise: str = "node", words: int = _WORDS) -> str:
    """Return an id that reads like the beginning of a text; `otherwise` where the text has no letter or digit.

    >>> readable_id("Yes, it's annoying and cumbersome to separate your rubbish.")
    'yes-its-annoying-and-cumbersome-to'
    >>> readable_id("Япония — догоняющий игрок?"), readable_id("???", "claim")
    ('япония-догоняющий-игрок', 'claim')
    """
    beginning = _APOSTROPHES.sub("", text[:_LOOKED_AT]).lower()
    found = _ASCII_WORD.findall(beginning) if beginning.isascii() else _words_of(unicodedata.normalize("NFC", beginning))
    taken: list[str] = []
    width = 0
    for word in found[:words]:
        columns = len(word) if word.isascii() else sum(1 + (ord(character) >= _FIRST_WIDE) for character in word)
        if taken and width + 1 + columns > _WIDTH:
            break
        taken.append(word if columns <= _WIDTH else _cut(word))
        width += columns + 1
    return "-".join(taken) or otherwise


def kept_id(name: str | None) -> str | None:
    """Return a name that is an id already, in lower case and not too long; None where it is none.

    >>> kept_id("rare-visits"), kept_id("Rare visits")
    ('rare-visits', None)
    """
    if not name or len(name) > _LONGEST_NAME or name != name.lower():
        return None
    return name if all(character in "-_" or unicodedata.category(character)[0] in "LMN" for character in name) else None


def _words_of(text: str) -> list[str]:
    return "".join(character if unicodedata.category(character)[0] in "LMN" else " " for character in text).split()


def _cut(word: str) -> str:
    width = 0
    for index, character in enumerate(word):
        width += 1 + (ord(character) >= _FIRST_WIDE)
        if width > _WIDTH and unicodedata.category(character)[0] != "M":
            return word[:index]
    return word


def bare_name(path: str, otherwise: str = "file") -> str:
    """Return the last part of a path without its suffix, as a name that is safe for a file and is an id.

    >>> bare_name("maps/../../nodeset 6361.json"), bare_name("..")
    ('nodeset-6361', 'file')
    """
    last = path.replace("\\", "/").rpartition("/")[2]
    stem = last.rpartition(".")[0] or last
    safe = "".join(character if unicodedata.category(character)[0] in "LMN" or character in "-_" else "-" for character in stem)
    return unicodedata.normalize("NFC", safe).strip("-")[:_LONGEST_NAME] or otherwise


def bare_names(paths: Iterable[str], reserved: Iterable[str] = ("codebook",)) -> dict[str, str]:
    """Return a bare name of its own for each path; where two would be alike, with the folder before it.

    >>> bare_names(["en/b001.xml", "de/b001.xml", "b002.xml"])
    {'b002.xml': 'b002', 'de/b001.xml': 'de-b001', 'en/b001.xml': 'en-b001'}
    """
    ordered = sorted(paths)
    count: dict[str, int] = {}
    for path in ordered:
        key = bare_name(path).casefold()
        count[key] = count.get(key, 0) + 1
    names = Names(reserved)
    found: dict[str, str] = {}
    for path in ordered:
        name = bare_name(path)
        folder = path.replace("\\", "/").rpartition("/")[0]
        wanted = f"{bare_name(folder + '.')}-{name}" if count[name.casefold()] > 1 and folder else name
        found[path] = names.take(wanted)
    return found


class Names:
    """Ids in use in one namespace."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._taken

    @property
    def taken(self) -> frozenset[str]:
        """Every id in use."""
        return frozenset(self._taken)

    def take(self, wanted: str) -> str:
        """Return the wanted id, with a number where it is in use already.

        >>> names = Names(); names.take("rent"), names.take("rent"), names.take("rent")
        ('rent', 'rent-2', 'rent-3')
        """
        name = wanted
        number = self._numbers.get(wanted, 1)
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        if number > 1:
            self._numbers[wanted] = number
        self._taken.add(name)
        return name
