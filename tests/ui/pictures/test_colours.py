"""Colour arithmetic, the skin tones, and what each mark looks like on them."""

import math
from itertools import pairwise
from typing import get_args

import pytest

from guide.domain.lesions import Colour, Skin
from guide.ui.pictures.colour.colours import (
    MONK_TONES,
    TONES,
    Lab,
    bare_skin,
    darkness,
    distance,
    erythema,
    lab_of,
    mark_colour,
    mix,
    rgb_of,
    skin_colour,
)

COLOURS: tuple[Colour, ...] = get_args(Colour)
EVERY_TONE = [step / 4 for step in range(4 * len(TONES) - 3)]
every_tone = pytest.mark.parametrize("tone", EVERY_TONE)


def hue(colour: Lab) -> float:
    """In degrees: 0 is red, 90 yellow, below 0 violet."""
    return math.degrees(math.atan2(colour.yellow, colour.red))


@pytest.mark.parametrize("code", ["#000000", "#ffffff", "#c81e4b", "#3a312a", "#0080ff"])
def test_a_colour_goes_to_oklab_and_back_unchanged(code: str) -> None:
    assert "#{:02x}{:02x}{:02x}".format(*rgb_of(lab_of(code))) == code


def test_white_is_as_light_as_can_be_and_has_no_hue() -> None:
    assert lab_of("#ffffff") == pytest.approx((1, 0, 0), abs=1e-3)


def test_half_of_two_colours_is_as_far_from_both() -> None:
    one, two = lab_of("#c81e4b"), lab_of("#3a312a")
    half = mix(one, two, 0.5)
    assert distance(one, half) == pytest.approx(distance(two, half))


def test_the_five_tones_are_published_ones_from_light_to_dark() -> None:
    lights = [lab_of(code).light for code in TONES]
    assert len(TONES) == 5 and set(TONES) <= set(MONK_TONES.values())
    assert lights == sorted(lights, reverse=True)


@pytest.mark.parametrize("tone", range(len(TONES)))
def test_the_skin_drawn_stays_near_its_published_tone(tone: int) -> None:
    assert distance(skin_colour(tone), lab_of(TONES[tone])) < 0.035


@every_tone
def test_skin_is_warm_and_never_grey_or_green(tone: float) -> None:
    skin = skin_colour(tone)
    assert math.hypot(skin.red, skin.yellow) > 0.025
    assert 30 < hue(skin) < 75


def test_between_two_tones_skin_gets_darker_without_a_jump() -> None:
    skins = [skin_colour(step / 10) for step in range(41)]
    assert all(0 < one.light - two.light < 0.025 for one, two in pairwise(skins))
    assert all(0 <= darkness(skin) <= 1 for skin in skins)


@pytest.mark.parametrize("colour", COLOURS)
def test_a_mark_s_colour_never_jumps_between_two_tones(colour: Colour) -> None:
    marks = [mark_colour(colour, skin_colour(step / 10)) for step in range(41)]
    assert all(distance(one, two) < 0.03 for one, two in pairwise(marks))


@every_tone
@pytest.mark.parametrize(("colour", "least"), [("pink", 0.035), ("red", 0.055), ("bright-red", 0.075)])
def test_reddened_skin_is_told_from_the_skin_on_every_tone(colour: Colour, least: float, tone: float) -> None:
    skin = skin_colour(tone)
    assert distance(mark_colour(colour, skin), skin) >= least


@every_tone
def test_reddened_skin_is_redder_and_darker(tone: float) -> None:
    skin = skin_colour(tone)
    assert erythema(skin).red > skin.red + 0.015
    assert erythema(skin).light < skin.light - 0.04


def test_redness_turns_from_rose_to_violet_brown_as_skin_darkens() -> None:
    reds = [erythema(skin_colour(tone)) for tone in range(5)]
    assert hue(reds[0]) > 15 and hue(reds[4]) < min(14, hue(skin_colour(4)) - 30)
    assert erythema(skin_colour(0)).yellow > skin_colour(0).yellow
    assert math.hypot(reds[4].red, reds[4].yellow) < 0.6 * math.hypot(reds[0].red, reds[0].yellow)


@every_tone
def test_redness_is_never_orange(tone: float) -> None:
    skin = skin_colour(tone)
    assert hue(erythema(skin)) < 45 and hue(mark_colour("bright-red", skin)) < hue(skin)


@every_tone
def test_pale_patches_keep_their_contrast_and_are_never_white(tone: float) -> None:
    skin = skin_colour(tone)
    assert 0.035 < mark_colour("pale", skin).light - skin.light < 0.15


def test_pale_patches_stand_out_more_where_there_is_more_to_lose() -> None:
    gaps = [distance(mark_colour("pale", skin_colour(tone)), skin_colour(tone)) for tone in EVERY_TONE]
    assert gaps == sorted(gaps)


@pytest.mark.parametrize("colour", ["white", "depigmented", "yellow"])
def test_bright_marks_do_not_glare_on_black_skin(colour: Colour) -> None:
    on_black, on_light = (mark_colour(colour, skin_colour(tone)) for tone in (4, 0))
    assert on_black.light <= 0.90 < on_light.light


@every_tone
def test_depigmented_skin_is_far_paler_than_hypopigmented_skin(tone: float) -> None:
    skin = skin_colour(tone)
    pale, milky = mark_colour("pale", skin), mark_colour("depigmented", skin)
    assert milky.light - pale.light > 0.01 + 0.15 * darkness(skin)


def test_white_on_black_skin_is_not_yellowish_as_on_light_skin() -> None:
    assert mark_colour("white", skin_colour(4)).yellow <= 0 < mark_colour("white", skin_colour(0)).yellow


@every_tone
@pytest.mark.parametrize("colour", ["brown", "blue-grey", "purple"])
def test_dark_marks_are_darker_than_the_skin_on_every_tone(colour: Colour, tone: float) -> None:
    skin = skin_colour(tone)
    assert mark_colour(colour, skin).light < skin.light - 0.06
    assert distance(mark_colour(colour, skin), skin) > 0.08


@every_tone
def test_bruises_birthmarks_and_redness_are_not_mixed_up(tone: float) -> None:
    """Blood outside its vessels, melanin deep in the skin, and reddened skin mean different things."""
    skin = skin_colour(tone)
    red, purple, slate = (mark_colour(colour, skin) for colour in ("red", "purple", "blue-grey"))
    assert min(distance(red, purple), distance(purple, slate), distance(red, slate)) > 0.05


@every_tone
def test_the_palm_is_paler_and_the_mouth_redder_than_the_skin(tone: float) -> None:
    skin = skin_colour(tone)
    palm, mouth = bare_skin(tone, Skin("palm")), bare_skin(tone, Skin("mouth"))
    assert palm.light - skin.light > -0.03 + 0.2 * darkness(skin)
    assert palm.red > skin.red
    assert mouth.red > skin.red + 0.03 and hue(mouth) < 35


@every_tone
def test_skin_flushed_red_is_redder_than_skin_flushed_pink(tone: float) -> None:
    none, pink, red = (bare_skin(tone, skin) for skin in (Skin(), Skin(flush="pink"), Skin(flush="red")))
    assert none.red < pink.red < red.red and none.light > pink.light > red.light


def test_skin_without_its_colour_is_nearly_the_same_in_every_family() -> None:
    """In a black family it is cream rather than paper, and far from the family's own."""
    light, dark = (bare_skin(tone, Skin(pale_all_over=True)) for tone in (0, 4))
    assert 0.05 < distance(light, dark) < 0.12
    assert dark.light > skin_colour(4).light + 0.4
