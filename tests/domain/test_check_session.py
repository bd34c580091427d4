"""The way through a symptom check."""

import pytest

from guide.content.loader import load_pack
from guide.domain.ages import Age
from guide.domain.check_session import AGE, GATES, RESULT, CheckSession, Step, StepKind
from guide.domain.checklist import SignAnswer
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.domain.questions import Match, RuleGroup, TemperatureLimits
from guide.paths import resources_folder
from tests.domain.small_pack import YOUNG, rule, small_pack

FIVE_WEEKS = Age(35, 1)
YES, NO, UNSURE = SignAnswer.YES, SignAnswer.NO, SignAnswer.CANNOT_TELL
BREATH, HEAT = Step(StepKind.SIGNS, "breath"), Step(StepKind.SIGNS, "heat")
SKIN, TODAY = Step(StepKind.SIGNS, "skin"), Step(StepKind.SIGNS, "today")


@pytest.fixture(scope="module")
def shipped() -> ContentPack:
    return load_pack(resources_folder() / "content")


def gated_pack(**changes: object) -> ContentPack:
    """The small pack with two gates before the last signs: "fever" (U3 by 38 °C) and "skin" (U4, U5)."""
    small = small_pack()
    fields: dict[str, object] = {
        "groups": (
            *small.groups[:2],
            RuleGroup("fever", "same-day", "Fever?", "", gate="A fever?"),
            RuleGroup("skin", "same-day", "Skin?", "", gate="Sore skin?"),
            *small.groups[2:],
        ),
        "rules": (
            *small.rules,
            rule("U3", "same-day", group="fever", temperature=TemperatureLimits(from_c=38.0)),
            rule("U4", "same-day", group="skin"),
            rule("U5", "same-day", group="skin"),
        ),
    }
    return small_pack(**(fields | changes))


def begun(pack: ContentPack | None = None, age: Age | None = FIVE_WEEKS) -> CheckSession:
    session = CheckSession(pack or small_pack())
    session.give_age(age)
    session.go_on()
    return session


def deny(session: CheckSession) -> None:
    """None of the signs on this screen, or of the gates."""
    if session.step == GATES:
        session.answer_gates({})
    else:
        session.answer_signs({})
    session.go_on()


def through_signs(session: CheckSession) -> CheckSession:
    while session.step.kind in (StepKind.SIGNS, StepKind.GATES):
        deny(session)
    return session


def choose(session: CheckSession, *options: str) -> None:
    session.choose(options)
    session.go_on()


def at_gates(pack: ContentPack | None = None) -> CheckSession:
    session = through_signs(begun(pack or gated_pack()))
    while session.step.kind is StepKind.QUESTION:
        choose(session)
    return session


def asked(pack: ContentPack, age: Age, **answers: str) -> list[str]:
    """The questions of a whole check, in the order they come; what is not named is skipped."""
    session = through_signs(begun(pack, age))
    while session.step.kind is StepKind.QUESTION:
        choose(session, *filter(None, [answers.get(session.step.id, "")]))
    return session.passed


def test_the_age_comes_first_and_then_the_emergency_signs() -> None:
    session = CheckSession(small_pack())
    assert session.step == AGE
    session.give_age(FIVE_WEEKS)
    session.go_on()
    assert session.step == BREATH


def test_the_spots_come_after_the_emergency_signs_and_before_those_for_today() -> None:
    session = through_signs(begun())
    kinds = []
    while not session.at_result:
        kinds.append((session.step.kind, session.step.id))
        choose(session) if session.step.kind is StepKind.QUESTION else deny(session)
    assert [kind for kind, _ in kinds] == [StepKind.QUESTION, StepKind.QUESTION, StepKind.SIGNS]
    assert kinds[-1][1] == "today"


def test_a_screen_without_a_sign_for_this_age_is_left_out() -> None:
    session = begun(age=Age(400, 13))
    assert session.step == BREATH
    deny(session)
    assert session.step != HEAT


def test_an_unknown_age_is_asked_the_signs_for_the_youngest() -> None:
    session = begun(age=None)
    deny(session)
    assert session.step == HEAT


def test_an_emergency_ends_the_check_at_once() -> None:
    session = begun()
    session.answer_signs({"E1": YES})
    session.go_on()
    assert session.at_result
    assert session.assessment().level is Urgency.EMERGENCY


