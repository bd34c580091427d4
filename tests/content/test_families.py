"""The worked families leave no condition and no rule out, and expect only what can be offered."""

import shutil
from pathlib import Path

from guide.content.loader import check_folder
from tests.content.edits import edit, place_of, places
from tests.content.fault import BEADS, CASES, CLAIMS, PATCHES


def test_condition_without_a_family_is_a_problem(pack: Path) -> None:
    edit(pack, CASES, ", first_three: [patches]", "")
    assert [str(problem) for problem in check_folder(pack)] == [
        "cases:1:1: no family has 'patches' under 'first_three'; add one that looks like it."
    ]


def test_rule_without_a_family_is_a_problem(pack: Path) -> None:
    edit(
        pack,
        CASES,
        "    yes: [blue-lips]\n    expect: {level: emergency, rule: blue-lips}",
        "    expect: {level: home}",
    )
    assert [str(problem) for problem in check_folder(pack)] == [
        "cases:1:1: no family is for the rule 'blue-lips'; add one that it decides for."
    ]


def test_pack_without_families_is_told_all_that_is_missing(pack: Path) -> None:
    shutil.rmtree(pack / "cases")
    assert len(check_folder(pack)) == 7


def test_condition_that_is_never_offered_needs_no_family_and_no_weights(pack: Path) -> None:
    edit(pack, PATCHES, "matched: yes", "matched: no")
    edit(pack, PATCHES, "    patches: always\n  place: {face: usual, back: sometimes}\n", "")
    edit(pack, CASES, ", first_three: [patches]", "")
    assert check_folder(pack) == []


def test_family_that_expects_what_is_never_offered_is_a_problem(pack: Path) -> None:
    edit(pack, PATCHES, "matched: yes", "matched: no")
    text = (pack / CASES).read_text("utf-8")
    problems = check_folder(pack)
    assert places(problems) == [(CASES, *place_of(text, "three: [|patches]"))]
    assert "never offered" in problems[0].message


def test_words_of_others_are_quoted_as_they_are(pack: Path) -> None:
    edit(pack, CLAIMS, "Squeeze them and they go.", "Your baby has definitely nothing to worry about.")
    assert check_folder(pack) == []


def test_source_that_only_a_broken_file_names_is_not_called_unused(pack: Path) -> None:
    edit(
        pack,
        "sources.yaml",
        "- id: paper",
        "- {id: shelf, organisation: A, title: B, seen: 2026-11-21}\n  - id: paper",
    )
    edit(pack, BEADS, "sources: [book]", "sources: [shelf]")
    assert check_folder(pack) == []
    edit(pack, BEADS, "helps:", "helpz:")
    assert [problem.file for problem in check_folder(pack)] == [BEADS]


def test_number_in_a_title_or_a_family_needs_no_country(pack: Path) -> None:
    edit(pack, "sources.yaml", "title: Spots", "title: When to ring 111")
    edit(pack, CASES, "Ben is hot.", "Ben is hot, 111 was rung.")
    assert check_folder(pack) == []


def test_number_with_its_country_is_let_through(pack: Path) -> None:
    edit(pack, "regions.yaml", "name: Not chosen", "name: United Kingdom")
    edit(pack, "regions.yaml", 'advice: ""', "advice: NHS 111 (UK)")
    edit(pack, "regions.yaml", 'poison: ""', "poison: 0344 892 0111 in the United Kingdom")
    assert check_folder(pack) == []
