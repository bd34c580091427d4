"""The symptom check, clicked and typed through as a parent would."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guide.domain.check_session import StepKind
from guide.domain.conditions import Urgency
from guide.domain.diary import Child, SavedCheck
from guide.domain.pack import ContentPack
from guide.store.diary_store import DiaryStore
from guide.ui.checklist.age_view import AgeView
from guide.ui.checklist.page import ChecklistPage
from guide.ui.checklist.question_view import QuestionView
from guide.ui.checklist.result_view import ResultView
from guide.ui.checklist.signs_view import SignsView
from guide.ui.checklist.state import CheckState
from guide.ui.clock import StandingClock
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme
from tests.ui.reading import button_named, words_on


@pytest.fixture
def state() -> CheckState:
    return CheckState()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family, state: CheckState) -> ChecklistPage:
    page = ChecklistPage(theme, pack, family, lambda: pack.region("uk"), state)
    qtbot.addWidget(page)
    page.resize(1060, 760)
    page.show()
    return page


def press(page: ChecklistPage, name: str) -> None:
    button_named(page, name).click()


def signs(page: ChecklistPage) -> SignsView:
    assert isinstance(page.step_view, SignsView)
    return page.step_view


def mark(page: ChecklistPage, rule: str, word: str) -> None:
    row = next(row for row in signs(page).rows if row.rule_id == rule)
    (row.yes_button if word == "yes" else row.unsure_button).click()


def clear_signs(page: ChecklistPage) -> None:
    while page.session.step.kind is StepKind.SIGNS:
        press(page, "None of these")


def choose(page: ChecklistPage, *options: str) -> None:
    assert isinstance(page.step_view, QuestionView)
    for card in page.step_view.cards:
        if card.option_id in options:
            card.click()


def answer_all(page: ChecklistPage, **chosen: str) -> None:
    """From the age to the result; a question that is not named is skipped."""
    press(page, "Next")
    clear_signs(page)
    while page.session.step.kind is StepKind.QUESTION:
        wanted = chosen.get(page.session.step.id)
        if wanted:
            choose(page, wanted)
            press(page, "Next")
        else:
            press(page, "Not sure, skip")
    clear_signs(page)


def result(page: ChecklistPage) -> ResultView:
    assert isinstance(page.step_view, ResultView)
    return page.step_view


def test_the_age_of_the_chosen_child_is_proposed(page: ChecklistPage) -> None:
    assert "Mia, 5 weeks old" in words_on(page)


def test_without_a_child_no_age_is_taken_for_granted(
    qtbot: QtBot,
    theme: Theme,
    pack: ContentPack,
    store: DiaryStore,
    preferences: Preferences,
    clock: StandingClock,
) -> None:
    page = ChecklistPage(theme, pack, Family(store, preferences, clock), lambda: pack.region("uk"))
    qtbot.addWidget(page)
    page.next_button.click()
    assert page.session.age is None


def test_danger_signs_come_first_and_cannot_be_skipped(page: ChecklistPage) -> None:
    press(page, "Next")
    assert page.session.step.kind is StepKind.SIGNS
    assert not page.skip_button.isVisible()


def test_an_emergency_sign_stops_the_check_and_says_whom_to_call(page: ChecklistPage) -> None:
    press(page, "Next")
    mark(page, "E01", "yes")
    press(page, "Next")
    assert page.session.assessment().level is Urgency.EMERGENCY
    assert "999" in words_on(result(page))
    assert "What can look like this" not in words_on(result(page))


def test_cannot_tell_asks_once_more_with_help_and_then_counts_as_yes(page: ChecklistPage) -> None:
    press(page, "Next")
    mark(page, "E01", "unsure")
    press(page, "Next")
    assert "You could not tell" in words_on(page)
    assert [row.rule_id for row in signs(page).rows] == ["E01"]
    assert signs(page).rows[0].help_label.isVisibleTo(page)
    press(page, "Next")
    assert page.session.assessment().level is Urgency.EMERGENCY


def test_white_bumps_on_the_face_of_a_well_baby_may_be_cared_for_at_home(page: ChecklistPage) -> None:
    answer_all(page, look="white-bumps", place="face", since="first-days", redness="none", touch="firm")
    assert page.session.assessment().level is Urgency.HOME
    said = words_on(result(page))
    assert "Milia" in said
    assert "White bumps" in said
    assert "not a diagnosis" in said


def test_the_panel_beside_the_questions_follows_the_answers(page: ChecklistPage) -> None:
    press(page, "Next")
    clear_signs(page)
    assert "Milia" not in words_on(page.so_far)
    choose(page, "white-bumps")
    assert "Milia" in words_on(page.so_far)


def test_back_shows_the_answer_given_and_lets_it_be_changed(page: ChecklistPage) -> None:
    press(page, "Next")
    clear_signs(page)
    choose(page, "white-bumps")
    press(page, "Next")
    press(page, "Back")
    assert isinstance(page.step_view, QuestionView)
    assert page.step_view.chosen() == {"white-bumps"}


def test_a_typed_age_is_still_there_when_one_comes_back(page: ChecklistPage) -> None:
    assert isinstance(page.step_view, AgeView)
    page.step_view.count_box.setValue(10)
    page.step_view.unit_box.setCurrentIndex(0)
    press(page, "Next")
    press(page, "Back")
    assert isinstance(page.step_view, AgeView)
    age = page.step_view.age()
    assert age is not None
    assert age.days == 10


def test_an_answer_is_chosen_by_the_keyboard(page: ChecklistPage, qtbot: QtBot) -> None:
    press(page, "Next")
    clear_signs(page)
    assert isinstance(page.step_view, QuestionView)
    qtbot.keyClick(page.step_view.cards[1], Qt.Key.Key_Space)
    assert page.step_view.chosen() == {page.step_view.cards[1].option_id}


def test_one_of_several_is_taken_back_when_another_is_chosen(page: ChecklistPage) -> None:
    press(page, "Next")
    clear_signs(page)
    press(page, "Next")
    assert isinstance(page.step_view, QuestionView)
    first, second = page.step_view.cards[:2]
    first.click()
    second.click()
    assert page.step_view.chosen() == {second.option_id}


def test_the_check_goes_on_where_it_was_after_the_page_is_built_anew(
    page: ChecklistPage, qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family, state: CheckState
) -> None:
    press(page, "Next")
    clear_signs(page)
    choose(page, "white-bumps")
    again = ChecklistPage(theme, pack, family, lambda: pack.region("uk"), state)
    qtbot.addWidget(again)
    assert isinstance(again.step_view, QuestionView)
    assert again.step_view.chosen() == {"white-bumps"}


def test_saving_hands_on_the_answers_in_words(page: ChecklistPage, qtbot: QtBot) -> None:
    answer_all(page, look="white-bumps", place="face", since="first-days", redness="none", touch="firm")
    with qtbot.waitSignal(page.save_wanted) as saved:
        press(page, "Save to diary")
    check, place = saved.args
    assert isinstance(check, SavedCheck)
    assert (check.level, place) == ("home", "face")
    assert any("White bumps" in answer for _, answer in check.lines)


def test_answers_for_one_child_do_not_count_for_another(page: ChecklistPage, family: Family) -> None:
    press(page, "Next")
    clear_signs(page)
    choose(page, "white-bumps")
    family.save_child(Child("tom", "Tom", None))
    assert page.session.step.kind is StepKind.AGE
    assert page.session.chosen == {}


def test_a_double_click_answers_only_the_screen_it_was_made_on(page: ChecklistPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.next_button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(page.next_button, Qt.MouseButton.LeftButton)
    assert page.session.step == page.session.steps[1]


def test_every_control_of_the_check_has_a_name_for_screen_readers(page: ChecklistPage) -> None:
    press(page, "Next")
    clear_signs(page)
    assert isinstance(page.step_view, QuestionView)
    assert all(card.accessibleName() for card in page.step_view.cards)
