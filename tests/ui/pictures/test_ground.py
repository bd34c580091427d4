"""The skin between the marks: its texture, its light, and what is particular to a place."""

from itertools import pairwise
from statistics import mean, pstdev

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from guide.domain.lesions import Skin
from guide.ui.pictures.colour.colours import bare_skin, distance, erythema, lab_of, mark_colour, skin_colour
from guide.ui.pictures.painter import paint_plan
from guide.ui.pictures.plans.plan import Plan
from guide.ui.pictures.skin.ground import paint_texture
from guide.ui.pictures.skin.palm import RIDGE_MM
from guide.ui.pictures.skin.texture import clouds_brush, net_brush

pytestmark = pytest.mark.usefixtures("qapp")

WIDE, TALL = 24.0, 16.0


def bare(skin: Skin, tone: float = 2, width: int = 320, seed: str = "one", field: float = WIDE) -> QImage:
    plan = Plan(field, field * TALL / WIDE, None, (), skin)
    return paint_plan(plan, QSize(width, round(width * TALL / WIDE)), tone, seed)


def textured(skin: Skin, width: int, field: float = WIDE) -> QImage:
    """Only what is fine, on skin of one colour."""
    plan = Plan(field, field * TALL / WIDE, None, (), skin)
    image = QImage(width, round(width * TALL / WIDE), QImage.Format.Format_RGB32)
    red, green, blue = (round(255 * part) for part in (0.68, 0.49, 0.36))
    image.fill(QColor(red, green, blue))
    painter = QPainter(image)
    painter.scale(width / plan.width, width / plan.width)
    paint_texture(painter, plan, 2)
    painter.end()
    return image


def greys(image: QImage) -> list[int]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    line = grey.bytesPerLine()
    whole = bytes(grey.constBits())
    return [whole[row * line + column] for row in range(grey.height()) for column in range(grey.width())]


def column_of(image: QImage, x: int) -> list[int]:
    return [image.pixelColor(x, y).lightness() for y in range(image.height())]


def likeness(values: list[float], shift: int) -> float:
    """How alike a row of numbers is to itself ``shift`` places on: 1 the same, 0 not at all."""
    middle = mean(values)
    parts = [value - middle for value in values]
    return sum(one * two for one, two in zip(parts, parts[shift:], strict=False)) / sum(x * x for x in parts)


def colour_of(image: QImage) -> str:
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(QSize(1, 1), Qt.AspectRatioMode.IgnoreAspectRatio, smooth).pixelColor(0, 0).name()


def test_the_same_seed_gives_the_same_skin() -> None:
    for kind in (Skin(), Skin("scalp"), Skin("mouth")):
        assert bare(kind) == bare(kind)
        assert bare(kind) != bare(kind, seed="two")


@pytest.mark.parametrize("tone", range(5))
def test_the_picture_has_the_colour_of_its_skin(tone: int) -> None:
    assert distance(lab_of(colour_of(bare(Skin(), tone))), skin_colour(tone)) < 0.045


def test_furrows_are_faint() -> None:
    assert 0.4 < pstdev(greys(textured(Skin(), 640))) < 5


def test_texture_does_not_depend_on_the_density_of_the_screen() -> None:
    one, two = greys(textured(Skin(), 320)), greys(textured(Skin(), 640).scaledToWidth(320))
    assert mean(one) == pytest.approx(mean(two), abs=0.8)
    assert pstdev(one) == pytest.approx(pstdev(two), rel=0.6)


def test_texture_leaves_the_colour_of_the_skin_as_it_is() -> None:
    assert mean(greys(textured(Skin(), 320))) == pytest.approx(131, abs=4)


def test_from_afar_no_furrows_are_seen() -> None:
    assert pstdev(greys(textured(Skin(), 1200, 120.0))) == 0


