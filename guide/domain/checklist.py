"""The symptom check: triage by rules alone, and beside it what can look like this, with reasons."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guide.domain.ages import YOUNGEST, Age
from guide.domain.conditions import Condition, Frequency, Urgency
from guide.domain.pack import ContentPack
from guide.domain.questions import Match, Question, Rule, Weights


class SignAnswer(StrEnum):
    """What a parent said of a danger sign; ``CANNOT_TELL`` counts as yes."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True)
class Answers:
    """Everything a parent answered. ``signs`` is rule id -> answer, ``chosen`` question id -> option ids.

    ``age`` is the corrected age where the baby was born early, and None where it is not known.
    """

    age: Age | None
    signs: Mapping[str, SignAnswer] = field(default_factory=dict)
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)


class Tier(StrEnum):
    WELL = "well"
    PARTLY = "partly"
    LITTLE = "little"


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: a question's answers, or the age. ``weight`` in natural log units."""

    question: str
    options: tuple[str, ...]
    weight: float


AGE_REASON = "age"


@dataclass(frozen=True, slots=True)
class Candidate:
    condition: str
    tier: Tier
    score: float
    reasons: tuple[Reason, ...]

    @property
    def speaks_for(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.weight > 0)

    @property
    def speaks_against(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.weight < 0)


@dataclass(frozen=True, slots=True)
class Assessment:
    """How soon to get help and why, and what can look like this."""

    level: Urgency
    action: str
    fired: tuple[str, ...]
    complete: bool
    candidates: tuple[Candidate, ...]

    @property
    def nothing_fits(self) -> bool:
        return not any(candidate.tier is Tier.WELL for candidate in self.candidates)


def applying_rules(pack: ContentPack, age: Age | None) -> tuple[Rule, ...]:
    """The rules for this age.

    An unknown age counts as the youngest: nothing may send a child home that would not send a newborn home.
    The danger signs of every age are kept, because the child may be older all the same.
    """
    if age is not None:
        return tuple(rule for rule in pack.rules if rule.ages.include(age))
    return tuple(rule for rule in pack.rules if rule.ages.include(YOUNGEST) or not _is_home(pack, rule))


def asked_rules(pack: ContentPack, age: Age | None, group: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in applying_rules(pack, age) if rule.group == group)


def assess(pack: ContentPack, answers: Answers) -> Assessment:
    """Triage comes from the rules only; the candidates never touch it."""
    rules = applying_rules(pack, answers.age)
    asked = [rule for rule in rules if rule.group]
    complete = all(rule.id in answers.signs for rule in asked)
    fired = list(_fired(pack, rules, answers))
    fired += _for_what_is_left(pack, rules, fired, answers, complete)
    level = _level_of(pack, fired)
    deciding = [rule for rule in fired if pack.action[rule.action].level is level]
    lifting = [rule for rule in asked if rule.lifts and _counts_as_yes(answers, rule)]
    if lifting:
        level, deciding = level.raised(), lifting + deciding
    action = _action_for(pack, level, deciding)
    return Assessment(level, action, tuple(rule.id for rule in deciding), complete, rank(pack, answers))


def _is_home(pack: ContentPack, rule: Rule) -> bool:
    return pack.action[rule.action].level is Urgency.HOME


def is_emergency(pack: ContentPack, answers: Answers) -> bool:
    """Whether what was answered so far is an emergency already, by a sign or by the look."""
    fired = _fired(pack, applying_rules(pack, answers.age), answers)
    return any(pack.action[rule.action].level is Urgency.EMERGENCY for rule in fired)


def _counts_as_yes(answers: Answers, rule: Rule) -> bool:
    return answers.signs.get(rule.id) in (SignAnswer.YES, SignAnswer.CANNOT_TELL)


def _fired(pack: ContentPack, rules: Iterable[Rule], answers: Answers) -> Iterator[Rule]:
    for rule in rules:
        if rule.group:
            if not rule.lifts and _is_met(pack, rule, answers):
                yield rule
        elif rule.when and all(_holds(match, answers) for match in rule.when):
            yield rule


def _is_met(pack: ContentPack, rule: Rule, answers: Answers) -> bool:
    """Doubt makes a danger sign count; it never makes a reason to stay at home."""
    if _is_home(pack, rule):
        return answers.signs.get(rule.id) is SignAnswer.YES
    return _counts_as_yes(answers, rule)


