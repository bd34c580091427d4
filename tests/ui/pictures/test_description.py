"""Where the marks lie."""

import itertools
import math
import subprocess
import sys
from statistics import linear_regression, mean, pstdev

import pytest

from guide.domain.lesions import Arrangement, Lesion, Range
from guide.ui.pictures.plans.description import plan_picture
from guide.ui.pictures.plans.outlines import extent
from guide.ui.pictures.plans.plan import Mark, Plan
from guide.ui.pictures.plans.scene import Scene
from tests.ui.pictures.samples import SIGNS

every_sign = pytest.mark.parametrize("sign", SIGNS)
every_size = pytest.mark.parametrize(("width", "height"), [(84, 64), (318, 214), (640, 200)])


def apart(one: Mark, other: Mark) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)


def planned(sign: str, width: float = 318, height: float = 214, seed: str = "one") -> Plan:
    return plan_picture(Scene(SIGNS[sign], seed), width, height)


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
def test_no_mark_is_longer_than_the_data_says(sign: str) -> None:
    """Uneven ones neither; where the range is narrow, the edge may lie a tenth outside."""
    for mark in planned(sign).marks:
        assert mark.size * extent(mark.outline) <= 1.1 * mark.lesion.size_mm.most


@every_sign
@every_size
def test_no_mark_touches_another(sign: str, width: float, height: float) -> None:
    for one, other in itertools.combinations(planned(sign, width, height).marks, 2):
        if one.lesion.arrangement != "joined":
            assert apart(one, other) > one.reach + other.reach


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
    plan = plan_picture(Scene(SIGNS["molluscum"], "one", field_mm=60), 318, 214)
    assert plan.width == 60


def test_a_field_too_small_for_the_marks_is_widened() -> None:
    plan = plan_picture(Scene(SIGNS["vitiligo"], "one", field_mm=5), 318, 214)
    assert plan.width > 5 and plan.marks


@every_sign
def test_the_scale_bar_is_a_round_number_of_mm_inside_its_corner(sign: str) -> None:
    plan = planned(sign)
    assert plan.bar
    assert plan.bar.mm in (1, 2, 5, 10, 20, 50, 100)
    assert plan.bar.mm < plan.bar.width < plan.width / 2


def test_a_picture_too_small_for_words_has_no_scale_bar() -> None:
    assert plan_picture(Scene(SIGNS["milia"], "one"), 40, 30).bar is None


def test_clustered_marks_lie_closer_together_than_scattered_ones() -> None:
    def spread(arrangement: str) -> float:
        lesion = Lesion(
            "clear",
            "fluid-filled",
            Range(1, 2),
            Range(8, 8),
            arrangement="clustered" if arrangement == "clustered" else "scattered",
        )
        marks = plan_picture(Scene((lesion,), "one"), 318, 214).marks
        return max(apart(one, other) for one, other in itertools.combinations(marks, 2))

    assert spread("clustered") < 0.75 * spread("scattered")


def test_an_outline_encloses_as_much_as_a_circle_of_the_marks_diameter() -> None:
    for mark in planned("vitiligo").marks:
        assert sum(radius**2 for radius in mark.outline) / len(mark.outline) == pytest.approx(1)


def test_joined_marks_run_into_each_other_but_hide_none() -> None:
    marks = planned("eczema").marks
    for mark in marks:
        nearest = min(apart(mark, other) / (mark.reach + other.reach) for other in marks if other is not mark)
        assert 0.3 <= nearest <= 0.6


def test_satellites_lie_round_the_large_mark() -> None:
    sun, *others = planned("candida").marks
    assert len(others) >= 6
    assert all(sun.reach < apart(sun, mark) < sun.reach + 0.6 * planned("candida").width for mark in others)


def test_marks_of_a_fold_lie_along_its_crease() -> None:
    plan = planned("fold")
    assert plan.crease
    for mark in plan.marks:
        assert min(math.hypot(mark.x - x, mark.y - y) for x, y in plan.crease) < 0.4 * plan.height


def test_skin_without_a_fold_has_no_crease() -> None:
    assert planned("milia").crease == ()


