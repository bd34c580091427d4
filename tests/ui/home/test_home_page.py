"""The first page."""

import pytest
from pytestqt.qtbot import QtBot

from guide.domain.diary import Note, Spot
from guide.domain.pack import ContentPack
from guide.errors import GuideError
from guide.ui.clock import StandingClock
from guide.ui.family import Family
from guide.ui.home.page import HomePage
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme
from tests.ui.conftest import NOW
from tests.ui.reading import words_on


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family) -> HomePage:
    page = HomePage(theme, pack, family)
    qtbot.addWidget(page)
    page.show()
    return page


def test_the_danger_signs_are_the_first_thing_said(page: HomePage, qtbot: QtBot) -> None:
    said = words_on(page)
    assert said.index("is this an emergency") < said.index("Check what I see")
    with qtbot.waitSignal(page.danger_requested):
        page.danger_button.click()


def test_without_a_spot_it_offers_to_mark_the_first_one(page: HomePage, qtbot: QtBot) -> None:
    assert page.diary_button.text() == "Mark the first spot"
    with qtbot.waitSignal(page.note_requested):
        page.diary_button.click()


def test_the_last_note_is_told_in_days(page: HomePage, family: Family) -> None:
    spot = Spot("s", "mia", "Upper back", "back", "back-upper", 50, 70, None)
    family.save_note(Note("n", "s", NOW), spot=spot)
    assert "Mia · Upper back" in words_on(page)
    assert "Last note: today." in words_on(page)


def test_typed_words_go_to_the_search(page: HomePage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search_edit, "milk")
    with qtbot.waitSignal(page.search_requested) as asked:
        page.search_button.click()
    assert asked.args == ["milk"]


def test_it_says_that_no_clinician_has_checked_it(page: HomePage, pack: ContentPack) -> None:
    assert pack.info.review_words in words_on(page)


def test_without_a_diary_the_guide_still_works(
    qtbot: QtBot, theme: Theme, pack: ContentPack, preferences: Preferences, clock: StandingClock
) -> None:
    family = Family(None, preferences, clock, GuideError("The diary is damaged."))
    page = HomePage(theme, pack, family)
    qtbot.addWidget(page)
    assert "The guide works" in words_on(page)
    with qtbot.waitSignal(page.check_requested):
        page.check_button.click()