def _for_what_is_left(
    pack: ContentPack, rules: Iterable[Rule], fired: list[Rule], answers: Answers, complete: bool
) -> list[Rule]:
    """The rules that hold where no other speaks for what was seen, or not for all of it.

    "Care at home" stands only when every sign was asked, all that was chosen is named by a home rule, and no
    other answer speaks against it.
    """
    last = [rule for rule in rules if not rule.group and not rule.when]
    known = [rule for rule in fired if _knows_the_look(pack, rule, answers)]
    if not known:
        return last
    level = _level_of(pack, fired)
    home_stands = complete and not _speaks_against_home(pack, known, answers)
    if _names_all(pack, known, answers) and (home_stands or level is not Urgency.HOME):
        return []
    return [rule for rule in last if pack.action[rule.action].level.rank > level.rank]


def _names_all(pack: ContentPack, known: Iterable[Rule], answers: Answers) -> bool:
    """Whether these rules name every look that was chosen, and every answer to what else they ask about."""
    named: dict[str, set[str]] = {question.id: set() for question in pack.questions if _is_a_look(question)}
    for match in (match for rule in known for match in (*rule.when, *rule.also)):
        named.setdefault(match.question, set()).update(match.any_of)
    return all(answers.chosen.get(question, frozenset()) <= options for question, options in named.items())


def _knows_the_look(pack: ContentPack, rule: Rule, answers: Answers) -> bool:
    """Where the age is unknown, a rule for older children says nothing about what a newborn may have."""
    matches = bool(rule.when) or _is_home(pack, rule)
    return matches and (answers.age is not None or rule.ages.include(YOUNGEST))


def _speaks_against_home(pack: ContentPack, known: Iterable[Rule], answers: Answers) -> bool:
    named = {
        (match.question, option)
        for rule in known
        for match in (*rule.when, *rule.also)
        for option in match.any_of
    }
    return any(
        (match.question, option) not in named
        for match in pack.not_at_home
        for option in answers.chosen.get(match.question, frozenset()) & set(match.any_of)
    )


def _is_a_look(question: Question) -> bool:
    """What the spots look like is asked with several answers; their size or number has only one."""
    return question.step == "look" and question.choose == "many"


def _holds(match: Match, answers: Answers) -> bool:
    return bool(answers.chosen.get(match.question, frozenset()) & set(match.any_of))


def _level_of(pack: ContentPack, rules: Iterable[Rule]) -> Urgency:
    levels = [pack.action[rule.action].level for rule in rules]
    return max(levels, key=lambda level: level.rank, default=Urgency.ROUTINE)


def _action_for(pack: ContentPack, level: Urgency, deciding: list[Rule]) -> str:
    """The gravest action a deciding rule names: the pack lists the gravest first at each level."""
    named = {rule.action for rule in deciding}
    at_level = [action.id for action in pack.actions if action.level is level]
    return next((action for action in at_level if action in named), at_level[-1])


def rank(pack: ContentPack, answers: Answers) -> tuple[Candidate, ...]:
    """Every condition that may be offered, the best fit first; equal ones by name."""
    candidates = [_weigh(pack, condition, answers) for condition in pack.conditions if condition.matched]
    return tuple(sorted(candidates, key=lambda item: (-item.score, pack.condition[item.condition].name)))


def _weigh(pack: ContentPack, condition: Condition, answers: Answers) -> Candidate:
    weights = pack.weights
    reasons = [
        Reason(
            question.id,
            _in_order(question, answers),
            _evidence(weights, condition, question, answers),
        )
        for question in pack.questions
        if answers.chosen.get(question.id)
    ]
    if answers.age is not None:
        reasons.append(Reason(AGE_REASON, (), _age_evidence(weights, condition, answers.age)))
    evidence = math.fsum(reason.weight for reason in reasons)
    score = evidence + weights.prior[condition.commonness]
    asked = any(reason.question != AGE_REASON for reason in reasons)
    tier = _tier(weights, evidence) if asked else Tier.LITTLE
    return Candidate(condition.id, tier, score, tuple(reasons))


def _in_order(question: Question, answers: Answers) -> tuple[str, ...]:
    chosen = answers.chosen[question.id]
    return tuple(option.id for option in question.options if option.id in chosen)


def _evidence(weights: Weights, condition: Condition, question: Question, answers: Answers) -> float:
    """The mean over the chosen options: answers to one question speak of one thing and count once."""
    known = condition.findings.get(question.id, {})
    ratios = [
        math.log(weights.frequency[known.get(option, weights.unmentioned)] / weights.background)
        for option in _in_order(question, answers)
    ]
    return math.fsum(ratios) / len(ratios)


def _age_evidence(weights: Weights, condition: Condition, age: Age) -> float:
    if condition.ages.include(age):
        return math.log(weights.frequency[Frequency.USUAL] / weights.background)
    return weights.age_outside


def _tier(weights: Weights, evidence: float) -> Tier:
    if evidence >= weights.well:
        return Tier.WELL
    return Tier.PARTLY if evidence >= weights.partly else Tier.LITTLE
