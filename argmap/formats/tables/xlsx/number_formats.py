"""Numbers in cells → texts as a spreadsheet shows them: days and times by their number formats."""

import re
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final

from argmap.exchange.decoding import Handlers, local_name
from argmap.exchange.sizing import Size
from argmap.formats.tables.cells import CELLS_OF_AN_ENTRY
from argmap.formats.tables.xlsx.words import A_NOTE


class Kind(Enum):
    """What a number in a cell means."""

    NUMBER = auto()
    DATE = auto()
    TIME = auto()
    """Of a day, or how long something takes."""


_DATES: Final = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)})
_TIMES: Final = frozenset({*range(18, 22), *range(32, 36), *range(45, 48)})
"""Numbers of formats that are not written down in a workbook; from 27 on those of East Asia."""
_ASIDE: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
"""In a format, what stands for itself, for a width, for a colour, a currency or a language."""
_DAY_ZERO: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - cells know no zones
_DAY_ZERO_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001 - cells know no zones
_NO_LEAP_DAY: Final = 60
"""Excel counts a 29th of February 1900, which there was not; days before it are one later."""
_SECONDS: Final = 86_400
_LAST_DAY: Final = 2_957_000
"""It is in the year 9995, or 9999, as days are counted; no later one is a date."""
_FIRST_LIKELY: Final = 10_000
_LAST_LIKELY: Final = 100_000
"""Days of the years 1927 to 2173, or four years later; a smaller number is a year."""
_DIGITS: Final = 15
"""So many digits of a number a spreadsheet knows; those beyond are errors of binary fractions."""


def kind_of(code: str) -> Kind:
    """Return what numbers of a format mean.

    >>> kind_of("dd.mm.yyyy"), kind_of('0.00" days"'), kind_of("[$-409]h:mm AM/PM"), kind_of("[Red]0")
    (<Kind.DATE: 2>, <Kind.NUMBER: 1>, <Kind.TIME: 3>, <Kind.NUMBER: 1>)
    """
    letters = set(_ASIDE.sub("", code).lower().replace("general", ""))
    if letters & set("dy") or (letters & {"m"} and not letters & set("hs")):
        return Kind.DATE
    return Kind.TIME if letters & set("hs") else Kind.NUMBER


class Styles(Handlers):
    """What numbers of each style of cells mean, one after another."""

    def __init__(self, size: Size) -> None:
        self.kinds: list[Kind] = []
        self._size = size
        self._codes: dict[str, Kind] = {}
        self._in_cells = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        match local_name(tag):
            case "numFmt":
                self._size.add(A_NOTE)
                self._codes[attributes.get("numFmtId", "")] = kind_of(attributes.get("formatCode", "")[:_LONGEST])
            case "cellXfs":
                self._in_cells = True
            case "xf" if self._in_cells:
                self._size.add(1 / CELLS_OF_AN_ENTRY)
                self.kinds.append(self._kind(attributes.get("numFmtId", "0")))

    def end(self, tag: str) -> None:
        """End it."""
        if local_name(tag) == "cellXfs":
            self._in_cells = False

    def data(self, words: str) -> None:
        """There is no text."""

    def _kind(self, told: str) -> Kind:
        if told in self._codes:
            return self._codes[told]
        number = int(told[:4]) if told.isdecimal() else 0
        return Kind.DATE if number in _DATES else Kind.TIME if number in _TIMES else Kind.NUMBER


def shown(words: str, kind: Kind, *, from_1904: bool) -> str:
    """Return a number as it is shown: a date as ISO 8601 has it, with the time where it has one; other words as they are.

    >>> shown("45000.5", Kind.DATE, from_1904=False), shown("0.75", Kind.TIME, from_1904=False)
    ('2023-03-15T12:00:00', '18:00:00')
    >>> shown("0.30000000000000004", Kind.NUMBER, from_1904=False), shown("3.0", Kind.NUMBER, from_1904=False)
    ('0.3', '3')
    """
    try:
        number = float(words)
    except ValueError:
        return words
    match kind:
        case Kind.DATE if (1 - from_1904) <= number < _LAST_DAY:
            return _moment(number, from_1904=from_1904)
        case Kind.DATE | Kind.TIME if 0 <= number < _LAST_DAY:
            minutes, seconds = divmod(round(number * _SECONDS), 60)
            return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
        case _ if sum(map(str.isdecimal, words)) > _DIGITS and "." in words:
            return f"{number:.{_DIGITS}g}"
        case _:
            return words.removesuffix(".0")


def day_of(words: str, *, from_1904: bool) -> str:
    """Return a date for a number in a column of dates that no format tells to be one; other words as they are.

    >>> day_of("45000.0", from_1904=False), day_of("2023", from_1904=False)
    ('2023-03-15', '2023')
    """
    try:
        is_likely = _FIRST_LIKELY < float(words) < _LAST_LIKELY
    except ValueError:
        return words
    return _moment(float(words), from_1904=from_1904) if is_likely else words


def _moment(number: float, *, from_1904: bool) -> str:
    days = number + 1 if number < _NO_LEAP_DAY and not from_1904 else number
    moment = (_DAY_ZERO_1904 if from_1904 else _DAY_ZERO) + timedelta(seconds=round(days * _SECONDS))
    return moment.isoformat().removesuffix("T00:00:00")


_LONGEST: Final = 255
"""Characters of a format."""