def test_the_mouth_has_no_furrows() -> None:
    """Away from the sheen its lining is smooth."""
    mouth, body = (textured(Skin(kind), 320).copy(170, 120, 140, 90) for kind in ("mouth", "body"))
    assert pstdev(greys(mouth)) == 0 < pstdev(greys(body))


@pytest.mark.parametrize("brush", ["net", "clouds"])
def test_tiles_have_no_seams(brush: str) -> None:
    """Where a tile ends, its first pixels follow its last as any pixel follows another."""
    skin = skin_colour(1)
    made = net_brush(skin, 40.0, QPointF()) if brush == "net" else clouds_brush(erythema(skin), QPointF())
    tile = made.textureImage()
    last = tile.width() - 1

    def step(one: int, two: int) -> float:
        alphas = [(tile.pixelColor(one, y).alpha(), tile.pixelColor(two, y).alpha()) for y in range(last + 1)]
        return mean(abs(left - right) for left, right in alphas)

    inside = [step(x, x + 1) for x in range(last)]
    assert step(last, 0) <= 1.4 * mean(inside)


def test_skin_is_not_the_same_again_a_tile_further() -> None:
    row = [float(value) for value in greys(textured(Skin(), 1200).copy(0, 300, 1200, 1))]
    tile = round(18 * 0.52 * 1200 / WIDE)
    assert max(likeness(row, shift) for shift in range(tile - 30, tile + 31)) < 0.5


def test_the_palm_has_ridges_as_far_apart_as_ridges_are() -> None:
    scale = 640 / WIDE
    column = [float(value) for value in column_of(textured(Skin("palm"), 640).copy(0, 200, 640, 200), 200)]
    best = max(range(6, 24), key=lambda shift: likeness(column, shift))
    assert best == pytest.approx(RIDGE_MM * scale, abs=1.5)
    assert likeness(column, best) > 0.4


def test_body_skin_has_no_ridges() -> None:
    column = [float(value) for value in column_of(textured(Skin(), 640).copy(0, 200, 640, 200), 200)]
    assert max(likeness(column, shift) for shift in range(9, 24)) < 0.4


@pytest.mark.parametrize("tone", range(5))
def test_the_scalp_has_hair_and_skin_between_it(tone: int) -> None:
    scalp, body = bare(Skin("scalp"), tone), bare(Skin(), tone)
    pairs = list(zip(greys(scalp), greys(body), strict=True))
    changed = mean(abs(one - two) > 6 for one, two in pairs)
    assert 0.04 < changed < 0.55


def test_hair_is_blond_brown_or_black_by_the_family_s_tone() -> None:
    def hair(tone: int) -> float:
        return mean(sorted(greys(bare(Skin("scalp"), tone)))[:400])

    hairs = [hair(tone) for tone in range(5)]
    assert all(lighter > darker for lighter, darker in pairwise(hairs))


@pytest.mark.parametrize("tone", [2, 4])
def test_beside_a_baby_without_colour_lies_the_family_s_skin(tone: int) -> None:
    image = bare(Skin(pale_all_over=True), tone)
    baby, arm = (lab_of(colour_of(image.copy(x, 60, 30, 90))) for x in (100, 270))
    assert distance(baby, bare_skin(tone, Skin(pale_all_over=True))) < 0.06
    assert distance(arm, skin_colour(tone)) < 0.08


@pytest.mark.parametrize("tone", range(5))
def test_the_shaded_corner_still_shows_redness(tone: int) -> None:
    """Daylight falls off so little that the corner is nearer to the skin than to a mark on it."""
    corner = lab_of(colour_of(bare(Skin(), tone).copy(290, 185, 28, 26)))
    skin = skin_colour(tone)
    assert 0 < skin.light - corner.light < 0.075
    assert distance(corner, mark_colour("purple", skin)) > 0.06


def test_a_limb_seen_from_afar_is_round() -> None:
    image = bare(Skin(), 1, field=110.0)
    middle, edge = (lab_of(colour_of(image.copy(x, 20, 20, 60))).light for x in (120, 298))
    assert middle - edge > 0.03
