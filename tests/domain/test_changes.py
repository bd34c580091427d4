"""What would change the advice: answers about the spots with which help would be needed sooner."""

from dataclasses import replace

from hypothesis import given, settings

from guide.domain.ages import Age
from guide.domain.checklist import Answers, Change, SignAnswer, assess
from guide.domain.checklist.triage import triage
from guide.domain.conditions import Urgency
from guide.domain.questions import Match
from tests.domain.small_pack import rule, small_pack
from tests.domain.some_answers import parents_answers, said, shipped

SOME = settings(max_examples=80)
FIVE_WEEKS = Age(35, 1)


def with_option(answers: Answers, question: str, option: str) -> Answers:
    """One option more, or another one where only one may be chosen."""
    kept = answers.of(question) if shipped().question[question].choose == "many" else frozenset[str]()
    return replace(answers, chosen={**answers.chosen, question: kept | {option}})


@SOME
@given(parents_answers())
def test_each_change_makes_it_more_urgent_by_the_rule_it_names(answers: Answers) -> None:
    now = assess(shipped(), answers)
    for change in now.changes:
        then = triage(shipped(), with_option(answers, change.question, change.option))
        assert then.level is change.level
        assert change.level.rank > now.level.rank
        assert change.rule in then.deciding


@SOME
@given(parents_answers())
def test_every_rule_that_one_more_answer_would_bring_is_among_the_changes(answers: Answers) -> None:
    now = assess(shipped(), answers)
    named = {change.rule for change in now.changes}
    for question in shipped().questions:
        for option in question.options:
            if option.id not in answers.of(question.id):
                then = triage(shipped(), with_option(answers, question.id, option.id))
                if then.level.rank > now.level.rank:
                    assert {each for each in then.deciding if shipped().rule[each].when} <= named


@SOME
@given(parents_answers())
def test_a_rule_is_named_once_and_the_gravest_come_first(answers: Answers) -> None:
    changes = assess(shipped(), answers).changes
    assert len({change.rule for change in changes}) == len(changes)
    assert [change.level.rank for change in changes] == sorted(
        (change.level.rank for change in changes), reverse=True
    )


def test_nothing_can_make_an_emergency_more_urgent() -> None:
    assert assess(shipped(), said(125, "E06", look="red-bumps")).changes == ()


def test_milia_of_a_young_baby_would_be_an_emergency_with_a_group_of_blisters() -> None:
    changes = assess(shipped(), said(35, look="white-bumps", place="face", since="at-birth")).changes
    assert Change("look", "blister-cluster", "E11m", Urgency.EMERGENCY) in changes


def test_of_a_question_with_one_answer_the_other_answers_are_tried_in_its_place() -> None:
    young = said(20, look="clear-drops", place="back", named="named-harmless")
    assert Change("named", "not-yet", "E11n", Urgency.EMERGENCY) in assess(shipped(), young).changes


def test_a_change_needs_only_one_more_answer() -> None:
    grave = rule("E9", "ambulance", when=(Match("look", ("red",)), Match("place", ("back",))))
    pack = small_pack(rules=(*small_pack().rules, grave))
    no = {each.id: SignAnswer.NO for each in pack.rules if each.group}
    white = Answers(FIVE_WEEKS, no, {"look": frozenset(["white"])})
    red = Answers(FIVE_WEEKS, no, {"look": frozenset(["red"])})
    assert assess(pack, white).changes == ()
    assert assess(pack, red).changes == (Change("place", "back", "E9", Urgency.EMERGENCY),)
