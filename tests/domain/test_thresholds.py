"""Each threshold of the safety rules at its very edge: temperatures, and ages in days and calendar months."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from guide.domain.ages import Age, age_of_days, age_on, corrected_age_on, younger_by_weeks
from guide.domain.checklist import Answers, applying_rules, assess
from guide.domain.checklist.triage import triage
from guide.domain.conditions import Urgency
from tests.domain.some_answers import said, shipped

EMERGENCY, SAME_DAY, ROUTINE = Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.ROUTINE
TWO_MONTHS, FOUR_MONTHS, EIGHT_MONTHS = age_of_days(65), age_of_days(125), age_of_days(245)
MILIA = {"look": "white-bumps", "place": "face", "since": "first-days"}


def is_for(rule: str, age: Age) -> bool:
    return shipped().rule[rule].ages.include(age)


def born(birth: date, day: date) -> Age:
    return age_on(day, birth)


def measured(age: Age | None, celsius: float, **chosen: str) -> Answers:
    """Every sign answered no: the number alone says it."""
    return replace(said(age, **chosen), temperature_c=celsius)


# ---- Temperatures: what the thermometer shows is enough ---------------------------------------------------


@pytest.mark.parametrize(
    ("celsius", "level", "rules"),
    [
        (35.9, EMERGENCY, ("E08",)),
        (36.0, ROUTINE, ("R19",)),
        (36.1, ROUTINE, ("R19",)),
        (37.9, ROUTINE, ("R19",)),
        (38.0, EMERGENCY, ("E07",)),
        (38.1, EMERGENCY, ("E07",)),
        (39.0, EMERGENCY, ("E07",)),
    ],
)
def test_under_three_months_below_36_and_from_38_degrees_are_an_emergency(
    celsius: float, level: Urgency, rules: tuple[str, ...]
) -> None:
    result = triage(shipped(), measured(TWO_MONTHS, celsius))
    assert (result.level, result.deciding) == (level, rules)


@pytest.mark.parametrize(
    ("celsius", "level", "rules"),
    [
        (36.0, ROUTINE, ("R19",)),
        (37.9, ROUTINE, ("R19",)),
        (38.0, SAME_DAY, ("U02",)),
        (38.1, SAME_DAY, ("U02",)),
        (38.9, SAME_DAY, ("U02",)),
        (38.95, SAME_DAY, ("U02",)),
        (39.0, SAME_DAY, ("U01",)),
        (39.1, SAME_DAY, ("U01",)),
    ],
)
def test_from_three_to_six_months_38_and_39_degrees_are_seen_the_same_day(
    celsius: float, level: Urgency, rules: tuple[str, ...]
) -> None:
    result = triage(shipped(), measured(FOUR_MONTHS, celsius))
    assert (result.level, result.deciding) == (level, rules)


@pytest.mark.parametrize(
    ("celsius", "level", "rules"),
    [
        (36.0, ROUTINE, ("R19",)),
        (37.9, ROUTINE, ("R19",)),
        (38.0, SAME_DAY, ("U03",)),
        (38.1, SAME_DAY, ("U03",)),
        (39.0, SAME_DAY, ("U03",)),
        (39.1, SAME_DAY, ("U03",)),
    ],
)
def test_from_six_months_38_degrees_with_spots_are_seen_the_same_day(
    celsius: float, level: Urgency, rules: tuple[str, ...]
) -> None:
    result = triage(shipped(), measured(EIGHT_MONTHS, celsius))
    assert (result.level, result.deciding) == (level, rules)


@pytest.mark.parametrize(("celsius", "level"), [(35.9, EMERGENCY), (37.9, Urgency.HOME), (38.0, EMERGENCY)])
def test_a_harmless_look_never_outweighs_the_thermometer(celsius: float, level: Urgency) -> None:
    answers = measured(TWO_MONTHS, celsius, **MILIA)
    assert triage(shipped(), answers).level is level


@pytest.mark.parametrize(("celsius", "level"), [(35.9, EMERGENCY), (36.0, SAME_DAY), (38.0, EMERGENCY)])
def test_an_unknown_age_counts_as_under_three_months_for_the_thermometer(
    celsius: float, level: Urgency
) -> None:
    assert triage(shipped(), measured(None, celsius)).level is level


def test_with_nothing_measured_no_rule_follows_from_a_temperature() -> None:
    assert triage(shipped(), said(TWO_MONTHS)).deciding == ("R19",)


def test_a_fever_of_a_baby_born_early_counts_by_the_corrected_age() -> None:
    age = corrected_age_on(date(2026, 11, 22), date(2026, 7, 5), weeks_early=10)
    assert age.days == 70
    assert triage(shipped(), measured(age, 38.1)).deciding == ("E07",)


# ---- Ages in days ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "young", "older"),
    [
        (7, ["E26m"], []),
        (14, ["H03", "H06", "R10b"], ["R10"]),
        (28, ["U07", "U29", "E19", "U00", "R20n", "U07m", "U07n", "U09n"], ["R20", "R06b", "U07p"]),
        (42, ["E11", "E11m", "E11n", "E11c"], ["U08", "U08m", "H02b"]),
        (56, ["E12", "E23"], []),
        (60, ["R11b", "R11c"], ["R11h"]),
    ],
)
def test_a_rule_in_days_ends_after_its_last_day(last: int, young: list[str], older: list[str]) -> None:
    before, after = age_of_days(last), age_of_days(last + 1)
    assert [is_for(rule, before) for rule in young + older] == [True] * len(young) + [False] * len(older)
    assert [is_for(rule, after) for rule in young + older] == [False] * len(young) + [True] * len(older)


@pytest.mark.parametrize(("days", "level"), [(28, SAME_DAY), (29, ROUTINE)])
def test_spots_that_match_nothing_are_seen_the_same_day_up_to_day_28(days: int, level: Urgency) -> None:
    assert triage(shipped(), said(days, look="red-bumps", place="arms")).level is level


@pytest.mark.parametrize(("days", "level"), [(42, EMERGENCY), (43, SAME_DAY)])
def test_a_group_of_blisters_is_an_emergency_up_to_day_42(days: int, level: Urgency) -> None:
    assert triage(shipped(), said(days, look="blister-cluster")).level is level


@pytest.mark.parametrize(("days", "asked"), [(56, True), (57, False)])
def test_spots_and_not_feeding_well_is_an_emergency_up_to_day_56(days: int, asked: bool) -> None:
    assert ("E12" in {rule.id for rule in applying_rules(shipped(), age_of_days(days))}) is asked


# ---- Ages in calendar months: the later of the days and the months counts ---------------------------------


@pytest.mark.parametrize(
    ("birth", "last", "first"),
    [
        (date(2026, 1, 31), date(2026, 5, 1), date(2026, 5, 2)),  # 30 April is day 89, 1 May is day 90
        (date(2026, 11, 30), date(2027, 2, 28), date(2027, 3, 1)),  # there is no 30 February
        (date(2024, 2, 29), date(2024, 5, 29), date(2024, 5, 30)),  # 29 May is day 90
        (date(2027, 11, 30), date(2028, 2, 29), date(2028, 3, 1)),  # a leap year's 29 February is day 91
        (date(2026, 6, 1), date(2026, 8, 31), date(2026, 9, 1)),  # day 91, but not yet 3 months
        (date(2026, 2, 1), date(2026, 5, 2), date(2026, 5, 3)),  # 3 months, but day 89
    ],
)
def test_three_months_are_91_days_and_3_calendar_months(birth: date, last: date, first: date) -> None:
    assert is_for("E07", born(birth, last)) and not is_for("U01", born(birth, last))
    assert is_for("U01", born(birth, first)) and not is_for("E07", born(birth, first))


@pytest.mark.parametrize(
    ("age", "young"),
    [
        (Age(90, 2), True),
        (Age(90, 3), True),
        (Age(91, 2), True),
        (Age(92, 2), True),
        (Age(91, 3), False),
        (Age(92, 3), False),
    ],
)
def test_under_three_months_takes_the_later_of_days_and_months(age: Age, young: bool) -> None:
    level = triage(shipped(), measured(age, 38.0)).level
    assert level is (EMERGENCY if young else SAME_DAY)


@pytest.mark.parametrize(
    ("age", "rule"),
    [
        (Age(182, 5), "U01"),
        (Age(182, 6), "U01"),
        (Age(183, 5), "U01"),
        (Age(184, 5), "U01"),
        (Age(183, 6), "U03"),
        (Age(184, 6), "U03"),
    ],
)
def test_six_months_are_183_days_and_6_calendar_months(age: Age, rule: str) -> None:
    assert triage(shipped(), measured(age, 39.0)).deciding == (rule,)


@pytest.mark.parametrize(
    ("birth", "day", "six"),
    [
        (date(2026, 8, 31), date(2027, 2, 28), False),
        (date(2026, 8, 31), date(2027, 3, 2), True),
        (date(2026, 3, 1), date(2026, 8, 31), False),
        (date(2026, 3, 1), date(2026, 9, 1), True),
        (date(2026, 1, 1), date(2026, 7, 1), False),  # 6 calendar months, but day 181
        (date(2026, 1, 1), date(2026, 7, 3), True),
    ],
)
def test_six_months_counted_from_a_birth_date(birth: date, day: date, six: bool) -> None:
    assert is_for("U03", born(birth, day)) is six
    assert is_for("U01", born(birth, day)) is not six


@pytest.mark.parametrize(
    ("months", "young", "older"),
    [(12, ["U34", "R17", "R14", "R08b"], ["R18", "R08c", "H09"]), (24, ["U05", "U15", "R15"], ["U05b"])],
)
@pytest.mark.parametrize("birth", [date(2024, 2, 29), date(2024, 3, 1), date(2025, 1, 31)])
def test_years_end_on_the_birthday(months: int, young: list[str], older: list[str], birth: date) -> None:
    years = months // 12
    before = date(birth.year + years, 3, 1) if (birth.month, birth.day) == (2, 29) else None
    birthday = before or birth.replace(year=birth.year + years)
    eve = born(birth, birthday - timedelta(days=1))
    assert [is_for(rule, eve) for rule in young + older] == [True] * len(young) + [False] * len(older)
    now = born(birth, birthday)
    assert [is_for(rule, now) for rule in young + older] == [False] * len(young) + [True] * len(older)


@pytest.mark.parametrize(("months", "there"), [(35, True), (36, False)])
def test_at_three_years_birthmarks_are_no_longer_for_home(months: int, there: bool) -> None:
    age = Age(months * 31, months)
    assert [is_for(rule, age) for rule in ("U16", "H07a", "H07b", "H07c")] == [there] * 4


def test_chickenpox_is_cared_for_at_home_only_from_the_first_birthday() -> None:
    seen = {"look": "red-bumps", "place": "back", "course": "stages", "around": "contact-catching"}
    birth = date(2025, 3, 10)
    eve, birthday = born(birth, date(2026, 3, 9)), born(birth, date(2026, 3, 10))
    assert assess(shipped(), said(eve, **seen)).fired == ("U12y",)
    assert is_for("U12y", birthday) or is_for("H10", birthday)
    assert assess(shipped(), said(age_of_days(366), **seen)).fired == ("H10",)


# ---- Born early --------------------------------------------------------------------------------------------


def test_born_at_32_weeks_and_16_weeks_old_is_8_weeks_corrected() -> None:
    birth = date(2026, 6, 1)
    corrected = corrected_age_on(birth + timedelta(weeks=16), birth, weeks_early=8)
    assert corrected.days == 56 == younger_by_weeks(age_of_days(112), 8).days
    assert triage(shipped(), measured(corrected, 38.0)).deciding == ("E07",)
    assert triage(shipped(), measured(age_of_days(112), 38.0)).deciding == ("U02",)


@pytest.mark.parametrize("early", [1, 4, 8, 16])
def test_the_rules_for_a_baby_born_early_are_those_of_the_younger_age(early: int) -> None:
    birth = date(2026, 1, 31)
    for days in range(0, 400, 13):
        day = birth + timedelta(days=days)
        due = birth + timedelta(weeks=early)
        corrected = corrected_age_on(day, birth, early)
        assert applying_rules(shipped(), corrected) == applying_rules(shipped(), age_on(day, due))
        assert corrected.days <= days
