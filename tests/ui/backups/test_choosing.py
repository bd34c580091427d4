"""Choosing a backup: how many are read for it, and what may happen meanwhile."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from guide.domain.changes import Kind
from guide.store.backup import Inside, Occasion, automatic, backup, list_backups, look_into
from guide.store.backup.listing import MINUTES_OF_USE
from guide.store.diary_store import DiaryStore
from guide.ui.backups import restore_dialog
from guide.ui.main_window import MainWindow
from guide.ui.rail import Place
from guide.ui.settings.page import SettingsPage
from tests.store.families import PHOTO
from tests.ui.backups.acting import LONG_MS, choose, open_dialog, press_a_key, put_in_place, use_for, write
from tests.ui.backups.conftest import OpenWindow, closed, note
from tests.ui.reading import button_named


class Gate:
    """Holds up what is to pass it until it is opened, and keeps what came."""

    def __init__(self) -> None:
        self.came: list[Path] = []
        self._open = threading.Event()

    def open(self) -> None:
        self._open.set()

    def wait(self, what: Path) -> None:
        self.came.append(what)
        assert self._open.wait(LONG_MS / 1000)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Before each reading of a backup."""
    gate = Gate()

    def look(data: Path, backup: Path) -> Inside:
        gate.wait(backup)
        return look_into(data, backup)

    monkeypatch.setattr(restore_dialog, "look_into", look)
    yield gate
    gate.open()


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Before each backup that is made unasked."""
    gate = Gate()

    def make(store: DiaryStore, folder: Path, **how: object) -> object:
        gate.wait(folder)
        return backup(store, folder, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(automatic, "backup", make)
    yield gate
    gate.open()


def boxes(window: MainWindow) -> str:
    return "\n".join(box.text() for box in window.findChildren(QMessageBox))


def readers() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name == "background"]


def idle(window: MainWindow) -> bool:
    return not (window.keeper.busy or window.desk.exchange.under_way)


@pytest.mark.usefixtures("backed_up")
def test_arrowing_through_the_list_reads_only_the_one_it_ends_on(
    open_window: OpenWindow, readings: Gate, qtbot: QtBot
) -> None:
    readings.open()
    dialog = open_dialog(open_window(), qtbot)
    for row in (1, 0, 1, 0, 1):
        dialog.list.setCurrentRow(row)
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=LONG_MS)
    assert len(readings.came) == 1


@pytest.mark.usefixtures("backed_up")
def test_the_next_backup_is_read_when_the_one_before_is_done(
    open_window: OpenWindow, backups: Path, readings: Gate, qtbot: QtBot
) -> None:
    dialog = open_dialog(open_window(), qtbot)
    newest, oldest = (each.path for each in list_backups(backups))
    dialog.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: readings.came == [oldest], timeout=LONG_MS)
    with qtbot.waitSignal(dialog.patience.timeout, timeout=LONG_MS):
        dialog.list.setCurrentRow(0)
    assert readings.came == [oldest]
    readings.open()
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=LONG_MS)
    assert readings.came == [oldest, newest]
    assert "2 notes" in dialog.backup_label.text()


@pytest.mark.usefixtures("backed_up")
def test_a_dialog_cancelled_while_its_backup_is_made_does_not_hold_up_the_end(
    open_window: OpenWindow, making: Gate, qtbot: QtBot
) -> None:
    window = open_window()
    window.desk.open_restore()
    dialog = window.desk.dialog
    assert dialog is not None
    with qtbot.waitSignal(dialog.destroyed):
        dialog.cancel_button.click()
    with qtbot.waitSignal(window.farewell.finished, timeout=LONG_MS):
        window.close()
        making.open()


@pytest.mark.usefixtures("backed_up")
def test_who_waits_for_a_backup_and_fails_does_not_hold_up_the_next(
    open_window: OpenWindow, making: Gate, qtbot: QtBot
) -> None:
    def fails(_problem: object) -> None:
        raise RuntimeError

    window = open_window()
    told: list[object] = []
    window.keeper.back_up_if_due(Occasion.RISK, fails)
    window.keeper.back_up_if_due(Occasion.RISK, told.append)
    with qtbot.captureExceptions() as errors:
        making.open()
        qtbot.waitUntil(lambda: bool(told), timeout=LONG_MS)
    assert [kind for kind, _error, _trace in errors] == [RuntimeError]


@pytest.mark.usefixtures("backed_up")
def test_nothing_is_put_in_place_while_a_backup_is_made(
    open_window: OpenWindow, backups: Path, making: Gate, qtbot: QtBot
) -> None:
    window = open_window()
    window.desk.open_restore()
    dialog = window.desk.dialog
    assert dialog is not None
    dialog.show_backups_in(backups)
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=LONG_MS)
    choose(dialog, 0, qtbot)
    dialog.save_button.click()
    assert not window.desk.exchange.under_way
    assert "A backup is just being made" in dialog.state_label.text()
    assert dialog.save_button.isEnabled()
    making.open()
    qtbot.waitUntil(lambda: idle(window), timeout=LONG_MS)


@pytest.mark.usefixtures("backed_up")
def test_the_way_back_says_so_while_a_backup_is_made(
    open_window: OpenWindow, making: Gate, qtbot: QtBot
) -> None:
    window = open_window()
    making.open()
    put_in_place(window, qtbot)
    window.page_as(Place.SETTINGS, SettingsPage).backups_card.before_button.click()
    box = next(each for each in window.findChildren(QMessageBox) if "?" in each.text())
    window.keeper.back_up_now()
    button_named(box, "Put it in place").click()
    assert not window.desk.exchange.under_way
    assert "A backup is just being made" in boxes(window)
    qtbot.waitUntil(lambda: idle(window), timeout=LONG_MS)


@pytest.mark.usefixtures("backed_up")
def test_what_is_asked_for_during_an_exchange_is_told_that_it_is_one(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    put_in_place(window, qtbot)
    with qtbot.waitSignal(window.desk.exchange.ended, timeout=LONG_MS):
        window.desk.exchange.go_back()
        window.desk.open_restore()
    assert "is just being put in place" in boxes(window)
    assert "backup is just being made" not in boxes(window)


@pytest.mark.usefixtures("backed_up")
def test_half_an_hour_of_use_makes_none_while_a_backup_is_chosen(
    open_window: OpenWindow, backups: Path, qtbot: QtBot
) -> None:
    window = open_window()
    press_a_key(window)
    dialog = open_dialog(window, qtbot)
    write(window, 3)
    window.keeper.use.minutes = MINUTES_OF_USE - 1
    window.keeper.use.end_minute()
    assert window.keeper.use.minutes == MINUTES_OF_USE
    assert idle(window)
    dialog.reject()
    use_for(window, 1)
    qtbot.waitUntil(lambda: len(list_backups(backups)) == 3, timeout=LONG_MS)
    qtbot.waitUntil(lambda: idle(window), timeout=LONG_MS)


@pytest.mark.usefixtures("backed_up")
def test_a_window_closed_during_an_exchange_closes_when_it_is_over(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    put_in_place(window, qtbot)
    with qtbot.waitSignal(window.farewell.finished, timeout=LONG_MS):
        window.desk.exchange.go_back()
        window.close()
        assert window.isVisible()
    assert not window.isVisible()


def test_the_window_closes_as_usual_after_an_exchange(
    open_window: OpenWindow, backed_up: None, qtbot: QtBot
) -> None:
    window = open_window()
    put_in_place(window, qtbot)
    assert window.isVisible()
    closed(window, qtbot)


@pytest.mark.usefixtures("backed_up")
def test_a_row_passed_on_the_way_is_not_read_when_the_reading_before_ends(
    open_window: OpenWindow, readings: Gate, qtbot: QtBot
) -> None:
    dialog = open_dialog(open_window(), qtbot)
    dialog.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: len(readings.came) == 1, timeout=LONG_MS)
    # Longer than the reading takes: this row is still being passed when it ends.
    dialog.patience.setInterval(LONG_MS)
    dialog.list.setCurrentRow(0)
    readings.open()
    qtbot.waitUntil(lambda: not readers(), timeout=LONG_MS)
    QApplication.processEvents()
    assert len(readings.came) == 1


@pytest.mark.usefixtures("backed_up")
def test_photos_missing_are_read_before_a_window_closed_meanwhile_goes(
    open_window: OpenWindow, data: Path, backups: Path, qtbot: QtBot
) -> None:
    with DiaryStore.open(data) as store:
        store.save_note(note(3), [PHOTO])
        made = backup(store, backups)
        # Else the backup made before the restore would put the photo where it was.
        store.delete(Kind.NOTE, "note3")
        store.purge_trash(0)
    for photo in (backups / "photos").iterdir():
        photo.unlink()
    window = open_window()
    with qtbot.waitSignal(window.desk.exchange.ended, timeout=LONG_MS):
        window.desk.exchange.put_back(made.backup.path)
        window.close()
    box = next(box for box in window.findChildren(QMessageBox) if "not whole" in box.text())
    QApplication.processEvents()
    assert window.isVisible()
    with qtbot.waitSignal(window.farewell.finished, timeout=LONG_MS):
        box.accept()


@pytest.mark.usefixtures("backed_up")
def test_a_restore_that_failed_is_told_before_a_window_closed_meanwhile_goes(
    open_window: OpenWindow, backups: Path, qtbot: QtBot
) -> None:
    window = open_window()
    with qtbot.waitSignal(window.desk.exchange.ended, timeout=LONG_MS):
        window.desk.exchange.put_back(backups / "backups" / "none of this name")
        window.close()
    QApplication.processEvents()
    assert window.isVisible()
    box = window.findChildren(QMessageBox)[-1]
    with qtbot.waitSignal(window.farewell.finished, timeout=LONG_MS):
        box.accept()
