"""An unfinished check comes back as it was, and never with danger signs that are too old."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.domain.ages import Age
from guide.domain.check_draft import (
    SIGNS_HOLD_HOURS,
    AgeChoice,
    CheckDraft,
    Resumed,
    plain_values,
    resume,
)
from guide.domain.check_session import GATES, CheckSession, Step, StepKind
from guide.domain.checklist import SignAnswer
from guide.domain.conditions import Urgency
from guide.domain.diary import Moment
from guide.domain.pack import ContentPack
from tests.domain.small_pack import small_pack
from tests.domain.test_check_session import at_gates, begun, choose, deny, gated_pack, through_signs

BEGUN = datetime(2026, 11, 22, 21, 40, tzinfo=UTC)
SOON = BEGUN + timedelta(minutes=20)
TYPED = AgeChoice("typed", 5, "weeks", 0)
YES, NO, UNSURE = SignAnswer.YES, SignAnswer.NO, SignAnswer.CANNOT_TELL


def draft_of(session: CheckSession, choice: AgeChoice = TYPED, **changes: object) -> CheckDraft:
    """As it comes out of a file: plain values, no objects of ours."""
    content = plain_values(session, choice, "check-1", BEGUN) | changes
    return CheckDraft("mia", Moment(BEGUN, "UTC"), json.loads(json.dumps(content)))


def resumed(
    session: CheckSession, pack: ContentPack | None = None, now: datetime = SOON, **changes: object
) -> Resumed:
    found = resume(draft_of(session, **changes), pack or small_pack(), now, None)  # type: ignore[arg-type]
    assert found is not None
    return found


def with_one_question() -> CheckSession:
    session = through_signs(begun())
    choose(session, "white" if session.step.id == "look" else "face")
    return session


def test_every_answer_comes_back() -> None:
    before = with_one_question()
    before.give_temperature(36.8)
    after = resumed(before).session
    assert after.answers() == before.answers()
    assert (after.passed, after.step) == (before.passed, before.step)


def test_the_age_as_it_was_chosen_comes_back() -> None:
    found = resumed(with_one_question())
    assert (found.age_choice, found.check_id) == (TYPED, "check-1")
    assert found.session.age == Age(35, 1)


def test_a_child_is_as_old_as_on_the_day_it_goes_on() -> None:
    draft = draft_of(with_one_question(), AgeChoice("child"))
    found = resume(draft, small_pack(), SOON, Age(36, 1))
    assert found is not None
    assert found.session.age == Age(36, 1)


def test_each_answer_can_still_be_changed_and_gone_back_to() -> None:
    before = with_one_question()
    after = resumed(before).session
    assert after.answered_steps() == before.answered_steps()
    after.go_back()
    assert after.step == Step(StepKind.QUESTION, before.passed[-1])


def test_gates_and_the_signs_behind_them_come_back() -> None:
    before = at_gates()
    before.answer_gates({"skin": YES})
    before.go_on()
    before.answer_signs({"U4": YES})
    before.go_on()
    after = resumed(before, gated_pack()).session
    assert (after.gates, after.signs, after.step) == (before.gates, before.signs, before.step)


def test_a_finished_check_comes_back_to_its_result() -> None:
    before = at_gates()
    through_signs(before)
    after = resumed(before, gated_pack()).session
    assert after.at_result
    assert after.assessment().level is before.assessment().level


def test_danger_signs_hold_for_four_hours() -> None:
    last = BEGUN + timedelta(hours=SIGNS_HOLD_HOURS)
    assert not resumed(with_one_question(), now=last).asks_again
    assert resumed(with_one_question(), now=last + timedelta(seconds=1)).asks_again


def test_old_danger_signs_are_asked_again_and_the_spots_are_kept() -> None:
    before = with_one_question()
    before.give_temperature(38.4)
    found = resumed(before, now=BEGUN + timedelta(hours=9))
    after = found.session
    assert after.step == Step(StepKind.SIGNS, "breath")
    assert (after.signs, after.gates, after.temperature_c) == ({}, {}, None)
    assert after.chosen == before.chosen
    assert (found.answers, found.signs_at) == (1, None)


@pytest.mark.parametrize("hours", [-1, 9])
def test_signs_from_the_future_or_the_past_do_not_hold(hours: int) -> None:
    assert resumed(with_one_question(), now=BEGUN + timedelta(hours=hours)).session.signs == {}


def test_old_signs_alone_are_nothing_to_go_on_with() -> None:
    draft = draft_of(through_signs(begun()))
    assert resume(draft, small_pack(), BEGUN + timedelta(hours=9), None) is None


def test_a_sign_that_was_being_asked_once_more_is_asked_from_the_start() -> None:
    before = begun()
    deny(before)
    before.answer_signs({"E2": UNSURE})
    before.go_on()
    assert before.asking_again
    after = resumed(before).session
    assert after.step == Step(StepKind.SIGNS, "heat")
    assert "E2" not in after.signs


def test_cannot_tell_that_was_asked_twice_still_counts_as_yes() -> None:
    before = begun()
    for _ in range(2):
        before.answer_signs({"E1": UNSURE})
        before.go_on()
    assert resumed(before).session.assessment().level is Urgency.EMERGENCY


def test_a_question_chosen_and_not_gone_on_from_can_be_changed_later() -> None:
    before = through_signs(begun())
    before.choose(["white" if before.step.id == "look" else "face"])
    after = resumed(before).session
    assert before.step in after.answered_steps()


def test_what_the_pack_no_longer_knows_is_dropped() -> None:
    before = with_one_question()
    found = resumed(
        before,
        signs={"E1": "no", "E2": "no", "gone": "yes"},
        gates={"breath": "no", "gone": "yes"},
        chosen={"look": ["white", "gone"], "gone": ["white"]},
        passed=["gone", "look"],
    )
    assert set(found.session.signs) == {"E1", "E2"}
    assert found.session.gates == {}
    assert found.session.chosen == {"look": frozenset(["white"])}
    assert found.session.passed == ["look"]


def test_signs_of_another_age_are_dropped() -> None:
    session = resumed(with_one_question(), age={"days": 400, "months": 13}).session
    assert "E2" not in session.signs


@pytest.mark.parametrize(
    "damage",
    [
        {"age_choice": None},
        {"age_choice": {"kind": "twin", "unit": "weeks"}},
        {"signs": [], "chosen": {"look": "white"}, "passed": None},
    ],
)
def test_a_draft_that_holds_nothing_usable_is_none(damage: dict[str, object]) -> None:
    draft = draft_of(with_one_question())
    broken = CheckDraft("mia", draft.kept, {**draft.content, **damage})
    assert resume(broken, small_pack(), SOON, None) is None


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(key=st.sampled_from(sorted(draft_of(with_one_question()).content)), junk=JUNK)
def test_no_damage_to_any_value_raises(key: str, junk: object) -> None:
    draft = draft_of(with_one_question())
    resume(CheckDraft("mia", draft.kept, {**draft.content, key: junk}), small_pack(), SOON, None)


def test_gates_are_asked_where_none_was_answered() -> None:
    before = at_gates()
    assert resumed(before, gated_pack()).session.step == GATES
