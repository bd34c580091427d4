"""Ages against an oracle that counts day by day, as one would on a calendar on the wall."""

import calendar
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.domain.ages import Age, age_on, corrected_age_on, due_date

BIRTHS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
DAYS = st.integers(0, 6 * 366)
ODD_BIRTHS = [date(2023, 1, 29), date(2024, 1, 31), date(2024, 2, 29), date(2023, 12, 31), date(2099, 10, 31)]


def months_on_the_wall(day: date, birth: date) -> int:
    """Turns the calendar's pages: a month has passed with each birthday of the month that has come."""
    year, month = birth.year, birth.month
    for passed in count():
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        last = calendar.monthrange(year, month)[1]
        comes = date(year, month, birth.day) if birth.day <= last else date(year, month, last) + timedelta(1)
        if comes > day:
            return passed
    raise AssertionError


def days_on_the_wall(day: date, birth: date) -> int:
    return day.toordinal() - birth.toordinal()


@settings(max_examples=1_000, deadline=None)
@given(BIRTHS, DAYS)
def test_any_age_is_what_the_calendar_on_the_wall_says(birth: date, days: int) -> None:
    day = birth + timedelta(days=days)
    assert age_on(day, birth) == Age(days_on_the_wall(day, birth), months_on_the_wall(day, birth))


@pytest.mark.parametrize("birth", ODD_BIRTHS, ids=str)
def test_every_day_of_four_years_after_an_odd_birthday_is_as_on_the_wall(birth: date) -> None:
    for days in range(4 * 366):
        day = birth + timedelta(days=days)
        assert age_on(day, birth).months == months_on_the_wall(day, birth)


@pytest.mark.parametrize("weeks_early", range(19))
def test_every_corrected_age_of_three_years_is_counted_from_the_day_it_was_due(weeks_early: int) -> None:
    birth = date(2024, 1, 31)
    due = date.fromordinal(birth.toordinal() + 7 * weeks_early)
    assert due_date(birth, weeks_early) == due
    for days in range(1_100):
        day = birth + timedelta(days=days)
        corrected = corrected_age_on(day, birth, weeks_early)
        if day < due:
            assert corrected == Age(0, 0)
        else:
            assert corrected == Age(days_on_the_wall(day, due), months_on_the_wall(day, due))


@given(BIRTHS, DAYS)
def test_a_day_later_nobody_is_younger_and_at_most_one_month_older(birth: date, days: int) -> None:
    day = birth + timedelta(days=days)
    today, tomorrow = age_on(day, birth), age_on(day + timedelta(days=1), birth)
    assert tomorrow.days == today.days + 1
    assert 0 <= tomorrow.months - today.months <= 1
    assert 0 <= tomorrow.weeks - today.weeks <= 1


@pytest.mark.parametrize(("days", "weeks"), [(0, 0), (6, 0), (7, 1), (27, 3), (28, 4)])
def test_a_week_is_over_with_each_seventh_day(days: int, weeks: int) -> None:
    assert Age(days, 0).weeks == weeks


def test_a_due_date_after_the_last_day_there_is_is_that_day() -> None:
    assert due_date(date(9999, 12, 20), 5) == date.max
    assert corrected_age_on(date.max, date(9999, 12, 20), 5) == Age(0, 0)
