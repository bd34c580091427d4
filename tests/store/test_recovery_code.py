"""The printed code can be typed in any way, and a mistyped group is named."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.errors import GuideError
from guide.store.recovery_code import GROUPS, LENGTH, SIGNS, new_code, read_code

CODE = "EAR3DT-GHQJTD-H49ADW-RRG9W9-WNX6JN-FQ7CMX"
PLACES = [at for at, sign in enumerate(CODE) if sign != "-"]


def test_a_code_holds_more_than_130_bits_of_chance() -> None:
    assert len(SIGNS) ** (GROUPS * (LENGTH - 1)) > 2**130
    assert len({new_code() for _ in range(200)}) == 200


def test_no_two_signs_look_alike() -> None:
    assert len(set(SIGNS)) == len(SIGNS) == 23
    for alike in ("O0D", "I1L", "Z2", "S5", "B8", "UV"):
        assert sum(sign in SIGNS for sign in alike) <= 1


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        CODE.replace("-", " – "),
        CODE.replace("-", "\n"),
        f"  {CODE}. ",
        " ".join(CODE.replace("-", "")),
    ],
)
def test_however_it_is_typed_the_code_is_read(typed: str) -> None:
    assert read_code(typed) == CODE


def test_every_single_wrong_sign_is_found_and_its_group_named() -> None:
    names = ("first", "second", "third", "fourth", "fifth", "sixth")
    for at, sign in itertools.product(PLACES, SIGNS):
        if sign == CODE[at]:
            continue
        with pytest.raises(GuideError, match=f"The {names[at // (LENGTH + 1)]} group .* is wrong"):
            read_code(CODE[:at] + sign + CODE[at + 1 :])


@given(st.integers(0, GROUPS - 1), st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_signs_that_changed_places_in_a_group_are_found(group: int, one: int, other: int) -> None:
    code = new_code()
    signs = list(code)
    one, other = group * (LENGTH + 1) + one, group * (LENGTH + 1) + other
    signs[one], signs[other] = signs[other], signs[one]
    typed = "".join(signs)
    if typed != code:
        with pytest.raises(GuideError, match="group of the recovery code is wrong"):
            read_code(typed)


def test_two_groups_that_changed_places_are_both_named() -> None:
    groups = CODE.split("-")
    groups[1], groups[4] = groups[4], groups[1]
    if groups[1] != groups[4]:
        with pytest.raises(GuideError, match="The second and fifth group of the recovery code are wrong"):
            read_code("-".join(groups))


@pytest.mark.parametrize(
    "typed", ["", CODE[:-1], CODE + "A", CODE[7:], f"{CODE}-{CODE}", "\ud83d", "x" * 9999]
)
def test_anything_else_is_refused_in_words(typed: str) -> None:
    with pytest.raises(GuideError, match="recovery code"):
        read_code(typed)
