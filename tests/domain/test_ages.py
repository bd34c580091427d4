"""Ages as the rules count them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.domain.ages import (
    Age,
    AgeLimits,
    age_from_count,
    age_on,
    corrected_age_on,
    younger_by_weeks,
)

UNDER_3_MONTHS = AgeLimits(before_days=91, before_months=3)
BIRTHS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("birth", "day", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 11),
        (date(2024, 2, 29), date(2025, 3, 1), 12),
        (date(2026, 10, 17), date(2026, 11, 22), 1),
    ],
)
def test_a_calendar_month_is_over_only_when_its_day_has_come(birth: date, day: date, months: int) -> None:
    assert age_on(day, birth).months == months


def test_a_day_before_birth_counts_as_the_day_of_birth() -> None:
    assert age_on(date(2026, 1, 1), date(2026, 2, 1)) == Age(0, 0)


@given(BIRTHS, st.integers(0, 1500))
def test_three_months_are_over_only_when_both_91_days_and_3_calendar_months_are(
    birth: date, days: int
) -> None:
    age = age_on(birth + timedelta(days=days), birth)
    assert UNDER_3_MONTHS.include(age) == (age.days < 91 or age.months < 3)


@given(BIRTHS, st.integers(0, 1500), st.integers(0, 18))
def test_the_corrected_age_is_never_the_older_one(birth: date, days: int, weeks: int) -> None:
    day = birth + timedelta(days=days)
    assert corrected_age_on(day, birth, weeks).days <= age_on(day, birth).days


def test_a_baby_born_8_weeks_early_is_under_3_months_at_16_weeks() -> None:
    birth = date(2026, 6, 1)
    day = birth + timedelta(weeks=16)
    assert not UNDER_3_MONTHS.include(age_on(day, birth))
    assert UNDER_3_MONTHS.include(corrected_age_on(day, birth, 8))


@pytest.mark.parametrize(
    ("count", "unit", "age"),
    [(5, "days", Age(5, 0)), (5, "weeks", Age(35, 1)), (3, "months", Age(92, 3)), (1, "years", Age(366, 12))],
)
def test_an_age_told_in_a_unit_is_counted_in_days_and_months(count: int, unit: str, age: Age) -> None:
    assert age_from_count(count, unit) == age


def test_weeks_born_early_make_a_told_age_younger_but_never_less_than_newborn() -> None:
    assert younger_by_weeks(age_from_count(16, "weeks"), 8).days == 56
    assert younger_by_weeks(age_from_count(2, "weeks"), 8) == Age(0, 0)
