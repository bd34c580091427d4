"""What a parent sees on opening the diary."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guide.errors import GuideError
from guide.ui.clock import StandingClock
from guide.ui.diary.photo_view import PhotoButton, PhotoDialog
from guide.ui.diary.timeline import AT_ONCE
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from tests.ui.diary.household import (
    FAHRENHEIT,
    NOW,
    Home,
    button,
    check_of_mia,
    note_on,
    seen,
    spot_of_mia,
    stored_photo,
)


def test_without_a_child_the_diary_offers_to_add_one(home: Home, qtbot: QtBot) -> None:
    page = home.page(home.family())
    with qtbot.waitSignal(page.child_wanted):
        QTest.mouseClick(button(page, "Add your child"), Qt.MouseButton.LeftButton)


def test_without_a_spot_the_diary_offers_to_mark_one(home: Home, family: Family, qtbot: QtBot) -> None:
    page = home.page(family)
    QTest.mouseClick(button(page, "Mark the first spot"), Qt.MouseButton.LeftButton)
    assert page.editor.isVisible()
    assert page.editor.title.text() == "New note · new spot"


def test_a_check_is_shown_also_before_the_first_spot(home: Home, family: Family) -> None:
    family.save_check(check_of_mia())
    assert "Symptom check: See your doctor this week" in seen(home.page(family))


def test_a_temperature_measured_for_a_check_is_shown_with_it(home: Home, family: Family) -> None:
    family.save_check(replace(check_of_mia(), temperature_c=38.2))
    assert "Temperature measured: 38.2 °C" in seen(home.page(family))
    family.save_check(check_of_mia())
    assert seen(home.page(family)).count("Temperature measured") == 1


def test_a_diary_that_cannot_be_opened_says_so_and_what_still_works(home: Home, qtbot: QtBot) -> None:
    problem = GuideError("The diary is damaged. Nothing was changed.", "NotADBError")
    page = home.page(Family(None, Preferences(home.folder), StandingClock(NOW), problem))
    assert "The diary is damaged. Nothing was changed." in seen(page)
    assert "still work" in seen(page)
    QTest.mouseClick(button(page, "Copy details"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "NotADBError"
    with qtbot.waitSignal(page.check_requested):
        QTest.mouseClick(button(page, "Check symptoms"), Qt.MouseButton.LeftButton)


def test_without_a_diary_a_note_cannot_be_begun(home: Home) -> None:
    problem = GuideError("The diary is damaged. Nothing was changed.")
    page = home.page(Family(None, Preferences(home.folder), StandingClock(NOW), problem))
    page.start_note()
    assert page.overview.isVisible()


def test_a_spot_is_listed_with_its_notes_and_its_course(home: Home, family: Family) -> None:
    spot = spot_of_mia()
    family.save_note(note_on(spot, 6, compared="worse"), spot=spot)
    family.save_note(note_on(spot, 2, compared="better"))
    page = home.page(family)
    (listed,) = page.overview.spots_column.buttons
    assert listed.accessibleName() == "1 · Upper back, 2 notes · since 3 Nov 2026 · better"


def test_notes_stand_newest_first_with_their_facts(home: Home, family: Family) -> None:
    spot = spot_of_mia()
    family.save_note(note_on(spot, 6, "First."), spot=spot)
    facts: dict[str, object] = {
        "how_many": 8,
        "largest_mm": 1.5,
        "itch": 3,
        "temperature_c": 37.9,
        "compared": "better",
        "care_tried": "looser vest",
    }
    family.save_note(note_on(spot, 2, "Second.", **facts))
    newest, oldest = home.page(family).overview.timeline.cards()
    assert "First." in seen(oldest)
    words = seen(newest)
    for said in ("20 Nov 2026 · 2 days ago", "about 8", "1.5 mm", "itch 3 of 10", "37.9 °C", "better"):
        assert said in words
    assert "Care tried: looser vest" in words


def test_what_was_not_written_down_is_not_shown(home: Home, family_with_spot: Family) -> None:
    (card,) = home.page(family_with_spot).overview.timeline.cards()
    assert "itch" not in seen(card)
    assert "about" not in seen(card)


def test_text_is_shown_as_typed_and_never_as_markup(home: Home, family: Family) -> None:
    spot = spot_of_mia()
    family.save_note(note_on(spot, 1, "<b>temp <38</b>"), spot=spot)
    page = home.page(family)
    labels = [label for label in page.findChildren(QLabel) if label.text() == "<b>temp <38</b>"]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]


def test_a_check_of_another_spot_is_not_shown(home: Home, family: Family, qtbot: QtBot) -> None:
    first, second = spot_of_mia(), spot_of_mia("Neck", "neck-spot")
    family.save_note(note_on(first), spot=first)
    family.save_note(note_on(second), spot=second)
    family.save_check(check_of_mia(second.id))
    page = home.page(family)
    assert "Symptom check" not in seen(page.overview.timeline)
    page.overview.spots_column.buttons[1].click()
    qtbot.waitUntil(lambda: "Short routine" in seen(page.overview.timeline))


def test_the_chosen_spot_stays_chosen(home: Home, family: Family) -> None:
    first, second = spot_of_mia(), spot_of_mia("Neck", "neck-spot")
    family.save_note(note_on(first), spot=first)
    family.save_note(note_on(second), spot=second)
    page = home.page(family)
    page.overview.spots_column.buttons[1].click()
    assert page.overview.title.text() == "Neck"
    page.show_overview()
    assert page.overview.title.text() == "Neck"
    assert [button.isChecked() for button in page.overview.spots_column.buttons] == [False, True]


def test_a_mark_on_the_map_chooses_its_spot(home: Home, family: Family) -> None:
    first, second = spot_of_mia(), spot_of_mia("Neck", "neck-spot")
    family.save_note(note_on(first), spot=first)
    family.save_note(note_on(second), spot=second)
    page = home.page(family)
    page.overview.spots_column.picker.mark_chosen.emit(second.id)
    assert page.overview.title.text() == "Neck"


def test_a_long_diary_is_shown_a_part_at_a_time(home: Home, family: Family, qtbot: QtBot) -> None:
    spot = spot_of_mia()
    for days_ago in range(AT_ONCE + 3):
        family.save_note(note_on(spot, days_ago), spot=spot)
    timeline = home.page(family).overview.timeline
    assert len(timeline.cards()) == AT_ONCE
    QTest.mouseClick(timeline.older_button, Qt.MouseButton.LeftButton)
    assert len(timeline.cards()) == AT_ONCE + 3
    assert not timeline.older_button.isVisible()


def test_a_photo_is_shown_large_and_esc_closes_it(
    home: Home, family: Family, qtbot: QtBot, tmp_path: Path
) -> None:
    spot = spot_of_mia()
    family.save_note(note_on(spot), [stored_photo(tmp_path)], spot=spot)
    page = home.page(family)
    (thumbnail,) = page.findChildren(PhotoButton)
    assert thumbnail.accessibleName() == "Photo of Upper back, 20 Nov 2026"
    QTest.mouseClick(thumbnail, Qt.MouseButton.LeftButton)
    (dialog,) = page.window().findChildren(PhotoDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.picture.accessibleName() == "Photo of Upper back, 20 Nov 2026"
    assert not dialog.picture.pixmap().isNull()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_temperatures_follow_the_region(home: Home, family: Family, qtbot: QtBot) -> None:
    spot = spot_of_mia()
    family.save_note(note_on(spot, temperature_c=38.0), spot=spot)
    page = home.page(family)
    assert "38.0 °C" in seen(page)
    page.hide()
    home.region = FAHRENHEIT
    page.show()
    qtbot.waitUntil(lambda: "100.4 °F" in seen(page))


def test_a_write_protected_diary_can_be_read_but_not_added_to(
    home: Home, family_with_spot: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = home.page(home.write_protected(monkeypatch))
    assert "Fewer, flatter." in seen(page)
    assert "This diary can be read but not changed." in seen(page)
    assert not page.overview.note_button.isEnabled()
    assert not page.overview.spots_column.new_button.isEnabled()


def test_reading_that_fails_is_said_and_not_hidden(home: Home, family_with_spot: Family) -> None:
    home.damage("UPDATE notes SET written_at = 'yesterday-ish'")
    page = home.page(family_with_spot)
    assert "A part of the diary cannot be read." in seen(page)
