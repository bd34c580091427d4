"""What a parent chooses in Settings is kept at once."""

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from guide.domain.conditions import Source
from guide.domain.pack import ContentPack, Region
from guide.ui.backups.keeper import BackupKeeper
from guide.ui.calibration.dialog import CalibrationDialog
from guide.ui.clock import Clock
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.settings.page import SettingsPage
from guide.ui.theme import Theme
from tests.ui.paper import samples
from tests.ui.reading import turn_the_wheel_over

NOWHERE = Region("unknown", "Not chosen yet", "your number", "", "", "", "C", "mm", "A4", "", ())
IRELAND = Region(
    "ie",
    "Ireland",
    "112",
    "112 or 999 in Ireland",
    "Your GP",
    "01 809",
    "C",
    "mm",
    "A4",
    "2026-11-22",
    ("HSE",),
)


@pytest.fixture
def pack() -> ContentPack:
    source = Source("HSE", "HSE Ireland", "Emergencies", "2026-11-22")
    return dataclasses.replace(samples.pack(), regions=(NOWHERE, IRELAND), sources=(source,))


def settings_page(pack: ContentPack, folder: Path) -> SettingsPage:
    preferences = Preferences(folder)
    keeper = BackupKeeper(Family(None, preferences, Clock()), preferences, folder, None, "1")
    return SettingsPage(Theme("light"), pack, preferences, folder, keeper)


@pytest.fixture
def page(qtbot: QtBot, pack: ContentPack, tmp_path: Path) -> SettingsPage:
    page = settings_page(pack, tmp_path)
    qtbot.addWidget(page)
    page.resize(1072, 760)
    page.show()
    return page


def step_down(combo: QComboBox) -> None:
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)


def test_a_chosen_country_is_kept(page: SettingsPage, tmp_path: Path) -> None:
    step_down(page.region_combo)
    assert Preferences(tmp_path).values.region == "ie"


def test_the_number_of_the_country_is_said_with_the_day_it_was_checked(
    page: SettingsPage,
) -> None:
    assert page.number_label.text() == "In an emergency call your number."
    assert page.checked_label.text() == ""
    step_down(page.region_combo)
    assert page.number_label.text() == "In an emergency call 112 or 999 in Ireland."
    assert page.checked_label.text() == "Checked 22 Nov 2026. Source: HSE Ireland."
    assert page.poison_label.isVisible()


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_a_chosen_appearance_is_kept(page: SettingsPage, tmp_path: Path, appearance: str) -> None:
    page.appearance_buttons[appearance].click()
    assert Preferences(tmp_path).values.appearance == appearance


def test_following_the_system_can_be_chosen_again(page: SettingsPage, tmp_path: Path) -> None:
    page.appearance_buttons["dark"].click()
    page.appearance_buttons["system"].click()
    assert Preferences(tmp_path).values.appearance == "system"


def test_a_chosen_text_size_is_kept(page: SettingsPage, tmp_path: Path) -> None:
    assert page.text_combo.currentText() == "100 % (usual)"
    step_down(page.text_combo)
    assert Preferences(tmp_path).values.text_percent == 110


def test_the_page_shows_what_was_kept(qtbot: QtBot, pack: ContentPack, tmp_path: Path) -> None:
    Preferences(tmp_path).change(region="ie", appearance="dark", text_percent=150)
    page = settings_page(pack, tmp_path)
    qtbot.addWidget(page)
    assert page.region_combo.currentText() == "Ireland"
    assert page.appearance_buttons["dark"].isChecked()
    assert page.text_combo.currentText() == "150 %"


def test_showing_the_page_changes_nothing(page: SettingsPage, tmp_path: Path) -> None:
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize("name", ["region_combo", "text_combo"])
def test_the_wheel_over_a_field_changes_nothing(page: SettingsPage, tmp_path: Path, name: str) -> None:
    field: QComboBox = getattr(page, name)
    before = field.currentIndex()
    turn_the_wheel_over(field)
    assert field.currentIndex() == before


def test_the_folder_of_the_diary_can_be_copied(page: SettingsPage, tmp_path: Path) -> None:
    assert page.folder_edit.text() == str(tmp_path)
    assert page.folder_edit.isReadOnly()
    page.copy_button.click()
    assert QGuiApplication.clipboard().text() == str(tmp_path)
    assert page.copied_label.text() == "Copied."


def test_true_size_is_set_with_a_card_kept_and_forgotten(page: SettingsPage, tmp_path: Path) -> None:
    assert page.true_size_label.text() == "Not set."
    assert not page.forget_button.isVisible()
    page.measure_button.click()
    dialog = page.findChildren(CalibrationDialog)[0]
    dialog.slider.setValue(428)
    dialog.save_button.click()
    assert page.true_size_label.text() == "Set for this screen."
    assert list(Preferences(tmp_path).values.px_per_mm.values()) == [428 / 85.60]
    page.forget_button.click()
    assert page.true_size_label.text() == "Not set."
    assert Preferences(tmp_path).values.px_per_mm == {}


def test_a_cancelled_measurement_leaves_true_size_as_it_was(page: SettingsPage, tmp_path: Path) -> None:
    page.measure_button.click()
    page.findChildren(CalibrationDialog)[0].cancel_button.click()
    assert page.true_size_label.text() == "Not set."
    assert not (tmp_path / "settings.json").exists()


def test_every_field_has_a_name_for_screen_readers(page: SettingsPage) -> None:
    fields = [page.region_combo, page.text_combo, page.folder_edit, *page.appearance_buttons.values()]
    assert all(field.accessibleName() for field in fields)
