"""``assess``: what the check says to a file of answers, and why."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from guide.content.answers import read_answers
from guide.content.commands.ending import CLEAN, CommandError, say, say_problems, usable_pack
from guide.content.commands.words import age_words, reason_words
from guide.content.problems import FileProblemsError, visible
from guide.content.reading import reason
from guide.domain.ages import Age
from guide.domain.checklist import Answers, Assessment, Candidate, Reason, Tier, assess
from guide.domain.pack import ContentPack

_TIERS = {Tier.WELL: "fits well", Tier.PARTLY: "fits partly", Tier.LITTLE: "fits little"}


def assess_answers(folder: Path, answers_file: Path, as_json: bool) -> int:
    pack = usable_pack(folder)
    try:
        answers = read_answers(answers_file, pack)
    except FileProblemsError as error:
        return say_problems(list(error.problems))
    except OSError as error:
        words = f"The answers in {visible(answers_file)} could not be read: {reason(error)}."
        raise CommandError(words) from None
    result = assess(pack, answers)
    data = json.dumps(_as_data(pack, answers, result), indent=2, ensure_ascii=False) if as_json else ""
    say(data or "\n".join(_as_lines(pack, answers, result)))
    return CLEAN


def _as_lines(pack: ContentPack, answers: Answers, result: Assessment) -> Iterator[str]:
    action = pack.action[result.action]
    yield f"Age: {_age_line(answers.age)}"
    yield f"Level: {result.level}"
    yield f"Action: {action.title} ({action.id})"
    if not result.complete:
        yield "Not every danger sign for this age was answered."
    yield from ("", "Decided by:")
    for rule_id in result.fired:
        rule = pack.rule[rule_id]
        yield f"  {rule.id} ({age_words(rule.ages)}): {rule.sign}"
        yield f"    Why: {rule.why.text}"
        yield f"    Sources: {'; '.join(_source_words(pack, rule.why.sources))}"
    yield from ("", "What can look like this:")
    if result.nothing_fits:
        yield "  Nothing fits well."
    for number, candidate in enumerate(result.candidates, start=1):
        yield from _candidate_lines(pack, number, candidate)


def _age_line(age: Age | None) -> str:
    if age is None:
        return "not known, so it counts as the youngest"
    return f"{age.days} days, {age.months} full months, weeks of an early birth taken off"


def _source_words(pack: ContentPack, ids: Iterable[str]) -> Iterator[str]:
    for source in (pack.source[name] for name in ids):
        yield f"{source.id} ({source.organisation}: {source.title})"


def _candidate_lines(pack: ContentPack, number: int, candidate: Candidate) -> Iterator[str]:
    condition = pack.condition[candidate.condition]
    tier = _TIERS[candidate.tier]
    yield f"  {number}. {condition.name} ({condition.id}): {tier}, {candidate.score:+.1f}"
    for word, reasons in (("For", candidate.speaks_for), ("Against", candidate.speaks_against)):
        if reasons:
            said = "; ".join(
                f"{reason_words(pack, condition.id, each)} ({each.weight:+.1f})"
                for each in _strongest(reasons)
            )
            yield f"       {word}: {said}"


def _strongest(reasons: Iterable[Reason]) -> list[Reason]:
    return sorted(reasons, key=lambda each: -abs(each.weight))


def _as_data(pack: ContentPack, answers: Answers, result: Assessment) -> dict[str, Any]:
    return {
        "pack": {"id": pack.info.id, "version": pack.info.version},
        "age": asdict(answers.age) if answers.age else None,
        "level": result.level,
        "action": {"id": result.action, "title": pack.action[result.action].title},
        "complete": result.complete,
        "rules": [_rule_data(pack, rule) for rule in result.fired],
        "nothing_fits": result.nothing_fits,
        "candidates": [_candidate_data(pack, candidate) for candidate in result.candidates],
    }


def _rule_data(pack: ContentPack, rule_id: str) -> dict[str, Any]:
    rule = pack.rule[rule_id]
    sources = [asdict(pack.source[name]) for name in rule.why.sources]
    return {"id": rule.id, "sign": rule.sign, "why": rule.why.text, "sources": sources}


def _candidate_data(pack: ContentPack, candidate: Candidate) -> dict[str, Any]:
    reasons = {
        name: [
            {
                **asdict(reason),
                "weight": round(reason.weight, 3),
                "words": reason_words(pack, candidate.condition, reason),
            }
            for reason in _strongest(part)
        ]
        for name, part in (("for", candidate.speaks_for), ("against", candidate.speaks_against))
    }
    return {
        "condition": candidate.condition,
        "name": pack.condition[candidate.condition].name,
        "tier": candidate.tier,
        "score": round(candidate.score, 3),
        **reasons,
    }
