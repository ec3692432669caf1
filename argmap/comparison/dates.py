"""Dates that may be known to the day, the month or the year only, and the periods they fall into."""

from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import assert_never


class Period(StrEnum):
    """How long one step of time is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def first_day(iso: str) -> date:
    """Return the first day that a date may mean.

    Raises:
        ValueError: it is no date.

    >>> first_day("2025-12"), first_day("2025")
    (datetime.date(2025, 12, 1), datetime.date(2025, 1, 1))
    """
    year, month, day = (int(part) for part in f"{iso}-01-01".split("-")[:3])
    return date(year, month, day)


def last_day(iso: str) -> date:
    """Return the last day that a date may mean.

    Raises:
        ValueError: it is no date.

    >>> last_day("2024-02"), last_day("2025")
    (datetime.date(2024, 2, 29), datetime.date(2025, 12, 31))
    """
    first = first_day(iso)
    match iso.count("-"):
        case 0:
            return date(first.year, 12, 31)
        case 1:
            return date(first.year, first.month, monthrange(first.year, first.month)[1])
        case _:
            return first


def period_of(iso: str, period: Period) -> str:
    """Return the period that a date falls into; a date that is known less precisely than that is a period of its own.

    Periods sort as text. They are true ones: January 2004 is not January 2005.

    >>> [period_of("2025-12-30", period) for period in Period]
    ['2025-12-30', '2026-W01', '2025-12', '2025']
    >>> period_of("2025", Period.MONTH)
    '2025'
    """
    precision = iso.count("-")
    match period:
        case Period.DAY:
            return iso
        case Period.WEEK:
            if precision < 2:  # noqa: PLR2004 - year, month and day
                return iso
            year, week, _ = first_day(iso).isocalendar()
            return f"{year:04}-W{week:02}"
        case Period.MONTH:
            return iso[:7]
        case Period.YEAR:
            return iso[:4]
        case _ as unreachable:
            assert_never(unreachable)
