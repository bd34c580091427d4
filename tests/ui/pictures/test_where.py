"""Where on the body, drawn and told."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from guide.domain.pack import BodyRegion, ContentPack
from guide.domain.places import Places, places_of
from guide.ui.pictures.where import WherePicture, paint_where, where_text
from guide.ui.pictures.where_outline import WhereColours, is_of_the_head, place_path, views_of
from guide.ui.theme import Theme
from tests.ui.body_map.samples import REGIONS

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = {"face": "Face", "scalp": "Scalp", "neck": "Neck", "hands-feet": "Hands or feet"}
PAPER = WhereColours(QColor("#555555"), QColor("#eeeeee"), QColor("#0000ff"))


def drawn(usual: Sequence[str], sometimes: Sequence[str], regions: Sequence[BodyRegion]) -> QImage:
    image = QImage(220, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_where(painter, QRectF(0, 0, 220, 300), regions, Places(tuple(usual), tuple(sometimes)), PAPER)
    painter.end()
    return image


def marked(image: QImage) -> float:
    """The share of the picture in the colour of the places."""
    pixels = [image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)]
    return sum(colour.blue() - colour.red() > 120 for colour in pixels) / len(pixels)


def test_a_place_is_marked_and_without_places_nothing_is() -> None:
    assert marked(drawn(["trunk"], [], REGIONS)) > 0.02
    assert marked(drawn([], [], REGIONS)) == 0


def test_a_usual_place_is_filled_and_another_only_hatched() -> None:
    usual, sometimes = drawn(["trunk"], [], REGIONS), drawn([], ["trunk"], REGIONS)
    assert 0.3 * marked(usual) < marked(sometimes) < 0.8 * marked(usual)


@pytest.mark.parametrize(
    ("places", "views"),
    [
        (["face"], ("front",)),
        (["back"], ("back",)),
        (["face", "back"], ("front", "back")),
        ([], ("front",)),
        (["unknown"], ("front",)),
    ],
)
def test_only_the_views_that_are_needed_are_drawn(places: list[str], views: tuple[str, ...]) -> None:
    assert views_of(REGIONS, Places(tuple(places), ())) == views


def test_the_head_alone_is_shown_where_nothing_below_it_is_told_of() -> None:
    assert is_of_the_head(REGIONS, Places(("face",), ("head",)))
    assert not is_of_the_head(REGIONS, Places(("face",), ("trunk",)))
    assert not is_of_the_head(REGIONS, Places((), ()))


@pytest.mark.parametrize(
    "place", ["mouth", "hands-feet", "scalp", "nappy-area", "skin-folds", "back", "neck"]
)
def test_each_place_is_seen_in_a_small_picture(
    qtbot: QtBot, theme: Theme, pack: ContentPack, place: str
) -> None:
    picture = WherePicture(theme, pack.body)
    qtbot.addWidget(picture)
    picture.resize(110, 150)
    bare = picture.grab().toImage()
    picture.set_places([place], [])
    shown = picture.grab().toImage()
    changed = sum(bare.pixel(x, y) != shown.pixel(x, y) for x in range(110) for y in range(150))
    assert changed > 40


def test_a_place_of_the_map_is_one_area_on_the_body(pack: ContentPack) -> None:
    face = tuple(region for region in pack.body if region.place == "face")
    path = place_path(face, "front", 1.0)
    assert len(path.toSubpathPolygons()) == 1
    assert all(path.contains(QRectF(region.x - 1, region.y - 1, 2, 2)) for region in face)


def test_left_and_right_stay_apart(pack: ContentPack) -> None:
    legs = tuple(region for region in pack.body if region.place == "legs" and region.view == "front")
    assert len(place_path(legs, "front", 1.0).toSubpathPolygons()) == 2


def test_light_and_dark_use_the_colours_of_the_theme(qtbot: QtBot, pack: ContentPack) -> None:
    for scheme in ("light", "dark"):
        theme = Theme(scheme)
        picture = WherePicture(theme, pack.body)
        qtbot.addWidget(picture)
        picture.resize(110, 150)
        picture.set_places(["chest", "tummy"], [])
        image = picture.grab().toImage()
        found = {image.pixelColor(x, y).name() for x in range(110) for y in range(150)}
        assert theme.colours.brand.lower() in found


def test_the_picture_says_where(qtbot: QtBot, theme: Theme, pack: ContentPack) -> None:
    picture = WherePicture(theme, pack.body, NAMES)
    qtbot.addWidget(picture)
    picture.set_places(["scalp", "face"], ["neck"])
    assert picture.accessibleName() == "Where: usually face and scalp; sometimes neck."


@pytest.mark.parametrize(
    ("usual", "sometimes", "told"),
    [
        (["face"], [], "Where: usually face."),
        ([], ["neck"], "Where: sometimes neck."),
        (["neck", "hands-feet", "face"], [], "Where: usually face, neck, and hands or feet."),
        (["skin-folds"], [], "Where: usually skin folds."),
        (list(NAMES), [], "Where: anywhere on the body."),
        ([], [], "Where: not said."),
    ],
)
def test_where_is_told_in_the_words_and_the_order_of_the_question(
    usual: list[str], sometimes: list[str], told: str
) -> None:
    assert where_text(Places(tuple(usual), tuple(sometimes)), NAMES) == told


def test_the_sizes_grow_with_the_text(qtbot: QtBot, pack: ContentPack) -> None:
    theme = Theme("light")
    picture = WherePicture(theme, pack.body)
    qtbot.addWidget(picture)
    before = picture.sizeHint()
    theme.set_text_percent(200)
    grown = picture.sizeHint()
    theme.set_text_percent(100)
    assert grown == before * 2


def test_every_condition_of_the_pack_can_be_drawn(pack: ContentPack) -> None:
    for condition in pack.conditions:
        places = places_of(condition)
        told = {*places.usual, *places.sometimes}
        assert told <= {region.place for region in pack.body}
        assert views_of(pack.body, places)
