"""The result of a check in words: the level and why, what it can be, and what is still open."""

from collections.abc import Iterable, Iterator

from guide.content.commands.words import age_words, answer_words, reason_words, strongest
from guide.domain.ages import Age
from guide.domain.checklist import NONE_OF_THESE, Answers, Assessment, Candidate, Tier
from guide.domain.pack import ContentPack

TIERS = {Tier.WELL: "fits well", Tier.PARTLY: "fits partly", Tier.LITTLE: "fits little"}


def assessment_lines(pack: ContentPack, answers: Answers, result: Assessment) -> Iterator[str]:
    action = pack.action[result.action]
    yield f"Age: {_age_line(answers.age)}"
    if answers.temperature_c is not None:
        yield f"Temperature: {answers.temperature_c:.1f} °C"
    yield f"Level: {result.level}"
    yield f"Action: {action.title} ({action.id})"
    yield f"Look again: {result.look_again.text}"
    if not result.complete:
        yield "Not every danger sign for this age was answered."
    yield from ("", "Decided by:")
    for rule_id in result.fired:
        yield from _rule_lines(pack, rule_id)
    yield from ("", "What can look like this:")
    yield from _ranking_lines(pack, result)
    yield from ("", "Still open:")
    yield from (f"  {line}" for line in _open_lines(pack, result))


def _age_line(age: Age | None) -> str:
    if age is None:
        return "not known, so it counts as the youngest"
    return f"{age.days} days, {age.months} full months, weeks of an early birth taken off"


def _rule_lines(pack: ContentPack, rule_id: str) -> Iterator[str]:
    rule = pack.rule[rule_id]
    yield f"  {rule.id} ({age_words(rule.ages)}): {rule.sign}"
    yield f"    Why: {rule.why.text}"
    yield f"    Sources: {'; '.join(_source_words(pack, rule.why.sources))}"


def _source_words(pack: ContentPack, ids: Iterable[str]) -> Iterator[str]:
    for source in (pack.source[name] for name in ids):
        yield f"{source.id} ({source.organisation}: {source.title})"


def _ranking_lines(pack: ContentPack, result: Assessment) -> Iterator[str]:
    if result.nothing_fits:
        yield "  Nothing fits well."
    number = 0
    for candidate in result.ranking:
        if candidate.condition == NONE_OF_THESE:
            meaning = "what stands below is not offered, nor what fits little"
            yield f"  -- None of these: {candidate.score:+.1f}; {meaning}"
        else:
            number += 1
            yield from _candidate_lines(pack, number, candidate)


def _candidate_lines(pack: ContentPack, number: int, candidate: Candidate) -> Iterator[str]:
    condition = pack.condition[candidate.condition]
    tier = TIERS[candidate.tier]
    yield f"  {number}. {condition.name} ({condition.id}): {tier}, {candidate.score:+.1f}"
    for word, reasons in (("For", candidate.speaks_for), ("Against", candidate.speaks_against)):
        if reasons:
            said = "; ".join(
                f"{reason_words(pack, condition.id, each)} ({each.weight:+.1f})"
                for each in strongest(reasons)
            )
            yield f"       {word}: {said}"


def _open_lines(pack: ContentPack, result: Assessment) -> Iterator[str]:
    if result.next_question is None:
        yield "Next question: none, no answer would tell more."
    else:
        yield f"Next question: {result.next_question}: {pack.question[result.next_question].ask}"
    for change in result.changes:
        answer = answer_words(pack, change.question, [change.option])
        yield f"Sooner with another answer: {answer} ({change.level}, by {change.rule})"
    if not result.changes:
        yield "Sooner with another answer: no single answer about the spots changes the level."
    hanging = [question.id for question in pack.questions if question.id in result.unanswered]
    yield f"Not answered, and the level hangs on it: {', '.join(hanging) or 'nothing'}"
