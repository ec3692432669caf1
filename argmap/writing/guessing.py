"""What a text says of itself: its title, its date, its language; nothing where that is not certain."""

import re
from collections import Counter
from datetime import date
from types import MappingProxyType
from typing import Final

from argmap.reading.guesses import date_meant
from argmap.reading.syntax import UNPRINTABLE

_LONGEST_TITLE: Final = 150
_HEAD: Final = 8
"""Lines with something on them that are looked through for a title and a date."""
_FIRST: Final = 10_000
"""The title stands in these characters."""
_ADDED: Final = re.compile(r"\s*[,|:·/–—-]\s")
"""What stands between a title and what is added to it."""
_ISO_DATE: Final = re.compile(r"(?<![0-9.-])(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-])")
_DOTTED_DATE: Final = re.compile(r"(?<![0-9.])(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})(?![0-9])")
"""Dates with dots put the day first wherever they are written; those with slashes do not."""
_WORDED_DATE: Final = re.compile(r"(?<![0-9])(?:[0-9]{1,2} [^\W\d]{3,9}|[^\W\d]{3,9} [0-9]{1,2},) [0-9]{4}(?![0-9])")
_DATELINE: Final = 80
"""A date in words counts in so short a line: a longer one may tell of something that happened on that day."""
_LEADING_DATE: Final = re.compile(
    r"^(?:date|дата)?[\s:]*(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})(?![0-9])[\s.,:;|—–-]*", re.IGNORECASE
)

_WORDS: Final = MappingProxyType(
    {
        "de": "der die das und ist nicht ein den von zu mit sich auf dem für eine wird auch",
        "en": "the and of to is that was for with it as on are by be this have from",
        "es": "el los las del y por con es lo como pero más su al una sus fue han",
        "fr": "le les des et est dans pour une qui sur pas au ce du il plus par sont",
        "it": "il di che è per non gli della sono nel dei alla ha anche più con una si",
        "nl": "het een van dat niet te zijn voor op aan met ook door maar er werd hij bij",
        "pl": "się nie że jest jak dla są był od przez tym tego oraz który ale po już jego",
        "pt": "os da em um uma não com mais ao dos das foi no na são pelo também seu",
        "ru": "и что с по как это к из но от то же его был или также после если уже они может чтобы который которые",
        "uk": "і та що з до є це як від про його чи був або також після якщо вже вони може щоб який які",
    }
)
"""Short words that are frequent in a language; no list needs to be complete, and some stand in two of them."""
_LETTERS: Final = MappingProxyType({"ru": ("ы", "іїєґўјқғ"), "uk": ("иі", "ыэёъў")})
"""Letters that a language cannot do without, and letters that only its neighbours have: Bulgarian has no ы, Belarusian no и."""
_FEWEST: Final = 10
_SHARE: Final = 0.08
_FOREIGN: Final = 0.002
"""A quotation in the neighbour's language may be there."""
_LEAD: Final = 2.5
"""A language is certain if that many of its words are there, if they make that share of all, and that many times the next one's."""


def title_of(text: str) -> str:
    r"""Return the first line that says something, without a date before it and the signs of a heading, cut at a word.

    Where that is a line below it with something added, such as who wrote it, the title is the line below.

    >>> title_of("# 10.12.2025: Tokyo moves"), title_of("Tokyo moves - A. Writer\nTokyo moves\nLast week")
    ('Tokyo moves', 'Tokyo moves')
    """
    line, *below = [line for line in map(_plain, text[:_FIRST].splitlines()) if line][:_HEAD] or [""]
    line = next((one for one in below if _ADDED.match(line.removeprefix(one)) and line.startswith(one)), line)
    if len(line) <= _LONGEST_TITLE:
        return line
    cut = line[:_LONGEST_TITLE]
    return f"{cut.rpartition(' ')[0] or cut[:-1]}…".replace(" …", "…")


def date_of(text: str) -> str | None:
    r"""Return the one date that the first lines name, as ISO 8601; None where they name none or several.

    In words (10 декабря 2025) it counts in a short line, and where there is none in numbers.

    >>> date_of("Tokyo moves\n10.12.2025, by A. Writer")
    '2025-12-10'
    """
    head = [line for line in text.splitlines() if line.strip()][:_HEAD]
    found = {
        one for line in head for pattern in (_ISO_DATE, _DOTTED_DATE) for match in pattern.finditer(line) if (one := _day(match))
    }
    if not found:
        found = {
            one for line in head if len(line) <= _DATELINE for match in _WORDED_DATE.findall(line) if (one := date_meant(match))
        }
    return found.pop() if len(found) == 1 else None


def language_of(text: str) -> str | None:
    """Return the language of a text by its most frequent words; None where that is not certain.

    >>> language_of("Tokyo.") is None
    True
    """
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    counts = sorted(((sum(words[word] for word in known.split()), name) for name, known in _WORDS.items()), reverse=True)
    (most, name), (next_most, _) = counts[:2]
    is_certain = most >= _FEWEST and most >= _SHARE * words.total() and most >= _LEAD * next_most
    needed, foreign = _LETTERS.get(name, ("", ""))
    share_of_foreign = sum(map(text.count, foreign)) / max(1, len(text))
    return name if is_certain and all(letter in text for letter in needed) and share_of_foreign < _FOREIGN else None


def _plain(line: str) -> str:
    return " ".join(_LEADING_DATE.sub("", UNPRINTABLE.sub("", line).strip("\ufeff \t#*=_")).split())


def _day(match: re.Match[str]) -> str | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None
