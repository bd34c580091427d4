"""File names made of what parents typed: plain, all different, and none leads out of its folder."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.store.export.names import PhotoNames, plain_part

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("..\\..\\x", "x"),
        ("C:\\CON", "C CON"),
        ("a:b*c?d", "a b c d"),
        ("NUL.", "NUL"),
        ("\u202egpj.exe", "gpj exe"),
        ("x\u200by\x00z\n", "x y z"),
        ("", ""),
        ("...", ""),
        ("Zoë O'Neil-Åse", "Zoë O'Neil-Åse"),
        ("आशा", "आशा"),
        ("👶🏾", ""),
        ("ü" * 300, "ü" * 40),
        ("e\u0301", "é"),
        ("-rf", "rf"),
    ],
)
def test_a_name_of_a_child_becomes_a_plain_part_of_a_file_name(text: str, plain: str) -> None:
    assert plain_part(text) == plain


def test_names_that_some_disks_take_for_one_are_told_apart() -> None:
    names, day = PhotoNames(), date(2026, 11, 22)
    given_names = [names.name_for(day, child, "Back") for child in ("Mia", "MIA", "mia", "Ｍia")]
    assert given_names == [
        "2026-11-22 Mia Back 1.jpg",
        "2026-11-22 MIA Back 2.jpg",
        "2026-11-22 mia Back 3.jpg",
        "2026-11-22 Ｍia Back 4.jpg",
    ]


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=6))
def test_no_name_leaves_its_folder_or_is_too_long(parts: list[tuple[str, str]]) -> None:
    names = PhotoNames()
    made = [names.name_for(date(2026, 11, 22), *each) for each in parts]
    assert len({each.casefold() for each in made}) == len(made)
    assert all(Path(each).name == each and len(each.encode()) < 200 for each in made)
