"""Dates known to the day, the month or the year, and the periods they fall into."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.comparison.dates import Period, first_day, last_day, period_of

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(days)
def test_a_day_is_itself(day: date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day


@given(days, st.sampled_from((4, 7)))
def test_a_vague_date_spans_the_days_that_begin_with_it(day: date, length: int) -> None:
    vague = day.isoformat()[:length]
    assert first_day(vague) <= day <= last_day(vague)
    assert not (first_day(vague) - timedelta(1)).isoformat().startswith(vague)
    assert not (last_day(vague) + timedelta(1)).isoformat().startswith(vague)


@given(days, st.sampled_from(Period))
def test_periods_are_in_order_as_text(day: date, period: Period) -> None:
    later = day + timedelta(400)
    assert period_of(day.isoformat(), period) < period_of(later.isoformat(), period)


@given(days)
def test_a_week_is_that_of_iso_8601(day: date) -> None:
    monday = day - timedelta(day.weekday())
    assert len({period_of((monday + timedelta(number)).isoformat(), Period.WEEK) for number in range(7)}) == 1
    assert period_of((monday + timedelta(7)).isoformat(), Period.WEEK) != period_of(day.isoformat(), Period.WEEK)


def test_periods_are_true_ones() -> None:
    assert period_of("2004-01-05", Period.MONTH) != period_of("2005-01-05", Period.MONTH)
    assert period_of("2004-01-05", Period.WEEK) != period_of("2005-01-05", Period.WEEK)


@pytest.mark.parametrize("period", Period)
def test_a_date_known_less_precisely_than_the_period_is_one_of_its_own(period: Period) -> None:
    assert period_of("2025", period) == "2025"
