"""Each single mistake in a pack is found, alone, at its own line and column, and said in plain words."""

from pathlib import Path

import pytest

from guide.content.loader import check_folder
from tests.content.edits import edit, place_of, places
from tests.content.fault import BEADS, CASES, CHECKLIST, PATCHES, SIGNS, SOURCES, WEIGHTS, Fault
from tests.content.faults import FAULTS


def test_the_small_pack_has_no_problem(pack: Path) -> None:
    assert check_folder(pack) == []


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_fault_is_found_at_its_place(pack: Path, fault: Fault) -> None:
    text = edit(pack, fault.file, fault.old, fault.new)
    problems = check_folder(pack)
    assert places(problems) == [(fault.file, *place_of(text, fault.at))], [
        str(problem) for problem in problems
    ]
    assert fault.says in problems[0].message


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_message_is_one_plain_line(pack: Path, fault: Fault) -> None:
    edit(pack, fault.file, fault.old, fault.new)
    words = str(check_folder(pack)[0])
    assert words.isprintable()
    assert words[-1] in ".?"
    assert not [word for word in ("Error", "guide.", "None", "<", "class", "str") if word in words]


def test_faults_of_several_files_are_reported_together(pack: Path) -> None:
    edit(pack, BEADS, "helps:", "helpz:")
    edit(pack, BEADS, "[book, paper]", "[book, [paper]]")
    edit(pack, WEIGHTS, "well: 1.5", "well: good")
    edit(pack, SIGNS, "action: see-today", "action: see-tody")
    edit(pack, CHECKLIST, "choose: many", "choose: many\n  bad")
    found = [problem.file for problem in check_folder(pack)]
    assert found == [CHECKLIST, BEADS, BEADS, SIGNS, WEIGHTS]


def test_broken_file_brings_no_complaints_about_those_that_name_it(pack: Path) -> None:
    edit(pack, SOURCES, "title:", "titel:")
    edit(pack, BEADS, "helps:", "helpz:")
    assert [problem.file for problem in check_folder(pack)] == [BEADS, SOURCES]


def test_seventh_emergency_group_is_one_too_many(pack: Path) -> None:
    group = "  - {id: g%d, stage: emergency, short: so, ask: Is it so?, help: ''}\n"
    rule = "  - {id: r%d, group: g%d, action: call-now, sign: So., why: {text: So., sources: [book]}}\n"
    edit(pack, SIGNS, "rules:\n", "".join(group % n for n in range(6)) + "rules:\n")
    text = edit(pack, SIGNS, "actions:\n", "".join(rule % (n, n) for n in range(6)) + "actions:\n")
    problems = check_folder(pack)
    assert places(problems) == [(SIGNS, *place_of(text, "{id: g5, stage: |emergency"))]


def test_questions_that_go_together_in_two_groups_are_a_problem_each(pack: Path) -> None:
    text = edit(pack, WEIGHTS, "[[look, place]]", "[[look, place], [place, look]]")
    problems = check_folder(pack)
    assert places(problems) == [
        (WEIGHTS, *place_of(text, "], [|place")),
        (WEIGHTS, *place_of(text, "], [place, |look")),
    ]


def test_question_that_is_no_evidence_needs_no_shares_that_sum_to_1(pack: Path) -> None:
    edit(pack, WEIGHTS, "beads: 0.5", "beads: 0.2")
    edit(pack, WEIGHTS, "no_evidence: []", "no_evidence: [look]")
    assert WEIGHTS not in {problem.file for problem in check_folder(pack)}


def test_findings_for_a_question_that_is_no_evidence_are_a_problem(pack: Path) -> None:
    edit(pack, WEIGHTS, "no_evidence: []", "no_evidence: [look]")
    text = (pack / PATCHES).read_text("utf-8")
    problems = [problem for problem in check_folder(pack) if problem.file == PATCHES]
    assert places(problems) == [(PATCHES, *place_of(text, "findings:\n  |look"))]


@pytest.mark.parametrize("limits", ["{from_days: 28}", "{from_days: 30, before_months: 12}", "{}"])
def test_usual_ages_may_be_as_wide_as_the_ages(pack: Path, limits: str) -> None:
    edit(pack, PATCHES, "ages: {from_days: 28}", f"ages: {{from_days: 28}}\nusual_ages: {limits}")
    assert check_folder(pack) == []


def test_usual_ages_may_begin_with_the_month_the_ages_end_before(pack: Path) -> None:
    edit(pack, BEADS, "ages: {before_months: 3}", "ages: {before_months: 3}\nusual_ages: {before_months: 3}")
    assert check_folder(pack) == []


@pytest.mark.parametrize("line", ["unless: [{question: place, any_of: [face]}]", "also: []"])
def test_rule_may_be_taken_away_by_an_answer_it_does_not_want(pack: Path, line: str) -> None:
    edit(pack, SIGNS, "    why: {text: It is worth", f"    {line}\n    why: {{text: It is worth")
    assert check_folder(pack) == []


def test_gate_and_measuring_and_a_sign_of_one_look_are_let_through(pack: Path) -> None:
    edit(
        pack,
        SIGNS,
        "stage: same-day",
        "stage: same-day\n    gate: Is the skin hot?\n    measure: temperature",
    )
    edit(pack, SIGNS, "lifts: no", "temperature: {from_c: 38, below_c: 39.5}")
    edit(pack, SIGNS, "action: see-today\n    group: skin", "action: book-visit\n    group: skin")
    edit(pack, SIGNS, "sign: Sore", "asked_if: [{question: look, any_of: [beads]}]\n    sign: Sore")
    edit(pack, CASES, "level: same-day, rule: sore", "level: routine, rule: sore")
    assert check_folder(pack) == []


def test_family_that_comes_out_otherwise_is_a_problem(pack: Path) -> None:
    text = edit(pack, CASES, "level: home", "level: routine")
    problems = check_folder(pack)
    assert places(problems) == [(CASES, *place_of(text, "id: mia"))]
    assert "the level is home, expected routine" in problems[0].message


def test_case_id_in_two_files_is_a_problem(pack: Path) -> None:
    (pack / "cases" / "more.yaml").write_text(
        "cases: [{id: mia, family: Mia again., expect: {level: home}}]\n"
    )
    problems = check_folder(pack)
    assert places(problems) == [("cases/more.yaml", 1, 14)]
    assert "cases/families.yaml" in problems[0].message


def test_titles_of_sources_are_quoted_as_they_are(pack: Path) -> None:
    assert "Diagnosis" in (pack / SOURCES).read_text("utf-8")
    assert check_folder(pack) == []


def test_saying_that_it_is_not_a_diagnosis_is_allowed(pack: Path) -> None:
    edit(pack, BEADS, "They do no harm.", "This is not a diagnosis.")
    assert check_folder(pack) == []


def test_body_map_without_its_question_is_a_problem(pack: Path) -> None:
    edit(pack, CHECKLIST, "id: place", "id: where")
    found = [problem for problem in check_folder(pack) if problem.file == "bodymap.yaml"]
    assert places(found) == [("bodymap.yaml", 1, 1)]
