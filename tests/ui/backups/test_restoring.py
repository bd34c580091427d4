"""Getting the diary back from a backup in the real window, and the way back from there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from guide.domain.changes import Kind
from guide.store.backup import backup, list_backups
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.ui.diary.page import DiaryPage
from guide.ui.messages import show_problem
from guide.ui.rail import Place
from guide.ui.settings.page import SettingsPage
from tests.store.families import PHOTO
from tests.ui.backups.acting import LONG_MS, choose, open_dialog, put_in_place, shown_notes
from tests.ui.backups.conftest import OpenWindow, closed, note, notes_in
from tests.ui.reading import button_named, words_on


@pytest.mark.usefixtures("backed_up")
def test_what_is_there_now_is_backed_up_before_anything_is_chosen(
    open_window: OpenWindow, backups: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog(open_window(), qtbot)
    assert "2 notes" in dialog.list.item(0).text()
    assert "1 note " in dialog.list.item(1).text()
    assert len(list_backups(backups)) == 2


@pytest.mark.usefixtures("backed_up")
def test_what_is_inside_stands_beside_what_is_in_the_diary(open_window: OpenWindow, qtbot: QtBot) -> None:
    dialog = open_dialog(open_window(), qtbot)
    assert not dialog.save_button.isEnabled()
    choose(dialog, 1, qtbot)
    assert "Mia\n1 note and 0 photos" in dialog.backup_label.text()
    assert "Mia\n2 notes and 0 photos" in dialog.now_label.text()
    assert dialog.save_button.isEnabled()


@pytest.mark.usefixtures("backed_up")
def test_the_diary_of_the_backup_is_shown_at_once(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: "Note number 2." in shown_notes(window))
    put_in_place(window, qtbot)
    qtbot.waitUntil(lambda: "Note number 1." in shown_notes(window))
    assert "Note number 2." not in shown_notes(window)


@pytest.mark.usefixtures("backed_up")
def test_the_rail_looks_as_before(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    before = words_on(window.rail)
    put_in_place(window, qtbot)
    assert words_on(window.rail) == before


@pytest.mark.usefixtures("backed_up")
def test_a_note_written_after_it_is_kept(open_window: OpenWindow, data: Path, qtbot: QtBot) -> None:
    window = open_window()
    put_in_place(window, qtbot)
    store = window.keeper.store
    assert store is not None
    store.save_note(note(3))
    closed(window, qtbot)
    assert sorted(notes_in(data)) == ["Note number 1.", "Note number 3."]


@pytest.mark.usefixtures("backed_up")
def test_there_is_a_way_back_to_the_diary_before(open_window: OpenWindow, data: Path, qtbot: QtBot) -> None:
    window = open_window()
    card = window.page_as(Place.SETTINGS, SettingsPage).backups_card
    assert card.before_button.isHidden()
    put_in_place(window, qtbot)
    card = window.page_as(Place.SETTINGS, SettingsPage).backups_card
    assert not card.before_button.isHidden()
    card.before_button.click()
    box = next(each for each in window.findChildren(QMessageBox) if "?" in each.text())
    with qtbot.waitSignal(window.desk.exchange.ended, timeout=LONG_MS):
        button_named(box, "Put it in place").click()
    qtbot.waitUntil(lambda: "Note number 2." in shown_notes(window))
    closed(window, qtbot)
    assert len(notes_in(data)) == 2


@pytest.mark.usefixtures("backed_up")
def test_a_backup_that_cannot_be_used_says_so(open_window: OpenWindow, backups: Path, qtbot: QtBot) -> None:
    (next((backups / "backups").iterdir()) / "manifest.json").write_text("{}")
    dialog = open_dialog(open_window(), qtbot)
    assert "cannot be used" in dialog.list.item(1).text()
    choose(dialog, 1, qtbot)
    assert "damaged or was changed" in dialog.backup_label.text()
    assert not dialog.save_button.isEnabled()


@pytest.mark.usefixtures("backed_up")
def test_where_it_cannot_be_put_back_the_diary_stays_open(
    open_window: OpenWindow, backups: Path, qtbot: QtBot
) -> None:
    window = open_window()
    dialog = open_dialog(window, qtbot)
    choose(dialog, 1, qtbot)
    for file in list_backups(backups)[1].path.iterdir():
        file.unlink()
    with qtbot.waitSignal(window.desk.exchange.ended, timeout=LONG_MS):
        dialog.save_button.click()
    assert "damaged or was changed" in dialog.state_label.text()
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: "Note number 2." in shown_notes(window))


@pytest.mark.usefixtures("backed_up")
def test_the_whole_way_goes_by_keyboard(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.go_to(Place.SETTINGS)
    card = window.page_as(Place.SETTINGS, SettingsPage).backups_card
    card.restore_button.setFocus()
    QTest.keyClick(card.restore_button, Qt.Key.Key_Space)
    dialog = window.desk.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() == 2, timeout=LONG_MS)
    assert QApplication.focusWidget() is dialog.list
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=LONG_MS)
    while not dialog.save_button.hasFocus():
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(window.desk.exchange.ended, timeout=LONG_MS):
        QTest.keyClick(dialog.save_button, Qt.Key.Key_Space)
    assert "Note number 2." not in shown_notes(window)


@pytest.mark.usefixtures("backed_up")
def test_a_diary_that_cannot_be_opened_is_got_back_from_its_backup(
    open_window: OpenWindow, data: Path, qtbot: QtBot
) -> None:
    (data / FILE_NAME).write_bytes(b"not a diary" * 1000)
    window = open_window()
    problem = window.diary_problem
    assert problem is not None
    box = show_problem(window, problem, window.way_out())
    button_named(box, "Get the diary back from a backup…").click()
    dialog = window.desk.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=LONG_MS)
    assert "could not be opened" in dialog.now_label.text()
    choose(dialog, 0, qtbot)
    with qtbot.waitSignal(window.desk.exchange.ended, timeout=LONG_MS):
        dialog.save_button.click()
    assert window.diary_problem is None
    qtbot.waitUntil(lambda: "Note number 1." in shown_notes(window))


@pytest.mark.usefixtures("backed_up")
def test_a_note_being_written_is_not_lost_to_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.go_to(Place.DIARY)
    diary = window.page_as(Place.DIARY, DiaryPage)
    diary.start_note(None, "")
    diary.editor.draft.text = "Not saved yet."
    window.desk.open_restore()
    assert window.desk.dialog is None
    assert any("not saved yet" in box.text() for box in window.findChildren(QMessageBox))


def test_the_words_in_the_backup_folder_name_the_button(
    open_window: OpenWindow, backups: Path, qtbot: QtBot
) -> None:
    window = open_window()
    card = window.page_as(Place.SETTINGS, SettingsPage).backups_card
    closed(window, qtbot)
    said = (backups / "READ ME.txt").read_text("utf-8").replace("\n", " ")
    assert f'"{card.restore_button.text().rstrip("…")}"' in said


@pytest.mark.usefixtures("backed_up")
def test_a_dialog_closed_while_the_backup_is_made_leaves_nothing_waiting(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    window.page_as(Place.SETTINGS, SettingsPage).backups_card.restore_button.click()
    dialog = window.desk.dialog
    assert dialog is not None
    assert window.keeper.busy
    dialog.reject()
    with qtbot.waitSignal(window.farewell.finished, timeout=LONG_MS):
        window.close()
    assert not window.keeper.busy


@pytest.mark.usefixtures("backed_up")
def test_photos_that_did_not_come_back_are_named_at_the_end(
    open_window: OpenWindow, data: Path, backups: Path, qtbot: QtBot
) -> None:
    with DiaryStore.open(data) as store:
        store.save_note(note(2), [PHOTO])
        backup(store, backups)
        # Else the backup made before the restore would put the photo where it was.
        store.delete(Kind.NOTE, "note2")
        store.purge_trash(0)
    for photo in (backups / "photos").iterdir():
        photo.unlink()
    window = open_window()
    put_in_place(window, qtbot)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "1 photo is not whole in this backup" in box.text()


@pytest.mark.usefixtures("backed_up")
def test_whoever_walks_through_the_list_has_only_the_last_one_read(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    dialog = open_dialog(open_window(), qtbot)
    dialog.list.setCurrentRow(0)
    dialog.list.setCurrentRow(1)
    assert dialog.patience.isActive()
    choose(dialog, 1, qtbot)
    assert "1 note and 0 photos" in dialog.backup_label.text()


@pytest.mark.usefixtures("backed_up")
def test_a_fault_nobody_thought_of_leaves_the_diary_open(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()

    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("guide.store.backup.restore", fail)
    dialog = open_dialog(window, qtbot)
    choose(dialog, 1, qtbot)
    with qtbot.waitSignal(window.desk.exchange.ended, timeout=LONG_MS):
        dialog.save_button.click()
    assert window.keeper.store is not None
    assert "Something went wrong in the program itself" in words_on(dialog)


@pytest.mark.usefixtures("backed_up")
def test_a_window_closed_while_the_diary_is_exchanged_closes_once_that_is_done(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    dialog = open_dialog(window, qtbot)
    choose(dialog, 1, qtbot)
    with qtbot.waitSignal(window.farewell.finished, timeout=LONG_MS):
        dialog.save_button.click()
        window.close()
        assert window.isVisible()
