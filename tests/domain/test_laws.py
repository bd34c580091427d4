"""The laws of triage, on the shipped pack, for whatever a parent may answer."""

import random
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.domain.ages import YOUNGEST, age_of_days, younger_by_weeks
from guide.domain.cases import answers_of
from guide.domain.checklist import Answers, SignAnswer, applying_rules, asked_rules, assess
from guide.domain.checklist.triage import triage
from guide.domain.conditions import Condition, Frequency, Urgency
from guide.domain.pack import ContentPack
from tests.domain.some_answers import (
    danger_signs,
    parents_answers,
    said,
    shipped,
    temperatures,
    with_chosen,
)

MANY, FEW = settings(max_examples=250), settings(max_examples=60)
NOT_COLD = 36.0
"""Below it a young baby is too cold; from there on up a temperature only gets worse."""


def level(answers: Answers) -> Urgency:
    return triage(shipped(), answers).level


@MANY
@given(parents_answers(), st.data())
def test_adding_a_danger_sign_never_lowers_the_level(answers: Answers, data: st.DataObject) -> None:
    sign = data.draw(st.sampled_from(danger_signs()))
    answer = data.draw(st.sampled_from([SignAnswer.YES, SignAnswer.CANNOT_TELL]))
    more = replace(answers, signs={**answers.signs, sign: answer})
    assert level(more).rank >= level(answers).rank


def test_no_danger_sign_lowers_the_level_of_any_worked_family() -> None:
    """One sign for each thing there is to do, for the family as it is and for the same in a newborn."""
    rules = [shipped().rule[sign] for sign in reversed(danger_signs())]
    signs = {(rule.action, rule.lifts): rule.id for rule in rules}
    lowered = []
    for case in shipped().cases:
        for answers in _now_and_as_a_newborn(answers_of(case, shipped())):
            least = level(answers).rank
            more = {sign: {**answers.signs, sign: SignAnswer.YES} for sign in signs.values()}
            lowered += [
                (case.id, sign) for sign in more if level(replace(answers, signs=more[sign])).rank < least
            ]
    assert not lowered


def test_one_more_look_never_lowers_what_is_seen_the_same_day() -> None:
    """A look that a visit can wait for takes nothing from one that cannot."""
    lowered = []
    for case in shipped().cases:
        answers = answers_of(case, shipped())
        if answers.of("look") and level(answers).rank >= Urgency.SAME_DAY.rank:
            for option in shipped().question["look"].options:
                more = with_chosen(answers, "look", option.id, *answers.of("look"))
                lowered += [(case.id, option.id)] if level(more).rank < level(answers).rank else []
    assert not lowered


@given(parents_answers(), st.data())
def test_cannot_tell_is_as_grave_as_yes_for_every_danger_sign(answers: Answers, data: st.DataObject) -> None:
    sign = data.draw(st.sampled_from(danger_signs()))
    yes, unsure = (
        replace(answers, signs={**answers.signs, sign: answer})
        for answer in (SignAnswer.YES, SignAnswer.CANNOT_TELL)
    )
    assert triage(shipped(), yes) == triage(shipped(), unsure)


@MANY
@given(parents_answers(), temperatures(), temperatures())
def test_a_higher_temperature_never_lowers_the_level(
    answers: Answers, one: float | None, other: float | None
) -> None:
    lower, higher = sorted(each for each in (one or NOT_COLD, other or NOT_COLD))
    before = replace(answers, temperature_c=max(lower, NOT_COLD))
    after = replace(answers, temperature_c=max(higher, NOT_COLD))
    assert level(after).rank >= level(before).rank


@given(parents_answers(), temperatures())
def test_a_measured_temperature_never_lowers_the_level(answers: Answers, measured: float | None) -> None:
    unmeasured = replace(answers, temperature_c=None)
    assert level(replace(answers, temperature_c=measured)).rank >= level(unmeasured).rank


@MANY
@given(parents_answers())
def test_home_is_never_the_answer_before_every_sign_was_asked(answers: Answers) -> None:
    asked = {rule.id for group in shipped().groups for rule in asked_rules(shipped(), answers, group.id)}
    if level(answers) is Urgency.HOME:
        assert asked <= answers.signs.keys()
    for sign in asked if level(answers) is Urgency.HOME else ():
        left = {rule: each for rule, each in answers.signs.items() if rule != sign}
        assert level(replace(answers, signs=left)) is not Urgency.HOME, sign


@MANY
@given(parents_answers())
def test_an_unknown_age_is_never_milder_than_the_youngest(answers: Answers) -> None:
    unknown, youngest = replace(answers, age=None), replace(answers, age=YOUNGEST)
    assert level(unknown).rank >= level(youngest).rank


@pytest.mark.parametrize("itch", ["none", "some", "a-lot"])
def test_what_speaks_against_home_counts_as_much_at_an_unknown_age(itch: str) -> None:
    milia = {"look": "white-bumps", "place": "face", "since": "first-days", "touch": "firm", "itch": itch}
    assert level(said(None, **milia)).rank >= level(said(YOUNGEST, **milia)).rank


