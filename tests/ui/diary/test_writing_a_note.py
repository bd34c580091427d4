"""Writing a note, by mouse and by keyboard, up to what the diary holds after a restart."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QDateTime, QMimeData, QPoint, QPointF, Qt, QTime, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guide.domain.diary import NoteWithPhotos
from guide.ui.diary.page import DiaryPage
from guide.ui.diary.photos_card import pasted_photo
from guide.ui.family import Family
from tests.ui.diary.household import (
    FAHRENHEIT,
    Home,
    button,
    check_of_mia,
    draw_photo,
    note_on,
    seen,
    spot_of_mia,
    stored_photo,
)

LEFT = Qt.MouseButton.LeftButton
PHOTO_MS = 15_000


def open_form(page: DiaryPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.overview.note_button, LEFT)


def newest(family: Family) -> NoteWithPhotos:
    """The last note written, of the first spot."""
    return family.notes(family.spots()[0].id)[0]


def add_photo(page: DiaryPage, path: Path, qtbot: QtBot) -> None:
    page.editor.photos_card.add_files([path])
    qtbot.waitUntil(lambda: not page.editor.draft.waiting, timeout=PHOTO_MS)


def shown_box(page: DiaryPage) -> QMessageBox:
    (box,) = page.findChildren(QMessageBox)
    return box


def scroll_over(widget: QWidget, page: DiaryPage) -> None:
    page.editor.ensureWidgetVisible(widget)
    place = widget.mapTo(page, widget.rect().center())
    QTest.wheelEvent(page.windowHandle(), QPointF(place), QPoint(0, -120))


def tab_to(widget: QWidget, page: DiaryPage, qtbot: QtBot) -> None:
    """As a parent without a mouse: Tab until it is reached; fails if it cannot be."""
    for _ in range(80):
        focused = QApplication.focusWidget()
        if focused is widget:
            return
        QTest.keyClick(focused or page, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {widget.accessibleName()}")


def test_a_new_spot_with_a_photo_is_saved_by_mouse(
    home: Home, family: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family)
    editor = page.editor
    QTest.mouseClick(button(page, "Mark the first spot"), LEFT)
    picker = editor.where_card.picker
    QTest.mouseClick(picker.back_button, LEFT)
    place = picker.body_map.position_of(48, 68).toPoint()
    QTest.mouseClick(picker.body_map, LEFT, pos=place)
    assert editor.title.text() == "New note · Upper back"
    QTest.mouseClick(editor.count_card.more_button, LEFT)
    QTest.mouseClick(editor.size_card.chips[2], LEFT)
    QTest.mouseClick(editor.itch_card.none_chip, LEFT)
    add_photo(page, draw_photo(tmp_path / "photo.jpg"), qtbot)
    QTest.mouseClick(editor.save_button, LEFT)
    assert page.overview.isVisible()
    assert page.overview.status.label.text() == "Saved"
    (spot,) = family.spots()
    assert (spot.name, spot.region, spot.view) == ("Upper back", "upper-back", "back")
    assert spot.x == pytest.approx(48, abs=1)
    saved = newest(family)
    assert (saved.note.how_many, saved.note.largest_mm, saved.note.itch) == (1, 2, 0)
    assert len(saved.photos) == 1


def test_a_new_spot_is_saved_by_keyboard_alone(home: Home, family: Family, qtbot: QtBot) -> None:
    page = home.page(family)
    editor = page.editor
    mark = button(page, "Mark the first spot")
    tab_to(mark, page, qtbot)
    QTest.keyClick(mark, Qt.Key.Key_Space)
    tab_to(editor.where_card.picker.body_map, page, qtbot)
    QTest.keyClick(editor.where_card.picker.body_map, Qt.Key.Key_Return)
    tab_to(editor.where_card.name_edit, page, qtbot)
    editor.where_card.name_edit.selectAll()
    QTest.keyClicks(editor.where_card.name_edit, "Tiny dots")
    tab_to(editor.count_card.count_edit, page, qtbot)
    QTest.keyClicks(editor.count_card.count_edit, "12")
    tab_to(editor.itch_card.slider, page, qtbot)
    for _ in range(3):
        QTest.keyClick(editor.itch_card.slider, Qt.Key.Key_Right)
    tab_to(editor.temperature_card.temperature_edit, page, qtbot)
    QTest.keyClicks(editor.temperature_card.temperature_edit, "37,5")
    tab_to(editor.care_card.care_edit, page, qtbot)
    QTest.keyClicks(editor.care_card.care_edit, "looser vest")
    tab_to(editor.text_card.text_edit, page, qtbot)
    QTest.keyClicks(editor.text_card.text_edit, "Seen after the bath.")
    QTest.keyClick(editor.text_card.text_edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.overview.isVisible()
    assert [spot.name for spot in family.spots()] == ["Tiny dots"]
    note = newest(family).note
    assert (note.how_many, note.itch, note.temperature_c) == (12, 3, 37.5)
    assert (note.care_tried, note.text) == ("looser vest", "Seen after the bath.")


def test_tab_goes_from_the_last_field_to_save(home: Home, family_with_spot: Family, qtbot: QtBot) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    tab_to(page.editor.text_card.text_edit, page, qtbot)
    QTest.keyClick(page.editor.text_card.text_edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.editor.save_button


def test_a_photo_is_pasted_and_saved_by_keyboard(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family_with_spot)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(draw_photo(tmp_path / "photo.jpg")))])
    QGuiApplication.clipboard().setMimeData(mime)
    tab_to(page.overview.note_button, page, qtbot)
    QTest.keyClick(page.overview.note_button, Qt.Key.Key_Space)
    tab_to(page.editor.photos_card.paste_button, page, qtbot)
    QTest.keyClick(page.editor.photos_card.paste_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(page.editor.draft.photos), timeout=PHOTO_MS)
    QTest.keyClick(page.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(newest(family_with_spot).photos) == 1


def test_a_picture_without_a_file_can_be_pasted(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    QGuiApplication.clipboard().setImage(QImage(str(draw_photo(tmp_path / "photo.png"))))
    page.editor.photos_card.paste()
    qtbot.waitUntil(lambda: bool(page.editor.draft.photos), timeout=PHOTO_MS)
    assert page.editor.draft.photos[0].width == 320


def test_nothing_of_a_pasted_photo_lies_in_a_temporary_folder(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path, own_folders: Path
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    QGuiApplication.clipboard().setImage(QImage(str(draw_photo(tmp_path / "photo.png"))))
    before = set(own_folders.rglob("*"))
    page.editor.photos_card.paste()
    assert page.editor.draft.waiting
    assert set(own_folders.rglob("*")) == before
    qtbot.waitUntil(lambda: bool(page.editor.draft.photos), timeout=PHOTO_MS)
    assert set(own_folders.rglob("*")) == before


def test_a_pasted_photo_is_still_read_when_the_form_is_built_anew(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    QGuiApplication.clipboard().setImage(QImage(str(draw_photo(tmp_path / "photo.png"))))
    page.editor.photos_card.paste()
    page.editor.open(page.editor.draft)
    qtbot.waitUntil(lambda: bool(page.editor.draft.photos), timeout=PHOTO_MS)
    assert page.editor.draft.photos[0].width == 320


def test_a_copied_picture_file_is_taken_as_it_is(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    content = draw_photo(tmp_path / "photo.jpg").read_bytes()
    mime = QMimeData()
    mime.setData("image/jpeg", content)
    mime.setImageData(QImage.fromData(content))
    assert pasted_photo(mime) == content


def test_after_a_restart_note_and_photo_are_there(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    page.editor.text_card.text_edit.setPlainText("Kept for good.")
    add_photo(page, draw_photo(tmp_path / "photo.jpg"), qtbot)
    page.editor.save()
    again = home.family()
    assert newest(again).note.text == "Kept for good."
    assert again.photo_jpeg(newest(again).photos[0].id).startswith(b"\xff\xd8")
    assert "Kept for good." in seen(home.page(again))


def test_a_refused_photo_is_said_and_what_was_typed_stays(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    page.editor.text_card.text_edit.setPlainText("Still here.")
    film = tmp_path / "film.mov"
    film.write_bytes(b"no picture")
    add_photo(page, film, qtbot)
    assert "“film.mov” is not a photo" in page.editor.photos_card.problem.label.text()
    assert page.editor.text_card.text_edit.toPlainText() == "Still here."
    page.editor.save()
    assert newest(family_with_spot).note.text == "Still here."


def test_a_photo_can_be_taken_out_again(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    add_photo(page, draw_photo(tmp_path / "photo.jpg"), qtbot)
    remove = next(
        each for each in page.findChildren(QPushButton) if each.accessibleName() == "Remove photo 1"
    )
    QTest.mouseClick(remove, LEFT)
    assert page.editor.draft.photos == []


def test_reading_a_photo_can_be_cancelled(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    card = page.editor.photos_card
    card.add_files([draw_photo(tmp_path / "photo.jpg")])
    assert "Reading photo…" in seen(card)
    QTest.mouseClick(card.cancel_button, LEFT)
    assert "Reading photo…" not in seen(card)
    assert page.editor.draft.waiting == []


def test_a_note_is_not_saved_before_its_photo_is_read(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    page.editor.photos_card.add_files([draw_photo(tmp_path / "photo.jpg")])
    page.editor.save()
    assert "still being read" in page.editor.photos_card.problem.label.text()
    assert page.editor.isVisible()


def test_a_failing_save_is_said_and_keeps_everything_typed(
    home: Home, family_with_spot: Family, qtbot: QtBot
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    text = "long " * 20_000
    page.editor.text_card.text_edit.setPlainText(text)
    home.fill_disk()
    page.editor.save()
    assert "There is no room left on the disk" in shown_box(page).text()
    assert page.editor.isVisible()
    assert page.editor.text_card.text_edit.toPlainText() == text
    assert len(family_with_spot.notes("back-spot")) == 1


def test_a_write_protected_diary_keeps_what_is_typed_and_cannot_be_saved(
    home: Home, family_with_spot: Family, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = home.page(home.write_protected(monkeypatch))
    page.start_note()
    page.editor.text_card.text_edit.setPlainText("Typed all the same.")
    page.editor.save()
    assert not page.editor.save_button.isEnabled()
    assert page.editor.problem.label.text() == "This diary can be read but not changed."
    assert page.editor.text_card.text_edit.toPlainText() == "Typed all the same."


@pytest.mark.parametrize("typed", ["38", "38,0", "38.0"])
def test_temperature_takes_comma_and_dot(
    home: Home, family_with_spot: Family, qtbot: QtBot, typed: str
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    QTest.keyClicks(page.editor.temperature_card.temperature_edit, typed)
    page.editor.save()
    assert newest(family_with_spot).note.temperature_c == 38.0


def test_fahrenheit_is_asked_and_kept_where_it_is_used(
    home: Home, family_with_spot: Family, qtbot: QtBot
) -> None:
    home.region = FAHRENHEIT
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    assert page.editor.temperature_card.unit_label.text() == "°F"
    QTest.keyClicks(page.editor.temperature_card.temperature_edit, "100.4")
    page.editor.save()
    assert newest(family_with_spot).note.temperature_c == 38.0


def test_nonsense_is_said_beside_its_field_and_nothing_is_lost(
    home: Home, family_with_spot: Family, qtbot: QtBot
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    card = page.editor.temperature_card
    QTest.keyClicks(card.temperature_edit, "warm")
    page.editor.text_card.text_edit.setPlainText("Still here.")
    page.editor.save()
    assert "as the thermometer shows it" in card.problem.label.text()
    assert card.temperature_edit.hasFocus()
    assert (page.editor.draft.temperature, page.editor.draft.text) == ("warm", "Still here.")
    assert len(family_with_spot.notes("back-spot")) == 1


def test_what_was_put_right_is_no_longer_complained_about(
    home: Home, family_with_spot: Family, qtbot: QtBot
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    QTest.keyClicks(page.editor.count_card.count_edit, "many")
    page.editor.save()
    assert page.editor.count_card.problem.isVisible()
    page.editor.count_card.count_edit.clear()
    QTest.keyClicks(page.editor.count_card.count_edit, "9")
    assert not page.editor.count_card.problem.isVisible()


def test_a_fever_typed_here_gets_no_advice_but_the_way_to_the_danger_signs(
    home: Home, family_with_spot: Family, qtbot: QtBot
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    QTest.keyClicks(page.editor.temperature_card.temperature_edit, "39.5")
    assert not page.editor.temperature_card.problem.isVisible()
    with qtbot.waitSignal(page.danger_signs_requested):
        QTest.mouseClick(page.editor.temperature_card.danger_button, LEFT)


def test_a_new_spot_needs_a_place(home: Home, family: Family, qtbot: QtBot) -> None:
    page = home.page(family)
    page.start_note()
    page.editor.text_card.text_edit.setPlainText("Where was it?")
    page.editor.save()
    assert "show where the spot is" in page.editor.where_card.problem.label.text()
    assert family.spots() == []


def test_an_empty_note_is_not_saved(home: Home, family_with_spot: Family, qtbot: QtBot) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    page.editor.save()
    assert "Nothing is written down yet" in seen(page.editor)
    assert len(family_with_spot.notes("back-spot")) == 1


def test_comparing_is_asked_only_where_there_is_something_to_compare_with(
    home: Home, family: Family, qtbot: QtBot
) -> None:
    family.save_spot(spot_of_mia())
    page = home.page(family)
    open_form(page, qtbot)
    assert not page.editor.compared_card.isVisible()
    family.save_note(note_on(spot_of_mia()))
    page.show_overview()
    open_form(page, qtbot)
    assert page.editor.compared_card.isVisible()


def test_one_answer_at_most_when_comparing(home: Home, family_with_spot: Family, qtbot: QtBot) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    chips = page.editor.compared_card.chips
    QTest.mouseClick(chips["worse"], LEFT)
    QTest.mouseClick(chips["better"], LEFT)
    assert [name for name, each in chips.items() if each.isChecked()] == ["better"]
    QTest.mouseClick(chips["better"], LEFT)
    assert page.editor.draft.compared == ""


def test_itch_is_not_written_down_until_it_is_touched(
    home: Home, family_with_spot: Family, qtbot: QtBot
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    card = page.editor.itch_card
    assert card.value_label.text() == "not written down"
    QTest.keyClick(card.slider, Qt.Key.Key_Home)
    assert (page.editor.draft.itch, card.value_label.text()) == (0, "none")
    QTest.mouseClick(card.clear_button, LEFT)
    assert page.editor.draft.itch is None


def test_a_note_can_be_of_an_earlier_day_but_not_of_a_later_one(
    home: Home, family_with_spot: Family, qtbot: QtBot
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    page.editor.when_edit.setDateTime(QDateTime(QDate(2026, 11, 23), QTime(12, 0)))
    assert page.editor.when_edit.date() == QDate(2026, 11, 22)
    page.editor.when_edit.setDateTime(QDateTime(QDate(2026, 11, 21), QTime(8, 30)))
    page.editor.text_card.text_edit.setPlainText("Yesterday.")
    page.editor.save()
    written = newest(family_with_spot).note.written.at
    assert (written.day, written.hour, written.minute) == (21, 8, 30)


def test_a_check_is_kept_with_the_note_and_its_place_is_proposed(
    home: Home, family: Family, qtbot: QtBot
) -> None:
    page = home.page(family)
    page.start_note(check_of_mia(), "back")
    assert page.editor.title.text() == "New note · Upper back"
    said = "With this note: symptom check of today, See your doctor this week"
    assert said in seen(page.editor)
    page.editor.save()
    (check,) = family.checks()
    assert check.spot_id == family.spots()[0].id
    assert said.replace("With this note: s", "S") not in seen(page.editor)


def test_from_the_checklist_a_known_spot_there_is_proposed_and_can_be_changed(
    home: Home, family_with_spot: Family, qtbot: QtBot
) -> None:
    page = home.page(family_with_spot)
    page.start_note(check_of_mia(), "back")
    known, new = page.editor.where_card.chips
    assert known.isChecked()
    QTest.mouseClick(new, LEFT)
    assert page.editor.where_card.picker.isVisible()
    assert page.editor.draft.spot is None


def test_scrolling_over_an_answer_does_not_change_it(
    home: Home, family_with_spot: Family, qtbot: QtBot
) -> None:
    page = home.page(family_with_spot)
    page.resize(640, 500)
    open_form(page, qtbot)
    bar = page.editor.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    scroll_over(page.editor.when_edit, page)
    assert page.editor.draft.written is None
    assert bar.value() > 0
    scroll_over(page.editor.itch_card.slider, page)
    assert page.editor.draft.itch is None


def test_text_is_pasted_into_the_note(home: Home, family_with_spot: Family, qtbot: QtBot) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    QGuiApplication.clipboard().setText("from elsewhere")
    page.editor.text_card.text_edit.setFocus()
    QTest.keyClick(page.editor.text_card.text_edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.editor.draft.text == "from elsewhere"


def test_photos_can_be_dropped_anywhere_on_the_form(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(draw_photo(tmp_path / name))) for name in ("a.jpg", "b.png")])
    copy, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    viewport = page.editor.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(QPoint(20, 20), copy, mime, LEFT, keys))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(20, 20), copy, mime, LEFT, keys))
    qtbot.waitUntil(lambda: len(page.editor.draft.photos) == 2, timeout=PHOTO_MS)


def test_the_day_a_photo_was_taken_can_be_used(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    page = home.page(family_with_spot)
    open_form(page, qtbot)
    taken = datetime(2026, 11, 20, 7, 5)  # noqa: DTZ001 - a camera writes no offset
    page.editor.draft.photos.append(replace(stored_photo(tmp_path), taken=taken))
    page.editor.open(page.editor.draft)
    (use,) = [each for each in page.findChildren(QPushButton) if each.text() == "Use this date"]
    qtbot.waitUntil(use.isVisible)
    QTest.mouseClick(use, LEFT)
    assert page.editor.draft.written == taken


def test_an_unreadable_diary_opens_no_form(home: Home, family_with_spot: Family, qtbot: QtBot) -> None:
    page = home.page(family_with_spot)
    home.damage("UPDATE spots SET first_seen = 'long ago'")
    page.start_note()
    assert page.overview.isVisible()
    qtbot.waitUntil(lambda: "cannot be read" in seen(page))


def test_a_child_that_cannot_be_read_is_said(home: Home, family_with_spot: Family) -> None:
    home.damage("UPDATE children SET birth_date = 'spring'")
    assert "cannot be read" in seen(home.page(family_with_spot))
