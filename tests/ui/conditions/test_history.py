"""Back and forward among the conditions, and between them and the other pages of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.domain.filters import Filters
from guide.ui.conditions.history import History, ListState, Stop
from guide.ui.conditions.page import ConditionsPage
from guide.ui.diary.page import DiaryPage
from guide.ui.main_window import MainWindow
from guide.ui.rail import Place

ALT = Qt.KeyboardModifier.AltModifier


def stop(condition_id: str) -> Stop:
    return Stop("page", (condition_id,), ListState())


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ConditionsPage:
    window.resize(1280, 820)
    window.go_to(Place.CONDITIONS)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.page_as(Place.CONDITIONS, ConditionsPage)


def open_from_list(page: ConditionsPage, condition_id: str) -> None:
    page.column.choose(condition_id)
    page.column.list_view.activated.emit(page.column.list_view.currentIndex())


def test_going_on_from_a_stop_before_forgets_what_was_ahead() -> None:
    history = History()
    for condition_id in ("a", "b", "c"):
        history.visit(stop(condition_id))
    history.back()
    history.visit(stop("d"))
    assert history.ahead is None
    assert history.back() == stop("b")


def test_a_long_way_is_kept_only_so_far() -> None:
    history = History()
    for number in range(250):
        history.visit(stop(str(number)))
    steps = 0
    while history.back():
        steps += 1
    assert steps == 99


def test_alt_left_and_right_go_back_and_forward(
    page: ConditionsPage, window: MainWindow, qtbot: QtBot
) -> None:
    open_from_list(page, "milia")
    open_from_list(page, "atopic-eczema")
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert page.shown_id == page.column.current_id == "milia"
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert page.shown_id == page.column.current_id == "atopic-eczema"


def test_the_side_buttons_of_a_mouse_go_back_and_forward(page: ConditionsPage, qtbot: QtBot) -> None:
    open_from_list(page, "milia")
    open_from_list(page, "atopic-eczema")
    qtbot.mouseClick(page.column.list_view.viewport(), Qt.MouseButton.BackButton)
    assert page.shown_id == "milia"
    qtbot.mouseClick(page, Qt.MouseButton.ForwardButton)
    assert page.shown_id == "atopic-eczema"


def test_the_back_button_does_what_the_keys_do(page: ConditionsPage) -> None:
    open_from_list(page, "milia")
    open_from_list(page, "atopic-eczema")
    page.back_button.click()
    assert page.shown_id == "milia"
    assert page.forward_button.isVisible()
    page.forward_button.click()
    assert page.shown_id == "atopic-eczema"
    assert not page.forward_button.isVisible()


def test_back_brings_the_words_typed_the_filters_and_the_place_on_the_page(
    page: ConditionsPage, qtbot: QtBot
) -> None:
    page.column.filter_bar.set_filters(Filters().with_option("catching", "no"))
    page.search_edit.setText("milia")
    open_from_list(page, "milia")
    bar = page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(400)
    page.view.condition_requested.emit(page.compare_view._pack.condition["milia"].look_alikes[0].id)
    page.column.filter_bar.set_filters(Filters())
    page.search("eczema")
    page.go_back()
    page.go_back()
    assert (page.shown_id, page.search_edit.text()) == ("milia", "milia")
    assert page.column.filter_bar.chosen() == [("catching", "no")]
    qtbot.waitUntil(lambda: bar.value() == 400)


def test_what_is_passed_by_in_the_list_is_one_step_back(page: ConditionsPage, qtbot: QtBot) -> None:
    open_from_list(page, "milia")
    for _ in range(3):
        qtbot.keyClick(page.column.list_view, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: page.shown_id == page.column.current_id)
    page.go_back()
    assert page.shown_id == "milia"


def test_back_leads_out_of_a_comparison_and_of_what_is_heard_online(page: ConditionsPage) -> None:
    open_from_list(page, "milia")
    page.compare("milia")
    page.compare_view.add("atopic-eczema")
    page.show_claims()
    page.go_back()
    assert page.compare_view.isVisible()
    assert page.compare_view.shown_ids == ("milia", "atopic-eczema")
    page.go_back()
    assert page.view.isVisible()
    assert page.shown_id == "milia"
    page.go_forward()
    assert page.compare_view.shown_ids == ("milia", "atopic-eczema")


def test_escape_clears_the_search_first_and_then_goes_back(page: ConditionsPage, qtbot: QtBot) -> None:
    open_from_list(page, "milia")
    open_from_list(page, "atopic-eczema")
    page.search_edit.setText("heat")
    qtbot.keyClick(page.search_edit, Qt.Key.Key_Escape)
    assert page.search_edit.text() == ""
    assert page.shown_id == "atopic-eczema"
    qtbot.keyClick(page.search_edit, Qt.Key.Key_Escape)
    assert page.shown_id == "milia"


def test_escape_leaves_a_comparison(page: ConditionsPage, qtbot: QtBot) -> None:
    open_from_list(page, "milia")
    page.compare("milia")
    qtbot.keyClick(page.compare_view, Qt.Key.Key_Escape)
    assert page.view.isVisible()
    assert page.shown_id == "milia"


def test_a_page_opened_from_home_leads_back_home_and_forward_again(
    window: MainWindow, page: ConditionsPage
) -> None:
    open_from_list(page, "milia")
    window.go_to(Place.HOME)
    window._show_condition("atopic-eczema")
    window.step_back()
    assert window.place is Place.HOME
    window.step_forward()
    assert (window.place, page.shown_id) == (Place.CONDITIONS, "atopic-eczema")
    window.step_back()
    window.step_back()
    assert (window.place, page.shown_id) == (Place.CONDITIONS, "milia")


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_Slash])
def test_find_leads_to_the_search_and_keeps_what_is_typed(
    page: ConditionsPage, window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    page.search_edit.setText("milk")
    page.column.list_view.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    nothing = Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(page.column.list_view, key, control if key is Qt.Key.Key_F else nothing)
    qtbot.waitUntil(page.search_edit.hasFocus)
    assert page.search_edit.selectedText() == "milk"


def test_a_slash_can_be_typed_into_the_search(page: ConditionsPage, qtbot: QtBot) -> None:
    page.search_edit.setFocus()
    qtbot.keyClicks(page.search_edit, "hot/cold")
    assert page.search_edit.text() == "hot/cold"


def test_in_a_narrow_window_list_and_page_take_turns(
    page: ConditionsPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(900, 600)
    assert page.column.isVisible()
    assert not page.view.isVisible()
    page.column.list_view.setFocus()
    qtbot.keyClick(page.column.list_view, Qt.Key.Key_Return)
    assert page.view.isVisible()
    assert not page.column.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert page.column.isVisible()
    assert window.place is Place.CONDITIONS


def test_a_wide_window_keeps_the_list_as_wide_as_it_was(page: ConditionsPage, window: MainWindow) -> None:
    widths = []
    for width in (1280, 1900):
        window.resize(width, 820)
        QApplication.processEvents()
        widths.append(page.column.width())
    assert widths == [380, 380]


def test_another_text_size_keeps_the_page_the_search_and_the_way_back(
    page: ConditionsPage, window: MainWindow
) -> None:
    open_from_list(page, "atopic-eczema")
    page.search_edit.setText("milk spots")
    open_from_list(page, "milia")
    window.preferences.change(text_percent=110)
    again = window.page_as(Place.CONDITIONS, ConditionsPage)
    assert again is not page
    assert (again.shown_id, again.search_edit.text()) == ("milia", "milk spots")
    again.go_back()
    assert again.shown_id == "atopic-eczema"


def test_a_diary_started_from_a_page_says_what_was_looked_up_and_names_no_illness_found(
    page: ConditionsPage, window: MainWindow
) -> None:
    open_from_list(page, "milia")
    page.view.diary_button.click()
    editor = window.page_as(Place.DIARY, DiaryPage).editor
    assert window.place is Place.DIARY
    assert editor.isVisible()
    assert editor.text_card.text_edit.toPlainText() == "Looked up: Milia"
    assert editor.draft.spot is None
    assert editor.draft.spot_name == ""