def test_a_look_that_is_an_emergency_ends_the_check_too() -> None:
    blisters = rule("E9", "ambulance", when=(Match("look", ("red",)),))
    session = through_signs(begun(small_pack(rules=(*small_pack().rules, blisters))))
    while session.step.id != "look":
        choose(session)
    choose(session, "red")
    assert session.at_result
    assert session.assessment().fired == ("E9",)


def test_cannot_tell_is_asked_once_more_and_then_counts_as_yes() -> None:
    session = begun()
    session.answer_signs({"E1": UNSURE})
    session.go_on()
    assert session.asking_again
    assert [each.id for each in session.rules_here()] == ["E1"]
    session.answer_signs({"E1": UNSURE})
    session.go_on()
    assert session.assessment().level is Urgency.EMERGENCY


def test_a_sign_that_is_clear_after_a_second_look_lets_the_check_go_on() -> None:
    session = begun()
    session.answer_signs({"E1": UNSURE})
    session.go_on()
    deny(session)
    assert session.step == HEAT


def test_back_from_the_second_look_shows_the_whole_screen_again() -> None:
    session = begun()
    session.answer_signs({"E1": UNSURE})
    session.go_on()
    session.go_back()
    assert (session.step, session.asking_again) == (BREATH, False)


def test_a_yes_beside_a_cannot_tell_needs_no_second_look() -> None:
    both = (*small_pack().rules, rule("E3", "ambulance", group="breath"))
    session = begun(small_pack(rules=both))
    session.answer_signs({"E1": UNSURE, "E3": YES})
    session.go_on()
    assert session.at_result


def test_back_from_an_emergency_returns_to_the_screen_that_ended_the_check() -> None:
    session = begun()
    session.answer_signs({"E1": YES})
    session.go_on()
    session.go_back()
    assert session.step == BREATH
    deny(session)
    assert session.step == HEAT


def test_going_back_and_on_again_keeps_every_answer() -> None:
    session = through_signs(begun())
    first = session.step
    choose(session, "white" if first.id == "look" else "face")
    second = session.step
    session.go_back()
    assert session.step == first
    assert session.chosen[first.id]
    session.go_on()
    assert session.step == second


def test_a_danger_sign_ticked_on_the_way_back_ends_the_check() -> None:
    session = through_signs(begun())
    choose(session)
    while session.step != BREATH:
        session.go_back()
    session.answer_signs({"E1": YES})
    session.go_on()
    assert session.at_result


def test_there_is_nothing_to_go_back_to_at_the_first_step() -> None:
    session = CheckSession(small_pack())
    assert not session.can_go_back
    session.give_age(None)
    session.go_on()
    assert session.can_go_back


def test_a_skipped_question_is_passed_and_may_be_answered_later() -> None:
    session = through_signs(begun())
    skipped = session.step
    choose(session)
    assert session.passed == [skipped.id]
    assert session.answers().chosen == {}
    session.go_to(skipped)
    choose(session, "white" if skipped.id == "look" else "face")
    assert session.answers().of(skipped.id)


def test_the_whole_way_leads_to_a_result_with_every_sign_answered() -> None:
    session = through_signs(begun())
    while session.step.kind is StepKind.QUESTION:
        choose(session, {"look": "white", "place": "face"}[session.step.id])
    through_signs(session)
    assert session.at_result
    assert session.assessment().complete
    assert session.assessment().level is Urgency.HOME


def test_any_answer_can_be_changed_from_the_result() -> None:
    session = at_gates()
    through_signs(session)
    for step in session.answered_steps():
        session.go_to(step)
        assert session.step == step
        session.go_on()
        assert session.at_result


def test_a_sign_changed_from_the_result_changes_the_result() -> None:
    session = at_gates()
    through_signs(session)
    session.go_to(TODAY)
    session.answer_signs({"U1": YES})
    session.go_on()
    assert session.at_result
    assert session.assessment().fired == ("U1",)


def test_a_younger_age_given_later_asks_the_signs_it_brings_before_the_result() -> None:
    session = through_signs(begun(age=Age(400, 13)))
    while not session.at_result:
        choose(session) if session.step.kind is StepKind.QUESTION else deny(session)
    session.go_to(AGE)
    session.give_age(FIVE_WEEKS)
    session.go_on()
    assert session.step == HEAT


def test_another_age_drops_answers_to_signs_that_are_no_longer_asked() -> None:
    session = begun()
    session.signs["E2"] = YES
    session.give_age(Age(400, 13))
    assert "E2" not in session.signs


def test_what_was_gone_back_over_stays_in_the_list_of_answers() -> None:
    session = through_signs(begun())
    first = session.step
    choose(session, "white" if first.id == "look" else "face")
    session.go_back()
    session.go_back()
    session.go_to(AGE)
    assert first in session.answered_steps()


