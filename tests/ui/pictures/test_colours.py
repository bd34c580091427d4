"""Colour arithmetic and the skin tones."""

import pytest

from guide.ui.pictures.colours import (
    MONK_TONES,
    TONES,
    distance,
    erythema,
    lab_of,
    mark_colour,
    mix,
    rgb_of,
    skin_colour,
)

every_tone = pytest.mark.parametrize("tone", range(len(TONES)))


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


@every_tone
def test_the_skin_drawn_stays_near_its_published_tone(tone: int) -> None:
    assert distance(skin_colour(tone), lab_of(TONES[tone])) < 0.05


@every_tone
def test_reddened_skin_is_redder_and_never_lighter(tone: int) -> None:
    skin = skin_colour(tone)
    assert erythema(skin).red > skin.red + 0.02
    assert erythema(skin).light < skin.light


def test_reddened_black_skin_turns_to_violet_and_not_to_orange() -> None:
    skin = skin_colour(4)
    assert erythema(skin).yellow < skin.yellow
    assert erythema(skin_colour(0)).yellow > skin_colour(0).yellow


@every_tone
def test_pale_patches_keep_their_contrast(tone: int) -> None:
    skin = skin_colour(tone)
    assert mark_colour("pale", skin).light > skin.light + 0.04


def test_white_on_black_skin_is_softened() -> None:
    assert mark_colour("white", skin_colour(4)).light < 0.9 < mark_colour("white", skin_colour(0)).light
