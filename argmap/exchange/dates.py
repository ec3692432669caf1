"""Dates as people and programs write them → dates of the format."""

import re
from datetime import date
from typing import Final

_ISO: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?")
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ ,T]+\d{1,2}:\d{2}.*)?")
_LAST_MONTH: Final = 12


def date_of(words: str) -> str | None:
    """Return a date with the precision that is there; None where it is none, or not certain.

    With dots the day stands first. With slashes or dashes it must be clear from the numbers.

    >>> date_of("2013-04-18 12:00"), date_of("22/10/2018"), date_of("18.4.2013"), date_of("2013")
    ('2013-04-18', '2018-10-22', '2013-04-18', '2013')
    >>> date_of("10/22/2018"), date_of("04/05/2018"), date_of("last May")
    ('2018-10-22', None, None)
    """
    words = words.strip()
    found = _COMPACT.fullmatch(words) or _ISO.fullmatch(words)
    if found is not None:
        return _written(*(int(part) for part in found.groups() if part is not None))
    found = _DAY_FIRST.fullmatch(words)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first > _LAST_MONTH or first == second:
        return _written(year, second, first)
    return _written(year, first, second) if second > _LAST_MONTH else None


def _written(year: int, month: int = 0, day: int = 0) -> str | None:
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole[: len("2013-04-18") if day else len("2013-04") if month else len("2013")]