@MANY
@given(parents_answers())
def test_an_unknown_age_is_sent_home_only_by_rules_for_the_youngest(answers: Answers) -> None:
    unknown = triage(shipped(), replace(answers, age=None))
    if unknown.level is Urgency.HOME:
        assert all(shipped().rule[rule].ages.include(YOUNGEST) for rule in unknown.deciding)
        assert level(replace(answers, age=YOUNGEST)) is Urgency.HOME


@given(parents_answers(), st.integers(0, 1200), st.integers(0, 17))
def test_a_baby_born_early_is_the_younger_one_for_every_rule(answers: Answers, days: int, early: int) -> None:
    corrected = younger_by_weeks(age_of_days(days), early)
    assert corrected.days == max(0, days - 7 * early)
    as_if_younger = age_of_days(max(0, days - 7 * early))
    assert applying_rules(shipped(), corrected) == applying_rules(shipped(), as_if_younger)
    assert assess(shipped(), replace(answers, age=corrected)) == assess(
        shipped(), replace(answers, age=as_if_younger)
    )


@MANY
@given(parents_answers())
def test_the_deciding_rules_have_the_level_that_is_told(answers: Answers) -> None:
    result = triage(shipped(), answers)
    rules = [shipped().rule[rule] for rule in result.deciding]
    levels = {shipped().action[rule.action].level for rule in rules if not rule.lifts}
    lifted = any(rule.lifts for rule in rules)
    assert {each.raised() if lifted else each for each in levels} == {result.level}
    assert shipped().action[result.action].level is result.level


@MANY
@given(parents_answers())
def test_every_deciding_rule_is_for_this_age_and_was_met(answers: Answers) -> None:
    fired = triage(shipped(), answers).deciding
    assert fired
    assert set(fired) <= {rule.id for rule in applying_rules(shipped(), answers.age)}


@given(parents_answers(), st.integers(0, 2**32))
def test_the_order_of_answers_does_not_matter(answers: Answers, seed: int) -> None:
    assert assess(shipped(), _shuffled(answers, random.Random(seed))) == assess(shipped(), answers)


@FEW
@given(parents_answers())
def test_the_same_answers_give_the_same_result_twice(answers: Answers) -> None:
    one, other = assess(shipped(), answers), assess(shipped(), answers)
    assert one == other
    assert (one.next_question, one.changes, one.unanswered) == (
        other.next_question,
        other.changes,
        other.unanswered,
    )


@FEW
@given(parents_answers(), st.data())
def test_a_question_with_nothing_chosen_is_a_question_left_out(answers: Answers, data: st.DataObject) -> None:
    question = data.draw(st.sampled_from([each.id for each in shipped().questions]))
    left_out = {name: each for name, each in answers.chosen.items() if name != question}
    nothing = replace(answers, chosen={**left_out, question: frozenset()})
    out = replace(answers, chosen=left_out)
    one, other = assess(shipped(), nothing), assess(shipped(), out)
    assert one == other
    assert (one.next_question, one.changes) == (other.next_question, other.changes)


@given(parents_answers(), st.integers(0, 2**32))
def test_the_candidates_never_touch_the_level(answers: Answers, seed: int) -> None:
    one, other = assess(shipped(), answers), assess(_other_numbers(seed % 20), answers)
    assert (one.level, one.action, one.fired, one.changes) == (
        other.level,
        other.action,
        other.fired,
        other.changes,
    )


def _now_and_as_a_newborn(answers: Answers) -> tuple[Answers, Answers]:
    newborn = age_of_days(10)
    no = {rule.id: SignAnswer.NO for rule in applying_rules(shipped(), newborn) if rule.group}
    return answers, replace(answers, age=newborn, signs=no | dict(answers.signs))


def _shuffled(answers: Answers, shuffling: random.Random) -> Answers:
    signs, chosen = list(answers.signs.items()), list(answers.chosen.items())
    shuffling.shuffle(signs)
    shuffling.shuffle(chosen)
    turned = {question: frozenset(sorted(options, reverse=True)) for question, options in chosen}
    return replace(answers, signs=dict(signs), chosen=turned)


@cache
def _other_numbers(seed: int) -> ContentPack:
    """Other weights, and in every condition other findings."""
    chance, words = random.Random(seed), list(Frequency)
    conditions = tuple(_with_other_findings(each, chance) for each in shipped().conditions)
    frequency = {word: chance.uniform(0.01, 0.99) for word in words}
    none_of_these = chance.uniform(-5, 5)
    weights = replace(shipped().weights, frequency=frequency, none_of_these=none_of_these, well=0.1)
    return replace(shipped(), conditions=conditions, weights=weights)


def _with_other_findings(condition: Condition, chance: random.Random) -> Condition:
    findings = {
        question: {option: chance.choice(list(Frequency)) for option in options}
        for question, options in condition.findings.items()
    }
    return replace(condition, findings=findings)