def test_the_list_of_answers_names_each_step_once_in_the_order_of_the_check() -> None:
    session = at_gates()
    session.answer_gates({"skin": YES})
    session.go_on()
    through_signs(session)
    session.go_to(BREATH)
    session.go_on()
    questions = [Step(StepKind.QUESTION, each) for each in session.passed]
    assert list(session.answered_steps()) == [AGE, BREATH, HEAT, *questions, GATES, SKIN, TODAY]


def test_one_screen_asks_a_plain_question_for_each_group_with_a_gate() -> None:
    session = at_gates()
    assert session.step == GATES
    assert [group.id for group in session.gates_here()] == ["fever", "skin"]


def test_a_gate_left_unmarked_answers_every_sign_behind_it_with_no() -> None:
    session = at_gates()
    deny(session)
    assert session.step == TODAY
    assert (session.signs["U3"], session.signs["U4"]) == (NO, NO)


@pytest.mark.parametrize("said", [YES, UNSURE])
def test_a_gate_that_is_not_a_clear_no_opens_its_signs(said: SignAnswer) -> None:
    session = at_gates()
    session.answer_gates({"skin": said})
    session.go_on()
    assert session.step == SKIN
    deny(session)
    assert session.step == TODAY


def test_a_gate_alone_decides_nothing() -> None:
    session = at_gates()
    session.answer_gates({"skin": YES})
    assert session.assessment().level is not Urgency.SAME_DAY


def test_a_gate_taken_back_takes_its_signs_back() -> None:
    session = at_gates()
    session.answer_gates({"skin": YES})
    session.go_on()
    session.answer_signs({"U4": YES})
    session.go_on()
    session.go_to(GATES)
    session.answer_gates({})
    assert session.signs["U4"] is NO


def test_the_same_answer_at_a_gate_keeps_what_was_said_behind_it() -> None:
    session = at_gates()
    session.answer_gates({"skin": YES})
    session.go_on()
    session.answer_signs({"U4": YES})
    session.go_on()
    session.go_to(GATES)
    session.answer_gates({"skin": YES})
    assert session.signs["U4"] is YES


def test_a_measured_temperature_says_yes_whatever_is_ticked() -> None:
    heat = rule("E2", "department", group="heat", ages=YOUNG, temperature=TemperatureLimits(from_c=38.0))
    session = begun(small_pack(rules=(small_pack().rules[0], heat, *small_pack().rules[2:])))
    deny(session)
    session.give_temperature(38.4)
    deny(session)
    assert session.at_result
    assert session.signs["E2"] is YES


def test_a_measured_temperature_opens_the_gate_it_belongs_to() -> None:
    session = at_gates()
    session.give_temperature(38.4)
    deny(session)
    assert session.step == Step(StepKind.SIGNS, "fever")


def test_at_most_twelve_questions_are_asked(shipped: ContentPack) -> None:
    assert len(shipped.questions) > 12
    assert len(asked(shipped, FIVE_WEEKS)) <= 12


def test_a_pack_may_ask_for_fewer_questions() -> None:
    assert len(asked(small_pack(most_questions=1), FIVE_WEEKS)) == 1


def test_the_order_of_the_questions_follows_the_answers(shipped: ContentPack) -> None:
    skipped = asked(shipped, FIVE_WEEKS)
    bumps = asked(shipped, FIVE_WEEKS, look="white-bumps")
    ring = asked(shipped, Age(800, 26), look="ring")
    assert skipped[0] == bumps[0] == ring[0]
    assert len({tuple(order[:4]) for order in (skipped, bumps, ring)}) == 3


def test_no_question_is_asked_twice(shipped: ContentPack) -> None:
    order = asked(shipped, FIVE_WEEKS, look="red-bumps", itch="a-lot")
    assert len(order) == len(set(order))


def test_the_next_step_after_a_restart_is_the_first_that_is_left() -> None:
    session = CheckSession(small_pack())
    session.signs = {"E1": NO, "E2": NO}
    session.give_age(FIVE_WEEKS)
    session.go_to_next()
    assert session.step.kind is StepKind.QUESTION


def test_only_a_check_between_its_first_answer_and_its_result_is_under_way() -> None:
    session = CheckSession(small_pack())
    found = [session.under_way]
    session.give_age(FIVE_WEEKS)
    session.go_on()
    found.append(session.under_way)
    session.go_to(RESULT)
    assert [*found, session.under_way] == [False, True, False]
