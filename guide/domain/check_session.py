"""One symptom check on its way: which step comes next, what was answered, and where it stops."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from guide.domain.ages import Age
from guide.domain.checklist import (
    Answers,
    Assessment,
    SignAnswer,
    applying_rules,
    asked_rules,
    assess,
    is_emergency,
    measured,
)
from guide.domain.checklist.next_question import next_question
from guide.domain.pack import ContentPack
from guide.domain.questions import Rule, RuleGroup


class StepKind(StrEnum):
    AGE = "age"
    SIGNS = "signs"
    QUESTION = "question"
    GATES = "gates"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Step:
    """``id`` is the rule group or the question; empty for the age, the gates and the result."""

    kind: StepKind
    id: str = ""


AGE, GATES, RESULT = Step(StepKind.AGE), Step(StepKind.GATES), Step(StepKind.RESULT)


class CheckSession:
    """Emergency signs first, then what is seen, then the same-day signs, then the result.

    An emergency ends it at once. "Can't tell" is asked once more with help and then counts as yes. Of the
    questions about the spots the next is always the one that tells most; what can tell nothing is not asked.
    Any step can be gone back to and answered anew; what this leaves to ask is asked before the result.
    """

    def __init__(self, pack: ContentPack, age: Age | None = None) -> None:
        self._pack = pack
        self.age = age
        self.signs: dict[str, SignAnswer] = {}
        self.gates: dict[str, SignAnswer] = {}
        self.chosen: dict[str, frozenset[str]] = {}
        self.temperature_c: float | None = None
        self.asking_again = False
        self.passed: list[str] = []
        self._age_given = False
        self._asked_twice: set[str] = set()
        self._path: list[Step] = [AGE]
        self._ahead: list[Step] = []

    @property
    def step(self) -> Step:
        return self._path[-1]

    @property
    def at_result(self) -> bool:
        return self.step.kind is StepKind.RESULT

    @property
    def under_way(self) -> bool:
        """Whether anything was answered that would be a pity to lose."""
        return self._age_given and not self.at_result

    @property
    def can_go_back(self) -> bool:
        return self.asking_again or len(self._path) > 1

    @property
    def emergency(self) -> bool:
        return is_emergency(self._pack, self.answers())

    def give_age(self, age: Age | None) -> None:
        """A new age may ask other signs, so answers to those no longer asked are dropped."""
        self.age, self._age_given = age, True
        asked = {rule.id for rule in applying_rules(self._pack, age) if rule.group}
        self.signs = {rule: answer for rule, answer in self.signs.items() if rule in asked}

    def give_temperature(self, celsius: float | None) -> None:
        """What the thermometer showed; it says yes to the signs it meets, whatever else is answered."""
        self.temperature_c = celsius

    def rules_here(self) -> tuple[Rule, ...]:
        """The signs on this screen; when asked again, only those the parent could not tell."""
        rules = self._rules_of(self.step.id)
        if self.asking_again:
            return tuple(rule for rule in rules if self.signs.get(rule.id) is SignAnswer.CANNOT_TELL)
        return rules

    def gates_here(self) -> tuple[RuleGroup, ...]:
        """The groups that one plain question each stands for, at this age."""
        return tuple(group for group in self._groups("same-day") if group.gate)

    def answer_signs(self, answers: Mapping[str, SignAnswer]) -> None:
        """What was said here; a sign on this screen that is not named was answered no."""
        for rule in self.rules_here():
            said = answers.get(rule.id, SignAnswer.NO)
            self.signs[rule.id] = SignAnswer.YES if measured(rule, self.answers()) else said

    def answer_gates(self, answers: Mapping[str, SignAnswer]) -> None:
        """A gate that is not named was answered no, and so was every sign behind it.

        One that was answered otherwise, or that a measured temperature says yes to, opens its signs: each is
        then asked by itself.
        """
        for group in self.gates_here():
            said = answers.get(group.id, SignAnswer.NO)
            if any(measured(rule, self.answers()) for rule in self._rules_of(group.id)):
                said = SignAnswer.YES
            if said is not self.gates.get(group.id):
                self._forget_signs(group.id)
            self.gates[group.id] = said
            if said is SignAnswer.NO:
                self._deny_signs(group.id)

    def choose(self, options: Iterable[str]) -> None:
        """The options chosen for the question here; none means skipped."""
        self.chosen[self.step.id] = frozenset(options)

    def go_on(self) -> None:
        step = self.step
        if step.kind is StepKind.SIGNS and self._must_ask_again(step.id):
            self.asking_again = True
            return
        if step.kind is StepKind.SIGNS:
            self._asked_twice.add(step.id)
        if step.kind is StepKind.QUESTION and step.id not in self.passed:
            self.passed.append(step.id)
        self.asking_again = False
        self._path.append(self._next_step())

    def go_back(self) -> None:
        """The step before; from a result that came early, the screen whose answer ended the check."""
        if self.asking_again:
            self.asking_again = False
        elif len(self._path) > 1:
            self._ahead.append(self._path.pop())
        self._asked_twice.discard(self.step.id)

    def go_to(self, step: Step) -> None:
        """To a step that was answered, to answer it anew; going on leads to what is left to ask."""
        self.asking_again = False
        self._asked_twice.discard(step.id)
        self._ahead.clear()
        self._path.append(step)

    def go_to_next(self) -> None:
        """To the first step that is left to answer, as after a restart."""
        self.asking_again = False
        self._path.append(self._next_step())

    def answered_steps(self) -> tuple[Step, ...]:
        """Every step that was answered, in the order they are asked; each can be gone to again."""
        return tuple(self._steps_answered())

    def answers(self) -> Answers:
        chosen = {question: options for question, options in self.chosen.items() if options}
        return Answers(self.age, dict(self.signs), chosen, self.temperature_c)

    def assessment(self) -> Assessment:
        return assess(self._pack, self.answers())

    def _next_step(self) -> Step:
        """An emergency or a danger sign not asked yet; then the way one came back; then what is left."""
        due = RESULT if self.emergency else next(self._steps_left())
        if self.emergency or due in (AGE, *self._signs_left("emergency")):
            self._ahead.clear()
        while self._ahead:
            step = self._ahead.pop()
            if self._is_asked(step):
                return step
        return due

    def _is_asked(self, step: Step) -> bool:
        if step.kind is StepKind.SIGNS:
            return bool(self._rules_of(step.id)) and self.gates.get(step.id) is not SignAnswer.NO
        return step.kind in (StepKind.QUESTION, StepKind.GATES)

    def _steps_left(self) -> Iterator[Step]:
        """What is left to answer, in the order it is asked; the result comes last."""
        if not self._age_given:
            yield AGE
        yield from self._signs_left("emergency")
        question = self._next_question()
        if question:
            yield Step(StepKind.QUESTION, question)
        if any(group.id not in self.gates for group in self.gates_here()):
            yield GATES
        yield from self._signs_left("same-day")
        yield RESULT

    def _steps_answered(self) -> Iterator[Step]:
        """From the answers and not from the way taken: what was gone back over stays answered."""
        if self._age_given:
            yield AGE
        yield from self._signs_answered("emergency")
        chosen = (question for question, options in self.chosen.items() if options)
        yield from (Step(StepKind.QUESTION, each) for each in dict.fromkeys([*self.passed, *chosen]))
        if self.gates:
            yield GATES
        yield from self._signs_answered("same-day")

    def _signs_answered(self, stage: str) -> Iterator[Step]:
        """A group that was denied as a whole is answered with the gates."""
        for group in self._groups(stage):
            denied = self.gates.get(group.id) is SignAnswer.NO
            if not denied and any(rule.id in self.signs for rule in self._rules_of(group.id)):
                yield Step(StepKind.SIGNS, group.id)

    def _signs_left(self, stage: str) -> Iterator[Step]:
        for group in self._groups(stage):
            if not self._is_answered(group.id):
                yield Step(StepKind.SIGNS, group.id)

    def _is_answered(self, group: str) -> bool:
        rules = self._rules_of(group)
        return all(rule.id in self.signs for rule in rules) and not self._must_ask_again(group)

    def _next_question(self) -> str | None:
        answers = self.answers()
        return next_question(self._pack, answers, assess(self._pack, answers).ranking, self.passed)

    def _must_ask_again(self, group: str) -> bool:
        answers = [self.signs.get(rule.id) for rule in self._rules_of(group)]
        unsure = SignAnswer.CANNOT_TELL in answers and SignAnswer.YES not in answers
        return unsure and not self.asking_again and group not in self._asked_twice

    def _forget_signs(self, group: str) -> None:
        for rule in self._rules_of(group):
            self.signs.pop(rule.id, None)

    def _deny_signs(self, group: str) -> None:
        for rule in self._rules_of(group):
            self.signs[rule.id] = SignAnswer.NO

    def _rules_of(self, group: str) -> tuple[Rule, ...]:
        return asked_rules(self._pack, self.answers(), group)

    def _groups(self, stage: str) -> tuple[RuleGroup, ...]:
        found = (group for group in self._pack.groups if group.stage == stage)
        return tuple(group for group in found if self._rules_of(group.id))
