"""Backups are counted, not aged: no clock, however wrong, makes the newest or the last ten go."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import pairwise
from random import Random

import pytest

from guide.domain.diary import Child
from guide.store.backup import backup, list_backups
from guide.store.backup.rotation import NEWEST, kept
from tests.store.backup.homes import Home, at

SEEDS = range(1000)


def made_on(days: Iterator[date]) -> list[date]:
    """The days of the backups that stay when one after another is made and rotated, the newest first."""
    there: list[date] = []
    for day in days:
        there.insert(0, day)
        stay = kept(there)
        assert stay >= set(range(min(NEWEST, len(there))))
        there = [each for place, each in enumerate(there) if place in stay]
    return there


def wild_clock(random: Random) -> Iterator[date]:
    """Going on, jumping back and far ahead, standing at the first day computers know."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for _ in range(random.randrange(10, 120)):
        jump = random.random()
        if jump < 0.05:
            now = datetime(random.choice([1970, 2038, 2099]), 1, 19, tzinfo=UTC)
        elif jump < 0.1:
            now += timedelta(days=random.randrange(-400, 400))
        now += timedelta(hours=random.expovariate(1 / 8))
        yield now.date()


@pytest.mark.parametrize("block", range(10))
def test_whatever_the_clock_says_the_last_ten_stay_and_the_number_is_bounded(block: int) -> None:
    for seed in SEEDS[block * 100 : block * 100 + 100]:
        days = list(wild_clock(Random(seed)))
        stay = made_on(iter(days))
        assert stay[: min(NEWEST, len(days))] == days[::-1][:NEWEST], f"seed {seed}"
        assert len(stay) <= NEWEST + 12 + 10 + 9, f"seed {seed}"


def test_a_year_of_use_leaves_days_then_weeks_then_months() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number // 4) for number in range(4 * 400)]
    stay = made_on(iter(days))
    assert len(stay) == 10 + 12 + 10 + 9
    ages = [(days[-1] - day).days for day in stay]
    assert ages == sorted(ages) and ages[9] == 2
    by_day, by_week, by_month = ages[10:22], ages[22:32], ages[32:]
    assert {later - earlier for earlier, later in pairwise(by_day)} == {1}
    assert {later - earlier for earlier, later in pairwise(by_week[1:])} == {7}
    assert all(28 <= later - earlier <= 35 for earlier, later in pairwise(by_month[1:]))
    # Between the days and the weeks, and the weeks and the months, nothing is left out.
    assert by_week[0] - by_day[-1] <= 7 and by_month[0] - by_week[-1] <= 31


def test_many_on_one_day_leave_the_last_ten_and_one() -> None:
    assert made_on(iter([date(2026, 1, 1)] * 60)) == [date(2026, 1, 1)] * 11


def test_a_clock_set_far_ahead_and_back_again_takes_nothing_with_it() -> None:
    days = [date(2026, 1, 1 + number) for number in range(20)]
    before = made_on(iter(days))
    jumped = made_on(iter([*days, date(2099, 1, 1), date(1970, 1, 1)]))
    assert set(jumped) >= set(before)


def test_files_go_with_the_backups_that_named_them_and_no_others(plain: Home) -> None:
    with plain.opened() as store:
        for day in range(30):
            store.save_child(plain_child(day))
            backup(store, plain.backups, now=partial(at, day))
    listed = list_backups(plain.backups)
    assert [each.number for each in listed] == [*range(30, 8, -1), *sundays_before(8)]
    assert all(plain.look(each.path).missing == () for each in listed)


def plain_child(day: int) -> Child:
    return Child("child-1", f"Mia on day {day}", None)


def sundays_before(number: int) -> list[int]:
    """Of the earlier days the last of each week: 2026 began on a Thursday, so number 4 was a Sunday."""
    return [number, 4]
