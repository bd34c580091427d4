"""How old a child is, as the rules count it: days, weeks, calendar months, corrected for an early birth.

The one rule. Both days are plain dates; the hour of birth does not count. Days are those between the two
dates; a week is over with each seventh of them. A month is over on the day of the month the child was born
on, and where a month has no such day, on the first day of the next: born on the 31st, a month is over on
1 March, not on 28 February, and born on 29 February, a year is over on 1 March. So a child counts as the
younger of what could be meant, and "under 3 months" never ends early. The corrected age is the same counted
from the day the baby was due, which is the birth and the whole weeks it came early. No age is below zero.
"""

import math
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Age:
    """An age on one day, both counted in days and in completed calendar months."""

    days: int
    months: int

    @property
    def weeks(self) -> int:
        """Completed weeks."""
        return self.days // 7


@dataclass(frozen=True, slots=True)
class AgeLimits:
    """From when until when something holds; a missing limit is open.

    ``from_*`` is included, ``before_*`` is not. A month limit is passed only when the calendar months *and*
    the days given beside it have passed: the later of the two counts, so a child stays "under 3 months"
    longer rather than shorter.
    """

    from_days: int | None = None
    before_days: int | None = None
    from_months: int | None = None
    before_months: int | None = None

    def include(self, age: Age) -> bool:
        reached = _reached(age, self.from_days, self.from_months)
        ended = _has_limit(self.before_days, self.before_months) and _reached(
            age, self.before_days, self.before_months
        )
        return reached and not ended


def _has_limit(days: int | None, months: int | None) -> bool:
    return days is not None or months is not None


def _reached(age: Age, days: int | None, months: int | None) -> bool:
    return (days is None or age.days >= days) and (months is None or age.months >= months)


def age_on(day: date, birth: date) -> Age:
    """The age on ``day``; a day before birth counts as the day of birth."""
    if day <= birth:
        return Age(0, 0)
    months = (day.year - birth.year) * 12 + day.month - birth.month
    if day.day < birth.day:
        months -= 1
    return Age((day - birth).days, months)


def due_date(birth: date, weeks_early: int) -> date:
    """The day the baby was due; that of birth where it did not come early."""
    return birth + min(timedelta(weeks=max(0, weeks_early)), date.max - birth)


def corrected_age_on(day: date, birth: date, weeks_early: int) -> Age:
    """The age counted from the day the baby was due: the younger of the two ages the rules may use."""
    return age_on(day, due_date(birth, weeks_early))


YOUNGEST = Age(0, 0)
"""Stands for an unknown age: every rule for the youngest babies applies."""


def age_of_days(days: int) -> Age:
    """An age known only in days; the calendar months are those of an average year."""
    return Age(days, int(days / _DAYS_A_MONTH))


def age_from_count(count: int, unit: str) -> Age:
    """An age told as so many days, weeks, months or years."""
    if unit == "days":
        return age_of_days(count)
    if unit == "weeks":
        return age_of_days(7 * count)
    months = count * 12 if unit == "years" else count
    return Age(math.ceil(months * _DAYS_A_MONTH), months)


def younger_by_weeks(age: Age, weeks: int) -> Age:
    """The same child counted from the due date; never younger than newborn."""
    return age if weeks <= 0 else age_of_days(max(0, age.days - 7 * weeks))
