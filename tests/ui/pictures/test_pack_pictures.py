"""Every picture of the shipped pack: true to its data, seen on every skin, and not to be mistaken."""

import math
from collections.abc import Iterator
from functools import cache
from statistics import mean, pstdev

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from guide.content.loader import load_pack
from guide.domain.conditions import Condition, Urgency
from guide.domain.lesions import Stage
from guide.domain.pack import ContentPack
from guide.paths import resources_folder
from guide.ui.pictures.colour.colours import TONES, Lab, distance
from guide.ui.pictures.painter import paint_plan
from guide.ui.pictures.plans.description import plan_picture
from guide.ui.pictures.plans.plan import Mark, Plan
from guide.ui.pictures.plans.scene import Scene, View, scene_of
from tests.ui.pictures.samples import lab_at, pixels_near, with_and_without
from tests.ui.pictures.test_painter import visible

pytestmark = pytest.mark.usefixtures("qapp")


@cache
def shipped() -> ContentPack:
    return load_pack(resources_folder() / "content")


def every_stage() -> Iterator[tuple[Condition, Stage]]:
    for condition in shipped().conditions:
        for stage in condition.appearance.stages:
            yield condition, stage


def name_of(value: object) -> str:
    return value.id if isinstance(value, Condition | Stage) else str(value)


def planned(scene: Scene) -> Plan:
    return plan_picture(scene, 318, 214)


each_stage = pytest.mark.parametrize(("condition", "stage"), list(every_stage()), ids=name_of)


@each_stage
@pytest.mark.parametrize("view", ["close", "arm"])
def test_numbers_and_sizes_are_those_of_the_data(condition: Condition, stage: Stage, view: View) -> None:
    plan = planned(scene_of(condition, stage, view))
    for lesion in stage.lesions:
        sizes = [mark.size for mark in plan.marks if mark.lesion == lesion]
        assert lesion.count.least <= len(sizes)
        assert view == "arm" or len(sizes) <= lesion.count.most
        assert all(lesion.size_mm.least <= size <= lesion.size_mm.most for size in sizes)


@each_stage
@pytest.mark.parametrize("view", ["close", "arm"])
@pytest.mark.parametrize("shape", [(84, 64), (318, 214), (700, 300)])
def test_the_scale_covers_no_mark(
    condition: Condition, stage: Stage, view: View, shape: tuple[int, int]
) -> None:
    plan = plan_picture(scene_of(condition, stage, view), *shape)
    assert plan.bar
    assert all(plan.bar.distance_to(mark.x, mark.y) >= mark.reach for mark in plan.marks)


# What is meant to be hardly seen: parents are told so in words, and shown the stage in which it is seen.
HARDLY_SEEN = 0.02


@each_stage
@pytest.mark.parametrize("tone", range(len(TONES)))
def test_every_sign_is_seen_on_every_skin(condition: Condition, stage: Stage, tone: int) -> None:
    scene = scene_of(condition, stage)
    plan = planned(scene)
    image, bare = with_and_without(plan, tone, 200)
    for lesion in stage.lesions:
        first = next(mark for mark in plan.marks if mark.lesion == lesion)
        assert visible(image, bare, plan, first) > HARDLY_SEEN


def dangerous_pairs() -> Iterator[tuple[Condition, Condition]]:
    """What may wait at home, and what is mixed up with it and may not."""
    pack = shipped()
    for harmless in pack.conditions:
        for alike in harmless.look_alikes:
            other = pack.condition[alike.id]
            if harmless.urgency is Urgency.HOME and other.urgency in (Urgency.EMERGENCY, Urgency.SAME_DAY):
                yield harmless, other


class Impression:
    """What an eye takes from a picture: the marks' colour, the skin round them, gloss, size, crowding."""

    def __init__(self, condition: Condition, tone: int) -> None:
        self.plan = planned(scene_of(condition))
        self.image, self.bare = with_and_without(self.plan, tone, 240)
        largest = sorted(self.plan.marks, key=lambda mark: -mark.size)[:5]
        self.inside = self._colour(largest, 0.0, 0.45)
        self.around = self._colour(largest, 1.15, 1.7)
        self.gloss = mean(self._unevenness(mark) for mark in largest)
        self.size = math.log(mean(mark.size for mark in largest))
        self.crowding = math.log(1 + len(self.plan.marks))

    def unlike(self, other: "Impression") -> float:
        """In steps an eye can just tell."""
        return (
            (distance(self.inside, other.inside) + distance(self.around, other.around)) / 0.02
            + abs(self.gloss - other.gloss) / 0.015
            + abs(self.size - other.size) / 0.3
            + abs(self.crowding - other.crowding) / 0.4
        )

    def _colour(self, marks: list[Mark], inner: float, outer: float) -> Lab:
        """How it differs from the bare skin, between two distances from the middle in radii."""
        found = [
            (lab_at(self.image, *at), lab_at(self.bare, *at))
            for mark in marks
            for at in self._ring(mark, inner, outer)
        ]
        return Lab(*(mean(one[part] - two[part] for one, two in found) for part in range(3)))

    def _ring(self, mark: Mark, inner: float, outer: float) -> list[tuple[int, int]]:
        scale, radius = self.image.width() / self.plan.width, mark.size / 2
        near = pixels_near(self.image, self.plan, mark, outer * radius)
        return [
            (x, y) for x, y in near if math.hypot(x / scale - mark.x, y / scale - mark.y) >= inner * radius
        ] or near

    def _unevenness(self, mark: Mark) -> float:
        inside = self._ring(mark, 0.0, 0.9)
        return pstdev(lab_at(self.image, *at).light - lab_at(self.bare, *at).light for at in inside)


@pytest.mark.parametrize("tone", [0, 2, 4])
@pytest.mark.parametrize(("harmless", "dangerous"), list(dangerous_pairs()), ids=name_of)
def test_a_dangerous_look_alike_looks_unlike(harmless: Condition, dangerous: Condition, tone: int) -> None:
    assert Impression(harmless, tone).unlike(Impression(dangerous, tone)) > 3


def test_the_same_seed_gives_the_same_picture_of_each_condition() -> None:
    for condition in shipped().conditions:
        plan, again = (plan_picture(scene_of(condition), 160, 110) for _ in range(2))
        assert plan == again
        assert paint_plan(plan, QSize(160, 110), 2, "one") == paint_plan(again, QSize(160, 110), 2, "one")


def test_conditions_do_not_share_a_picture() -> None:
    seen: dict[bytes, str] = {}
    for condition in shipped().conditions:
        picture = paint_plan(plan_picture(scene_of(condition), 84, 64), QSize(84, 64), 2, condition.id)
        drawn = bytes(picture.convertToFormat(QImage.Format.Format_RGB32).constBits())
        assert seen.setdefault(drawn, condition.id) == condition.id
