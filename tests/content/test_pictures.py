"""What is to be drawn is checked: places that exist, marks that fit, rims and satellites that make sense."""

from pathlib import Path

import pytest

from guide.content.loader import check_folder, load_pack
from guide.domain.lesions import Skin
from tests.content.edits import edit, place_of, places
from tests.content.fault import BEADS, CHECKLIST

COUNT = "count: {least: 3, most: 6}"
STAGE = "      name: Usual look\n"
MARK = """        - colour: white
          elevation: raised
          size_mm: {least: 1, most: 2.5}
          count: {least: 3, most: 6}
"""
AROUND = MARK + "          arrangement: satellites\n"


def the_problem_at(pack: Path, file: str, text: str, at: str) -> str:
    (problem,) = check_folder(pack)
    assert places([problem]) == [(file, *place_of(text, at))]
    return problem.message


def test_place_of_a_stage_that_the_checklist_does_not_know_is_a_problem(pack: Path) -> None:
    text = edit(pack, BEADS, STAGE, STAGE + "      places: [back, fase]\n")
    words = the_problem_at(pack, BEADS, text, "|fase")
    assert words == "the question 'place' has no option 'fase'. Did you mean 'face'?"


def test_stage_may_name_places_of_the_checklist(pack: Path) -> None:
    edit(pack, BEADS, STAGE, STAGE + "      places: [back, face]\n")
    assert check_folder(pack) == []
    assert load_pack(pack).condition["beads"].appearance.stages[0].places == ("back", "face")


@pytest.mark.parametrize("file", [BEADS, CHECKLIST])
def test_more_marks_than_a_picture_holds_are_a_problem(pack: Path, file: str) -> None:
    text = edit(pack, file, COUNT, "count: {least: 3, most: 61}")
    assert "at most 60" in the_problem_at(pack, file, text, "{least: 3, most: |61")


def test_picture_may_hold_60_marks(pack: Path) -> None:
    edit(pack, BEADS, COUNT, "count: {least: 60, most: 60}")
    assert check_folder(pack) == []


@pytest.mark.parametrize(
    ("halo", "at"),
    [("{least: 1, most: 5}", "{least: |1, most: 5}"), ("{least: 1.5, most: 2}", "{least: 1.5, most: |2}")],
)
def test_halo_that_is_no_wider_than_its_mark_is_a_problem(pack: Path, halo: str, at: str) -> None:
    text = edit(pack, CHECKLIST, "{least: 2, most: 5}", halo)
    assert "write more than" in the_problem_at(pack, CHECKLIST, text, at)


def test_satellites_with_nothing_to_lie_round_are_a_problem(pack: Path) -> None:
    text = edit(pack, BEADS, MARK, AROUND + MARK)
    assert "name that kind first" in the_problem_at(pack, BEADS, text, "arrangement: |satellites")


def test_satellites_of_an_option_need_something_to_lie_round_too(pack: Path) -> None:
    text = edit(
        pack, CHECKLIST, "elevation: raised", "elevation: raised\n            arrangement: satellites"
    )
    assert "name that kind first" in the_problem_at(pack, CHECKLIST, text, "arrangement: |satellites")


def test_two_kinds_of_satellites_may_lie_round_one_mark(pack: Path) -> None:
    edit(pack, BEADS, MARK, MARK + AROUND + AROUND)
    assert check_folder(pack) == []


def test_stage_without_marks_is_a_problem(pack: Path) -> None:
    text = edit(pack, BEADS, "      lesions:\n" + MARK, "      lesions: []\n")
    assert "'lesions' is an empty list" in the_problem_at(pack, BEADS, text, "lesions: |[]")


def test_skin_that_is_pale_all_over_needs_no_marks(pack: Path) -> None:
    edit(pack, BEADS, "      lesions:\n" + MARK, "      skin: {pale_all_over: true}\n      lesions: []\n")
    assert check_folder(pack) == []
    (stage,) = load_pack(pack).condition["beads"].appearance.stages
    assert stage.skin == Skin(pale_all_over=True)


def test_flushed_skin_needs_marks_like_any_other(pack: Path) -> None:
    text = edit(pack, BEADS, "      lesions:\n" + MARK, "      skin: {flush: pink}\n      lesions: []\n")
    assert "'lesions' is an empty list" in the_problem_at(pack, BEADS, text, "lesions: |[]")
