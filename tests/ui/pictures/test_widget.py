"""The picture as a widget."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from guide.ui.pictures.plans.scene import Scene
from guide.ui.pictures.queue import finish_pictures, finished_grab
from guide.ui.pictures.widget import SkinPicture
from guide.ui.pictures.words import alt_text
from guide.ui.tour import grab
from tests.ui.pictures.samples import SIGNS


@pytest.fixture
def shown(qtbot: QtBot, request: pytest.FixtureRequest) -> SkinPicture:
    """Of a seed of its own: no other test has had it drawn."""
    widget = SkinPicture(aspect=1.5)
    qtbot.addWidget(widget)
    widget.set_scene(Scene(SIGNS["milia"], request.node.name))
    widget.resize(300, 400)
    widget.show()
    return widget


def shades(image: QImage) -> int:
    """Bare skin has one, a picture has many."""
    return len({image.pixel(x, 200) for x in range(60, 240)})


def test_the_picture_keeps_its_shape_in_a_room_of_another(shown: SkinPicture) -> None:
    assert shown.picture_rect().size() == QSize(300, 200)
    assert shown.heightForWidth(150) == 100


def test_a_screen_reader_is_told_what_it_shows(shown: SkinPicture) -> None:
    assert shown.accessibleName() == alt_text(shown.scene) != ""
    before = shown.accessibleName()
    shown.set_scene(Scene(SIGNS["vitiligo"], "vitiligo"))
    assert shown.accessibleName() == alt_text(shown.scene) != before


def test_painting_the_widget_draws_no_picture(shown: SkinPicture) -> None:
    assert shades(shown.grab().toImage()) == 1
    assert not shown.is_drawn


def test_bare_skin_of_the_tone_is_shown_until_the_picture_is_there(shown: SkinPicture) -> None:
    light = shown.grab().toImage().pixelColor(150, 200).lightness()
    shown.set_tone(4)
    assert shown.grab().toImage().pixelColor(150, 200).lightness() < light - 50


def test_the_picture_is_drawn_between_events_and_shown(shown: SkinPicture, qtbot: QtBot) -> None:
    shown.grab()
    qtbot.waitUntil(lambda: shown.is_drawn)
    assert shades(shown.grab().toImage()) > 5


def test_all_that_waits_can_be_drawn_at_once(shown: SkinPicture) -> None:
    shown.grab()
    finish_pictures()
    assert shades(shown.grab().toImage()) > 5


def test_the_tour_leaves_finished_pictures(shown: SkinPicture, tmp_path: Path) -> None:
    grab(shown, tmp_path / "page.png")
    assert shades(QImage(str(tmp_path / "page.png"))) > 5


def test_another_tone_is_drawn(shown: SkinPicture) -> None:
    before = finished_grab(shown).toImage()
    shown.set_tone(4)
    after = finished_grab(shown).toImage()
    assert after.pixelColor(150, 150).lightness() < before.pixelColor(150, 150).lightness()


def test_the_picture_before_stays_while_another_tone_is_drawn(shown: SkinPicture) -> None:
    before = finished_grab(shown).toImage()
    shown.set_tone(4)
    assert shown.grab().toImage() == before
    assert finished_grab(shown).toImage() != before


def test_the_picture_before_stays_while_another_size_is_drawn(shown: SkinPicture) -> None:
    finished_grab(shown)
    shown.resize(280, 400)
    assert shades(shown.grab().toImage()) > 5


def test_true_size_shows_as_much_skin_as_the_picture_is_wide(shown: SkinPicture) -> None:
    shown.set_scene(shown.scene, px_per_mm=4.0)
    assert (shown.scene.view, shown.scene.field_mm) == ("true", 300 / 4.0)
    shown.resize(240, 400)
    assert shown.scene.field_mm == 240 / 4.0


def test_from_close_by_nothing_decides_how_much_skin_is_shown(shown: SkinPicture) -> None:
    shown.set_scene(shown.scene, px_per_mm=4.0)
    shown.set_scene(Scene(SIGNS["milia"], "close"))
    assert (shown.scene.view, shown.scene.field_mm) == ("close", None)
