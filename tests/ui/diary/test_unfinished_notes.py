"""What is typed is not lost: not by looking elsewhere, not by new widgets, not by a second note."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from guide.domain.diary import Child
from guide.ui.diary.draft import Drafts
from guide.ui.diary.page import DiaryPage
from guide.ui.family import Family
from tests.ui.diary.household import Home, button, check_of_mia, draw_photo, note_on, seen, spot_of_mia

LEFT = Qt.MouseButton.LeftButton


def write(page: DiaryPage, qtbot: QtBot, text: str) -> None:
    QTest.mouseClick(page.overview.note_button, LEFT)
    page.editor.text_card.text_edit.setPlainText(text)


def box_button(page: DiaryPage, text: str) -> QPushButton:
    (box,) = page.findChildren(QMessageBox)
    return next(each for each in box.buttons() if each.text() == text)  # type: ignore[return-value]


def test_a_page_built_anew_shows_all_that_was_typed(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    drafts = Drafts()
    page = home.page(family_with_spot, drafts)
    write(page, qtbot, "Half a sent")
    editor = page.editor
    QTest.mouseClick(editor.compared_card.chips["worse"], LEFT)
    QTest.keyClicks(editor.count_card.count_edit, "about 7")
    QTest.keyClicks(editor.size_card.size_edit, "2,5")
    QTest.keyClicks(editor.temperature_card.temperature_edit, "37,")
    QTest.keyClicks(editor.care_card.care_edit, "a cream")
    editor.itch_card.slider.setValue(4)
    editor.photos_card.add_files([draw_photo(tmp_path / "photo.jpg")])
    qtbot.waitUntil(lambda: bool(editor.draft.photos), timeout=15_000)

    again = home.page(family_with_spot, drafts).editor
    assert again.isVisible()
    assert again.text_card.text_edit.toPlainText() == "Half a sent"
    assert again.compared_card.chips["worse"].isChecked()
    assert again.count_card.count_edit.text() == "about 7"
    assert again.size_card.size_edit.text() == "2,5"
    assert again.temperature_card.temperature_edit.text() == "37,"
    assert again.care_card.care_edit.text() == "a cream"
    assert again.itch_card.slider.value() == 4
    assert "Remove photo 1" in [each.accessibleName() for each in again.findChildren(QPushButton)]


def test_a_photo_being_read_is_read_by_the_new_page(
    home: Home, family_with_spot: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    drafts = Drafts()
    page = home.build(family_with_spot, drafts)
    page.start_note()
    page.editor.photos_card.add_files([draw_photo(tmp_path / "photo.jpg")])
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    again = home.page(family_with_spot, drafts).editor
    qtbot.waitUntil(lambda: bool(again.draft.photos), timeout=15_000)
    assert again.draft.waiting == []


def test_the_place_of_a_new_spot_survives_new_widgets(home: Home, family: Family) -> None:
    drafts = Drafts()
    home.page(family, drafts).start_note(None, "back")
    again = home.page(family, drafts).editor
    assert again.where_card.picker.place_combo.currentData() == "upper-back"
    assert again.where_card.name_edit.text() == "Upper back"


def test_the_overview_offers_to_go_on(home: Home, family_with_spot: Family, qtbot: QtBot) -> None:
    page = home.page(family_with_spot)
    write(page, qtbot, "Half a sent")
    page.show_overview()
    assert "A note about Upper back is not finished." in seen(page)
    QTest.mouseClick(button(page, "Continue"), LEFT)
    assert page.editor.text_card.text_edit.toPlainText() == "Half a sent"


def test_cancel_asks_only_when_something_was_typed(
    home: Home, family_with_spot: Family, qtbot: QtBot
) -> None:
    page = home.page(family_with_spot)
    QTest.mouseClick(page.overview.note_button, LEFT)
    QTest.mouseClick(page.editor.cancel_button, LEFT)
    assert page.overview.isVisible()
    write(page, qtbot, "x")
    QTest.mouseClick(page.editor.cancel_button, LEFT)
    assert page.editor.isVisible()
    box_button(page, "Discard").click()
    assert page.overview.isVisible()
    assert "not finished" not in seen(page)


def test_not_discarding_keeps_the_note(home: Home, family_with_spot: Family, qtbot: QtBot) -> None:
    page = home.page(family_with_spot)
    write(page, qtbot, "Keep me")
    QTest.keyClick(page.editor, Qt.Key.Key_Escape)
    (box,) = page.findChildren(QMessageBox)
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert page.editor.isVisible()
    assert page.editor.draft.text == "Keep me"


def test_a_second_note_never_drops_the_first_unasked(home: Home, family: Family, qtbot: QtBot) -> None:
    first, second = spot_of_mia(), spot_of_mia("Neck", "neck-spot")
    family.save_note(note_on(first), spot=first)
    family.save_note(note_on(second), spot=second)
    page = home.page(family)
    write(page, qtbot, "About the back")
    page.show_overview()
    page.overview.spots_column.buttons[1].click()
    QTest.mouseClick(page.overview.note_button, LEFT)
    assert page.overview.isVisible()
    box_button(page, "Discard and begin").click()
    assert page.editor.title.text() == "New note · Neck"
    assert page.editor.draft.text == ""


def test_a_check_joins_the_note_being_written(home: Home, family_with_spot: Family, qtbot: QtBot) -> None:
    page = home.page(family_with_spot)
    write(page, qtbot, "Before the check")
    page.show_overview()
    page.start_note(check_of_mia(), "tummy")
    assert page.editor.draft.text == "Before the check"
    page.editor.save()
    assert len(family_with_spot.checks()) == 1


def test_each_child_has_its_own_note(home: Home, family_with_spot: Family, qtbot: QtBot) -> None:
    page = home.page(family_with_spot)
    write(page, qtbot, "About Mia")
    family_with_spot.save_child(Child("tom", "Tom", None))
    assert page.overview.isVisible()
    assert "No spot of Tom is marked yet" in seen(page)
    family_with_spot.choose("mia")
    page.start_note()
    assert page.editor.draft.text == "About Mia"


def test_a_saved_note_leaves_an_empty_form_behind(home: Home, family_with_spot: Family, qtbot: QtBot) -> None:
    page = home.page(family_with_spot)
    write(page, qtbot, "Saved")
    page.editor.save()
    QTest.mouseClick(page.overview.note_button, LEFT)
    assert page.editor.text_card.text_edit.toPlainText() == ""
    assert page.overview.status.label.text() == ""
