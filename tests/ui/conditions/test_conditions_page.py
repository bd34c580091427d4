"""Looking a condition up."""

from dataclasses import replace
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from guide.domain.pack import ContentPack
from guide.ui.conditions.model import ConditionModel
from guide.ui.conditions.page import ConditionsPage
from guide.ui.family import Family
from guide.ui.pictures.queue import finish_pictures, finished_grab
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme
from guide.ui.widgets.cards import CardButton
from tests.ui.conftest import MIA
from tests.ui.reading import words_on

_FRESH_SIZES = count(101)


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family, preferences: Preferences
) -> ConditionsPage:
    page = ConditionsPage(theme, pack, family, preferences)
    qtbot.addWidget(page)
    page.resize(1060, 760)
    page.show()
    return page


def test_all_conditions_are_listed_and_the_first_one_is_shown(
    page: ConditionsPage, pack: ContentPack
) -> None:
    assert page.model.rowCount() == len(pack.conditions)
    assert page.shown_id == pack.conditions[0].id


def test_the_best_hit_is_shown_while_typing(page: ConditionsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search_edit, "milk spots")
    assert page.shown_id == "milia"


def test_nothing_found_says_what_to_try(page: ConditionsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search_edit, "qwertzuiop")
    assert "Nothing found" in page.count_label.text()
    qtbot.keyClick(page.search_edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.search_edit, Qt.Key.Key_Delete)
    assert page.model.rowCount() > 0


def test_the_arrows_in_the_search_box_walk_the_list(
    page: ConditionsPage, qtbot: QtBot, pack: ContentPack
) -> None:
    page.search_edit.setFocus()
    qtbot.keyClick(page.search_edit, Qt.Key.Key_Down)
    assert page.shown_id == pack.conditions[1].id


def test_when_to_see_a_doctor_stands_above_everything_else(page: ConditionsPage) -> None:
    page.show_condition("milia")
    said = words_on(page.view)
    assert said.index("See a doctor if") < said.index("What helps") < said.index("Easily mixed up with")


def test_every_part_of_a_condition_is_on_its_page(page: ConditionsPage, pack: ContentPack) -> None:
    for condition in pack.conditions:
        page.show_condition(condition.id)
        said = words_on(page.view)
        for statement in (*condition.helps, *condition.do_not, condition.course, condition.childcare):
            assert statement.text in said
        assert all(pack.source[source].organisation in said for source in condition.source_ids)


def test_a_look_alike_is_one_press_away(page: ConditionsPage, pack: ContentPack) -> None:
    page.show_condition("milia")
    other = pack.condition["milia"].look_alikes[0].id
    name = pack.condition[other].name
    card = next(card for card in page.view.findChildren(CardButton) if card.accessibleName().startswith(name))
    card.click()
    assert page.shown_id == other


def test_another_skin_tone_is_drawn_when_it_is_chosen(page: ConditionsPage) -> None:
    page.view.panel.tone_buttons.button(4).click()
    assert page.view.panel.picture.tone == 4


def test_the_skin_tone_chosen_stays_on_the_next_page(page: ConditionsPage) -> None:
    page.view.panel.tone_buttons.button(4).click()
    page.show_condition("milia")
    assert page.view.panel.picture.tone == 4


def thumbnail(page: ConditionsPage) -> QImage:
    """Of the first row, without its corners."""
    row = page.list_view.visualRect(page.model.index(0))
    image = page.list_view.viewport().grab(row).toImage()
    return image.copy(24, image.height() // 2 - 20, 60, 30)


def shades(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


@pytest.fixture
def fresh_page(
    qtbot: QtBot, qapp: object, pack: ContentPack, family: Family, preferences: Preferences
) -> ConditionsPage:
    """At a text size of its own: no other test has had its pictures drawn."""
    theme = Theme("light", next(_FRESH_SIZES))
    page = ConditionsPage(theme, pack, family, preferences)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    return page


def test_painting_the_list_draws_no_picture_and_shows_it_when_it_is_there(fresh_page: ConditionsPage) -> None:
    assert shades(thumbnail(fresh_page)) == 1
    finish_pictures()
    assert shades(thumbnail(fresh_page)) > 5


def test_the_list_keeps_its_pictures_until_those_of_another_tone_are_there(
    fresh_page: ConditionsPage, family: Family
) -> None:
    finished_grab(fresh_page)
    before = thumbnail(fresh_page)
    family.save_child(replace(MIA, skin_tone=4))
    assert thumbnail(fresh_page) == before
    finish_pictures()
    assert thumbnail(fresh_page) != before


def test_the_list_is_a_sound_qt_model(pack: ContentPack, qtbot: QtBot) -> None:
    model = ConditionModel(pack)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(pack.conditions[:2])
    model.show(())
    assert tester.model() is model


def test_a_row_says_its_name_its_look_and_its_urgency_to_a_screen_reader(page: ConditionsPage) -> None:
    said = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.count(".") >= 2
