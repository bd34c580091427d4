"""The picture as a widget and in lists."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from guide.ui.pictures.cache import skin_pixmap
from guide.ui.pictures.widget import SkinPicture
from tests.ui.pictures.samples import SIGNS

THUMB = QSize(84, 64)


@pytest.fixture
def shown(qtbot: QtBot) -> SkinPicture:
    widget = SkinPicture(aspect=1.5)
    qtbot.addWidget(widget)
    widget.set_lesions(SIGNS["milia"], "milia")
    widget.resize(300, 400)
    return widget


def test_the_picture_keeps_its_shape_in_a_room_of_another(shown: SkinPicture) -> None:
    assert shown.picture_rect().size() == QSize(300, 200)
    assert shown.heightForWidth(150) == 100


def test_a_screen_reader_is_told_what_it_shows(shown: SkinPicture) -> None:
    assert "white bumps" in shown.accessibleName()
    shown.set_lesions(SIGNS["vitiligo"], "vitiligo")
    assert "milk-white patches" in shown.accessibleName()


def test_another_tone_is_painted(shown: SkinPicture) -> None:
    before = shown.grab().toImage()
    shown.set_tone(4)
    assert shown.grab().toImage().pixelColor(150, 150).lightness() < before.pixelColor(150, 150).lightness()


def test_a_picture_asked_for_again_is_not_painted_again(qtbot: QtBot) -> None:
    first = skin_pixmap(SIGNS["acne"], 2, "acne", THUMB)
    assert skin_pixmap(SIGNS["acne"], 2, "acne", THUMB).cacheKey() == first.cacheKey()
    assert skin_pixmap(SIGNS["acne"], 3, "acne", THUMB).cacheKey() != first.cacheKey()


def test_rounded_corners_are_clear_and_the_rest_is_not(qtbot: QtBot) -> None:
    image = skin_pixmap(SIGNS["acne"], 2, "acne", THUMB, radius=12).toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(42, 10).alpha() == 255


def test_a_dense_screen_gets_more_pixels_of_the_same_size(qtbot: QtBot) -> None:
    pixmap = skin_pixmap(SIGNS["acne"], 2, "acne", THUMB, ratio=2.0)
    assert pixmap.size() == THUMB * 2
    assert pixmap.deviceIndependentSize().toSize() == THUMB
