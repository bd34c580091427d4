"""What differs between a saved check and the one made now."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from guide.domain.checklist import Answers, SignAnswer
from guide.domain.conditions import Urgency
from guide.domain.diary import SavedCheck
from guide.domain.pack import ContentPack
from guide.domain.questions import Question

_COUNTS_AS_YES = (SignAnswer.YES.value, SignAnswer.CANNOT_TELL.value)


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """A question (id) answered otherwise: the options (ids) then and now."""

    question: str
    before: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """``level_before`` is None where it can no longer be told. The signs are ids of rules."""

    level_before: Urgency | None
    level_now: Urgency
    answers: tuple[AnswerChange, ...]
    new_signs: tuple[str, ...]
    gone_signs: tuple[str, ...]

    @property
    def same_answers(self) -> bool:
        return not (self.answers or self.new_signs or self.gone_signs)


def differences(pack: ContentPack, before: SavedCheck, answers: Answers, level: Urgency) -> Differences:
    """In the pack's order; what the pack no longer has is left out.

    A sign that was not asked this time is not gone, it is only not known.
    """
    yes_before = {sign for sign, said in before.signs.items() if said in _COUNTS_AS_YES}
    yes_now = {sign for sign in answers.signs if answers.counts_as_yes(sign)}
    no_now = answers.signs.keys() - yes_now
    return Differences(
        level_before=Urgency(before.level) if before.level in list(Urgency) else None,
        level_now=level,
        answers=tuple(_changed(pack, before, answers)),
        new_signs=_in_order(pack, yes_now - yes_before),
        gone_signs=_in_order(pack, yes_before & no_now),
    )


def _changed(pack: ContentPack, before: SavedCheck, answers: Answers) -> Iterator[AnswerChange]:
    """Of what was answered both times: what was not asked or left out has not changed."""
    for question in pack.questions:
        then = before.chosen.get(question.id, ())
        known, now = _known(question, then), _known(question, answers.of(question.id))
        if known and now and known != now:
            yield AnswerChange(question.id, known, now)


def _known(question: Question, chosen: Collection[str]) -> tuple[str, ...]:
    return tuple(option.id for option in question.options if option.id in chosen)


def _in_order(pack: ContentPack, signs: Collection[str]) -> tuple[str, ...]:
    return tuple(rule.id for rule in pack.rules if rule.id in signs)
