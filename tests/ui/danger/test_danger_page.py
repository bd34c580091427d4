"""The danger signs on one page."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guide.domain.ages import Age
from guide.domain.pack import ContentPack
from guide.ui.danger.page import DangerPage
from guide.ui.theme import Theme
from tests.ui.reading import words_on


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, pack: ContentPack) -> DangerPage:
    page = DangerPage(theme, pack, lambda: pack.region("uk"), lambda: Age(35, 1))
    qtbot.addWidget(page)
    page.show()
    return page


def test_every_emergency_sign_for_this_age_is_there(page: DangerPage, pack: ContentPack) -> None:
    said = words_on(page)
    assert pack.rule["E06"].sign in said
    assert pack.rule["E07"].sign in said
    assert pack.rule["E19"].sign not in said


def test_the_number_of_the_country_is_named_with_the_country(page: DangerPage) -> None:
    assert "999 in the UK" in words_on(page)


@pytest.mark.parametrize("region", ["unknown", "us", "uk", "nz", "au", "ie", "eu"])
def test_no_number_stands_without_its_country(
    qtbot: QtBot, theme: Theme, pack: ContentPack, region: str
) -> None:
    page = DangerPage(theme, pack, lambda: pack.region(region), lambda: None)
    qtbot.addWidget(page)
    assert "Call 111." not in words_on(page)
    assert pack.region(region).emergency_words in words_on(page)


def test_without_a_birth_date_the_signs_for_every_age_are_shown(
    qtbot: QtBot, theme: Theme, pack: ContentPack
) -> None:
    page = DangerPage(theme, pack, lambda: pack.region("uk"), lambda: None)
    qtbot.addWidget(page)
    said = words_on(page)
    assert all(rule.sign in said for rule in pack.rules if rule.id.startswith("E") and rule.id[1:].isdigit())


def test_escape_goes_back(page: DangerPage, qtbot: QtBot) -> None:
    page.setFocus()
    with qtbot.waitSignal(page.back_requested):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
