"""The way through a symptom check."""

from guide.domain.ages import Age
from guide.domain.check_session import CheckSession, Step, StepKind
from guide.domain.checklist import SignAnswer
from guide.domain.conditions import Urgency
from guide.domain.questions import Match
from tests.domain.small_pack import rule, small_pack

FIVE_WEEKS = Age(35, 1)


def begun(age: Age | None = FIVE_WEEKS) -> CheckSession:
    session = CheckSession(small_pack())
    session.give_age(age)
    session.go_on()
    return session


def through_signs(session: CheckSession) -> None:
    while session.step.kind is StepKind.SIGNS:
        session.answer_signs({})
        session.go_on()


def test_emergency_signs_come_before_the_look_and_same_day_signs_after_it() -> None:
    steps = begun().steps
    names = [step.id for step in steps if step.id]
    assert names == ["breath", "heat", "look", "place", "today"]
    assert (steps[0].kind, steps[-1].kind) == (StepKind.AGE, StepKind.RESULT)


def test_a_screen_without_a_sign_for_this_age_is_left_out() -> None:
    assert Step(StepKind.SIGNS, "heat") not in begun(Age(400, 13)).steps


def test_an_emergency_ends_the_check_at_once() -> None:
    session = begun()
    session.answer_signs({"E1": SignAnswer.YES})
    session.go_on()
    assert session.at_result
    assert session.assessment().level is Urgency.EMERGENCY


def test_a_look_that_is_an_emergency_ends_the_check_too() -> None:
    blisters = rule("E9", "ambulance", when=(Match("look", ("red",)),))
    session = CheckSession(small_pack(rules=(*small_pack().rules, blisters)))
    session.give_age(FIVE_WEEKS)
    session.go_on()
    through_signs(session)
    session.choose(["red"])
    session.go_on()
    assert session.at_result
    assert session.assessment().fired == ("E9",)


def test_cannot_tell_is_asked_once_more_and_then_counts_as_yes() -> None:
    session = begun()
    session.answer_signs({"E1": SignAnswer.CANNOT_TELL})
    session.go_on()
    assert session.asking_again
    assert [rule.id for rule in session.rules_here()] == ["E1"]
    session.answer_signs({"E1": SignAnswer.CANNOT_TELL})
    session.go_on()
    assert session.assessment().level is Urgency.EMERGENCY


def test_a_sign_that_is_clear_after_a_second_look_lets_the_check_go_on() -> None:
    session = begun()
    session.answer_signs({"E1": SignAnswer.CANNOT_TELL})
    session.go_on()
    session.answer_signs({})
    session.go_on()
    assert session.step == Step(StepKind.SIGNS, "heat")


def test_back_from_an_emergency_returns_to_the_screen_that_ended_the_check() -> None:
    session = begun()
    session.answer_signs({"E1": SignAnswer.YES})
    session.go_on()
    session.go_back()
    assert session.step == Step(StepKind.SIGNS, "breath")
    session.answer_signs({})
    session.go_on()
    assert session.step == Step(StepKind.SIGNS, "heat")


def test_a_question_may_be_skipped_and_answered_later() -> None:
    session = begun()
    through_signs(session)
    session.choose(())
    session.go_on()
    session.go_back()
    session.choose(["white"])
    assert session.answers().chosen == {"look": frozenset(["white"])}


def test_the_whole_way_leads_to_a_result_with_every_sign_answered() -> None:
    session = begun()
    through_signs(session)
    for option in ("white", "face"):
        session.choose([option])
        session.go_on()
    through_signs(session)
    assert session.at_result
    assert session.assessment().complete
    assert session.assessment().level is Urgency.HOME


def test_another_age_drops_answers_to_signs_that_are_no_longer_asked() -> None:
    session = begun()
    session.signs["E2"] = SignAnswer.YES
    session.give_age(Age(400, 13))
    assert "E2" not in session.signs
