"""Families at the result of their check, answered without clicking through it."""

from collections.abc import Mapping
from datetime import UTC, datetime

from guide.domain.ages import Age, age_of_days
from guide.domain.check_record import record_check
from guide.domain.check_session import CheckSession
from guide.domain.checklist import Answers, SignAnswer, asked_rules
from guide.domain.conditions import Urgency
from guide.domain.diary import Moment, SavedCheck
from guide.domain.pack import ContentPack

FIVE_WEEKS = age_of_days(36)
THEN = Moment(datetime(2026, 11, 18, 9, 0, tzinfo=UTC), "UTC")
MILIA = {
    "look": "white-bumps",
    "place": "face",
    "since": "first-days",
    "redness": "none",
    "touch": "firm",
    "size": "pinhead",
    "pattern": "scattered",
    "itch": "none",
    "warm": "not-warm",
    "course": "same",
}
ON_THE_BACK = {"look": "white-bumps", "size": "pinhead", "place": "back", "touch": "firm", "itch": "none"}


def answered(
    pack: ContentPack,
    chosen: Mapping[str, str] | None = None,
    age: Age | None = FIVE_WEEKS,
    temperature_c: float | None = None,
    **signs: SignAnswer,
) -> CheckSession:
    """Every sign that is not named was answered no."""
    session = CheckSession(pack)
    session.give_age(age)
    session.give_temperature(temperature_c)
    session.chosen = {question: frozenset({option}) for question, option in (chosen or {}).items()}
    asked = [rule for group in pack.groups for rule in asked_rules(pack, session.answers(), group.id)]
    session.signs = {rule.id: SignAnswer.NO for rule in asked} | signs
    return session


def same_day_sign(pack: ContentPack) -> str:
    """One that is asked of every baby of five weeks."""
    return next(
        rule.id
        for group in pack.groups
        if group.stage == "same-day"
        for rule in asked_rules(pack, Answers(FIVE_WEEKS), group.id)
        if pack.action[rule.action].level is Urgency.SAME_DAY and not rule.asked_if and not rule.lifts
    )


def check_before(pack: ContentPack, chosen: Mapping[str, str], **signs: SignAnswer) -> SavedCheck:
    session = answered(pack, chosen)
    session.signs |= signs
    return record_check("before", pack, session.answers(), "mia", THEN, "Advice then")
