"""Dates as people and programs write them → dates of the format."""

import re
from collections.abc import Iterable
from datetime import date
from types import MappingProxyType
from typing import Final

_CLOCK: Final = r"(?:[ ,T]+\d{1,2}:\d{2}.*)?"
_ISO: Final = re.compile(rf"(\d{{4}})(?:[-/](\d{{1,2}})(?:[-/](\d{{1,2}}){_CLOCK})?)?")
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR: Final = re.compile(r"(\d{4})\s*г(?:\.|од|ода)?")
_NUMBERS: Final = re.compile(rf"(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_CLOCK}(?:\s*г\.?)?")
_WRITTEN_OUT: Final = re.compile(rf"([^\W_][\w\s.,'/-]*?){_CLOCK}")
_WORD: Final = re.compile(r"\d+|[^\W\d_]+")
_LAST_MONTH: Final = 12
_CENTURY: Final = 100
_FIRST_OF_LAST_CENTURY: Final = 69
"""Years of two digits are those from 1969 to 2068, as POSIX has it."""
_LONGEST: Final = 80

_MONTHS: Final = (
    "january jan januar jänner января январь янв janvier janv enero ene",
    "february feb februar feber февраля февраль фев февр février févr febrero",
    "march mar märz mär марта март мар mars marzo",
    "april apr апреля апрель апр avril avr abril abr",
    "may mai мая май mayo",
    "june jun juni июня июнь июн juin junio",
    "july jul juli июля июль июл juillet juil julio",
    "august aug августа август авг août agosto ago",
    "september sep sept сентября сентябрь сен сент septembre septiembre setiembre",
    "october oct oktober okt октября октябрь окт octobre octubre",
    "november nov ноября ноябрь ноя нояб novembre noviembre",
    "december dec dezember dez декабря декабрь дек décembre déc diciembre dic",
)
"""In English, German, Russian, French and Spanish, as they stand in dates, and shortened."""
_MONTH: Final = MappingProxyType({word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()})
_BESIDES: Final = (
    "st nd rd th er of the de del den г года год "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "понедельник вторник среда четверг пятница суббота воскресенье "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo"
)
"""What stands in dates besides, and tells nothing more."""
_ASIDE: Final = frozenset(_BESIDES.split())


def date_of(words: str, *, month_first: bool | None = None) -> str | None:
    """Return a date with the precision that is there; None where it is none, or not certain.

    Args:
        words: a date in numbers, or with the month in one of five languages.
        month_first: whether the month stands before the day where the numbers do not tell; where that is not known either, the day
            stands first with dots, and with slashes or dashes the date is not certain.

    >>> date_of("2013-04-18 12:00"), date_of("22/10/2018"), date_of("18.4.2013"), date_of("2013")
    ('2013-04-18', '2018-10-22', '2013-04-18', '2013')
    >>> date_of("10/22/2018"), date_of("04/05/2018"), date_of("04/05/2018", month_first=True), date_of("last May")
    ('2018-10-22', None, '2018-04-05', None)
    >>> date_of("April 3, 2020"), date_of("3 апреля 2020 г."), date_of("12/31/19"), date_of("mai 2020")
    ('2020-04-03', '2020-04-03', '2019-12-31', '2020-05')
    """
    words = words.strip()
    found = _COMPACT.fullmatch(words) or _ISO.fullmatch(words) or _YEAR.fullmatch(words)
    if found is not None:
        return _written(*(int(part) for part in found.groups() if part is not None))
    found = _NUMBERS.fullmatch(words)
    if found is None:
        return _written_out(words)
    first, second, year = int(found[1]), int(found[3]), _year(found)
    order = _order(found)
    if order is None:
        order = month_first if month_first is not None else False if found[2] == "." or first == second else None
    if year is None or order is None:
        return None
    return _written(year, first, second) if order else _written(year, second, first)


def is_uncertain(words: str) -> bool:
    """Return whether words are a date in numbers of which day and month are not told apart by what they are.

    >>> is_uncertain("04/05/2018"), is_uncertain("04/22/2018"), is_uncertain("04.05.2018")
    (True, False, False)
    """
    found = _NUMBERS.fullmatch(words.strip())
    return found is not None and _year(found) is not None and date_of(words) is None and _order(found) is None


def has_short_year(words: str) -> bool:
    """Return whether a date has a year of two digits.

    >>> has_short_year("12/31/19"), has_short_year("03-Apr-20"), has_short_year("April 3, 2020")
    (True, True, False)
    """
    return date_of(words, month_first=True) is not None and re.search(r"\d{4}", words) is None


def month_first_of(cells: Iterable[str]) -> bool | None:
    """Return whether in the dates of a column the month stands before the day; None where nothing tells, or some tell otherwise.

    >>> month_first_of(["4/1/2020", "4/22/2020"]), month_first_of(["4/1/2020"]), month_first_of(["4/1/2020", "1.4.2020"])
    (True, None, False)
    """
    orders: set[bool] = set()
    has_dots = False
    for cell in cells:
        found = _NUMBERS.fullmatch(cell.strip())
        if found is not None:
            order = _order(found)
            orders |= {order} if order is not None else set()
            has_dots |= found[2] == "."
    if not orders:
        return False if has_dots else None
    return next(iter(orders)) if len(orders) == 1 else None


def _order(found: re.Match[str]) -> bool | None:
    """Whether the month stands first, as far as the numbers tell."""
    first, second = int(found[1]), int(found[3])
    return None if max(first, second) <= _LAST_MONTH else second > _LAST_MONTH


def _year(found: re.Match[str]) -> int | None:
    """The year; None for one of two digits behind dashes, which may as well be the day."""
    if len(found[4]) > len("19"):
        return int(found[4])
    return None if found[2] == "-" else _long_year(int(found[4]))


def _long_year(short: int) -> int:
    return short + _CENTURY * (19 if short >= _FIRST_OF_LAST_CENTURY else 20)


def _written_out(words: str) -> str | None:
    """A date with the month in letters."""
    found = _WRITTEN_OUT.fullmatch(words[:_LONGEST])
    parts = [part for part in _WORD.findall(found[1].casefold()) if part not in _ASIDE] if found is not None else []
    shape = "".join("y" if part.isdecimal() and len(part) == len("2020") else "d" if part.isdecimal() else "m" for part in parts)
    month = next((_MONTH[part] for part in parts if part in _MONTH), None)
    if month is None or any(part.isdecimal() and len(part) > len("2020") for part in parts):
        return None
    numbers = [int(part) for part in parts if part.isdecimal()]
    match shape:
        case "my" | "ym":
            return _written(numbers[0], month)
        case "dmy" | "mdy":
            return _written(numbers[1], month, numbers[0])
        case "ymd":
            return _written(numbers[0], month, numbers[1])
        case "dmd" if numbers[1] < _CENTURY:
            return _written(_long_year(numbers[1]), month, numbers[0])
        case _:
            return None


def _written(year: int, month: int = 0, day: int = 0) -> str | None:
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole[: len("2013-04-18") if day else len("2013-04") if month else len("2013")]
