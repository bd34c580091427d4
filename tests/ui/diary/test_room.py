"""The pages in little room, in large type, and for a screen reader."""

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from guide.ui.diary.page import DiaryPage
from guide.ui.family import Family
from tests.ui.diary.household import Home, note_on, spot_of_mia

FIELDS = (QAbstractButton, QSlider, QAbstractSpinBox, QLineEdit, QPlainTextEdit)


def filled(home: Home, family: Family) -> DiaryPage:
    spot = spot_of_mia()
    family.save_note(note_on(spot, 2, "Some words.", how_many=3, itch=2, compared="better"), spot=spot)
    return home.page(family)


# What a window of 900 and one of 1280 pixels leave a page.
@pytest.mark.parametrize(("percent", "width"), [(100, 690), (100, 1040), (200, 760), (200, 1040)])
def test_nothing_is_cut_off_sideways(home: Home, family: Family, percent: int, width: int) -> None:
    home.text_percent = percent
    page = filled(home, family)
    page.resize(width, 540)
    home.qtbot.waitUntil(lambda: page.overview.horizontalScrollBar().maximum() == 0)
    page.start_note(None, "tummy")
    home.qtbot.waitUntil(lambda: page.editor.horizontalScrollBar().maximum() == 0)


def test_the_list_of_spots_moves_above_the_notes_where_it_is_narrow(
    home: Home, family: Family, qtbot: QtBot
) -> None:
    page = filled(home, family)
    page.resize(1040, 700)
    spots, notes = page.overview.spots_column, page.overview.timeline

    def stand_beside_each_other() -> bool:
        return spots.mapTo(page, spots.rect().topRight()).x() < notes.mapTo(page, notes.rect().topLeft()).x()

    qtbot.waitUntil(stand_beside_each_other)
    page.resize(640, 700)
    qtbot.waitUntil(lambda: not stand_beside_each_other())
    assert spots.mapTo(page, spots.rect().topLeft()).y() < notes.mapTo(page, notes.rect().topLeft()).y()


def test_save_stands_at_the_end_of_a_long_form(home: Home, family: Family, qtbot: QtBot) -> None:
    page = filled(home, family)
    page.start_note()
    editor = page.editor

    def height_of(widget: QWidget) -> int:
        return widget.mapTo(page, widget.rect().topLeft()).y()

    qtbot.waitUntil(lambda: height_of(editor.save_button) < height_of(editor.text_card))
    page.resize(640, 700)
    qtbot.waitUntil(lambda: height_of(editor.save_button) > height_of(editor.text_card))


def test_everything_to_act_on_has_a_name(home: Home, family: Family) -> None:
    page = filled(home, family)
    page.start_note()
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, FIELDS)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []
