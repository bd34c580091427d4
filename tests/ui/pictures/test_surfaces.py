"""What lies on top of marks, as seen in the finished pictures."""

import math
from dataclasses import replace
from statistics import mean

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from guide.domain.lesions import USUAL_SKIN, Lesion, Range, Skin
from guide.ui.pictures.colour.colours import TONES, Lab
from guide.ui.pictures.marks.surfaces import surface_rise
from guide.ui.pictures.painter import paint_plan
from guide.ui.pictures.plans.description import plan_picture
from guide.ui.pictures.plans.plan import Mark, Plan
from guide.ui.pictures.plans.scene import Scene
from tests.ui.pictures.samples import lab_at, pixels_near

pytestmark = pytest.mark.usefixtures("qapp")

ONE = Range(1, 1)
SCALY = Lesion("pale", "flat", Range(12, 14), ONE, "soft", surface="scaly")
SILVERY = Lesion("red", "flat-topped", Range(10, 12), ONE, surface="silvery")
GREASY = Lesion("yellow", "flat-topped", Range(10, 12), ONE, surface="greasy")
COLLAR = Lesion("brown", "flat", Range(4, 5), ONE, surface="collarette")
PEELING = Lesion("red", "flat", Range(10, 12), ONE, surface="peeling", shape="irregular")
PLUGGED = Lesion("red", "raised", Range(1.4, 1.6), ONE, surface="rough")
THICKENED = Lesion("red", "flat-topped", Range(12, 14), ONE, surface="rough")
WARTY = Lesion("skin", "raised", Range(5, 7), ONE, surface="warty")
HONEY = Lesion("yellow", "raised", Range(8, 9), ONE, surface="rough", crust="honey")
SCAB = Lesion("red", "raised", Range(4, 5), ONE, surface="rough", crust="dark")
CURD = Lesion("white", "raised", Range(8, 9), ONE, surface="rough")
RING = Lesion("red", "raised", Range(18, 20), ONE, surface="scaly", shape="ring")
MOUTH = Skin("mouth")
COVERED = {
    "scaly": (SCALY, USUAL_SKIN),
    "silvery": (SILVERY, USUAL_SKIN),
    "greasy": (GREASY, USUAL_SKIN),
    "collarette": (COLLAR, USUAL_SKIN),
    "peeling": (PEELING, USUAL_SKIN),
    "plugged": (PLUGGED, USUAL_SKIN),
    "thickened": (THICKENED, USUAL_SKIN),
    "warty": (WARTY, USUAL_SKIN),
    "honey": (HONEY, USUAL_SKIN),
    "scab": (SCAB, USUAL_SKIN),
    "curd": (CURD, MOUTH),
    "ring": (RING, USUAL_SKIN),
}
# A mirrored lamp or a finer step of the heights moves a pixel by this much; scale moves it more.
HARDLY = 4


def planned(lesion: Lesion, skin: Skin = USUAL_SKIN) -> tuple[Plan, Mark]:
    plan = plan_picture(Scene((lesion,), "one", skin), 300, 200, scale_bar=False)
    return plan, plan.marks[0]


def bared(plan: Plan) -> Plan:
    """The same marks with nothing on them."""
    marks = (replace(at, lesion=replace(at.lesion, surface="smooth", crust="none")) for at in plan.marks)
    return replace(plan, marks=tuple(marks))


def painted(plan: Plan, tone: float = 2, width: int = 300) -> QImage:
    return paint_plan(plan, QSize(width, round(width * plan.height / plan.width)), tone, "one")


def differ(one: QColor, two: QColor) -> bool:
    parts = (one.red() - two.red(), one.green() - two.green(), one.blue() - two.blue())
    return max(map(abs, parts)) > HARDLY


def changed(plan: Plan, width: int = 300) -> list[tuple[int, int]]:
    """The pixels that what lies on the marks has changed."""
    one, two = painted(plan, width=width), painted(bared(plan), width=width)
    pixels = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return [at for at in pixels if differ(one.pixelColor(*at), two.pixelColor(*at))]


def away(pixel: tuple[int, int], mark: Mark, plan: Plan, width: int = 300) -> float:
    """How far a pixel is from the mark's middle, in mm."""
    scale = width / plan.width
    return math.hypot((pixel[0] + 0.5) / scale - mark.x, (pixel[1] + 0.5) / scale - mark.y)


def labs_on(lesion: Lesion, tone: float, share: float, bare: bool = False) -> list[Lab]:
    plan, mark = planned(lesion)
    image = painted(bared(plan) if bare else plan, tone)
    return [lab_at(image, *at) for at in pixels_near(image, plan, mark, share * mark.size / 2)]


@pytest.mark.parametrize("cover", COVERED)
def test_what_lies_on_a_mark_is_seen_on_it_and_nowhere_else(cover: str) -> None:
    plan, mark = planned(*COVERED[cover])
    found = changed(plan)
    assert len(found) > 0.05 * math.pi * (mark.size / 2 * 300 / plan.width) ** 2
    assert max(away(pixel, mark, plan) for pixel in found) < mark.reach + 1.0


@pytest.mark.parametrize("cover", COVERED)
def test_it_is_still_seen_in_a_thumbnail(cover: str) -> None:
    plan, _ = planned(*COVERED[cover])
    assert len(changed(plan, width=84)) >= 3


@pytest.mark.parametrize("cover", COVERED)
def test_the_same_seed_gives_the_same_surface(cover: str) -> None:
    plan, _ = planned(*COVERED[cover])
    assert painted(plan) == painted(plan)


@pytest.mark.parametrize("cover", COVERED)
def test_another_grain_gives_another_surface(cover: str) -> None:
    plan, mark = planned(*COVERED[cover])
    other = replace(plan, marks=(replace(mark, grain=mark.grain + 1),))
    assert painted(plan) != painted(other)


@pytest.mark.parametrize("cover", COVERED)
def test_room_is_left_above_every_mark_for_what_lies_on_it(cover: str) -> None:
    plan, mark = planned(*COVERED[cover])
    assert surface_rise(mark, plan) > 0
    assert surface_rise(bared(plan).marks[0], plan) == 0


def test_the_scale_of_a_ring_lies_on_its_rim() -> None:
    plan, mark = planned(RING)
    shares = [2 * away(pixel, mark, plan) / mark.size for pixel in changed(plan)]
    assert mean(0.55 < share < 1.08 for share in shares) > 0.97


def test_a_collarette_leaves_the_middle_smooth() -> None:
    plan, mark = planned(COLLAR)
    assert min(away(pixel, mark, plan) for pixel in changed(plan)) > 0.6 * mark.size / 2


@pytest.mark.parametrize("tone", range(len(TONES)))
@pytest.mark.parametrize("lesion", [SCALY, SILVERY], ids=["scaly", "silvery"])
def test_scale_is_lighter_than_its_mark(lesion: Lesion, tone: int) -> None:
    flakes, bare = (
        mean(sorted(lab.light for lab in labs_on(lesion, tone, 0.7, bare))[-400:]) for bare in (False, True)
    )
    assert flakes > bare + 0.008


@pytest.mark.parametrize("lesion", [SCALY, SILVERY, GREASY, COLLAR, PEELING])
def test_scale_never_glares_on_the_darkest_skin(lesion: Lesion) -> None:
    assert max(lab.light for lab in labs_on(lesion, 4, 1.0)) < 0.86


@pytest.mark.parametrize("tone", range(len(TONES)))
def test_honey_is_yellower_and_lighter_than_a_dark_scab(tone: int) -> None:
    honey, scab = labs_on(HONEY, tone, 0.6), labs_on(replace(HONEY, crust="dark"), tone, 0.35)
    assert mean(lab.yellow for lab in honey) > mean(lab.yellow for lab in scab) + 0.04
    assert mean(lab.light for lab in honey) > mean(lab.light for lab in scab) + 0.1


@pytest.mark.parametrize("grain", range(6))
def test_a_scab_is_smaller_than_its_mark_and_not_in_its_middle(grain: int) -> None:
    plan, mark = planned(SCAB)
    mark = replace(mark, grain=grain)
    image = painted(replace(plan, marks=(mark,)), 0)
    dark = [at for at in pixels_near(image, plan, mark, mark.reach) if lab_at(image, *at).light < 0.45]
    scale = image.width() / plan.width
    assert 0.42 * mark.size < 2 * math.sqrt(len(dark) / math.pi) / scale < 0.72 * mark.size
    middle = mean(x for x, _ in dark) / scale - mark.x, mean(y for _, y in dark) / scale - mark.y
    assert math.hypot(*middle) > 0.01 * mark.size


def test_roughness_on_white_is_curd_only_in_the_mouth() -> None:
    """Elsewhere it is thickened skin, and that is not as uneven."""
    plan, mark = planned(CURD, MOUTH)
    assert surface_rise(mark, plan) > surface_rise(mark, replace(plan, skin=USUAL_SKIN))
