"""Leaving conditions out by what is seen."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from guide.domain.filters import Facets, Filters
from guide.domain.pack import ContentPack
from guide.ui.conditions.filter_bar import FilterBar
from guide.ui.theme import Theme


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, pack: ContentPack) -> FilterBar:
    facets = Facets(pack)

    def count() -> Mapping[tuple[str, str], int]:
        return facets.counts(pack.conditions, made.filters, None)

    made = FilterBar(theme, facets.facets, count)
    qtbot.addWidget(made)
    made.resize(380, 200)
    made.show()
    return made


def open_menu(bar: FilterBar, facet: str) -> None:
    bar.menus[facet].popup(QPoint(0, 0))


def test_there_is_a_menu_for_each_kind_of_answer(bar: FilterBar) -> None:
    assert set(bar.menus) == {"look", "place", "itch", "catching", "rise", "age"}


def test_every_option_has_words_and_says_how_many_it_leaves(bar: FilterBar, pack: ContentPack) -> None:
    for facet, menu in bar.menus.items():
        open_menu(bar, facet)
        for action in menu.actions():
            count = Facets(pack).counts(pack.conditions, Filters(), None)[facet, action.data()]
            assert action.text().endswith(f" ({count})")
            assert action.text()[0].isupper() or action.text()[0].isdigit()
        menu.close()


def test_several_options_are_chosen_while_the_menu_stays_open(bar: FilterBar, qtbot: QtBot) -> None:
    open_menu(bar, "rise")
    menu = bar.menus["rise"]
    for action in menu.actions():
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert menu.isVisible()
    assert bar.filters.chosen["rise"] == {"flat", "raised"}
    menu.close()


def test_options_are_chosen_with_the_keyboard(bar: FilterBar, qtbot: QtBot) -> None:
    open_menu(bar, "catching")
    menu = bar.menus["catching"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert bar.filters.chosen["catching"] == {"no"}
    menu.close()


def test_counts_follow_what_is_chosen(bar: FilterBar) -> None:
    open_menu(bar, "rise")
    before = [action.text() for action in bar.menus["rise"].actions()]
    bar.menus["rise"].close()
    bar.set_filters(Filters().with_option("catching", "yes"))
    open_menu(bar, "rise")
    assert [action.text() for action in bar.menus["rise"].actions()] != before
    bar.menus["rise"].close()


def test_each_chosen_option_is_a_chip_that_takes_it_away(bar: FilterBar) -> None:
    bar.set_filters(Filters({"rise": frozenset({"flat"}), "catching": frozenset({"no"})}))
    assert {chip.accessibleName() for chip in bar.chips.values()} == {
        "Take filter away: Flat",
        "Take filter away: Not catching",
    }
    bar.chips["rise", "flat"].click()
    assert bar.chosen() == [("catching", "no")]


def test_all_filters_are_cleared_with_one_press(bar: FilterBar) -> None:
    bar.set_filters(Filters({"rise": frozenset({"flat"}), "catching": frozenset({"no"})}))
    bar.clear_button.click()
    assert not bar.filters
    assert not bar.chips


def test_a_button_says_how_many_of_its_options_are_chosen(bar: FilterBar) -> None:
    bar.set_filters(Filters().with_option("rise", "flat"))
    assert bar.buttons["rise"].accessibleName() == "Filter: Flat or raised, 1 chosen"
    assert bar.buttons["rise"].text().endswith("1")


def test_the_childs_age_is_offered_only_while_it_is_known(bar: FilterBar) -> None:
    bar.set_child("Mia")
    open_menu(bar, "age")
    assert "Mia" in bar.menus["age"].actions()[0].text()
    bar.menus["age"].close()
    bar.set_filters(Filters().with_option("age", "now"))
    bar.set_child("")
    assert not bar.filters
    open_menu(bar, "age")
    assert all(action.data() != "now" for action in bar.menus["age"].actions())
    bar.menus["age"].close()
