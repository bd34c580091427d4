"""One symptom check on its way: which step comes next, what was answered, and where it stops."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from guide.domain.ages import Age
from guide.domain.checklist import Answers, Assessment, SignAnswer, asked_rules, assess, is_emergency
from guide.domain.pack import ContentPack
from guide.domain.questions import Rule


class StepKind(StrEnum):
    AGE = "age"
    SIGNS = "signs"
    QUESTION = "question"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Step:
    """``id`` is the rule group or the question; empty for the age and the result."""

    kind: StepKind
    id: str = ""


class CheckSession:
    """Emergency signs first, then what is seen, then the same-day signs, then the result.

    An emergency ends it at once. "Can't tell" is asked once more with help and then counts as yes.
    """

    def __init__(self, pack: ContentPack, age: Age | None = None) -> None:
        self._pack = pack
        self.age = age
        self.signs: dict[str, SignAnswer] = {}
        self.chosen: dict[str, frozenset[str]] = {}
        self.asking_again = False
        self._position = 0
        self._seen: set[Step] = set()

    @property
    def steps(self) -> tuple[Step, ...]:
        emergency, same_day = self._groups("emergency"), self._groups("same-day")
        questions = [Step(StepKind.QUESTION, question.id) for question in self._pack.questions]
        return (Step(StepKind.AGE), *emergency, *questions, *same_day, Step(StepKind.RESULT))

    @property
    def step(self) -> Step:
        return self.steps[self._position]

    @property
    def at_result(self) -> bool:
        return self.step.kind is StepKind.RESULT

    def give_age(self, age: Age | None) -> None:
        """A new age may ask other signs, so answers to those no longer asked are dropped."""
        self.age = age
        asked = {rule.id for group in self._pack.groups for rule in asked_rules(self._pack, age, group.id)}
        self.signs = {rule: answer for rule, answer in self.signs.items() if rule in asked}

    def rules_here(self) -> tuple[Rule, ...]:
        """The signs on this screen; when asked again, only those the parent could not tell."""
        rules = asked_rules(self._pack, self.age, self.step.id)
        if self.asking_again:
            return tuple(rule for rule in rules if self.signs.get(rule.id) is SignAnswer.CANNOT_TELL)
        return rules

    def answer_signs(self, answers: dict[str, SignAnswer]) -> None:
        """What was said here; a sign on this screen that is not named was answered no."""
        for rule in self.rules_here():
            self.signs[rule.id] = answers.get(rule.id, SignAnswer.NO)

    def choose(self, options: Iterable[str]) -> None:
        """The options chosen for the question here; none means skipped."""
        self.chosen[self.step.id] = frozenset(options)

    def go_on(self) -> None:
        step = self.step
        if step.kind is StepKind.SIGNS and self._ask_again(step):
            self.asking_again = True
            return
        self.asking_again = False
        self._seen.add(step)
        if self.emergency:
            self._position = len(self.steps) - 1
        else:
            self._position = min(self._position + 1, len(self.steps) - 1)

    def go_back(self) -> None:
        """The step before; from a result that came early, the screen whose answer ended the check."""
        self._seen.discard(self.step)
        if self.asking_again:
            self.asking_again = False
        elif self.at_result:
            self._position = max(i for i, step in enumerate(self.steps) if step in self._seen)
        else:
            self._position = max(0, self._position - 1)
        self._seen.discard(self.step)

    def answers(self) -> Answers:
        chosen = {question: options for question, options in self.chosen.items() if options}
        return Answers(age=self.age, signs=dict(self.signs), chosen=chosen)

    def assessment(self) -> Assessment:
        return assess(self._pack, self.answers())

    @property
    def emergency(self) -> bool:
        return is_emergency(self._pack, self.answers())

    def _ask_again(self, step: Step) -> bool:
        here = asked_rules(self._pack, self.age, step.id)
        unsure = any(self.signs.get(rule.id) is SignAnswer.CANNOT_TELL for rule in here)
        known = any(self.signs.get(rule.id) is SignAnswer.YES for rule in here)
        return unsure and not known and not self.asking_again

    def _groups(self, stage: str) -> list[Step]:
        return [
            Step(StepKind.SIGNS, group.id)
            for group in self._pack.groups
            if group.stage == stage and asked_rules(self._pack, self.age, group.id)
        ]
