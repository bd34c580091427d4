"""Where a condition is seen."""

from guide.domain.conditions import Frequency
from guide.domain.lesions import Lesion, Range, Stage
from guide.domain.places import Places, places_of
from tests.domain.small_pack import condition

DOTS = (Lesion("white", "raised", Range(1, 2), Range(3, 6)),)
OFTEN = {
    "face": Frequency.USUAL,
    "back": Frequency.SOMETIMES,
    "arms": Frequency.RARE,
    "legs": Frequency.NEVER,
    "scalp": Frequency.ALWAYS,
}
MILIA = condition("milia", "white", findings={"place": OFTEN})


def test_always_and_usual_are_usual_and_sometimes_is_sometimes() -> None:
    assert places_of(MILIA) == Places(("face", "scalp"), ("back",))


def test_what_is_rare_or_never_seen_is_left_out() -> None:
    places = places_of(MILIA)
    assert not {"arms", "legs"} & {*places.usual, *places.sometimes}


def test_a_stage_with_places_of_its_own_is_seen_there_and_sometimes_elsewhere() -> None:
    stage = Stage("feet", "Feet", DOTS, places=("arms", "face"))
    whole = places_of(MILIA)
    elsewhere = {*whole.usual, *whole.sometimes} - {"arms", "face"}
    assert places_of(MILIA, stage).usual == ("face", "arms")
    assert set(places_of(MILIA, stage).sometimes) == elsewhere


def test_a_stage_without_places_is_seen_where_the_condition_is() -> None:
    assert places_of(MILIA, Stage("usual", "Usual", DOTS)) == places_of(MILIA)


def test_the_places_come_in_the_order_of_the_question() -> None:
    order = ("scalp", "face", "neck", "back")
    assert places_of(MILIA, order=order) == Places(("scalp", "face"), ("back",))


def test_a_place_that_the_page_does_not_name_is_shown_where_a_stage_names_it() -> None:
    stage = Stage("mouth", "Mouth", DOTS, places=("mouth",))
    assert places_of(MILIA, stage).usual == ("mouth",)


def test_a_condition_of_which_no_place_is_known_has_none() -> None:
    assert places_of(condition("odd", "white", findings={})) == Places((), ())
