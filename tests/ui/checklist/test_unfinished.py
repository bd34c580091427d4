"""An unfinished check is there after a restart, for its own child, and never with old danger signs."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guide.domain.check_session import AGE, StepKind
from guide.domain.diary import Child, Moment
from guide.domain.pack import ContentPack
from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from guide.ui.checklist.page import ChecklistPage
from guide.ui.checklist.unfinished_card import UnfinishedCard
from guide.ui.clock import StandingClock
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme
from tests.ui.checklist.conftest import OpenPage
from tests.ui.checklist.walking import (
    MILIA,
    answer_all,
    choose,
    clear_signs,
    mark,
    press,
    question,
    result,
    to_questions,
)
from tests.ui.conftest import NOW
from tests.ui.reading import words_on


def after(hours: float) -> StandingClock:
    return StandingClock(Moment(NOW.at + timedelta(hours=hours), NOW.zone))


def with_one_answer(page: ChecklistPage) -> None:
    to_questions(page)
    choose(page, "white-bumps")
    press(page, "Next")


def is_offered(page: ChecklistPage) -> bool:
    return isinstance(page.step_view, UnfinishedCard)


def test_without_an_unfinished_check_it_begins_at_once(page: ChecklistPage) -> None:
    assert not is_offered(page)
    assert page.session.step == AGE


def test_the_age_alone_is_nothing_to_go_on_with(page: ChecklistPage, open_page: OpenPage) -> None:
    press(page, "Next")
    assert not is_offered(open_page())


def test_after_a_restart_one_goes_on_where_one_was(page: ChecklistPage, open_page: OpenPage) -> None:
    with_one_answer(page)
    again = open_page()
    assert "You have an unfinished check from 19:40 (6 answers)" in words_on(again)
    press(again, "Go on")
    assert again.session.step == page.session.step
    assert again.session.answers() == page.session.answers()


def test_the_answers_given_before_the_restart_can_be_gone_back_to(
    page: ChecklistPage, open_page: OpenPage
) -> None:
    with_one_answer(page)
    again = open_page()
    press(again, "Go on")
    press(again, "Back")
    assert question(again).chosen() == {"white-bumps"}


def test_start_again_begins_anew_and_forgets_the_unfinished_one(
    page: ChecklistPage, open_page: OpenPage
) -> None:
    with_one_answer(page)
    again = open_page()
    press(again, "Start again")
    assert (again.session.step, again.session.chosen) == (AGE, {})
    assert not is_offered(open_page())


def test_while_one_is_offered_nothing_else_is_asked(page: ChecklistPage, open_page: OpenPage) -> None:
    with_one_answer(page)
    again = open_page()
    again.show()
    assert not again.next_button.isVisible()
    assert not again.back_button.isVisible()
    assert not again.answers_button.isVisible()


def test_danger_signs_from_hours_ago_are_asked_again(page: ChecklistPage, open_page: OpenPage) -> None:
    with_one_answer(page)
    again = open_page(after(9))
    assert "The danger signs are asked again" in words_on(again)
    press(again, "Go on")
    assert again.session.step.kind is StepKind.SIGNS
    assert again.session.signs == {}
    clear_signs(again)
    assert again.session.chosen["look"] == {"white-bumps"}


def test_danger_signs_from_a_short_while_ago_hold(page: ChecklistPage, open_page: OpenPage) -> None:
    with_one_answer(page)
    again = open_page(after(3))
    press(again, "Go on")
    assert again.session.step.kind is StepKind.QUESTION


def test_a_check_from_another_day_tells_the_day(page: ChecklistPage, open_page: OpenPage) -> None:
    with_one_answer(page)
    assert "from 22 Nov 2026, 19:40 (1 answer)" in words_on(open_page(after(24)))


def test_a_window_open_overnight_asks_the_danger_signs_again(
    qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family
) -> None:
    clock = StandingClock(NOW)
    family.clock = clock
    page = ChecklistPage(theme, pack, family, lambda: pack.region("uk"))
    qtbot.addWidget(page)
    page.show()
    with_one_answer(page)
    page.hide()
    family.clock = after(9)
    page.show()
    assert is_offered(page)
    press(page, "Go on")
    assert page.session.step.kind is StepKind.SIGNS


def test_the_check_of_one_child_is_never_offered_for_another(
    page: ChecklistPage, family: Family, open_page: OpenPage
) -> None:
    with_one_answer(page)
    family.save_child(Child("tom", "Tom", None))
    assert page.session.step == AGE
    assert not is_offered(open_page())


def test_turning_back_to_the_child_offers_its_check(page: ChecklistPage, family: Family) -> None:
    with_one_answer(page)
    family.save_child(Child("tom", "Tom", None))
    family.choose("mia")
    assert is_offered(page)
    press(page, "Go on")
    assert page.session.chosen["look"] == {"white-bumps"}


def test_a_check_begun_without_a_child_goes_with_the_child_that_is_added(
    qtbot: QtBot,
    theme: Theme,
    pack: ContentPack,
    store: DiaryStore,
    preferences: Preferences,
    clock: StandingClock,
) -> None:
    family = Family(store, preferences, clock)
    page = ChecklistPage(theme, pack, family, lambda: pack.region("uk"))
    qtbot.addWidget(page)
    with_one_answer(page)
    family.save_child(Child("mia", "Mia", None))
    assert page.session.chosen["look"] == {"white-bumps"}
    assert store.check_draft("") is None
    assert store.check_draft("mia") is not None


def test_a_finished_check_is_offered_until_it_is_saved(page: ChecklistPage, open_page: OpenPage) -> None:
    answer_all(page, **MILIA)
    again = open_page()
    assert "You have a check from 19:40 that is not saved" in words_on(again)
    press(again, "Show the result")
    assert "Milia" in words_on(result(again))
    press(again, "Save to diary")
    assert not is_offered(open_page())


def test_a_saved_check_is_not_offered_even_when_the_child_is_changed(
    page: ChecklistPage, family: Family, store: DiaryStore
) -> None:
    answer_all(page, **MILIA)
    press(page, "Save to diary")
    family.save_child(Child("tom", "Tom", None))
    assert store.check_draft("mia") is None


def test_saving_after_a_restart_keeps_one_check(
    page: ChecklistPage, open_page: OpenPage, store: DiaryStore
) -> None:
    answer_all(page, **MILIA)
    again = open_page()
    press(again, "Show the result")
    press(page, "Save to diary")
    press(again, "Save to diary")
    assert len(store.checks("mia")) == 1


def test_an_emergency_is_there_after_a_restart(page: ChecklistPage, open_page: OpenPage) -> None:
    press(page, "Next")
    mark(page, "E01", "yes")
    press(page, "Show what to do now")
    again = open_page()
    press(again, "Show the result")
    assert "999" in words_on(result(again))


@pytest.mark.parametrize("problem", [None, GuideError("The diary is damaged.")])
def test_without_a_diary_the_check_works_all_the_same(
    qtbot: QtBot,
    theme: Theme,
    pack: ContentPack,
    preferences: Preferences,
    clock: StandingClock,
    problem: GuideError | None,
) -> None:
    family = Family(None, preferences, clock, problem)
    page = ChecklistPage(theme, pack, family, lambda: pack.region("uk"))
    qtbot.addWidget(page)
    answer_all(page, **MILIA)
    assert page.session.at_result


def test_a_diary_that_can_only_be_read_stops_no_check(
    qtbot: QtBot,
    theme: Theme,
    pack: ContentPack,
    tmp_path: Path,
    preferences: Preferences,
    clock: StandingClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with DiaryStore.open(tmp_path) as store:
        store.save_child(Child("mia", "Mia", None))
    monkeypatch.setattr("guide.store.place.can_write", lambda _path: False)
    with DiaryStore.open(tmp_path) as store:
        assert store.read_only
        page = ChecklistPage(theme, pack, Family(store, preferences, clock), lambda: pack.region("uk"))
        qtbot.addWidget(page)
        answer_all(page, **MILIA)
        assert page.session.at_result
        assert store.check_draft("mia") is None
