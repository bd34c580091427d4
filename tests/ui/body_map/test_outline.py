"""The drawn baby."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from guide.ui.body_map.outline import BOX, BodyMark, body_details, body_outline, fitted, paint_body
from tests.ui.body_map.samples import REGIONS

pytestmark = pytest.mark.usefixtures("qapp")

INK, SKIN = QColor("#203040"), QColor("#f3eee6")


def painted(*marks: BodyMark, view: str = "front") -> QImage:
    image = QImage(200, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_body(painter, QRectF(0, 0, 200, 400), view, INK, SKIN, marks)
    painter.end()
    return image


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region.id)
def test_the_middle_of_each_place_lies_on_the_body(region: object) -> None:
    part = next(known for known in REGIONS if known is region)
    assert body_outline(part.view).contains(QPointF(part.x, part.y))


@pytest.mark.parametrize("view", ["front", "back"])
def test_the_body_and_its_details_stay_in_the_box(view: str) -> None:
    assert BOX.contains(body_outline(view).boundingRect())
    assert body_outline(view).boundingRect().contains(body_details(view).boundingRect())


def test_the_two_halves_mirror_each_other() -> None:
    outline = body_outline("front")
    for x, y in [(30, 20), (15, 105), (22, 60), (40, 180), (49.8, 165), (8, 100)]:
        assert outline.contains(QPointF(x, y)) == outline.contains(QPointF(100 - x, y))


def test_there_is_room_between_the_legs_and_under_the_arms() -> None:
    outline = body_outline("front")
    assert not any(outline.contains(QPointF(x, y)) for x, y in [(50, 170), (28, 105), (72, 105)])


def test_front_and_back_differ() -> None:
    assert painted(view="front") != painted(view="back")


def test_the_body_is_never_stretched() -> None:
    wide = fitted(QRectF(0, 0, 400, 100))
    assert wide.m11() == wide.m22() == 0.5
    assert wide.map(QPointF(50, 100)) == QPointF(200, 50)


def test_a_mark_is_painted_in_its_place_and_colour() -> None:
    image = painted(BodyMark(1, 50, 100, "#0f6366"))
    assert image.pixelColor(93, 200) == QColor("#0f6366")
    assert painted().pixelColor(93, 200) == SKIN


def test_the_selected_mark_differs_by_more_than_colour() -> None:
    plain = painted(BodyMark(1, 50, 100, "#0f6366"))
    chosen = painted(BodyMark(1, 50, 100, "#0f6366", selected=True))
    ring = [chosen.pixelColor(x, 200) for x in range(80, 90)]
    assert any(colour.lightness() < 120 for colour in ring)
    assert plain.pixelColor(85, 200) == SKIN


@pytest.mark.parametrize(("colour", "number"), [("#0f6366", "white"), ("#f0c28b", "black")])
def test_the_number_is_read_on_any_colour(colour: str, number: str) -> None:
    image = painted(BodyMark(8, 50, 100, colour))
    inside = [image.pixelColor(x, y).name() for x in range(92, 109) for y in range(192, 209)]
    assert QColor(number).name() in inside
