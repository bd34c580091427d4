"""Backups that nobody asks for: on closing and in use, and none where there is nothing to keep."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from guide.domain.pack import ContentPack
from guide.store.backup import Backup, Occasion, list_backups
from guide.store.backup.listing import MINUTES_OF_USE
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.ui.app import open_main_window
from guide.ui.backups.farewell import WaitingNote
from guide.ui.clock import StandingClock
from guide.ui.main_window import MainWindow
from guide.ui.rail import Place
from guide.ui.settings.page import SettingsPage
from tests.ui.backups.acting import use_for, write
from tests.ui.backups.conftest import OpenWindow, closed
from tests.ui.reading import words_on


def counts(backups: list[Backup]) -> list[int]:
    return [backup.counts["notes"] for backup in backups if backup.counts]


def test_closing_after_a_change_makes_a_backup(open_window: OpenWindow, backups: Path, qtbot: QtBot) -> None:
    window = open_window()
    write(window, 2)
    closed(window, qtbot)
    assert counts(list_backups(backups)) == [2]


def test_closing_without_a_change_makes_none(open_window: OpenWindow, backups: Path, qtbot: QtBot) -> None:
    closed(open_window(), qtbot)
    closed(open_window(), qtbot)
    assert len(list_backups(backups)) == 1


def test_the_window_is_gone_while_the_backup_is_made(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    with qtbot.waitSignal(window.farewell.finished, timeout=20_000):
        window.close()
        assert not window.isVisible()
        assert window.keeper.busy


def test_the_diary_is_closed_after_it(open_window: OpenWindow, data: Path, qtbot: QtBot) -> None:
    closed(open_window(), qtbot)
    with DiaryStore.open(data) as store:
        assert store.children()


def test_an_empty_diary_makes_none(open_window: OpenWindow, data: Path, backups: Path, qtbot: QtBot) -> None:
    (data / FILE_NAME).unlink()
    closed(open_window(), qtbot)
    assert not backups.exists()


def test_a_damaged_diary_makes_none(open_window: OpenWindow, data: Path, backups: Path, qtbot: QtBot) -> None:
    (data / FILE_NAME).write_bytes(b"not a diary" * 1000)
    window = open_window()
    assert window.diary_problem
    closed(window, qtbot)
    assert not backups.exists()


def test_a_family_nothing_is_kept_of_makes_none(
    data: Path, pack: ContentPack, clock: StandingClock, qtbot: QtBot
) -> None:
    window = open_main_window(data, pack, clock)
    qtbot.addWidget(window)
    window.show()
    closed(window, qtbot)
    assert not (data / "backups").exists()


def test_when_the_computer_shuts_down_none_is_begun(
    open_window: OpenWindow, backups: Path, qtbot: QtBot
) -> None:
    window = open_window()
    window.farewell.hurry()
    closed(window, qtbot)
    assert not backups.exists()


def test_half_an_hour_of_use_makes_one(open_window: OpenWindow, backups: Path, qtbot: QtBot) -> None:
    window = open_window()
    use_for(window, MINUTES_OF_USE - 1)
    qtbot.waitUntil(lambda: not window.keeper.busy)
    assert not list_backups(backups)
    use_for(window, 1)
    qtbot.waitUntil(lambda: bool(list_backups(backups)) and not window.keeper.busy)
    assert window.keeper.use.minutes == 0


def test_minutes_in_which_nobody_did_anything_do_not_count(open_window: OpenWindow) -> None:
    window = open_window()
    window.keeper.use.end_minute()
    before = window.keeper.use.minutes
    window.keeper.use.end_minute()
    assert window.keeper.use.minutes == before


def test_a_folder_that_takes_none_is_told_and_the_program_closes(
    open_window: OpenWindow, backups: Path, qtbot: QtBot
) -> None:
    backups.parent.mkdir()
    backups.write_text("a file in its place")
    window = open_window()
    window.close()
    qtbot.waitUntil(lambda: window.farewell.said is not None, timeout=20_000)
    box = window.farewell.said
    assert box is not None
    assert "The diary itself is saved" in box.text()
    with qtbot.waitSignal(window.farewell.finished):
        box.accept()


def test_a_failure_stands_in_settings_until_a_backup_is_made(
    open_window: OpenWindow, backups: Path, qtbot: QtBot
) -> None:
    backups.parent.mkdir()
    backups.write_text("a file in its place")
    window = open_window()
    window.keeper.back_up_now()
    qtbot.waitUntil(lambda: not window.keeper.busy)
    again = window.keeper.problem
    card = window.page_as(Place.SETTINGS, SettingsPage).backups_card
    assert again in words_on(card)
    backups.unlink()
    card.now_button.click()
    qtbot.waitUntil(lambda: not window.keeper.busy)
    assert again not in words_on(card)
    assert "1 note and 0 photos" in card.state_label.text()


def test_a_failure_told_before_does_not_hold_up_the_next_closing(
    open_window: OpenWindow, backups: Path, qtbot: QtBot
) -> None:
    backups.parent.mkdir()
    backups.write_text("a file in its place")
    window = open_window()
    window.keeper.back_up_now()
    qtbot.waitUntil(lambda: not window.keeper.busy)
    closed(window, qtbot)
    assert window.farewell.said is None


def test_a_parent_may_leave_without_the_backup(open_window: OpenWindow, data: Path, qtbot: QtBot) -> None:
    window = open_window()
    with qtbot.waitSignal(window.farewell.finished):
        window.close()
        window.farewell.leave()
    with DiaryStore.open(data) as store:
        assert store.children()


def test_what_is_said_while_it_takes_long_can_be_closed_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    said = WaitingNote(window.theme)
    qtbot.addWidget(said)
    said.show()
    with qtbot.waitSignal(said.leave_button.clicked):
        QTest.keyClick(said, Qt.Key.Key_Return)
    assert "Making a backup" in words_on(said)


def test_a_change_during_a_backup_is_in_the_next_one(
    open_window: OpenWindow, backups: Path, qtbot: QtBot
) -> None:
    window = open_window()
    window.keeper.back_up_if_due(Occasion.RISK, lambda _problem: None)
    write(window, 2)
    write(window, 3)
    closed(window, qtbot)
    assert counts(list_backups(backups))[0] == 3


@pytest.mark.parametrize("there", ["", "/somewhere/else"])
def test_backups_go_to_the_folder_that_was_chosen(open_window: OpenWindow, backups: Path, there: str) -> None:
    window = open_window()
    window.preferences.change(backup_folder=there)
    assert window.keeper.folder == (Path(there) if there else backups)


def test_a_diary_that_does_not_close_does_not_keep_the_program_from_ending(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_window()
    store = window.keeper.store
    assert store is not None
    monkeypatch.setattr(store, "close", the_disk_is_gone)
    window.farewell.hurry()
    with qtbot.captureExceptions(), qtbot.waitSignal(window.farewell.finished):
        window.close()
    monkeypatch.undo()
    store.close()


def the_disk_is_gone() -> None:
    raise OSError("disk gone")
