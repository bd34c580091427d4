"""The result of a check for programs: plain lists, texts and numbers."""

from dataclasses import asdict
from typing import Any

from guide.content.commands.words import reason_words, strongest
from guide.domain.checklist import Answers, Assessment, Candidate
from guide.domain.pack import ContentPack

KEYS = """\
keys of --json:
  age                    days and months as the rules count them; null where it is not known
  temperature_c          as it was given
  level, action          how soon to get help, and what to do
  complete               whether every danger sign for this age was answered
  rules                  those that decided, each with its reason and its sources
  look_again             when to look again
  nothing_fits           true where no page fits well
  ranking                the ids of the pages, the best fit first, and 'none-of-these' at its place
  none_of_these          the score of that place
  candidates             the pages in the same order: tier, score, and what speaks for and against each
  next_question          what to ask next, with its options; null where no answer would tell more
  changes                other answers with which help would be needed sooner, and the rule behind each
  unanswered_for_level   questions left out on which the level hangs"""


def assessment_data(pack: ContentPack, answers: Answers, result: Assessment) -> dict[str, Any]:
    none_of_these = next(each for each in result.ranking if each not in result.candidates)
    return {
        "pack": {"id": pack.info.id, "version": pack.info.version},
        "age": asdict(answers.age) if answers.age else None,
        "temperature_c": answers.temperature_c,
        "level": result.level,
        "action": {"id": result.action, "title": pack.action[result.action].title},
        "complete": result.complete,
        "rules": [_rule_data(pack, rule) for rule in result.fired],
        "look_again": asdict(result.look_again),
        "nothing_fits": result.nothing_fits,
        "ranking": [each.condition for each in result.ranking],
        "none_of_these": round(none_of_these.score, 3),
        "candidates": [_candidate_data(pack, candidate) for candidate in result.candidates],
        "next_question": _question_data(pack, result.next_question),
        "changes": [asdict(change) for change in result.changes],
        "unanswered_for_level": [each.id for each in pack.questions if each.id in result.unanswered],
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
            for reason in strongest(part)
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


def _question_data(pack: ContentPack, question_id: str | None) -> dict[str, Any] | None:
    if question_id is None:
        return None
    question = pack.question[question_id]
    return {"id": question.id, "ask": question.ask, "options": [option.id for option in question.options]}
