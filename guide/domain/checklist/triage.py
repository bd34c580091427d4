"""How soon to get help, from the pack's rules alone: a guess at the cause never touches it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guide.domain.ages import YOUNGEST, Age
from guide.domain.checklist.answers import Answers, SignAnswer
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.domain.questions import Match, Question, Rule


@dataclass(frozen=True, slots=True)
class Triage:
    """``action`` and ``deciding`` are ids; ``complete``: every sign there was to ask was answered."""

    level: Urgency
    action: str
    deciding: tuple[str, ...]
    complete: bool


def triage(pack: ContentPack, answers: Answers) -> Triage:
    """The highest rule that holds wins; strong worry moves the result up one level."""
    rules = applying_rules(pack, answers.age)
    asked = [rule for rule in rules if rule.group]
    complete = all(rule.id in answers.signs for rule in asked if is_asked(rule, answers))
    fired = list(_fired(pack, rules, answers))
    fired += _for_what_is_left(pack, rules, fired, answers, complete)
    level = _level_of(pack, fired)
    deciding = [rule for rule in fired if pack.action[rule.action].level is level]
    lifting = [rule for rule in asked if rule.lifts and answers.counts_as_yes(rule.id)]
    if lifting:
        level, deciding = level.raised(), lifting + deciding
    action = _action_for(pack, level, deciding)
    return Triage(level, action, tuple(rule.id for rule in deciding), complete)


def firm_level(pack: ContentPack, answers: Answers) -> Urgency | None:
    """The highest level of the rules that hold for what was said; None where none does."""
    return _highest(pack, _fired(pack, applying_rules(pack, answers.age), answers))


def open_rules(pack: ContentPack, answers: Answers) -> tuple[Rule, ...]:
    """The rules about what was seen for which it still hangs on an answer to come whether they hold."""
    return tuple(rule for rule in applying_rules(pack, answers.age) if rule.when and _is_open(rule, answers))


def _is_open(rule: Rule, answers: Answers) -> bool:
    if any(holds(match, answers) for match in rule.unless):
        return False
    if any(answers.of(match.question) and not holds(match, answers) for match in rule.when):
        return False
    return any(not answers.of(match.question) for match in (*rule.when, *rule.unless))


def with_signs_denied(pack: ContentPack, answers: Answers) -> Answers:
    """The same answers, and every sign that is not answered yet answered no."""
    no = {rule.id: SignAnswer.NO for rule in applying_rules(pack, answers.age) if rule.group}
    return replace(answers, signs=no | dict(answers.signs))


def is_emergency(pack: ContentPack, answers: Answers) -> bool:
    """Whether what was answered so far is an emergency already, by a sign or by the look."""
    return firm_level(pack, answers) is Urgency.EMERGENCY


def applying_rules(pack: ContentPack, age: Age | None) -> tuple[Rule, ...]:
    """The rules for this age.

    An unknown age counts as the youngest: nothing may send a child home that would not send a newborn home.
    The danger signs of every age are kept, because the child may be older all the same.
    """
    known = pack.rules_by_age.get(age)
    if known is None:
        known = pack.rules_by_age[age] = tuple(rule for rule in pack.rules if _applies(pack, rule, age))
    return known


def _applies(pack: ContentPack, rule: Rule, age: Age | None) -> bool:
    if age is not None:
        return rule.ages.include(age)
    return rule.ages.include(YOUNGEST) or not is_home(pack, rule)


def asked_rules(pack: ContentPack, answers: Answers, group: str) -> tuple[Rule, ...]:
    """The signs to ask on one screen, for this age and what was said of the spots so far."""
    applying = applying_rules(pack, answers.age)
    return tuple(rule for rule in applying if rule.group == group and is_asked(rule, answers))


def is_asked(rule: Rule, answers: Answers) -> bool:
    """A sign that belongs to one look is left out only where the parent said that the look is another."""
    return all(not answers.of(match.question) or holds(match, answers) for match in rule.asked_if)


def is_home(pack: ContentPack, rule: Rule) -> bool:
    return pack.action[rule.action].level is Urgency.HOME


def holds(match: Match, answers: Answers) -> bool:
    return not answers.of(match.question).isdisjoint(match.any_of)


def measured(rule: Rule, answers: Answers) -> bool:
    """Whether the thermometer alone says yes to this sign."""
    limits, temperature = rule.temperature, answers.temperature_c
    return limits is not None and temperature is not None and limits.include(temperature)


def _fired(pack: ContentPack, rules: Iterable[Rule], answers: Answers) -> Iterator[Rule]:
    for rule in rules:
        if rule.group:
            if not rule.lifts and _is_met(pack, rule, answers):
                yield rule
        elif rule.when and follows(rule, answers):
            yield rule


def follows(rule: Rule, answers: Answers) -> bool:
    contradicted = any(holds(match, answers) for match in rule.unless)
    return not contradicted and all(holds(match, answers) for match in rule.when)


def _is_met(pack: ContentPack, rule: Rule, answers: Answers) -> bool:
    """Doubt makes a danger sign count; it never makes a reason to stay at home."""
    if is_home(pack, rule):
        return answers.signs.get(rule.id) is SignAnswer.YES
    return answers.counts_as_yes(rule.id) or measured(rule, answers)


def _for_what_is_left(
    pack: ContentPack, rules: Iterable[Rule], fired: list[Rule], answers: Answers, complete: bool
) -> list[Rule]:
    """The rules that hold where no other speaks for what was seen, or not for all of it.

    "Care at home" stands only when every sign was asked, all that was chosen is named by a home rule, and no
    other answer speaks against it.
    """
    last = [rule for rule in rules if not rule.group and not rule.when]
    known = [rule for rule in fired if _knows_the_look(pack, rule, answers)]
    if not complete or _speaks_against_home(pack, known, answers):
        known = [rule for rule in known if not is_home(pack, rule)]
    if not known:
        return last
    if _names_all(pack, known, answers):
        return []
    level = _level_of(pack, fired)
    return [rule for rule in last if pack.action[rule.action].level.rank > level.rank]


def _names_all(pack: ContentPack, known: Sequence[Rule], answers: Answers) -> bool:
    """Whether each look that was chosen is named by a rule that names all else it asks about as well."""
    looks = {question.id: answers.of(question.id) for question in pack.questions if _is_a_look(question)}
    if not any(looks.values()):
        return all(_knows_the_rest(pack, rule, answers) for rule in known)
    return all(
        any(look in _named(pack, rule, question) and _knows_the_rest(pack, rule, answers) for rule in known)
        for question, chosen in looks.items()
        for look in chosen
    )


def _knows_the_rest(pack: ContentPack, rule: Rule, answers: Answers) -> bool:
    asked = {match.question for match in rule.when if not _is_a_look(pack.question[match.question])}
    return all(answers.of(question) <= _named(pack, rule, question) for question in asked)


def _named(pack: ContentPack, rule: Rule, question: str) -> set[str]:
    """Where the rule says which answers speak against it, it stands with every other one."""
    if any(match.question == question for match in rule.unless) and not _is_a_look(pack.question[question]):
        return {option.id for option in pack.question[question].options}
    matches = (match for match in (*rule.when, *rule.also) if match.question == question)
    return {option for match in matches for option in match.any_of}


def _knows_the_look(pack: ContentPack, rule: Rule, answers: Answers) -> bool:
    """Where the age is unknown, a rule for older children says nothing about what a newborn may have."""
    matches = bool(rule.when) or is_home(pack, rule)
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
        for option in answers.of(match.question) & set(match.any_of)
    )


def _is_a_look(question: Question) -> bool:
    """What the spots look like is asked with several answers; their size or number has only one."""
    return question.step == "look" and question.choose == "many"


def _level_of(pack: ContentPack, rules: Iterable[Rule]) -> Urgency:
    return _highest(pack, rules) or Urgency.ROUTINE


def _highest(pack: ContentPack, rules: Iterable[Rule]) -> Urgency | None:
    levels = (pack.action[rule.action].level for rule in rules)
    return max(levels, key=lambda level: level.rank, default=None)


def _action_for(pack: ContentPack, level: Urgency, deciding: list[Rule]) -> str:
    """The gravest action a deciding rule names: the pack lists the gravest first at each level."""
    named = {rule.action for rule in deciding}
    at_level = [action.id for action in pack.actions if action.level is level]
    return next((action for action in at_level if action in named), at_level[-1])
