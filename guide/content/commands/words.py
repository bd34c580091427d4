"""Ages, and what speaks for and against, in words."""

from collections.abc import Iterable

from guide.domain.ages import AgeLimits
from guide.domain.checklist import AGE_REASON, Reason
from guide.domain.pack import ContentPack
from guide.domain.questions import TemperatureLimits


def age_words(ages: AgeLimits) -> str:
    """``from 28 days, under 3 months (91 days)``; ``any age`` without limits."""
    begins = _limit("from", ages.from_days, ages.from_months)
    ends = _limit("under", ages.before_days, ages.before_months)
    return ", ".join(filter(None, [begins, ends])) or "any age"


def _limit(word: str, days: int | None, months: int | None) -> str:
    if months is None:
        return "" if days is None else f"{word} {_count(days, 'day')}"
    exactly = "" if days is None else f" ({_count(days, 'day')})"
    return f"{word} {_count(months, 'month')}{exactly}"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def temperature_words(limits: TemperatureLimits) -> str:
    """``from 38.0 °C, below 39.0 °C``."""
    named = (("from", limits.from_c), ("below", limits.below_c))
    return ", ".join(f"{word} {celsius:.1f} °C" for word, celsius in named if celsius is not None)


def reason_words(pack: ContentPack, condition: str, reason: Reason) -> str:
    """``Look: White bumps``; for the age, at which ages the condition is seen."""
    if reason.question == AGE_REASON:
        return f"Age (seen: {age_words(pack.condition[condition].ages)})"
    return answer_words(pack, reason.question, reason.options)


def answer_words(pack: ContentPack, question_id: str, options: Iterable[str]) -> str:
    """``Look: White bumps, Clear drops``."""
    question = pack.question[question_id]
    answers = ", ".join(question.option(option).text for option in options)
    return f"{question.short or question.id}: {answers}"


def strongest(reasons: Iterable[Reason]) -> list[Reason]:
    return sorted(reasons, key=lambda each: -abs(each.weight))
