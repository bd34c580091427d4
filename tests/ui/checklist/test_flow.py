"""The symptom check, clicked and typed through as a parent would."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.domain.check_session import StepKind
from guide.domain.conditions import Urgency
from guide.domain.diary import Child, SavedCheck
from guide.domain.pack import ContentPack
from guide.store.diary_store import DiaryStore
from guide.ui.checklist.age_view import AgeView
from guide.ui.checklist.page import ChecklistPage
from guide.ui.checklist.state import CheckState
from guide.ui.clock import StandingClock
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme
from tests.ui.checklist.walking import (
    MILIA,
    answer_all,
    choose,
    clear_signs,
    mark,
    press,
    question,
    result,
    row_of,
    to_gates,
    to_questions,
)
from tests.ui.reading import words_on


def age_view(page: ChecklistPage) -> AgeView:
    assert isinstance(page.step_view, AgeView)
    return page.step_view


@pytest.fixture
def childless_page(
    qtbot: QtBot,
    theme: Theme,
    pack: ContentPack,
    store: DiaryStore,
    preferences: Preferences,
    clock: StandingClock,
) -> ChecklistPage:
    page = ChecklistPage(theme, pack, Family(store, preferences, clock), lambda: pack.region("uk"))
    qtbot.addWidget(page)
    return page


def test_enter_in_a_number_nobody_typed_keeps_the_childs_age(page: ChecklistPage, qtbot: QtBot) -> None:
    view = age_view(page)
    qtbot.keyClick(view.count_box, Qt.Key.Key_Return)
    assert view.child_radio is not None
    assert view.child_radio.isChecked()


def test_the_age_of_the_chosen_child_is_proposed(page: ChecklistPage) -> None:
    assert "Mia, 5 weeks old" in words_on(page)


def test_without_a_child_no_age_is_taken_for_granted(childless_page: ChecklistPage) -> None:
    page = childless_page
    page.next_button.click()
    assert page.session.age is None


def test_danger_signs_come_first_and_cannot_be_skipped(page: ChecklistPage) -> None:
    press(page, "Next")
    assert page.session.step.kind is StepKind.SIGNS
    assert not page.skip_button.isVisible()


def test_white_bumps_on_the_face_of_a_well_baby_may_be_cared_for_at_home(page: ChecklistPage) -> None:
    answer_all(page, **MILIA)
    assert page.session.assessment().level is Urgency.HOME
    assert "Milia" in words_on(result(page))


def test_no_screen_of_the_check_speaks_of_a_diagnosis_or_of_percent(page: ChecklistPage) -> None:
    said = [words_on(page)]
    while not page.session.at_result:
        if page.session.step.kind is StepKind.QUESTION:
            choose(page, MILIA.get(page.session.step.id, ""))
        said.append(words_on(page))
        page.next_button.click()
    everything = "\n".join([*said, words_on(page)]).lower()
    assert not [word for word in ("diagnos", "your baby has", "%", "probab") if word in everything]


def test_the_progress_says_which_question_this_is_and_how_many_there_may_be(page: ChecklistPage) -> None:
    to_questions(page)
    assert "The spots · Question 1 of at most 12" in words_on(page)
    press(page, "Not sure, skip")
    assert "The spots · Question 2 of at most 12" in words_on(page)


def test_the_parts_of_the_progress_never_go_backwards(page: ChecklistPage) -> None:
    parts = []
    while not page.session.at_result:
        parts.append(page.progress.accessibleName()[:11])
        page.next_button.click()
    assert parts == sorted(parts)
    assert set(parts) == {f"Step {number} of 4" for number in (1, 2, 3, 4)}


def test_every_question_may_be_skipped(page: ChecklistPage) -> None:
    to_gates(page)
    assert page.session.step.kind is StepKind.GATES
    assert page.session.answers().chosen == {}


def test_back_shows_the_answer_given_and_lets_it_be_changed(page: ChecklistPage) -> None:
    to_questions(page)
    choose(page, "white-bumps")
    press(page, "Next")
    press(page, "Back")
    assert question(page).chosen() == {"white-bumps"}


def test_back_and_next_keep_what_was_said_on_each_screen(page: ChecklistPage) -> None:
    to_questions(page)
    choose(page, "white-bumps")
    press(page, "Next")
    while page.session.step.kind is not StepKind.AGE:
        press(page, "Back")
    while page.session.step.id != "look":
        page.next_button.click()
    assert question(page).chosen() == {"white-bumps"}


def test_a_sign_ticked_before_going_back_is_still_ticked(page: ChecklistPage) -> None:
    press(page, "Next")
    mark(page, "E01", "unsure")
    press(page, "Back")
    press(page, "Next")
    assert row_of(page, "E01").unsure_button.isChecked()


def test_the_first_step_has_nothing_to_go_back_to(page: ChecklistPage) -> None:
    assert not page.back_button.isVisible()
    press(page, "Next")
    assert page.back_button.isVisible()


def test_a_typed_age_is_still_there_when_one_comes_back(page: ChecklistPage) -> None:
    age_view(page).count_box.setValue(10)
    age_view(page).unit_box.setCurrentIndex(0)
    press(page, "Next")
    press(page, "Back")
    age = age_view(page).age()
    assert age is not None
    assert age.days == 10


def test_the_check_goes_on_where_it_was_after_the_page_is_built_anew(
    page: ChecklistPage, qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family, state: CheckState
) -> None:
    to_questions(page)
    choose(page, "white-bumps")
    again = ChecklistPage(theme, pack, family, lambda: pack.region("uk"), state)
    qtbot.addWidget(again)
    assert question(again).chosen() == {"white-bumps"}


def test_ticked_signs_are_there_after_the_page_is_built_anew(
    page: ChecklistPage, qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family, state: CheckState
) -> None:
    press(page, "Next")
    mark(page, "E02", "yes")
    again = ChecklistPage(theme, pack, family, lambda: pack.region("uk"), state)
    qtbot.addWidget(again)
    assert row_of(again, "E02").yes_button.isChecked()


def test_a_page_built_after_the_child_was_changed_shows_nothing_of_the_other(
    page: ChecklistPage, qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family, state: CheckState
) -> None:
    to_questions(page)
    choose(page, "white-bumps")
    family.child_changed.disconnect()
    family.save_child(Child("tom", "Tom", None))
    again = ChecklistPage(theme, pack, family, lambda: pack.region("uk"), state)
    qtbot.addWidget(again)
    assert (again.session.step.kind, again.session.chosen) == (StepKind.AGE, {})


def test_in_a_small_window_with_double_text_nothing_is_cut_off_at_the_side(
    qtbot: QtBot, pack: ContentPack, family: Family
) -> None:
    large = Theme("light", 200)
    large.apply()
    page = ChecklistPage(large, pack, family, lambda: pack.region("uk"))
    qtbot.addWidget(page)
    page.resize(760, 480)
    page.show()
    while not page.session.at_result:
        QApplication.processEvents()
        QApplication.processEvents()
        assert page.scroll_area.horizontalScrollBar().maximum() == 0, page.session.step
        page.next_button.click()


def test_saving_hands_on_the_answers_in_words(page: ChecklistPage, qtbot: QtBot) -> None:
    answer_all(page, **MILIA)
    with qtbot.waitSignal(page.save_wanted) as saved:
        press(page, "Save to diary")
    check, place = saved.args
    assert isinstance(check, SavedCheck)
    assert (check.level, place) == ("home", "face")
    assert any("White bumps" in answer for _, answer in check.lines)


def test_without_a_child_saving_asks_for_one(childless_page: ChecklistPage, qtbot: QtBot) -> None:
    page = childless_page
    answer_all(page)
    with qtbot.waitSignal(page.child_wanted):
        press(page, "Save to diary")


def test_the_one_telling_question_on_the_result_gives_a_new_result(page: ChecklistPage) -> None:
    answer_all(page)
    before = result(page)
    before.answered.emit("look", frozenset({"white-bumps"}))
    assert page.session.at_result
    assert page.session.answers().of("look") == {"white-bumps"}
    assert result(page) is not before


def test_answers_for_one_child_do_not_count_for_another(page: ChecklistPage, family: Family) -> None:
    to_questions(page)
    choose(page, "white-bumps")
    family.save_child(Child("tom", "Tom", None))
    assert page.session.step.kind is StepKind.AGE
    assert page.session.chosen == {}


def test_a_double_click_answers_only_the_screen_it_was_made_on(page: ChecklistPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.next_button, Qt.MouseButton.LeftButton)
    first = page.session.step
    qtbot.mouseDClick(page.next_button, Qt.MouseButton.LeftButton)
    assert page.session.step == first


def test_comparing_is_asked_of_the_window_with_what_to_compare(page: ChecklistPage, qtbot: QtBot) -> None:
    answer_all(page, **MILIA)
    with qtbot.waitSignal(page.compare_requested) as asked:
        result(page).compare_requested.emit(("milia", "molluscum"))
    assert asked.args == [("milia", "molluscum")]


def test_start_again_forgets_the_answers(page: ChecklistPage) -> None:
    answer_all(page, **MILIA)
    press(page, "Start again")
    assert page.session.step.kind is StepKind.AGE
    assert page.session.chosen == {}
    press(page, "Next")
    clear_signs(page)
    assert question(page).chosen() == frozenset()
