"""``new-condition`` writes a page with every line of it there, and only what is to be filled in is wrong."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

from guide.content.__main__ import main
from guide.content.key_help import KEY_HELP
from guide.content.loader import check_folder, load_pack
from guide.domain.conditions import Condition
from tests.content.edits import edit
from tests.content.fault import BEADS, CHECKLIST

NEW = "conditions/heat-rash.yaml"


@pytest.fixture
def page(pack: Path) -> Path:
    assert main(["new-condition", str(pack), "heat-rash"]) == 0
    return pack / NEW


def test_path_is_printed(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-condition", str(pack), "heat-rash"]) == 0
    out = capsys.readouterr().out
    assert out == f"Written: {pack / NEW}. Fill it in, then run the command 'check'.\n"


def test_each_line_to_fill_in_is_named_by_the_check(pack: Path, page: Path) -> None:
    wanted = [
        (number, line.index('"FILL IN"') + 1)
        for number, line in enumerate(page.read_text("utf-8").splitlines(), start=1)
        if '"FILL IN"' in line and not line.lstrip().startswith("#")
    ]
    problems = check_folder(pack)
    assert [(problem.line, problem.column) for problem in problems] == wanted
    assert {problem.file for problem in problems} == {NEW}


def classes_in(kind: Any) -> set[type]:
    """The class and every class its fields are made of."""
    inner: set[type] = {kind} if isinstance(kind, type) and is_dataclass(kind) else set()
    for part in [*get_args(kind), *([field.type for field in fields(kind)] if inner else [])]:
        inner |= classes_in(part)
    return inner


def test_every_line_of_a_page_has_its_help() -> None:
    known = {(kind, field.name) for kind in classes_in(Condition) for field in fields(kind)}
    assert set(KEY_HELP) == known


def test_every_line_of_a_page_is_in_the_template(page: Path) -> None:
    text = page.read_text("utf-8")
    absent = [
        field.name
        for kind in classes_in(Condition)
        for field in fields(kind)
        if not re.search(rf"(?m)^[ #-]*{field.name}:", text) and kind.__name__ != "AgeLimits"
    ]
    assert absent == []


def test_usual_ages_may_be_given_right_after_the_ages(pack: Path, page: Path) -> None:
    lines = page.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("ages:"))
    assert lines[at + 1].startswith('# usual_ages: "FILL IN"  # when most cases are seen')
    edit(pack, NEW, "# usual_ages", "usual_ages")
    assert at + 2 in [problem.line for problem in check_folder(pack)]


def test_every_answer_of_this_packs_checklist_is_asked(pack: Path) -> None:
    edit(pack, CHECKLIST, "text: Back}", "text: Back}\n      - {id: nose, text: Nose}")
    main(["new-condition", str(pack), "heat-rash"])
    findings = (pack / NEW).read_text("utf-8").partition("\nfindings:")[2]
    assert re.findall(r"(?m)^ +([\w-]+):", findings) == [
        "look",
        "beads",
        "patches",
        "place",
        "face",
        "back",
        "nose",
    ]


def test_filled_in_page_is_a_page_of_the_guide(pack: Path, page: Path) -> None:
    """The way an author goes: each gap filled, the remarks left where they are."""
    text = page.read_text("utf-8")
    words = {
        "urgency": "home",
        "level": "home",
        "matched": "true",
        "commonness": "rare",
        "colour": "red",
        "elevation": "flat",
        "least": "1",
        "most": "2",
    }
    for key, word in words.items():
        text = re.sub(rf'(?m)^( *(?:- )?{key}: )"FILL IN"', rf'\1"{word}"', text)
    text = text.replace('ages: "FILL IN"', "ages: {}").replace('sources: ["FILL IN"]', 'sources: ["book"]')
    text = text.replace('  - id: "FILL IN"  # the id of', '  - id: "beads"  # the id of')
    findings = text.index("\nfindings:")
    text = text[:findings].replace("FILL IN", "A rash.") + text[findings:].replace('"FILL IN"', '"rare"')
    page.write_text(text, "utf-8")
    assert [str(problem) for problem in check_folder(pack)] == [
        "cases:1:1: no family has 'heat-rash' under 'first_three'; add one that looks like it."
    ]
    assert load_pack(pack).condition["heat-rash"].findings["place"]["back"] == "rare"


def test_lines_that_may_be_left_out_work_when_they_are_used(pack: Path, page: Path) -> None:
    text = page.read_text("utf-8")
    assert '          # edge: "FILL IN"' in text
    page.write_text(re.sub(r"(?m)^( +)# (edge|surface|halo|  colour|dimple)", r"\1\2", text), "utf-8")
    before = text.count('"FILL IN"')
    assert page.read_text("utf-8").count('"FILL IN"') == before
    assert all("filled in" in problem.message for problem in check_folder(pack))


def test_skin_of_a_stage_works_when_its_lines_are_used(pack: Path, page: Path) -> None:
    text = page.read_text("utf-8")
    for line in ("      # skin:", '      #   kind: "FILL IN"', '      # places: ["FILL IN"]'):
        assert f"\n{line}" in text
    text = re.sub(r"(?m)^( +)# (skin|  kind|places):", r"\1\2:", text)
    page.write_text(text.replace('kind: "FILL IN"', 'kind: "scalp"'), "utf-8")
    problems = check_folder(pack)
    assert {problem.message.partition(" ")[0] for problem in problems} == {"this"}, problems
    assert [problem for problem in problems if "places:" in text.splitlines()[problem.line - 1]]


def test_page_that_is_there_is_left_as_it_is(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (pack / BEADS).read_bytes()
    assert main(["new-condition", str(pack), "beads"]) == 2
    assert "is there already and was left as it is" in capsys.readouterr().err
    assert (pack / BEADS).read_bytes() == before


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Heat",
        "heat rash",
        "heat_rash",
        "heat--rash",
        "-heat",
        "heat-",
        "../heat",
        "a/b",
        "/heat",
        "hit\n",
        "größe",
        "x" * 61,
        "con",
        "com1",
        "nul",
    ],
)
def test_id_that_is_none_is_refused_and_nothing_written(
    pack: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(pack.rglob("*"))
    assert main(["new-condition", "--", str(pack), name]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("An id has small letters")
    assert shown.err.count("\n") == 1
    assert sorted(pack.rglob("*")) == before


def test_pack_without_a_checklist_is_told_so(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / CHECKLIST).unlink()
    assert main(["new-condition", str(pack), "heat-rash"]) == 1
    assert capsys.readouterr().out == "checklist.yaml:1:1: this file is missing; every pack needs it.\n"
    assert not (pack / NEW).exists()


def test_pack_that_is_wrong_elsewhere_gets_its_page(pack: Path) -> None:
    edit(pack, BEADS, "helps:", "helpz:")
    assert main(["new-condition", str(pack), "heat-rash"]) == 0


def test_folder_that_cannot_be_written_is_said(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (pack / "conditions").iterdir():
        path.unlink()
    (pack / "conditions").rmdir()
    (pack / "conditions").write_text("in the way")
    assert main(["new-condition", str(pack), "heat-rash"]) == 2
    assert "could not be written" in capsys.readouterr().err
