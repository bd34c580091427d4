"""Finding a condition by the words a parent types."""

import pytest

from guide.domain.conditions import Statement
from guide.domain.search import find_conditions
from tests.domain.small_pack import condition

MILIA = condition("milia", "white", parents_names=("milk spots",), one_line="Tiny firm white bumps")
ECZEMA = condition("eczema", "red", gist=Statement("Dry itchy patches in the folds.", ("S1",)))
ALL = (ECZEMA, MILIA)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("milk spots", MILIA),
        ("Mil", MILIA),
        ("bumps white", MILIA),
        ("exzema", ECZEMA),
        ("itchy folds", ECZEMA),
    ],
)
def test_names_looks_beginnings_and_slips_of_the_finger_are_found(typed: str, found: object) -> None:
    assert find_conditions(ALL, typed)[0] is found


def test_every_word_must_occur() -> None:
    assert find_conditions(ALL, "white folds") == ()


def test_no_words_find_everything_in_the_order_of_the_pack() -> None:
    assert find_conditions(ALL, "  ?! ") == ALL


@pytest.mark.parametrize("typed", ["<q>", "%z", "((((", "\x00", "ß" * 5000, "🍼"])
def test_nonsense_breaks_nothing(typed: str) -> None:
    assert find_conditions(ALL, typed) in ((), ALL)
