"""What would change how soon to get help: the answers that would make it sooner."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guide.domain.checklist.answers import Answers
from guide.domain.checklist.triage import triage
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.domain.questions import Question


@dataclass(frozen=True, slots=True)
class Change:
    """With this option (id) of this question (id) the rule would decide, and the level would be this one."""

    question: str
    option: str
    rule: str
    level: Urgency


def what_would_raise(pack: ContentPack, answers: Answers) -> tuple[Change, ...]:
    """Each rule that one other answer about the spots would make decide, at a higher level; once each."""
    now = triage(pack, answers)
    found: dict[str, Change] = {}
    for question in pack.questions:
        for option, other in _other_answers(question, answers):
            then = triage(pack, other)
            for rule in then.deciding if then.level.rank > now.level.rank else ():
                if pack.rule[rule].when:
                    found.setdefault(rule, Change(question.id, option, rule, then.level))
    return tuple(sorted(found.values(), key=lambda change: -change.level.rank))


def _other_answers(question: Question, answers: Answers) -> Iterator[tuple[str, Answers]]:
    """The answers with one option more, or with another one where only one may be chosen."""
    there = answers.of(question.id)
    for option in question.options:
        if option.id not in there:
            chosen = frozenset({option.id}) | (there if question.choose == "many" else frozenset())
            yield option.id, replace(answers, chosen={**answers.chosen, question.id: chosen})
