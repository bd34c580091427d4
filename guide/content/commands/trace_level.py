"""``assess --trace``: which lines of the danger signs decided how soon to get help, and which are open."""

from collections.abc import Iterator, Sequence

from guide.content.commands.words import answer_words
from guide.content.files import DangerSigns
from guide.content.pieces import Piece, Pieces
from guide.content.tracing import place
from guide.content.tree import Steps
from guide.domain.checklist import Answers, Assessment, measured
from guide.domain.checklist.triage import applying_rules, holds, open_rules
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.domain.questions import Match, Rule


def level_lines(pieces: Pieces, pack: ContentPack, answers: Answers, result: Assessment) -> Iterator[str]:
    if pieces.danger_signs is not None:
        lines = _Lines(pieces.danger_signs, pack, answers)
        yield from ("", f"How soon to get help: {result.level}")
        for rule in result.fired:
            yield from lines.of_deciding(pack.rule[rule], result)
        yield from ("", "Rules still open, each with the questions it hangs on:")
        yield from lines.of_open()


class _Lines:
    """What was answered, beside the lines of danger-signs.yaml."""

    def __init__(self, signs: Piece[DangerSigns], pack: ContentPack, answers: Answers) -> None:
        self._signs = signs
        self._pack = pack
        self._answers = answers
        self._numbers = {rule.id: number for number, rule in enumerate(signs.value.rules)}

    def of_deciding(self, rule: Rule, result: Assessment) -> Iterator[str]:
        action = place(self._signs, "rules", self._numbers[rule.id], "action")
        yield f"  {rule.id} ({self._at(rule)}): {rule.sign}"
        yield f"    leads to '{rule.action}' ({action}), {self._pack.action[rule.action].level}"
        if rule.lifts:
            yield "    raises the result by one level"
        if rule.group:
            yield from self._of_asked(rule)
        elif rule.when:
            yield from self._of_matches(rule, "when", rule.when)
            yield from (
                f"    no answer is one of 'unless' ({self._at(rule, 'unless')})" for _ in rule.unless[:1]
            )
        else:
            yield from self._of_last(result)

    def of_open(self) -> Iterator[str]:
        rules = open_rules(self._pack, self._answers)
        for rule in rules:
            level = self._pack.action[rule.action].level
            asked = dict.fromkeys(match.question for match in (*rule.when, *rule.unless))
            missing = [question for question in asked if not self._answers.of(question)]
            yield f"  {rule.id} ({self._at(rule)}), {level}: {', '.join(missing)}"
        if not rules:
            yield "  none"

    def _of_asked(self, rule: Rule) -> Iterator[str]:
        if answer := self._answers.signs.get(rule.id):
            yield f"    asked, and answered {answer}"
        if measured(rule, self._answers):
            at = self._at(rule, "temperature")
            yield f"    {self._answers.temperature_c:.1f} °C is within its 'temperature' ({at})"

    def _of_matches(self, rule: Rule, name: str, matches: Sequence[Match]) -> Iterator[str]:
        for number, match in enumerate(matches):
            there = self._said(match)
            yield f"    {name} ({self._at(rule, name, number)}): {there}"

    def _of_last(self, result: Assessment) -> Iterator[str]:
        yield "    holds where no other rule speaks for all that was said"
        if not result.complete:
            yield "    not every danger sign was answered"
        for rule in self._home_rules():
            yield f"    {rule.id} ({self._at(rule)}) holds, but does not name all that was said"
        for number, match in enumerate(self._signs.value.not_at_home):
            if holds(match, self._answers):
                yield f"    not_at_home ({place(self._signs, 'not_at_home', number)}): {self._said(match)}"

    def _home_rules(self) -> list[Rule]:
        """Those that hold for what was said, and still did not decide."""
        return [
            rule
            for rule in applying_rules(self._pack, self._answers.age)
            if rule.when
            and self._pack.action[rule.action].level is Urgency.HOME
            and all(holds(match, self._answers) for match in rule.when)
            and not any(holds(match, self._answers) for match in rule.unless)
        ]

    def _said(self, match: Match) -> str:
        chosen = [option for option in match.any_of if option in self._answers.of(match.question)]
        return answer_words(self._pack, match.question, chosen)

    def _at(self, rule: Rule, *more: str | int) -> str:
        steps: Steps = ("rules", self._numbers[rule.id], *more)
        return place(self._signs, *steps)
