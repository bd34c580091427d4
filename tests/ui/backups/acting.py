"""What a parent does in the window with backups, for several tests."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from guide.ui.backups.restore_dialog import RestoreDialog
from guide.ui.diary.page import DiaryPage
from guide.ui.main_window import MainWindow
from guide.ui.rail import Place
from guide.ui.settings.page import SettingsPage
from tests.ui.backups.conftest import note
from tests.ui.reading import words_on

LONG_MS = 20_000


def open_dialog(window: MainWindow, qtbot: QtBot) -> RestoreDialog:
    window.page_as(Place.SETTINGS, SettingsPage).backups_card.restore_button.click()
    dialog = window.desk.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() > 0, timeout=LONG_MS)
    return dialog


def choose(dialog: RestoreDialog, row: int, qtbot: QtBot) -> None:
    dialog.list.setCurrentRow(row)
    qtbot.waitUntil(lambda: "Reading" not in words_on(dialog), timeout=LONG_MS)


def put_in_place(window: MainWindow, qtbot: QtBot) -> None:
    """The backup with one note only, which is the older one by then."""
    dialog = open_dialog(window, qtbot)
    choose(dialog, 1, qtbot)
    with qtbot.waitSignal(window.desk.exchange.ended, timeout=LONG_MS):
        dialog.save_button.click()


def shown_notes(window: MainWindow) -> str:
    window.go_to(Place.DIARY)
    return words_on(window.page_as(Place.DIARY, DiaryPage))


def write(window: MainWindow, number: int) -> None:
    store = window.keeper.store
    assert store is not None
    store.save_note(note(number))


def press_a_key(window: MainWindow) -> None:
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Tab)


def use_for(window: MainWindow, minutes: int) -> None:
    for _ in range(minutes):
        press_a_key(window)
        window.keeper.use.end_minute()
