"""What tells look-alikes apart stays in the shipped pictures, and the words for it are explained."""

import re
from dataclasses import replace
from typing import Any, get_args

import pytest

from guide.domain import lesions
from guide.domain.lesions import Lesion, Stage
from tests.content.test_shipped_pack import SHIPPED, shipped_pack

VOCABULARY = {
    "colour": lesions.Colour,
    "elevation": lesions.Elevation,
    "edge": lesions.Edge,
    "shape": lesions.Shape,
    "arrangement": lesions.Arrangement,
    "surface": lesions.Surface,
    "crust": lesions.Crust,
}


def stages(condition: str) -> tuple[Stage, ...]:
    return shipped_pack().condition[condition].appearance.stages


def marks(condition: str) -> list[Lesion]:
    return [lesion for stage in stages(condition) for lesion in stage.lesions]


@pytest.mark.parametrize(("key", "words"), VOCABULARY.items())
def test_every_word_for_a_look_is_in_the_guide_for_authors(key: str, words: Any) -> None:
    guide = (SHIPPED / "README.md").read_text("utf-8")
    (row,) = re.findall(rf"(?m)^\| `{key}` \| (.*) \|$", guide)
    assert re.findall(r"[\w-]+", row.partition(" (left out")[0]) == list(get_args(words))


@pytest.mark.parametrize("condition", ["epstein-pearls", "oral-thrush"])
def test_what_is_in_the_mouth_is_drawn_in_the_mouth(condition: str) -> None:
    assert {(stage.skin.kind, stage.places) for stage in stages(condition)} == {("mouth", ("mouth",))}


def test_albinism_is_pale_all_over_and_no_patch() -> None:
    assert [stage.skin.pale_all_over for stage in stages("albinism")] == [True]
    assert marks("albinism") == []


def test_no_other_page_is_pale_all_over() -> None:
    drawn = {
        condition.id
        for condition in shipped_pack().conditions
        if any(stage.skin.pale_all_over for stage in condition.appearance.stages)
    }
    assert drawn == {"albinism"}


@pytest.mark.parametrize(
    "condition", ["miliaria-crystallina", "transient-neonatal-pustular-melanosis", "milia", "epstein-pearls"]
)
def test_marks_with_no_red_around_have_none(condition: str) -> None:
    assert all(lesion.halo is None for lesion in marks(condition))
    assert {stage.skin.flush for stage in stages(condition)} == {"none"}


def test_blotch_of_newborn_rash_is_1_to_3_cm_and_the_rim_of_heat_rash_is_thin() -> None:
    blotches = [lesion.halo for lesion in marks("erythema-toxicum-neonatorum") if lesion.halo]
    assert all(halo.size_mm.least >= 10 and halo.size_mm.most <= 30 for halo in blotches)
    rims = [lesion for lesion in marks("miliaria-rubra") if lesion.halo]
    assert rims
    assert all(lesion.halo and lesion.halo.size_mm.most <= lesion.size_mm.most + 4 for lesion in rims)


def test_blisters_of_newborn_herpes_lie_in_one_tight_group() -> None:
    assert {lesion.arrangement for lesion in marks("neonatal-herpes-simplex")} == {"clustered"}
    assert all(lesion.size_mm.most <= 3 for lesion in marks("neonatal-herpes-simplex"))


def test_honey_crusts_are_of_infections_only() -> None:
    honey = {c.id for c in shipped_pack().conditions if any(m.crust == "honey" for m in marks(c.id))}
    assert honey == {"impetigo-bullous-impetigo", "neonatal-herpes-simplex"}


def test_only_molluscum_has_a_dimple() -> None:
    dimpled = {c.id for c in shipped_pack().conditions if any(m.dimple for m in marks(c.id))}
    assert dimpled == {"molluscum"}


def test_chalk_white_is_kept_for_skin_without_any_colour() -> None:
    white = {c.id for c in shipped_pack().conditions if any(m.colour == "depigmented" for m in marks(c.id))}
    assert white == {"vitiligo", "piebaldism", "idiopathic-guttate-hypomelanosis"}


def test_ash_leaf_picture_shows_three_or_more_of_5_mm() -> None:
    usual = stages("hypomelanotic-macules-tsc")[0].lesions
    assert sum(lesion.count.least for lesion in usual) >= 3
    assert all(lesion.size_mm.least >= 5 for lesion in usual)


def test_pale_patch_without_blood_is_seen_best_where_the_skin_around_is_red() -> None:
    calm, flushed = stages("naevus-anaemicus")
    assert (calm.skin.flush, flushed.skin.flush) == ("none", "red")
    assert {lesion.colour for lesion in calm.lesions} == {"slightly-pale"}
    assert calm.lesions == tuple(replace(lesion, colour="slightly-pale") for lesion in flushed.lesions)


def test_area_of_nappy_thrush_leaves_room_for_its_satellites() -> None:
    area, *around = marks("candidal-diaper-dermatitis")
    assert area.size_mm.most <= 25
    assert {lesion.arrangement for lesion in around} == {"satellites"}
    assert all(lesion.size_mm.most <= 3 for lesion in around)
