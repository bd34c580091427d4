"""Where the marks lie."""

import itertools
import math

import pytest

from guide.domain.conditions import Lesion, Range
from guide.ui.pictures.description import Plan, plan_picture
from tests.ui.pictures.samples import SIGNS

every_sign = pytest.mark.parametrize("sign", SIGNS)
every_size = pytest.mark.parametrize(("width", "height"), [(84, 64), (318, 214), (640, 200)])


def planned(sign: str, width: float = 318, height: float = 214, seed: str = "one") -> Plan:
    return plan_picture(SIGNS[sign], seed, width, height)


@every_sign
@every_size
def test_the_number_of_marks_is_within_the_range(sign: str, width: float, height: float) -> None:
    plan = planned(sign, width, height)
    for lesion in SIGNS[sign]:
        drawn = sum(mark.lesion == lesion for mark in plan.marks)
        assert lesion.count.least <= drawn <= lesion.count.most


@every_sign
def test_every_mark_is_as_large_as_the_data_says(sign: str) -> None:
    for mark in planned(sign).marks:
        assert mark.lesion.size_mm.least <= mark.size <= mark.lesion.size_mm.most


@every_sign
@every_size
def test_no_mark_touches_another(sign: str, width: float, height: float) -> None:
    for one, other in itertools.combinations(planned(sign, width, height).marks, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) > one.reach + other.reach


@every_sign
@every_size
def test_no_mark_lies_under_the_scale_bar_or_beyond_the_edge(sign: str, width: float, height: float) -> None:
    plan = planned(sign, width, height)
    assert plan.bar
    for mark in plan.marks:
        assert plan.bar.distance_to(mark.x, mark.y) > mark.reach
        assert mark.reach < mark.x < plan.width - mark.reach
        assert mark.reach < mark.y < plan.height - mark.reach


@every_sign
def test_the_same_seed_gives_the_same_places(sign: str) -> None:
    assert planned(sign) == planned(sign)


@every_sign
def test_another_seed_gives_other_places(sign: str) -> None:
    assert planned(sign).marks != planned(sign, seed="two").marks


def test_small_bumps_are_shown_on_about_25_mm() -> None:
    assert planned("milia").width == pytest.approx(25, rel=0.15)


def test_large_patches_are_shown_whole() -> None:
    plan = planned("vitiligo")
    assert plan.height > max(mark.size for mark in plan.marks)


def test_a_field_can_be_asked_for() -> None:
    plan = plan_picture(SIGNS["molluscum"], "one", 318, 214, field_mm=60)
    assert plan.width == 60


def test_a_field_too_small_for_the_marks_is_widened() -> None:
    plan = plan_picture(SIGNS["vitiligo"], "one", 318, 214, field_mm=5)
    assert plan.width > 5 and plan.marks


@every_sign
def test_the_scale_bar_is_a_round_number_of_mm_inside_its_corner(sign: str) -> None:
    plan = planned(sign)
    assert plan.bar
    assert plan.bar.mm in (1, 2, 5, 10, 20, 50, 100)
    assert plan.bar.mm < plan.bar.width < plan.width / 2


def test_a_picture_too_small_for_words_has_no_scale_bar() -> None:
    assert plan_picture(SIGNS["milia"], "one", 40, 30).bar is None


def test_clustered_marks_lie_closer_together_than_scattered_ones() -> None:
    def spread(arrangement: str) -> float:
        lesion = Lesion(
            "clear",
            "fluid-filled",
            Range(1, 2),
            Range(8, 8),
            arrangement="clustered" if arrangement == "clustered" else "scattered",
        )
        marks = plan_picture((lesion,), "one", 318, 214).marks
        return max(math.hypot(a.x - b.x, a.y - b.y) for a, b in itertools.combinations(marks, 2))

    assert spread("clustered") < 0.75 * spread("scattered")


def test_an_outline_encloses_as_much_as_a_circle_of_the_marks_diameter() -> None:
    for mark in planned("vitiligo").marks:
        assert sum(radius**2 for radius in mark.outline) / len(mark.outline) == pytest.approx(1)
