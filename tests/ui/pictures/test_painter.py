"""What is seen in the finished pictures."""

import math
from pathlib import Path
from statistics import mean

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPdfWriter

from guide.domain.lesions import Lesion, Range
from guide.ui.pictures.colour.colours import TONES, distance, mark_colour, skin_colour
from guide.ui.pictures.painter import paint_plan, paint_skin
from guide.ui.pictures.plans.description import plan_picture
from guide.ui.pictures.plans.plan import Mark, Plan
from guide.ui.pictures.plans.scene import Scene
from tests.ui.pictures.samples import SIGNS, lab_at, picture, pixels_near, with_and_without

pytestmark = pytest.mark.usefixtures("qapp")

WHITE_DOT = Lesion("white", "raised", Range(3, 4), Range(3, 5), surface="pearly")
BROWN_SPOT = Lesion("brown", "flat", Range(4, 7), Range(2, 3))
PALE_PATCH = Lesion("pale", "flat", Range(10, 16), Range(1, 2), "soft")
VITILIGO = Lesion("depigmented", "flat", Range(10, 16), Range(1, 2), "jagged")


def measured_mm(lesion: Lesion, tone: int) -> list[float]:
    """The diameters of circles as large as the areas that look more like the mark than like skin."""
    plan = plan_picture(Scene((lesion,), "one"), 300, 200)
    image, bare = with_and_without(plan, tone, 200)
    half = distance(mark_colour(lesion.colour, skin_colour(tone)), skin_colour(tone)) / 2
    sizes = []
    for mark in plan.marks:
        near = pixels_near(image, plan, mark, 1.35 * mark.reach)
        marked = sum(distance(lab_at(image, *at), lab_at(bare, *at)) > half for at in near)
        sizes.append(2 * math.sqrt(marked / math.pi) * plan.width / image.width())
    return sizes


def contrast(sign: str, tone: int) -> float:
    """How different from the bare skin the marks of a sign look where they do most, the least of them."""
    plan = plan_picture(Scene(SIGNS[sign], "one"), 300, 200)
    image, bare = with_and_without(plan, tone, 200)
    return min(visible(image, bare, plan, mark) for mark in plan.marks[:3])


def visible(image: QImage, bare: QImage, plan: Plan, mark: Mark) -> float:
    """The upper quarter of the differences inside the mark; a line fills little of its circle."""
    near = pixels_near(image, plan, mark, mark.reach)
    found = sorted((distance(lab_at(image, *at), lab_at(bare, *at)) for at in near), reverse=True)
    share = 20 if mark.lesion.shape == "line" else 4
    return mean(found[: max(1, len(found) // share)])


@pytest.mark.parametrize("tone", [1, 4])
@pytest.mark.parametrize("lesion", [WHITE_DOT, BROWN_SPOT, PALE_PATCH, VITILIGO])
def test_marks_measure_in_the_picture_what_the_data_says(lesion: Lesion, tone: int) -> None:
    for size in measured_mm(lesion, tone):
        assert 0.9 * lesion.size_mm.least <= size <= 1.1 * lesion.size_mm.most


@pytest.mark.parametrize("tone", range(len(TONES)))
@pytest.mark.parametrize("sign", SIGNS)
def test_marks_stand_out_on_every_tone(sign: str, tone: int) -> None:
    assert contrast(sign, tone) > 0.03


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert picture(SIGNS["acne"]) == picture(SIGNS["acne"])


def test_another_seed_gives_another_picture() -> None:
    assert picture(SIGNS["acne"]) != picture(SIGNS["acne"], seed="two")


def test_a_denser_screen_shows_the_same_picture() -> None:
    """Shrunk to the same size both are alike but for the finest grain."""
    small = QSize(48, 32)
    one, two = (
        picture(SIGNS["milia"], ratio=ratio, bar=False).scaled(
            small, mode=Qt.TransformationMode.SmoothTransformation
        )
        for ratio in (1.0, 2.0)
    )
    assert all(
        distance(lab_at(one, x, y), lab_at(two, x, y)) < 0.04
        for x in range(small.width())
        for y in range(small.height())
    )


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    plan = plan_picture(Scene(SIGNS["milia"], "one"), 240, 160)
    image = picture(SIGNS["milia"], tone=3)
    assert plan.bar
    bottom = range(image.height() - 20, image.height())
    longest = max(sum(image.pixelColor(x, y).lightness() > 190 for x in range(100)) for y in bottom)
    assert longest == pytest.approx(plan.bar.mm * image.width() / plan.width, abs=1.5)


def test_no_scale_bar_where_none_is_wanted() -> None:
    with_bar, without = picture((), tone=3), picture((), tone=3, bar=False)
    corner = [(x, y) for x in range(60) for y in range(130, 160)]
    assert max(with_bar.pixelColor(x, y).lightness() for x, y in corner) > 240
    assert max(without.pixelColor(x, y).lightness() for x, y in corner) < 150


def test_skin_is_not_one_flat_colour() -> None:
    image = paint_plan(Plan(25, 16, None, ()), QSize(120, 80), 2, "one")
    assert len({image.pixel(x, y) for x in range(120) for y in range(80)}) > 200


@pytest.mark.parametrize("tone", [-3, 17])
def test_an_unknown_tone_takes_the_nearest(tone: int) -> None:
    assert picture(SIGNS["milia"], tone=tone) == picture(SIGNS["milia"], tone=0 if tone < 0 else 4)


def test_a_picture_without_room_paints_nothing() -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_skin(painter, QRectF(0, 0, 0, 4), Scene(SIGNS["milia"], "one"), 2)
    painter.end()
    assert image.pixelColor(1, 1).name() == "#000000"


def test_it_prints_at_the_density_of_paper(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "page.pdf"))
    writer.setResolution(1200)
    painter = QPainter(writer)
    paint_skin(painter, QRectF(0, 0, 3600, 2400), Scene(SIGNS["milia"], "one"), 2)
    painter.end()
    assert (tmp_path / "page.pdf").stat().st_size > 10_000
