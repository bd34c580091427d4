"""Measured families are checked like all others, but none of them is demanded, and no start reads them."""

from pathlib import Path

import pytest

from guide.content.loader import check_folder, load_pack
from tests.content.edits import edit, place_of, places
from tests.content.fault import PATCHES

MEASURED = "cases/measured-a.yaml"
ZOE = """\
measured: true
cases:
  - id: zoe
    condition: beads
    skin: brown
    family: Zoe has white beads.
    age_days: 20
    yes: [fever]
    chosen: {look: [beads], place: [face]}
    expect: {level: home}
"""


@pytest.fixture
def measured(pack: Path) -> Path:
    (pack / MEASURED).write_text(ZOE, "utf-8")
    return pack


def test_measured_family_that_comes_out_otherwise_is_no_problem(measured: Path) -> None:
    assert check_folder(measured) == []


def test_same_family_is_a_problem_where_the_file_is_strict(measured: Path) -> None:
    edit(measured, MEASURED, "measured: true\n", "")
    assert [problem.file for problem in check_folder(measured)] == [MEASURED]


def test_measured_families_are_not_in_the_loaded_pack(measured: Path) -> None:
    for _ in range(2):  # from the files, then from the compiled copy
        assert "zoe" not in [case.id for case in load_pack(measured).cases]


def test_measured_family_stands_for_no_condition_and_no_rule(measured: Path) -> None:
    edit(measured, "cases/families.yaml", ", first_three: [beads]", "")
    edit(measured, MEASURED, "expect: {level: home}", "expect: {level: home, first_three: [beads]}")
    assert [problem.file for problem in check_folder(measured)] == ["cases"]


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("condition: beads", "condition: bead", "condition: |bead", "Did you mean 'beads'?"),
        ("    condition: beads\n", "", "id: zoe", "a measured family must say what it was"),
        ("age_days: 20", "age_days: -1", "age_days: |-1", "an age cannot be below 0"),
        ("id: zoe", "id: mia", "id: |mia", "cases/families.yaml"),
        ("[fever]", "[fevr]", "[|fevr]", "Did you mean 'fever'?"),
        ("look: [beads]", "look: [bead]", "look: [|bead]", "Did you mean 'beads'?"),
        ("skin: brown", "skin: browm", "skin: |browm", "Did you mean 'brown'?"),
        ("measured: true", "measured: often", "measured: |often", "expected yes or no"),
        ("level: home", "level: hom", "level: |hom", "Did you mean 'home'?"),
    ],
)
def test_measured_family_is_checked_like_any_other(
    measured: Path, old: str, new: str, at: str, says: str
) -> None:
    text = edit(measured, MEASURED, old, new)
    problems = check_folder(measured)
    assert places(problems) == [(MEASURED, *place_of(text, at))], problems
    assert says in problems[0].message


def test_family_may_be_of_something_that_has_no_page(measured: Path) -> None:
    edit(measured, MEASURED, "condition: beads", "condition: none")
    assert check_folder(measured) == []


def test_family_of_what_is_never_offered_could_never_be_found(measured: Path) -> None:
    edit(measured, PATCHES, "matched: yes", "matched: no")
    edit(measured, "cases/families.yaml", ", first_three: [patches]", "")
    text = edit(measured, MEASURED, "condition: beads", "condition: patches")
    problems = check_folder(measured)
    assert places(problems) == [(MEASURED, *place_of(text, "condition: |patches"))]


def test_words_of_a_measured_family_are_the_parents_own(measured: Path) -> None:
    edit(measured, MEASURED, "Zoe has white beads.", "Nothing to worry about, says the aunt.")
    assert check_folder(measured) == []
