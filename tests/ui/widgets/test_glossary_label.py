"""Words explained where they stand, by pointer and by keyboard, while the page stays as it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guide.domain.conditions import GlossaryWord, Statement
from guide.ui.theme import Theme
from guide.ui.widgets.glossary_label import GlossaryLabel, explained
from guide.ui.widgets.glossary_words import GlossaryWords

PUS = GlossaryWord("pus", "Pus", Statement("Thick <b>yellow</b> fluid.", ()))
CRUST = GlossaryWord("crust", "Crust", Statement("Dried fluid.", ()), ("crusts",))
TEXT = "Bumps with pus that dry, and then <i>crusts</i> that come off by themselves after a few days."


class Sheet(QWidget):
    """A button, the text, a button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        label = explained(theme, GlossaryWords([PUS, CRUST]).section(), TEXT)
        assert isinstance(label, GlossaryLabel)
        self.label = label
        self.before, self.after = QPushButton("before"), QPushButton("after")
        column = QVBoxLayout(self)
        for each in (self.before, self.label, self.after):
            column.addWidget(each)
        column.addStretch(1)


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> Sheet:
    sheet = Sheet(theme)
    qtbot.addWidget(sheet)
    sheet.resize(360, 300)
    sheet.show()
    qtbot.waitExposed(sheet)
    sheet.before.setFocus()
    return sheet


def middle(label: GlossaryLabel, number: int) -> QPoint:
    return label.word_rect(label.known[number]).center()


def test_a_text_without_a_known_word_is_a_plain_label(theme: Theme, qtbot: QtBot) -> None:
    label = explained(theme, GlossaryWords([PUS]).section(), "Nothing to explain.")
    qtbot.addWidget(label)
    assert type(label) is QLabel
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_tab_goes_from_word_to_word_and_on(sheet: Sheet, qtbot: QtBot) -> None:
    visited = []
    for _ in range(2):
        qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Tab)
        assert sheet.focusWidget() is sheet.label
        visited.append(sheet.label.word_at)
    assert visited == list(sheet.label.known)
    qtbot.keyClick(sheet.label, Qt.Key.Key_Tab)
    assert sheet.focusWidget() is sheet.after
    qtbot.keyClick(sheet.after, Qt.Key.Key_Backtab)
    assert sheet.label.word_at is sheet.label.known[1]


def test_enter_shows_the_meaning_and_escape_hides_it(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.keyClick(sheet.before, Qt.Key.Key_Tab)
    qtbot.keyClick(sheet.label, Qt.Key.Key_Return)
    assert sheet.label.bubble
    assert sheet.label.bubble.label.text() == "Pus: Thick <b>yellow</b> fluid."
    assert sheet.label.bubble.label.textFormat() is Qt.TextFormat.PlainText
    qtbot.keyClick(sheet.label, Qt.Key.Key_Escape)
    assert sheet.label.bubble is None


def test_escape_closes_the_meaning_before_the_page(sheet: Sheet, qtbot: QtBot) -> None:
    closed: list[bool] = []
    QShortcut(QKeySequence(Qt.Key.Key_Escape), sheet).activated.connect(lambda: closed.append(True))
    qtbot.keyClick(sheet.before, Qt.Key.Key_Tab)
    qtbot.keyClick(sheet.label, Qt.Key.Key_Return)
    qtbot.keyClick(sheet.label, Qt.Key.Key_Escape)
    assert sheet.label.bubble is None
    assert not closed
    qtbot.keyClick(sheet.label, Qt.Key.Key_Escape)
    assert closed


def test_the_meaning_goes_when_the_keyboard_goes_on(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.keyClick(sheet.before, Qt.Key.Key_Tab)
    qtbot.keyClick(sheet.label, Qt.Key.Key_Return)
    qtbot.keyClick(sheet.label, Qt.Key.Key_Tab)
    assert sheet.label.bubble is None


def test_the_pointer_on_a_word_shows_its_meaning_and_beside_it_none(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.mouseMove(sheet.label, middle(sheet.label, 1))
    assert sheet.label.bubble
    assert sheet.label.bubble.said == "Crust: Dried fluid."
    qtbot.mouseMove(sheet.label, QPoint(1, 1))
    assert sheet.label.bubble is None


def test_a_click_on_a_word_shows_its_meaning(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.mouseClick(sheet.label, Qt.MouseButton.LeftButton, pos=middle(sheet.label, 0))
    assert sheet.label.bubble
    assert sheet.label.bubble.said.startswith("Pus")


def test_nothing_on_the_page_moves_and_the_meaning_stays_in_the_window(sheet: Sheet) -> None:
    before = [each.geometry() for each in (sheet.before, sheet.label, sheet.after)]
    for known in sheet.label.known:
        sheet.label.show_meaning(known)
        assert sheet.label.bubble
        assert sheet.rect().contains(sheet.label.bubble.geometry())
    assert [each.geometry() for each in (sheet.before, sheet.label, sheet.after)] == before


def test_a_screen_reader_hears_the_sentence_and_the_meanings(sheet: Sheet) -> None:
    assert sheet.label.accessibleName() == TEXT
    assert "Pus: Thick <b>yellow</b> fluid." in sheet.label.accessibleDescription()
    assert "Crust: Dried fluid." in sheet.label.accessibleDescription()


def test_it_wraps_and_grows_with_the_text_size(sheet: Sheet, theme: Theme) -> None:
    wide, narrow = sheet.label.heightForWidth(800), sheet.label.heightForWidth(200)
    assert narrow >= 3 * wide
    theme.set_text_percent(200)
    assert sheet.label.heightForWidth(800) > wide


def test_it_is_as_high_as_a_plain_label_with_the_same_words(sheet: Sheet, qtbot: QtBot) -> None:
    plain = QLabel(wordWrap=True)
    plain.setTextFormat(Qt.TextFormat.PlainText)
    plain.setText(TEXT)
    qtbot.addWidget(plain)
    plain.ensurePolished()
    for width in (200, 320, 700):
        assert abs(sheet.label.heightForWidth(width) - plain.heightForWidth(width)) <= 2
