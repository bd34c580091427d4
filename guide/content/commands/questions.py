"""``questions``: everything the check can ask, with ids, texts, ages and options."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from guide.content.commands.ending import CLEAN, say, usable_pack
from guide.content.commands.words import age_words, answer_words, temperature_words
from guide.domain.pack import ContentPack
from guide.domain.questions import Question, Rule, RuleGroup


def questions(folder: Path, as_json: bool) -> int:
    pack = usable_pack(folder)
    say(json.dumps(_as_data(pack), indent=2, ensure_ascii=False) if as_json else "\n".join(_as_lines(pack)))
    return CLEAN


def _rules_of(pack: ContentPack, group: RuleGroup) -> list[Rule]:
    return [rule for rule in pack.rules if rule.group == group.id]


def _as_lines(pack: ContentPack) -> Iterator[str]:
    yield f"{pack.info.title} {pack.info.version} ({pack.info.id})"
    yield from ("", "DANGER SIGNS (answers: yes, no, cannot-tell)")
    for group in pack.groups:
        yield from _group_lines(pack, group)
    yield from ("", f"QUESTIONS (each may be left out; one check asks {pack.most_questions} at most)")
    for question in pack.questions:
        yield from _question_lines(question)


def _group_lines(pack: ContentPack, group: RuleGroup) -> Iterator[str]:
    yield from ("", f"{group.id} ({group.stage}): {group.ask}")
    if group.gate:
        yield f"    Asked first, and a no answers all of these: {group.gate}"
    if group.help:
        yield f"    Help: {group.help}"
    for rule in _rules_of(pack, group):
        level = pack.action[rule.action].level
        lifts = ", raises the result by one level" if rule.lifts else f", {level}"
        yield f"  {rule.id} ({age_words(rule.ages)}{lifts}): {rule.sign}"
        if rule.help:
            yield f"    Help: {rule.help}"
        if rule.temperature:
            yield f"    Yes by itself: a temperature {temperature_words(rule.temperature)}"
        for match in rule.asked_if:
            yield f"    Only if not answered otherwise: {answer_words(pack, match.question, match.any_of)}"


def _question_lines(question: Question) -> Iterator[str]:
    many = "choose any" if question.choose == "many" else "choose one"
    yield from ("", f"{question.id} ({question.step}, {many}): {question.ask}")
    if question.help:
        yield f"    Help: {question.help}"
    for option in question.options:
        yield f"  {option.id}: {option.text}{f' — {option.detail}' if option.detail else ''}"


def _as_data(pack: ContentPack) -> dict[str, Any]:
    return {
        "pack": {"id": pack.info.id, "title": pack.info.title, "version": pack.info.version},
        "most_questions": pack.most_questions,
        "groups": [
            {**asdict(group), "rules": [_rule_data(pack, rule) for rule in _rules_of(pack, group)]}
            for group in pack.groups
        ],
        "questions": [_question_data(question) for question in pack.questions],
    }


def _rule_data(pack: ContentPack, rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "sign": rule.sign,
        "help": rule.help,
        "ages": {name: limit for name, limit in asdict(rule.ages).items() if limit is not None},
        "ages_in_words": age_words(rule.ages),
        "action": rule.action,
        "level": pack.action[rule.action].level,
        "lifts": rule.lifts,
        "temperature": asdict(rule.temperature) if rule.temperature else None,
        "asked_if": [asdict(match) for match in rule.asked_if],
        "why": asdict(rule.why),
    }


def _question_data(question: Question) -> dict[str, Any]:
    options = [{"id": option.id, "text": option.text, "detail": option.detail} for option in question.options]
    names = ("id", "step", "ask", "short", "help", "choose")
    return {**{name: getattr(question, name) for name in names}, "options": options}
