"""Pointing at places with mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from guide.domain.pack import BodyRegion
from guide.ui.body_map.outline import BodyMark
from guide.ui.body_map.widget import BodyMap
from tests.ui.body_map.samples import REGIONS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def body_map(qtbot: QtBot) -> BodyMap:
    widget = BodyMap(REGIONS)
    qtbot.addWidget(widget)
    widget.resize(260, 500)
    widget.show()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus)
    return widget


def at(body_map: BodyMap, x: float, y: float) -> QPoint:
    return body_map.position_of(x, y).toPoint()


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region.id)
def test_a_click_in_the_middle_of_a_place_chooses_it(
    body_map: BodyMap, qtbot: QtBot, region: BodyRegion
) -> None:
    body_map.set_view(region.view)
    with qtbot.waitSignal(body_map.place_chosen) as chosen:
        QTest.mouseClick(body_map, LEFT, pos=at(body_map, region.x, region.y))
    name, x, y = chosen.args
    assert name == region.id
    assert (x, y) == pytest.approx((region.x, region.y), abs=0.5)


def test_a_click_just_beside_the_body_counts_as_on_it(body_map: BodyMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(body_map.place_chosen) as chosen:
        QTest.mouseClick(body_map, LEFT, pos=at(body_map, 74, 126))
    name, x, _ = chosen.args
    assert name == "nappy" and 66 < x < 72


def test_a_click_far_from_the_body_chooses_nothing(body_map: BodyMap, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(body_map.place_chosen):
        QTest.mouseClick(body_map, LEFT, pos=at(body_map, 5, 20))


def test_the_first_place_is_pointed_at_when_tab_comes_in(body_map: BodyMap) -> None:
    assert body_map.pointed and body_map.pointed.id == "scalp"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_arrows_and_enter_choose_a_place(body_map: BodyMap, qtbot: QtBot, key: Qt.Key) -> None:
    for arrow in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(body_map, arrow)
    with qtbot.waitSignal(body_map.place_chosen) as chosen:
        QTest.keyClick(body_map, key)
    assert chosen.args[0] == "left-arm"


def test_a_screen_reader_is_told_the_place_under_the_cursor(body_map: BodyMap, qtbot: QtBot) -> None:
    QTest.keyClick(body_map, Qt.Key.Key_Down)
    assert body_map.accessibleDescription() == "Face"


def test_the_name_says_which_side_and_which_spots(body_map: BodyMap) -> None:
    body_map.set_view("back")
    body_map.set_marks([BodyMark(1, 50, 76, "red", view="back"), BodyMark(2, 50, 76, "red", view="front")])
    assert body_map.accessibleName() == "Body map, back, spots 1"


def test_the_cursor_is_seen(body_map: BodyMap) -> None:
    before = body_map.grab().toImage()
    body_map.point_at("belly")
    assert body_map.grab().toImage() != before


def test_the_place_under_the_mouse_is_told(body_map: BodyMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(body_map.region_pointed) as pointed:
        QTest.mouseMove(body_map, at(body_map, 50, 103))
    assert pointed.args == ["belly"]


def test_a_click_on_a_spot_chooses_the_spot_and_no_place(body_map: BodyMap, qtbot: QtBot) -> None:
    body_map.set_marks([BodyMark(3, 50, 103, "red", spot="spot-three")])
    with qtbot.assertNotEmitted(body_map.place_chosen), qtbot.waitSignal(body_map.mark_chosen) as chosen:
        QTest.mouseClick(body_map, LEFT, pos=at(body_map, 51, 102))
    assert chosen.args == ["spot-three"]


def test_of_spots_that_overlap_the_selected_one_is_chosen(body_map: BodyMap, qtbot: QtBot) -> None:
    body_map.set_marks([BodyMark(1, 50, 103, "red", selected=True), BodyMark(2, 51, 103, "red")])
    with qtbot.waitSignal(body_map.mark_chosen) as chosen:
        QTest.mouseClick(body_map, LEFT, pos=at(body_map, 51, 103))
    assert chosen.args == ["1"]


def test_a_number_key_chooses_the_spot(body_map: BodyMap, qtbot: QtBot) -> None:
    body_map.set_marks([BodyMark(1, 50, 103, "red"), BodyMark(2, 50, 80, "red", spot="second")])
    with qtbot.waitSignal(body_map.mark_chosen) as chosen:
        QTest.keyClick(body_map, Qt.Key.Key_2)
    assert chosen.args == ["second"]


def test_a_spot_on_the_other_side_is_not_there(body_map: BodyMap, qtbot: QtBot) -> None:
    body_map.set_marks([BodyMark(1, 50, 103, "red", view="back")])
    with qtbot.assertNotEmitted(body_map.mark_chosen):
        QTest.mouseClick(body_map, LEFT, pos=at(body_map, 50, 103))


def test_the_colours_follow_the_palette_until_others_are_set(body_map: BodyMap) -> None:
    where = at(body_map, 40, 95)
    palette = body_map.palette()
    palette.setColor(palette.ColorRole.Base, QColor("#123456"))
    body_map.setPalette(palette)
    assert body_map.grab().toImage().pixelColor(where) == QColor("#123456")
    body_map.set_colours(QColor("black"), QColor("#654321"))
    assert body_map.grab().toImage().pixelColor(where) == QColor("#654321")


def test_a_map_without_places_takes_keys_and_clicks_calmly(qtbot: QtBot) -> None:
    empty = BodyMap(())
    qtbot.addWidget(empty)
    empty.resize(200, 400)
    with qtbot.assertNotEmitted(empty.place_chosen):
        QTest.keyClick(empty, Qt.Key.Key_Down)
        QTest.keyClick(empty, Qt.Key.Key_Return)
        QTest.mouseClick(empty, LEFT, pos=at(empty, 50, 100))