def test_marks_in_a_line_lie_in_a_narrow_band() -> None:
    """The best straight line through them leaves less than a quarter of the picture's height."""
    plan = planned("striatus")
    slope, height = linear_regression([mark.x for mark in plan.marks], [mark.y for mark in plan.marks])
    aside = [abs(mark.y - height - slope * mark.x) for mark in plan.marks]
    assert sorted(aside)[int(0.8 * len(aside))] < plan.height / 4


def test_marks_at_hairs_are_evenly_spaced() -> None:
    marks = planned("pilaris").marks
    nearest = [min(apart(mark, other) for other in marks if other is not mark) for mark in marks]
    assert pstdev(nearest) < 0.35 * mean(nearest)


def test_confetti_is_unevenly_spaced() -> None:
    marks = planned("confetti").marks
    nearest = [min(apart(mark, other) for other in marks if other is not mark) for mark in marks]
    assert pstdev(nearest) > 0.2 * mean(nearest)


def test_leaves_are_longer_than_wide_and_pointed_at_one_end() -> None:
    for mark in planned("ash-leaf").marks:
        half = len(mark.outline) // 2
        lengths = [mark.outline[at] + mark.outline[at + half] for at in range(half)]
        assert max(lengths) > 1.6 * min(lengths)


@every_sign
def test_from_arms_length_a_hands_breadth_of_skin_is_seen(sign: str) -> None:
    close, arm = planned(sign), plan_picture(Scene(SIGNS[sign], "one", view="arm"), 318, 214)
    assert arm.width >= max(100, 1.5 * close.width)


@every_sign
def test_from_arms_length_the_marks_keep_their_size(sign: str) -> None:
    for mark in plan_picture(Scene(SIGNS[sign], "one", view="arm"), 318, 214).marks:
        assert mark.lesion.size_mm.least <= mark.size <= mark.lesion.size_mm.most


def test_a_widespread_rash_shows_more_marks_from_arms_length() -> None:
    arm = plan_picture(Scene(SIGNS["rubra"], "one", view="arm"), 318, 214)
    assert len(arm.marks) > len(planned("rubra").marks)


@every_sign
@pytest.mark.parametrize("field", [8.0, 60.0, 200.0])
def test_true_to_size_the_field_is_exactly_what_is_asked_for(sign: str, field: float) -> None:
    plan = plan_picture(Scene(SIGNS[sign], "one", view="true", field_mm=field), 318, 214)
    assert plan.width == field
    assert plan.marks
    for mark in plan.marks:
        assert mark.lesion.size_mm.least <= mark.size <= mark.lesion.size_mm.most
        assert plan.bar is None or plan.bar.distance_to(mark.x, mark.y) >= 0.99 * mark.reach


def test_it_is_decided_without_qt() -> None:
    """So that a picture can be described where there is no screen."""
    told = "import sys; sys.modules['PySide6'] = None; import guide.ui.pictures.plans.description"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0


def test_true_to_size_the_largest_mark_is_always_seen() -> None:
    """Its satellites alone would look like another condition."""
    sun = Lesion("pale", "flat", Range(15, 60), Range(1, 1), "jagged", shape="irregular")
    around = Lesion("pale", "flat", Range(2, 6), Range(4, 6), "jagged", "satellites", shape="irregular")
    for field in (10.0, 40.0, 80.0):
        scene = Scene((sun, around), "one", view="true", field_mm=field)
        assert sun in {mark.lesion for mark in plan_picture(scene, 294, 198).marks}


@pytest.mark.parametrize("first", ["joined", "clustered", "fold", "scattered"])
def test_any_two_kinds_find_room(first: Arrangement) -> None:
    kinds = (
        Lesion("red", "flat", Range(4, 12), Range(3, 6), arrangement=first),
        Lesion("pale", "flat", Range(5, 10), Range(3, 6), arrangement="joined"),
    )
    plan = plan_picture(Scene(kinds, "one"), 318, 214)
    for kind in kinds:
        assert sum(mark.lesion == kind for mark in plan.marks) >= 3


def test_two_kinds_alike_in_everything_are_both_drawn() -> None:
    twins = (
        Lesion("pale", "flat", Range(3, 5), Range(3, 3)),
        Lesion("pale", "flat", Range(3, 5), Range(3, 3)),
    )
    assert len(plan_picture(Scene(twins, "one"), 318, 214).marks) == 6
