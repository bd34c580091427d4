"""The screens of danger signs: marking, the thermometer, and the questions that stand for groups."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guide.domain.check_session import StepKind
from guide.domain.checklist import SignAnswer
from guide.domain.conditions import Urgency
from guide.ui.checklist.page import ChecklistPage
from guide.ui.checklist.temperature_field import TemperatureField, measured_celsius
from tests.ui.checklist.conftest import OpenPage
from tests.ui.checklist.walking import clear_signs, mark, press, result, row_of, signs, to_gates, to_group
from tests.ui.reading import words_on


def field(page: ChecklistPage) -> TemperatureField:
    found = signs(page).temperature
    assert found is not None
    return found


def measure(page: ChecklistPage, qtbot: QtBot, typed: str) -> None:
    field(page).edit.clear()
    qtbot.keyClicks(field(page).edit, typed)
    qtbot.keyClick(field(page).edit, Qt.Key.Key_Return)


def test_an_emergency_sign_says_at_once_that_help_is_next(page: ChecklistPage) -> None:
    press(page, "Next")
    mark(page, "E01", "yes")
    assert page.session.step.kind is StepKind.SIGNS
    assert "This needs help now. The next screen shows what to do." in words_on(page)
    assert page.next_button.text() == "Show what to do now"


def test_a_sign_unticked_again_takes_the_line_back(page: ChecklistPage) -> None:
    press(page, "Next")
    mark(page, "E01", "yes")
    mark(page, "E01", "yes")
    assert "This needs help now" not in words_on(page)
    assert page.next_button.text() == "None of these"


def test_an_emergency_sign_stops_the_check_and_says_whom_to_call(page: ChecklistPage) -> None:
    press(page, "Next")
    mark(page, "E01", "yes")
    press(page, "Show what to do now")
    assert page.session.assessment().level is Urgency.EMERGENCY
    assert "999" in words_on(result(page))
    assert "What can look like this" not in words_on(result(page))


def test_in_a_low_window_only_a_ticked_sign_brings_the_way_on_into_view(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    to_group(page, "temperature")
    page.resize(820, 420)
    qtbot.waitUntil(lambda: page.next_button.visibleRegion().isEmpty())
    signs(page).rows[0].yes_button.click()
    qtbot.waitUntil(lambda: not page.next_button.visibleRegion().isEmpty())
    signs(page).rows[0].yes_button.click()
    qtbot.waitUntil(lambda: page.next_button.visibleRegion().isEmpty())


def test_cannot_tell_asks_once_more_with_help_and_then_counts_as_yes(page: ChecklistPage) -> None:
    press(page, "Next")
    mark(page, "E01", "unsure")
    press(page, "Next")
    assert "You could not tell" in words_on(page)
    assert [row.rule_id for row in signs(page).rows] == ["E01"]
    assert signs(page).rows[0].help_label.isVisibleTo(page)
    press(page, "Show what to do now")
    assert page.session.assessment().level is Urgency.EMERGENCY


def test_yes_and_cannot_tell_take_each_other_back(page: ChecklistPage) -> None:
    press(page, "Next")
    mark(page, "E01", "yes")
    mark(page, "E01", "unsure")
    assert row_of(page, "E01").answer is SignAnswer.CANNOT_TELL
    assert not row_of(page, "E01").yes_button.isChecked()


def test_the_second_press_of_a_double_click_takes_nothing_back(page: ChecklistPage, qtbot: QtBot) -> None:
    press(page, "Next")
    yes = row_of(page, "E01").yes_button
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(yes, Qt.MouseButton.LeftButton)
    assert yes.isChecked()


@pytest.mark.parametrize(
    ("typed", "unit", "celsius"),
    [
        ("38.4", "C", 38.4),
        (" 38,4 ", "C", 38.4),
        ("100.4", "F", 38.0),
        ("100,4", "C", 38.0),
        ("38", "F", 38.0),
        ("38.4 °C", "F", 38.4),
        ("100.4°F", "C", 38.0),
        ("", "C", None),
    ],
)
def test_a_temperature_is_understood_as_it_is_typed(typed: str, unit: str, celsius: float | None) -> None:
    assert measured_celsius(typed, unit) == celsius


@pytest.mark.parametrize("typed", ["60", "29.9", "45.1", "hot", "38.4.1", "38 F", "1,000"])
def test_what_no_thermometer_shows_is_no_temperature(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        measured_celsius(typed, "C")


def test_a_measured_fever_ticks_the_sign_it_meets_and_says_so(page: ChecklistPage, qtbot: QtBot) -> None:
    to_group(page, "temperature")
    measure(page, qtbot, "38,4")
    assert row_of(page, "E07").yes_button.isChecked()
    assert "38.4 °C counts as yes" in words_on(page)
    assert page.next_button.text() == "Show what to do now"


def test_a_measured_fever_cannot_be_unticked(page: ChecklistPage, qtbot: QtBot) -> None:
    to_group(page, "temperature")
    measure(page, qtbot, "38.4")
    mark(page, "E07", "yes")
    assert row_of(page, "E07").answer is SignAnswer.YES


def test_another_temperature_brings_back_what_was_ticked_by_hand(page: ChecklistPage, qtbot: QtBot) -> None:
    to_group(page, "temperature")
    mark(page, "E07", "unsure")
    measure(page, qtbot, "38.4")
    measure(page, qtbot, "36.8")
    assert row_of(page, "E07").answer is SignAnswer.CANNOT_TELL
    assert "counts as yes" not in words_on(page)


def test_half_a_number_never_counts(page: ChecklistPage, qtbot: QtBot) -> None:
    to_group(page, "temperature")
    qtbot.keyClicks(field(page).edit, "35")
    assert not signs(page).anything_marked


def test_a_pause_in_typing_is_enough(page: ChecklistPage, qtbot: QtBot) -> None:
    to_group(page, "temperature")
    qtbot.keyClicks(field(page).edit, "39.5")
    qtbot.waitUntil(row_of(page, "E07").yes_button.isChecked)


def test_a_temperature_that_cannot_be_is_asked_again_and_never_passed_over(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    to_group(page, "temperature")
    here = page.session.step
    qtbot.keyClicks(field(page).edit, "380")
    press(page, "None of these")
    assert page.session.step == here
    assert "between 30.0 °C and 45.0 °C" in words_on(page)
    field(page).edit.clear()
    press(page, "None of these")
    assert page.session.step != here


def test_asked_again_nothing_is_chosen_and_what_stays_unsure_counts_as_yes(page: ChecklistPage) -> None:
    to_group(page, "skin-now")
    mark(page, "E06", "unsure")
    press(page, "Next")
    row = row_of(page, "E06")
    assert not row.unsure_button.isChecked()
    row.unsure_button.click()
    press(page, "Show what to do now")
    assert page.session.emergency


def test_asked_again_a_clear_no_is_a_no(page: ChecklistPage) -> None:
    to_group(page, "skin-now")
    mark(page, "E06", "unsure")
    press(page, "Next")
    row_of(page, "E06").no_button.click()
    page.next_button.click()
    assert page.session.signs["E06"] is SignAnswer.NO


def test_a_number_in_the_other_unit_is_said_in_the_familys_own(page: ChecklistPage, qtbot: QtBot) -> None:
    to_group(page, "temperature")
    measure(page, qtbot, "100.4")
    assert "That is 38.0 °C." in words_on(page)


def test_where_people_use_fahrenheit_so_does_the_field(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(region="us")
    to_group(page, "temperature")
    measure(page, qtbot, "101.3")
    assert "101.3 °F counts as yes" in words_on(page)


def test_the_temperature_is_there_when_one_comes_back(page: ChecklistPage, qtbot: QtBot) -> None:
    to_group(page, "temperature")
    measure(page, qtbot, "36.8")
    press(page, "None of these")
    press(page, "Back")
    assert field(page).edit.text() == "36.8"


def test_enter_in_the_field_never_goes_on(page: ChecklistPage, qtbot: QtBot) -> None:
    to_group(page, "temperature")
    here = page.session.step
    measure(page, qtbot, "36.8")
    assert page.session.step == here


def test_one_screen_asks_after_the_signs_for_today(page: ChecklistPage) -> None:
    to_gates(page)
    gates = page.session.gates_here()
    assert [row.rule_id for row in signs(page).rows] == [group.id for group in gates]
    assert all(group.gate in words_on(page) for group in gates)
    assert page.next_button.text() == "None of these"


@pytest.mark.parametrize("word", ["yes", "unsure"])
def test_a_gate_that_is_marked_opens_its_signs(page: ChecklistPage, word: str) -> None:
    to_gates(page)
    mark(page, "skin-today", word)
    press(page, "Next")
    assert page.session.step.id == "skin-today"
    assert page.step_view is signs(page)


def test_gates_left_unmarked_deny_their_signs(page: ChecklistPage) -> None:
    to_gates(page)
    clear_signs(page)
    assert page.session.at_result
    assert page.session.assessment().complete


def test_a_gate_that_was_marked_is_marked_when_one_comes_back(page: ChecklistPage) -> None:
    to_gates(page)
    mark(page, "illness", "yes")
    press(page, "Next")
    press(page, "Back")
    assert row_of(page, "illness").yes_button.isChecked()


def test_the_help_of_a_sign_opens_and_closes(page: ChecklistPage) -> None:
    press(page, "Next")
    row = row_of(page, "E01")
    row.help_button.click()
    assert row.help_label.isVisibleTo(row)
    row.help_button.click()
    assert not row.help_label.isVisibleTo(row)


def test_every_mark_says_to_a_screen_reader_which_sign_it_is_for(page: ChecklistPage) -> None:
    press(page, "Next")
    for row in signs(page).rows:
        for button in (row.yes_button, row.unsure_button, row.help_button):
            assert row.asked.text in button.accessibleName()
