"""How old a child is, as the rules count it: days, calendar months, corrected for an early birth."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Age:
    """An age on one day, both counted in days and in completed calendar months."""

    days: int
    months: int


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


def corrected_age_on(day: date, birth: date, weeks_early: int) -> Age:
    """The age counted from the day the baby was due: the younger of the two ages the rules may use."""
    return age_on(day, birth + timedelta(weeks=max(0, weeks_early)))


YOUNGEST = Age(0, 0)
"""Stands for an unknown age: every rule for the youngest babies applies."""
