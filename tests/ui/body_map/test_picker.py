"""The map with its buttons and the list of places."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from guide.ui.body_map.picker import BodyMapPicker
from guide.ui.theme import Theme
from tests.ui.body_map.samples import REGIONS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def picker(qtbot: QtBot) -> BodyMapPicker:
    widget = BodyMapPicker(Theme("light"), REGIONS)
    qtbot.addWidget(widget)
    widget.resize(320, 620)
    widget.show()
    return widget


def test_the_list_names_every_place_with_its_side(picker: BodyMapPicker) -> None:
    names = {picker.place_combo.itemText(at) for at in range(picker.place_combo.count())}
    assert {"Chest (front)", "Upper back (back)"} <= names
    assert sum(bool(picker.place_combo.itemData(at)) for at in range(picker.place_combo.count())) == len(
        REGIONS
    )


def test_the_list_has_a_label_for_screen_readers(picker: BodyMapPicker) -> None:
    assert picker.place_label.buddy() is picker.place_combo


def test_a_place_from_the_list_is_told_and_shown_on_its_side(picker: BodyMapPicker, qtbot: QtBot) -> None:
    at = picker.place_combo.findData("lower-back")
    picker.place_combo.setCurrentIndex(at)
    with qtbot.waitSignal(picker.place_chosen) as chosen:
        picker.place_combo.activated.emit(at)
    assert chosen.args == ["lower-back", 50.0, 104.0]
    assert picker.view == "back" and picker.back_button.isChecked()
    assert picker.body_map.pointed and picker.body_map.pointed.id == "lower-back"


def test_a_place_from_the_map_is_told_once_and_shown_in_the_list(picker: BodyMapPicker, qtbot: QtBot) -> None:
    told: list[str] = []
    picker.place_chosen.connect(lambda region, _x, _y: told.append(region))
    where = picker.body_map.position_of(50, 76).toPoint()
    QTest.mouseClick(picker.body_map, LEFT, pos=where)
    assert told == ["chest"]
    assert picker.place_combo.currentText() == "Chest (front)"


def test_the_buttons_turn_the_baby_round(picker: BodyMapPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.view_changed) as turned:
        QTest.mouseClick(picker.back_button, LEFT)
    assert turned.args == ["back"] and picker.body_map.view == "back"
    QTest.mouseClick(picker.front_button, LEFT)
    assert picker.body_map.view == "front" and not picker.back_button.isChecked()


def test_the_place_pointed_at_is_written_below(picker: BodyMapPicker) -> None:
    picker.body_map.point_at("nappy")
    assert picker.pointed_label.text() == "Nappy area"


def test_a_place_shown_from_outside_is_not_told(picker: BodyMapPicker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.place_chosen):
        picker.set_place("upper-back")
    assert picker.view == "back"
    assert picker.place_combo.currentData() == "upper-back"
    picker.set_place("")
    assert picker.place_combo.currentText() == "Not chosen"


def test_the_colours_change_with_the_theme(picker: BodyMapPicker, qtbot: QtBot) -> None:
    dark = Theme("dark")
    other = BodyMapPicker(dark, REGIONS)
    qtbot.addWidget(other)
    other.resize(picker.size())
    where = picker.body_map.position_of(40, 95).toPoint()
    light = picker.body_map.grab().toImage().pixelColor(where).lightness()
    assert other.body_map.grab().toImage().pixelColor(where).lightness() < 60 < light
    dark.set_appearance("light")
    assert other.body_map.grab().toImage().pixelColor(where).lightness() == light


def test_without_places_only_spots_are_shown(qtbot: QtBot) -> None:
    bare = BodyMapPicker(Theme("light"), ())
    qtbot.addWidget(bare)
    bare.show()
    assert not bare.place_combo.isVisible() and bare.back_button.isVisible()
