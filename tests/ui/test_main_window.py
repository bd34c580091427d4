"""The whole window: ways between the pages, keys, text size, restart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from guide.domain.check_session import AGE
from guide.domain.pack import ContentPack
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.ui.app import open_main_window
from guide.ui.checklist.page import ChecklistPage
from guide.ui.checklist.question_view import QuestionView
from guide.ui.clock import StandingClock
from guide.ui.conditions.page import ConditionsPage
from guide.ui.diary.page import DiaryPage
from guide.ui.main_window import MainWindow
from guide.ui.rail import Place
from tests.ui.reading import button_named, words_on

CONTROL = Qt.KeyboardModifier.ControlModifier


def note_field(window: MainWindow) -> QPlainTextEdit:
    fields = window.page(Place.DIARY).findChildren(QPlainTextEdit)
    return next(field for field in fields if field.accessibleName() == "Note")


@pytest.mark.parametrize("place", [place for place in Place if place is not Place.DANGER])
def test_each_row_of_the_rail_opens_its_page(window: MainWindow, place: Place) -> None:
    window.rail.buttons[place].click()
    assert window.place is place
    assert window.page(place).isVisible()


@pytest.mark.parametrize("place", list(Place))
def test_the_danger_signs_are_one_press_away_from_everywhere(window: MainWindow, place: Place) -> None:
    window.go_to(place)
    window.top_bar.danger_button.click()
    assert window.place is Place.DANGER


def test_back_returns_to_where_one_was(window: MainWindow) -> None:
    window.go_to(Place.DIARY)
    window.go_to(Place.DANGER)
    button_named(window.page(Place.DANGER), "Back").click()
    assert window.place is Place.DIARY


@pytest.mark.parametrize(
    ("key", "place"),
    [(Qt.Key.Key_2, Place.CONDITIONS), (Qt.Key.Key_4, Place.DIARY), (Qt.Key.Key_D, Place.DANGER)],
)
def test_keys_lead_to_the_pages(window: MainWindow, qtbot: QtBot, key: Qt.Key, place: Place) -> None:
    qtbot.keyClick(window, key, CONTROL)
    assert window.place is place


def test_find_opens_the_search_ready_to_type(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    page = window.page_as(Place.CONDITIONS, ConditionsPage)
    qtbot.waitUntil(page.search_edit.hasFocus)


def test_a_new_text_size_keeps_the_check_where_it_was(window: MainWindow) -> None:
    window.go_to(Place.CHECK)
    page = window.page_as(Place.CHECK, ChecklistPage)
    while not isinstance(page.step_view, QuestionView):
        page.next_button.click()
    page.step_view.cards[0].click()
    window.preferences.change(text_percent=200)
    again = window.page_as(Place.CHECK, ChecklistPage)
    assert again is not page
    assert isinstance(again.step_view, QuestionView)
    assert again.step_view.chosen() == {again.step_view.cards[0].option_id}


def test_a_new_text_size_keeps_a_note_that_is_being_written(window: MainWindow) -> None:
    window.go_to(Place.DIARY)
    window.page_as(Place.DIARY, DiaryPage).start_note()
    note_field(window).setPlainText("Three new ones")
    window.preferences.change(text_percent=150)
    assert note_field(window).toPlainText() == "Three new ones"


def test_closing_asks_first_while_a_note_is_not_saved(window: MainWindow) -> None:
    window.go_to(Place.DIARY)
    window.page_as(Place.DIARY, DiaryPage).start_note()
    note_field(window).setPlainText("Three new ones")
    window.close()
    assert window.isVisible()
    button_named(window, "Close and lose it").click()
    assert not window.isVisible()


def test_a_check_is_kept_as_soon_as_it_is_to_be_saved(window: MainWindow, tmp_path: Path) -> None:
    window.go_to(Place.CHECK)
    page = window.page_as(Place.CHECK, ChecklistPage)
    while not page.session.at_result:
        page.next_button.click()
    page.save()
    window.close_anyway()
    with DiaryStore.open(tmp_path) as store:
        assert len(store.checks("mia")) == 1


def test_an_unfinished_check_is_there_after_a_restart(
    window: MainWindow, tmp_path: Path, pack: ContentPack, clock: StandingClock, qtbot: QtBot
) -> None:
    window.go_to(Place.CHECK)
    page = window.page_as(Place.CHECK, ChecklistPage)
    while not isinstance(page.step_view, QuestionView):
        page.next_button.click()
    page.step_view.cards[0].click()
    page.next_button.click()
    window.close_anyway()
    again = open_main_window(tmp_path, pack, clock)
    qtbot.addWidget(again)
    again.show()
    again.go_to(Place.CHECK)
    assert "You have an unfinished check" in words_on(again.page(Place.CHECK))
    again.close_anyway()


def test_what_a_check_offers_is_compared_on_the_page_of_the_conditions(window: MainWindow) -> None:
    window.go_to(Place.CHECK)
    check = window.page_as(Place.CHECK, ChecklistPage)
    check.compare_requested.emit(("milia", "molluscum"))
    conditions = window.page_as(Place.CONDITIONS, ConditionsPage)
    assert conditions.isVisible()
    assert conditions.compare_view.shown_ids == ("milia", "molluscum")
    window.step_back()
    assert check.isVisible()


def finish_and_save_a_check(window: MainWindow) -> ChecklistPage:
    window.go_to(Place.CHECK)
    page = window.page_as(Place.CHECK, ChecklistPage)
    while not page.session.at_result:
        page.next_button.click()
    page.save()
    window.page_as(Place.DIARY, DiaryPage).show_overview()
    return page


def test_a_check_in_the_diary_leads_to_a_new_one(window: MainWindow) -> None:
    page = finish_and_save_a_check(window)
    button_named(window.page(Place.DIARY), "Check again").click()
    assert window.place is Place.CHECK
    assert page.session.step == AGE
    assert "Last check" in words_on(page)


def test_a_check_under_way_is_not_dropped_unasked(window: MainWindow) -> None:
    page = finish_and_save_a_check(window)
    page.start_anew()
    while not isinstance(page.step_view, QuestionView):
        page.next_button.click()
    button_named(window.page(Place.DIARY), "Check again").click()
    assert isinstance(page.step_view, QuestionView)
    button_named(window, "Discard and begin").click()
    assert page.session.step == AGE


def test_the_window_title_names_no_child(window: MainWindow) -> None:
    assert window.windowTitle() == "Little Spots"


def test_the_rail_keeps_its_names_when_it_is_slim(window: MainWindow) -> None:
    window.preferences.change(text_percent=200)
    window.resize(1280, 820)
    assert all(button.accessibleName() for button in window.rail.buttons.values())


def test_a_diary_that_cannot_be_opened_leaves_the_guide_usable(
    qtbot: QtBot, tmp_path: Path, pack: ContentPack, clock: StandingClock
) -> None:
    damaged = tmp_path / FILE_NAME
    damaged.write_bytes(b"this is not a diary" * 100)
    window = open_main_window(tmp_path, pack, clock)
    qtbot.addWidget(window)
    window.show()
    for place in Place:
        window.go_to(place)
    assert window.diary_problem is not None
    assert str(window.diary_problem) in words_on(window.page(Place.DIARY))
    window.close()
    assert damaged.read_bytes() == b"this is not a diary" * 100
