"""The list of conditions: what is in it, in which order, and why; with real keys."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from guide.domain.filters import Filters, by_fit_to_age
from guide.domain.pack import ContentPack
from guide.ui.conditions.list_column import ListColumn
from guide.ui.conditions.marked_text import excerpt
from guide.ui.conditions.model import ROW
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme
from tests.ui.conftest import MIA
from tests.ui.reading import words_on


@pytest.fixture
def column(
    qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family, preferences: Preferences
) -> ListColumn:
    column = ListColumn(theme, pack, family, preferences)
    qtbot.addWidget(column)
    column.resize(380, 760)
    column.show()
    column.activateWindow()
    column.search_edit.setFocus()
    qtbot.waitUntil(column.search_edit.hasFocus)
    return column


def rows(column: ListColumn) -> list[str]:
    return [column.model.id_at(row) for row in range(column.model.rowCount())]


def said_of(column: ListColumn, row: int) -> str:
    return str(column.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def test_what_fits_the_childs_age_comes_first(column: ListColumn, pack: ContentPack, family: Family) -> None:
    age = MIA.age_on(family.clock.today())
    assert rows(column) == [each.id for each in by_fit_to_age(pack.conditions, age)]
    assert "Mia" in column.order_button.text()


def test_an_older_child_changes_the_order(column: ListColumn, family: Family) -> None:
    before = rows(column)
    family.save_child(replace(MIA, birth_date=date(2022, 1, 1)))
    assert rows(column) != before


def test_the_alphabet_is_an_order_that_stays_chosen(
    column: ListColumn, pack: ContentPack, preferences: Preferences
) -> None:
    column.order_button.actions_of["name"].trigger()
    names = [pack.condition[each].name.casefold() for each in rows(column)]
    assert names == sorted(names)
    assert preferences.values.list_order == "name"


def test_without_an_age_the_list_is_in_the_order_of_the_alphabet(column: ListColumn, family: Family) -> None:
    family.save_child(replace(MIA, birth_date=None))
    assert column.order_button.text() == "A–Z"
    assert not column.order_button.actions_of["age"].isVisible()


def test_while_searching_the_best_match_comes_first_or_another_order_if_chosen(
    column: ListColumn, qtbot: QtBot, pack: ContentPack
) -> None:
    qtbot.keyClicks(column.search_edit, "white spots")
    best = rows(column)
    column.order_button.actions_of["name"].trigger()
    names = [pack.condition[each].name.casefold() for each in rows(column)]
    assert names == sorted(names)
    assert set(rows(column)) == set(best)
    column.order_button.actions_of["best"].trigger()
    assert rows(column) == best


@pytest.mark.parametrize(
    ("typed", "wanted"), [("mila spots", "milia"), ("exzema", "atopic-eczema"), ("moluscum", "molluscum")]
)
def test_a_typing_error_is_forgiven(column: ListColumn, qtbot: QtBot, typed: str, wanted: str) -> None:
    qtbot.keyClicks(column.search_edit, typed)
    assert wanted in rows(column)[:3]


def test_a_row_says_its_names_its_look_its_urgency_and_why_it_was_found(
    column: ListColumn, qtbot: QtBot, pack: ContentPack
) -> None:
    qtbot.keyClicks(column.search_edit, "whiteheads")
    row = rows(column).index("milia")
    milia = pack.condition["milia"]
    said = said_of(column, row)
    for part in (milia.name, milia.parents_names[0], milia.one_line, pack.short_words(milia.urgency)):
        assert part in said
    assert "whiteheads" in said.partition("Found in: ")[2]


def test_the_words_found_are_marked_in_the_row(column: ListColumn, qtbot: QtBot) -> None:
    qtbot.keyClicks(column.search_edit, "whiteheads")
    row = column.list_view.visualRect(column.model.index(0))
    before = column.list_view.viewport().grab(row).toImage()
    hit = column.model.index(0).data(ROW).hit
    assert all(hit.text[begin:end].strip() for begin, end in hit.spans)
    column.search_edit.clear()
    assert column.list_view.viewport().grab(row).toImage() != before


def test_a_found_word_late_in_a_sentence_is_brought_into_view() -> None:
    text = "The colour mostly comes back by itself over the months"
    begin = text.index("months")
    said, spans = excerpt(text, [(begin, begin + 6)], 30)
    assert said.startswith("…")
    assert [said[start:end] for start, end in spans] == ["months"]
    assert len(said) < 30


def test_filters_and_search_are_combined(column: ListColumn, qtbot: QtBot) -> None:
    qtbot.keyClicks(column.search_edit, "white")
    found = set(rows(column))
    column.filter_bar.set_filters(Filters().with_option("rise", "flat"))
    flat = set(rows(column))
    assert flat < found
    column.search_edit.clear()
    assert flat < set(rows(column))


def test_down_goes_from_the_search_to_the_list_and_up_comes_back(column: ListColumn, qtbot: QtBot) -> None:
    qtbot.keyClick(column.search_edit, Qt.Key.Key_Down)
    assert column.list_view.hasFocus()
    assert column.current_id == rows(column)[0]
    qtbot.keyClick(column.list_view, Qt.Key.Key_Down)
    assert column.current_id == rows(column)[1]
    for _ in range(2):
        qtbot.keyClick(column.list_view, Qt.Key.Key_Up)
    assert column.search_edit.hasFocus()


def test_enter_reads_the_best_hit_from_the_search_and_the_chosen_one_from_the_list(
    column: ListColumn, qtbot: QtBot
) -> None:
    opened: list[str] = []
    column.opened.connect(opened.append)
    qtbot.keyClicks(column.search_edit, "milia")
    qtbot.keyClick(column.search_edit, Qt.Key.Key_Return)
    qtbot.keyClick(column.search_edit, Qt.Key.Key_Down)
    qtbot.keyClick(column.list_view, Qt.Key.Key_Down)
    qtbot.keyClick(column.list_view, Qt.Key.Key_Return)
    assert opened == rows(column)[:2]


def test_nothing_found_names_the_word_to_leave_out(column: ListColumn, qtbot: QtBot) -> None:
    qtbot.keyClicks(column.search_edit, "qwertzuiop")
    qtbot.waitUntil(lambda: bool(column.nothing_found.buttons))
    assert "qwertzuiop" in column.nothing_found.buttons[0].text()
    column.nothing_found.buttons[0].click()
    assert column.model.rowCount() > 0


def test_nothing_found_names_each_filter_to_leave_out(
    column: ListColumn, qtbot: QtBot, pack: ContentPack
) -> None:
    qtbot.keyClicks(column.search_edit, pack.condition["milia"].name)
    column.filter_bar.set_filters(Filters({"rise": frozenset({"flat"}), "catching": frozenset({"yes"})}))
    assert rows(column) == []
    qtbot.waitUntil(lambda: bool(column.nothing_found.buttons))
    said = words_on(column.nothing_found)
    assert "Flat" in said
    assert "Clear filters" in said
    next(each for each in column.nothing_found.buttons if each.text() == "Clear filters").click()
    assert "milia" in rows(column)


def test_an_empty_section_says_how_it_is_filled_and_leads_back(column: ListColumn, qtbot: QtBot) -> None:
    column.section_row.buttons["bookmarked"].click()
    qtbot.waitUntil(lambda: bool(column.nothing_found.buttons))
    assert "No bookmarks yet" in words_on(column.nothing_found)
    column.nothing_found.buttons[0].click()
    assert column.model.rowCount() > 0


def test_left_and_right_walk_the_sections(column: ListColumn, qtbot: QtBot) -> None:
    first = column.section_row.buttons["all"]
    qtbot.keyClick(first, Qt.Key.Key_Right)
    after_right: str = column.section_row.section
    qtbot.keyClick(column.section_row.buttons["bookmarked"], Qt.Key.Key_Left)
    assert [after_right, column.section_row.section] == ["bookmarked", "all"]


def test_a_bookmark_of_a_page_that_is_no_longer_in_the_guide_is_passed_over(
    column: ListColumn, preferences: Preferences
) -> None:
    preferences.change(bookmarks=("gone", "milia"))
    column.section_row.buttons["bookmarked"].click()
    assert rows(column) == ["milia"]


def test_every_row_is_as_high_as_the_first(column: ListColumn) -> None:
    heights = {
        column.list_view.visualRect(column.model.index(row)).height() for row in range(len(rows(column)))
    }
    assert len(heights) == 1


def test_searching_keeps_the_list_a_sound_qt_model(column: ListColumn, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(column.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtbot.keyClicks(column.search_edit, "milk qwertzuiop")
    column.search_edit.clear()
    assert tester.model() is column.model


def test_where_there_is_little_height_the_filters_are_one_button(column: ListColumn) -> None:
    assert not column.filter_bar.all_button.isVisible()
    column.resize(380, 420)
    assert column.filter_bar.all_button.isVisible()
    assert not column.filter_bar.buttons["look"].isVisible()


@pytest.mark.parametrize("typed", ["blue lips", "meningitis"])
def test_words_of_danger_lead_to_the_danger_signs(column: ListColumn, qtbot: QtBot, typed: str) -> None:
    """As do words that no page answers."""
    column.search_edit.setText(typed)
    assert column.danger_button.isVisible()
    with qtbot.waitSignal(column.danger_requested):
        column.danger_button.click()


def test_everyday_words_alarm_nobody(column: ListColumn) -> None:
    column.search_edit.setText("blue lips")
    column.search_edit.setText("milk spots")
    assert not column.danger_button.isVisible()
