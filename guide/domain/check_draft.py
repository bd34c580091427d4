"""An unfinished symptom check as the diary keeps it: to plain values, and back to where it was."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from guide.domain.ages import Age
from guide.domain.check_session import CheckSession
from guide.domain.checklist import SignAnswer
from guide.domain.diary import Moment
from guide.domain.pack import ContentPack

SIGNS_HOLD_HOURS = 4
"""A baby can get worse within hours: danger signs answered longer ago than this are asked again. What the
spots look like changes over days, so those answers stay."""

Plain: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AgeChoice:
    """What was chosen and typed for the age, to be there again when one comes back."""

    kind: Literal["child", "typed", "unknown"]
    count: int = 4
    unit: Literal["days", "weeks", "months", "years"] = "weeks"
    early: int = 0


@dataclass(frozen=True, slots=True)
class CheckDraft:
    """``child_id`` is empty where the check is for no child of the diary; ``content`` holds plain values."""

    child_id: str
    kept: Moment
    content: Plain


@dataclass(frozen=True, slots=True)
class Resumed:
    """A session taken up again. ``answers``: how many of its screens are still answered, the age not counted;
    ``asks_again``: its danger signs were answered too long ago.
    """

    session: CheckSession
    age_choice: AgeChoice
    check_id: str
    signs_at: datetime | None
    answers: int
    asks_again: bool


def plain_values(
    session: CheckSession, age_choice: AgeChoice, check_id: str, signs_at: datetime | None
) -> dict[str, object]:
    """``signs_at`` is when the first danger sign was answered. What is being asked once more is left open."""
    open_here = {rule.id for rule in session.rules_here()} if session.asking_again else set()
    age = session.age
    return {
        "check_id": check_id,
        "age": {"days": age.days, "months": age.months} if age else None,
        "age_choice": asdict(age_choice),
        "signs": {rule: said.value for rule, said in session.signs.items() if rule not in open_here},
        "gates": {group: said.value for group, said in session.gates.items()},
        "chosen": {question: sorted(options) for question, options in session.chosen.items()},
        "passed": list(session.passed),
        "temperature_c": session.temperature_c,
        "signs_at": signs_at.isoformat() if signs_at else None,
    }


def resume(draft: CheckDraft, pack: ContentPack, now: datetime, child_age: Age | None) -> Resumed | None:
    """The session of a draft, at the first step that is left; None where nothing of it can be used.

    What this pack does not know, or was damaged, is dropped. ``child_age`` is how old the child is today; it
    counts where the age was the child's.
    """
    content = draft.content
    choice = _age_choice(content.get("age_choice"))
    if choice is None:
        return None
    signs_at = _moment(content.get("signs_at"))
    holds = signs_at is not None and timedelta(0) <= now - signs_at <= timedelta(hours=SIGNS_HOLD_HOURS)
    session = CheckSession(pack)
    if holds:
        _put_signs_back(session, pack, content)
    _put_spots_back(session, pack, content)
    session.give_age(child_age if choice.kind == "child" else _age(content.get("age")))
    answered = session.answered_steps()[1:]
    if not answered:
        return None
    for step in answered:
        session.go_to(step)
    session.go_to_next()
    check_id, signs_at = _text(content.get("check_id")), signs_at if holds else None
    return Resumed(
        session, choice, check_id, signs_at, len(answered), not holds and bool(content.get("signs"))
    )


def _put_signs_back(session: CheckSession, pack: ContentPack, content: Plain) -> None:
    groups = {group.id for group in pack.groups if group.gate}
    session.signs = _sign_answers(content.get("signs"), pack.rule)
    session.gates = _sign_answers(content.get("gates"), dict.fromkeys(groups))
    session.temperature_c = _number(content.get("temperature_c"))


def _put_spots_back(session: CheckSession, pack: ContentPack, content: Plain) -> None:
    """A question that was answered and not yet gone on from counts as passed: it can be gone to again."""
    for question, options in _table(content.get("chosen")).items():
        if question in pack.question:
            known = {option.id for option in pack.question[question].options}
            chosen = known.intersection(_texts(options))
            if len(chosen) <= 1 or pack.question[question].choose == "many":
                session.chosen[question] = frozenset(chosen)
    answered = [question for question, options in session.chosen.items() if options]
    passed = dict.fromkeys([*_texts(content.get("passed")), *answered])
    session.passed = [question for question in passed if question in session.chosen]


def _sign_answers(value: object, known: Mapping[str, object]) -> dict[str, SignAnswer]:
    said = _table(value)
    return {
        each: SignAnswer(answer)
        for each, answer in said.items()
        if each in known and isinstance(answer, str) and answer in list(SignAnswer)
    }


def _age_choice(value: object) -> AgeChoice | None:
    table = _table(value)
    kind, unit = table.get("kind"), table.get("unit")
    count, early = _count(table.get("count")), _count(table.get("early"))
    if kind not in ("child", "typed", "unknown") or unit not in ("days", "weeks", "months", "years"):
        return None
    return AgeChoice(kind, count, unit, early)


def _age(value: object) -> Age | None:
    """None for an age that is not known, and for one that was damaged: both count as the youngest."""
    table = _table(value)
    days, months = table.get("days"), table.get("months")
    known = isinstance(days, int) and isinstance(months, int) and days >= 0 and months >= 0
    return Age(days, months) if known else None  # type: ignore[arg-type]


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(_text(value))
    except ValueError:
        return None
    return moment if moment.utcoffset() is not None else None


def _number(value: object) -> float | None:
    known = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if known else None  # type: ignore[arg-type]


def _count(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
