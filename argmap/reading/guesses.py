"""What people write for dates, numbers and languages, and what of the format they probably mean by it."""

import re
from datetime import date
from types import MappingProxyType
from typing import Final

_MONTHS: Final = (
    ("jan", "январ"),
    ("feb", "феврал"),
    ("mar", "март"),
    ("apr", "апрел"),
    ("may", "мая", "май", "мае"),
    ("jun", "июн"),
    ("jul", "июл"),
    ("aug", "август"),
    ("sep", "сентябр"),
    ("oct", "октябр"),
    ("nov", "ноябр"),
    ("dec", "декабр"),
)
"""How the names of the months begin, in English and Russian."""
_DATES: Final = (
    re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})[./](?P<month>[0-9]{1,2})(?:[./](?P<day>[0-9]{1,2}))?"),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?"),
    re.compile(r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? )?(?P<month>[^\W\d]{3,}) (?P<year>[0-9]{4})(?: ?г(?:ода|од|\.)?)?"),
    re.compile(r"(?P<month>[^\W\d]{3,}) (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})"),
    re.compile(r"(?:c\. |ca\. |ок\. |около |в )?(?P<year>[0-9]{4})(?: ?г(?:ода|оду|од|\.)?)?"),
)
"""Dates as they are written; those with dots put the day first wherever they are written. 12/10/2025 is anybody's guess."""
_LANGUAGES: Final = MappingProxyType(
    {
        **dict.fromkeys(("english", "eng", "английский", "англ"), "en"),
        **dict.fromkeys(("russian", "rus", "русский", "рус"), "ru"),
        **dict.fromkeys(("german", "deutsch", "немецкий"), "de"),
        **dict.fromkeys(("french", "français", "французский"), "fr"),
        **dict.fromkeys(("spanish", "español", "испанский"), "es"),
        **dict.fromkeys(("japanese", "日本語", "японский"), "ja"),
        **dict.fromkeys(("chinese", "中文", "китайский"), "zh"),
        **dict.fromkeys(("kazakh", "казахский", "қазақша"), "kk"),
        **dict.fromkeys(("ukrainian", "українська", "украинский"), "uk"),
    }
)


def date_meant(written: str) -> str | None:
    """Return a date in ISO 8601 that was written otherwise; None where that is not certain.

    >>> [date_meant(one) for one in ("10.12.2025", "декабрь 2025 г.", "Dec 1, 2025", "2015 год", "12/10/2025")]
    ['2025-12-10', '2025-12', '2025-12-01', '2015', None]
    """
    words = " ".join(written.replace(",", ", ").split()).replace(" ,", ",").strip(". ").lower()
    for pattern in _DATES:
        if found := pattern.fullmatch(words):
            parts = found.groupdict()
            month = _month(parts.get("month"))
            if parts.get("month") and month is None:
                continue
            numbers = [int(one) for one in (parts["year"], month, parts.get("day")) if one]
            return "-".join(f"{one:02}" for one in numbers) if _is_in_calendar(*numbers) else None
    return None


def _is_in_calendar(year: int, month: int = 1, day: int = 1) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month(written: str | None) -> str | None:
    if written is None or written.isdecimal():
        return written
    return next((str(number) for number, names in enumerate(_MONTHS, 1) if written.startswith(names)), None)


def share_meant(written: str) -> str | None:
    """Return a number from 0 to 1 that was written as a percentage or with a comma; None where it is neither.

    >>> share_meant("90 %"), share_meant("0,75"), share_meant("high")
    ('0.9', '0.75', None)
    """
    if percent := re.fullmatch(r"([0-9]{1,2}|100)\s*%", written):
        return f"{int(percent[1]) / 100:g}"
    comma = re.fullmatch(r"([01]),([0-9]{1,6})", written)
    return f"{comma[1]}.{comma[2]}" if comma and float(f"{comma[1]}.{comma[2]}") <= 1 else None


def language_meant(written: str) -> str | None:
    """Return the tag of a language that was written out.

    >>> language_meant("Russian"), language_meant("Klingon")
    ('ru', None)
    """
    return _LANGUAGES.get(written.strip(". ").lower())
