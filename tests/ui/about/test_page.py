"""What the About page tells, and that it opens nothing."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guide.domain.conditions import Source
from guide.domain.pack import ContentPack
from guide.ui.about.page import AboutPage
from guide.ui.theme import Theme
from tests.ui.paper import samples

REVIEW = "No doctor or nurse has checked this guide yet."
SOURCES = (
    Source("NHS", "NHS", "Milia <b>in babies</b>", "2026-11-22", "https://www.nhs.uk/" + "milia/" * 40),
    Source("BOOK", "A book", "Skin of the newborn", "2026-10-01", note="Second edition."),
)


@pytest.fixture
def pack() -> ContentPack:
    info = dataclasses.replace(
        samples.pack().info,
        title="Small pack",
        version="2.5",
        reviewed_on="2026-11-20",
        review_by="2027-05-22",
        reviewed_by="no clinician",
        review_words=REVIEW,
    )
    return dataclasses.replace(samples.pack(), info=info, sources=SOURCES)


@pytest.fixture
def page(qtbot: QtBot, pack: ContentPack) -> AboutPage:
    page = AboutPage(Theme("light"), pack, "1.2.3")
    qtbot.addWidget(page)
    page.resize(692, 540)
    page.show()
    return page


def said(page: AboutPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_every_source_is_listed_with_its_day_and_address(page: AboutPage) -> None:
    listed = page.sources_text.toPlainText()
    for source in SOURCES:
        for words in (source.organisation, source.title, source.address, source.note):
            assert words in listed
    assert "Read 22 Nov 2026" in listed
    assert "Read 1 Oct 2026" in listed


def test_no_address_can_be_followed(page: AboutPage) -> None:
    flags = page.sources_text.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    assert "href" not in page.sources_text.toHtml()


def test_a_long_address_is_shown_to_its_end(page: AboutPage, qtbot: QtBot) -> None:
    text = page.sources_text
    qtbot.waitUntil(lambda: text.height() >= text.document().size().height())
    assert text.document().size().width() <= text.width()


def test_it_says_first_that_nobody_reviewed_it(page: AboutPage) -> None:
    label = next(label for label in page.findChildren(QLabel) if label.text() == REVIEW)
    assert label.visibleRegion().boundingRect().height() == label.height()


@pytest.mark.parametrize(
    "words",
    [
        "It never says what your baby has",
        "It never goes online.",
        "Little Spots 1.2.3",
        "Small pack 2.5",
        "20 Nov 2026",
        "no clinician",
        "checked again by 22 May 2027",
    ],
)
def test_it_says_what_it_is_and_how_old(page: AboutPage, words: str) -> None:
    assert words in said(page)


@pytest.mark.parametrize("keys", ["Ctrl+D", "Ctrl+F", "Ctrl+N", "Ctrl+S", "Ctrl+P", "Alt+Left"])
def test_the_keys_are_listed(page: AboutPage, keys: str) -> None:
    assert keys in said(page)


@pytest.mark.parametrize("part", ["Atkinson Hyperlegible", "PySide6", "SQLite3 Multiple", "PyYAML"])
def test_the_parts_are_listed_with_their_licence(page: AboutPage, part: str) -> None:
    assert part in page.licences_text.toPlainText()


def test_the_keyboard_scrolls_past_the_sources(page: AboutPage) -> None:
    page.to_top()
    page.licences_text.setFocus()
    QTest.keyClick(page.licences_text, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0


def test_it_follows_the_theme(page: AboutPage) -> None:
    page.theme.set_appearance("dark")
    colour = page.sources_text.textCursor().charFormat().foreground().color().name().upper()
    assert colour in (page.theme.colours.ink, page.theme.colours.muted)


def test_who_can_read_the_backups_is_said(page: AboutPage) -> None:
    assert "Whoever has this folder can read the backups" in said(page)
    assert "OneDrive, iCloud" in said(page)
