"""Pictures in words."""

import pytest

from guide.domain.conditions import Lesion, Range
from guide.ui.pictures.words import alt_text
from tests.ui.pictures.samples import SIGNS


def test_a_picture_is_told_in_one_sentence() -> None:
    words = alt_text(SIGNS["milia"])
    assert words == "Drawing: several round, raised, pearly, white bumps, 1 to 2 mm across, scattered."


def test_a_second_kind_of_mark_is_a_second_sentence() -> None:
    assert "Also: a few round, pus-filled, white bumps" in alt_text(SIGNS["acne"])


def test_one_mark_is_told_in_the_singular_and_without_an_arrangement() -> None:
    words = alt_text((Lesion("brown", "flat", Range(4, 4), Range(1, 1)),))
    assert words == "Drawing: one round, flat, brown spot, 4 mm across."


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        ("molluscum", "with a dimple in the middle"),
        ("impetigo", "with a yellow-brown crust"),
        ("toxicum", "on red skin 10 to 30 mm wide"),
        ("alba", "dry and scaly, pale patches"),
        ("herpes", "close together in a group"),
        ("pilaris", "one at each hair"),
    ],
)
def test_what_tells_a_sign_apart_is_said(sign: str, told: str) -> None:
    assert told in alt_text(SIGNS[sign])


def test_skin_without_marks_is_said_to_be_clear() -> None:
    assert alt_text(()) == "Drawing: clear skin."
