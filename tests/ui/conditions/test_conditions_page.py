"""Looking a condition up."""

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
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
    model = page.column.model
    assert model.rowCount() == len(pack.conditions)
    assert page.shown_id == model.id_at(0) == page.column.current_id


def test_the_best_hit_is_shown_once_typing_pauses(page: ConditionsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search_edit, "milk spots")
    qtbot.waitUntil(lambda: page.shown_id == "milia")


def test_words_brought_from_another_page_are_answered_at_once(page: ConditionsPage) -> None:
    page.search("milk spots")
    assert page.shown_id == "milia"


def test_a_bookmark_is_listed_and_is_there_again_after_a_restart(
    page: ConditionsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.show_condition("milia")
    page.view.bookmark_button.click()
    qtbot.mouseClick(page.column.section_row.buttons["bookmarked"], Qt.MouseButton.LeftButton)
    assert rows(page) == ["milia"]
    assert Preferences(tmp_path).values.bookmarks == ("milia",)
    page.view.bookmark_button.click()
    assert rows(page) == []


def test_what_was_read_lately_is_listed_the_last_one_first(page: ConditionsPage, tmp_path: Path) -> None:
    for condition_id in ("milia", "atopic-eczema", "milia"):
        page.show_condition(condition_id)
    page.column.section_row.buttons["recent"].click()
    assert rows(page) == ["milia", "atopic-eczema"]
    assert Preferences(tmp_path).values.recent == ("milia", "atopic-eczema")


def test_what_is_only_passed_by_in_the_list_was_not_read(page: ConditionsPage, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyClick(page.column.list_view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.shown_id == page.column.model.id_at(3))
    page.column.section_row.buttons["recent"].click()
    assert rows(page) == []


def test_a_page_is_compared_with_one_it_is_mixed_up_with(page: ConditionsPage, pack: ContentPack) -> None:
    page.show_condition("milia")
    page.view.compare_button.click()
    other = pack.condition["milia"].look_alikes[0].id
    page.compare_view.suggestions[other].click()
    assert page.compare_view.isVisible()
    assert page.compare_view.shown_ids == ("milia", other)


def test_compare_on_another_page_adds_it(page: ConditionsPage) -> None:
    page.compare("milia")
    page.show_condition("atopic-eczema")
    page.view.compare_button.click()
    assert page.compare_view.shown_ids == ("milia", "atopic-eczema")


def test_heard_online_opens_from_the_list_and_leads_to_a_page(
    page: ConditionsPage, pack: ContentPack
) -> None:
    page.column.section_row.claims_button.click()
    assert page.claims_view.isVisible()
    claim = next(each for each in pack.claims if each.conditions)
    page.claims_view.cards[claim.id].buttons[claim.conditions[0]].click()
    assert page.view.isVisible()
    assert page.shown_id == claim.conditions[0]


def test_another_country_has_its_numbers_on_the_page_that_is_open(
    page: ConditionsPage, preferences: Preferences
) -> None:
    page.show_condition("milia")
    preferences.change(region="uk")
    assert "999" in words_on(page.view)


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
    view = page.column.list_view
    image = view.viewport().grab(view.visualRect(page.column.model.index(0))).toImage()
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


def rows(page: ConditionsPage) -> list[str]:
    model = page.column.model
    return [model.id_at(row) for row in range(model.rowCount())]


def test_in_a_low_window_the_controls_scroll_away_so_that_a_card_is_seen_whole(page: ConditionsPage) -> None:
    page.resize(692, 240)
    QCoreApplication.processEvents()
    assert page.column.height() > page.height()
    assert page.column.list_view.height() >= page.column.list_view.sizeHintForRow(0)
