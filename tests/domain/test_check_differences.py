"""What is otherwise than at the check before."""

from collections.abc import Mapping
from datetime import UTC, datetime

from guide.domain.check_differences import AnswerChange, Differences, differences
from guide.domain.checklist import Answers, SignAnswer
from guide.domain.conditions import Urgency
from guide.domain.diary import Moment, SavedCheck
from tests.domain.small_pack import small_pack

DONE = Moment(datetime(2026, 11, 18, 9, 0, tzinfo=UTC), "UTC")
WHITE = {"look": ("white",)}


def saved(chosen: Mapping[str, tuple[str, ...]] = WHITE, level: str = "home", **signs: str) -> SavedCheck:
    return SavedCheck("k", "mia", None, DONE, "1", level, "", (), signs, chosen, ())


def found(
    before: SavedCheck, level: Urgency = Urgency.HOME, look: str = "white", **signs: SignAnswer
) -> Differences:
    chosen = {"look": frozenset(look.split())} if look else {}
    return differences(small_pack(), before, Answers(None, signs, chosen), level)


def test_the_same_answers_differ_in_nothing() -> None:
    same = found(saved(E1="no"), E1=SignAnswer.NO)
    assert same.same_answers
    assert same.level_before is same.level_now is Urgency.HOME


def test_the_level_then_stands_beside_the_level_now() -> None:
    both = found(saved(level="same-day"), Urgency.ROUTINE)
    assert (both.level_before, both.level_now) == (Urgency.SAME_DAY, Urgency.ROUTINE)


def test_a_level_nobody_knows_any_more_is_left_out() -> None:
    assert found(saved(level="purple")).level_before is None


def test_an_answer_that_differs_is_told_then_and_now_in_the_packs_order() -> None:
    changed = found(saved({"look": ("red", "white")}), look="red").answers
    assert changed == (AnswerChange("look", ("white", "red"), ("red",)),)


def test_a_question_answered_in_only_one_of_the_checks_has_not_changed() -> None:
    assert found(saved({"look": ("white",), "place": ("face",)})).answers == ()


def test_a_check_that_ended_before_its_questions_has_changed_none_of_them() -> None:
    assert found(saved(), look="").answers == ()
    assert found(saved({})).answers == ()


def test_an_option_the_pack_no_longer_has_is_left_out() -> None:
    assert found(saved({"look": ("white", "violet")})).answers == ()
    assert found(saved({"look": ("violet",)})).answers == ()
    assert found(saved({"look": ("white",), "smell": ("sour",)})).answers == ()


def test_a_sign_that_came_is_new_and_one_that_went_is_gone() -> None:
    signs = found(saved(E1="yes", E2="no"), E1=SignAnswer.NO, E2=SignAnswer.YES)
    assert (signs.new_signs, signs.gone_signs) == (("E2",), ("E1",))
    assert not signs.same_answers


def test_what_could_not_be_told_counts_as_seen_both_times() -> None:
    assert found(saved(E1="cannot-tell"), E1=SignAnswer.YES).same_answers
    assert found(saved(E1="no"), E1=SignAnswer.CANNOT_TELL).new_signs == ("E1",)


def test_a_sign_that_was_not_asked_this_time_is_not_gone() -> None:
    assert found(saved(E2="yes")).gone_signs == ()


def test_a_sign_the_pack_no_longer_has_is_left_out() -> None:
    assert found(saved(E77="yes"), E77=SignAnswer.NO).same_answers
