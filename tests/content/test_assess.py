"""``assess`` says to a file of answers what the check would say, and why."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guide.content.__main__ import main
from tests.content.edits import edit
from tests.content.fault import CHECKLIST, SIGNS

Assess = Callable[..., tuple[int, str, str]]


@pytest.fixture
def assess(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Assess:
    """Status, output and error channel for a file of these answers."""

    def run(answers: str, *more: str) -> tuple[int, str, str]:
        file = tmp_path / "answers.yaml"
        file.write_text(answers, "utf-8")
        status = main(["assess", str(pack), str(file), *more])
        return status, *capsys.readouterr()

    return run


def data_of(assess: Assess, answers: str) -> dict[str, Any]:
    status, out, _ = assess(answers, "--json")
    assert status == 0
    data: dict[str, Any] = json.loads(out)
    return data


def test_level_action_rule_and_reasons_are_printed(assess: Assess) -> None:
    status, out, err = assess("age: {weeks: 3}\nother_signs: no\nchosen: {look: [beads], place: [face]}\n")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[:4] == [
        "Age: 21 days, 0 full months, weeks of an early birth taken off",
        "Level: home",
        "Action: Stay at home (stay-home)",
        "Look again: Tomorrow.",
    ]
    assert "  nothing (any age): None of these." in lines
    assert "    Why: Nothing urgent was named." in lines
    assert "    Sources: book (A publisher: Diagnosis of small spots)" in lines
    assert "  1. Beads (beads): fits well, +1.1" in lines
    assert (
        "       For: Age (seen: under 3 months) (+0.7); Look: White beads (+0.7); Where: Face (+0.2)" in lines
    )
    assert "       Against: Look: White beads (-4.6); Age (seen: from 28 days) (-3.5)" in lines


def test_none_of_these_stands_at_its_place(assess: Assess) -> None:
    answers = "age: {weeks: 3}\nchosen: {look: [beads], place: [face]}\n"
    lines = assess(answers)[1].splitlines()
    ranked = [line[:20] for line in lines if line.startswith(("  1.", "  2.", "  --"))]
    assert ranked == ["  1. Beads (beads): ", "  -- None of these: ", "  2. Patches (patche"]
    data = data_of(assess, answers)
    assert data["ranking"] == ["beads", "none-of-these", "patches"]
    assert data["none_of_these"] == 1.0
    assert [each["condition"] for each in data["candidates"]] == ["beads", "patches"]


def test_next_question_is_printed_with_its_words(assess: Assess) -> None:
    assert "  Next question: look: What do they look like?" in assess("{}\n")[1].splitlines()
    question = data_of(assess, "{}\n")["next_question"]
    assert question == {"id": "look", "ask": "What do they look like?", "options": ["beads", "patches"]}


def test_no_next_question_is_said_where_all_was_answered(assess: Assess) -> None:
    answers = "chosen: {look: [beads], place: [face]}\n"
    assert "  Next question: none, no answer would tell more." in assess(answers)[1].splitlines()
    assert data_of(assess, answers)["next_question"] is None


def test_answer_that_would_raise_the_level_is_named_with_its_rule(assess: Assess) -> None:
    answers = "age: {years: 1}\nother_signs: no\nchosen: {look: [beads], place: [back]}\n"
    line = "  Sooner with another answer: Look: Pale patches (routine, by pale-back)"
    assert line in assess(answers)[1].splitlines()
    assert data_of(assess, answers)["changes"] == [
        {"question": "look", "option": "patches", "rule": "pale-back", "level": "routine"}
    ]


def test_questions_the_level_hangs_on_are_named(assess: Assess) -> None:
    answers = "age: {years: 1}\nother_signs: no\nchosen: {look: [patches]}\n"
    assert "  Not answered, and the level hangs on it: place" in assess(answers)[1].splitlines()
    assert data_of(assess, answers)["unanswered_for_level"] == ["place"]


def test_when_to_look_again_is_in_json_with_its_source(assess: Assess) -> None:
    assert data_of(assess, "other_signs: no\n")["look_again"] == {"text": "Tomorrow.", "sources": ["book"]}


def test_measured_temperature_says_yes_to_its_sign(pack: Path, assess: Assess) -> None:
    edit(pack, SIGNS, "sign: A fever.", "sign: A fever.\n    temperature: {from_c: 38}")
    feverish = "age: {days: 10}\nother_signs: no\ntemperature: 38.0\n"
    assert "Temperature: 38.0 °C" in assess(feverish)[1].splitlines()
    data = data_of(assess, feverish)
    assert (data["level"], data["temperature_c"]) == ("emergency", 38.0)
    assert data_of(assess, feverish.replace("38.0", "37.9"))["level"] == "home"


def test_every_key_of_the_json_is_in_the_help(assess: Assess, capsys: pytest.CaptureFixture[str]) -> None:
    data = data_of(assess, "{}\n")
    with pytest.raises(SystemExit):
        main(["assess", "--help"])
    keys = capsys.readouterr().out.partition("keys of --json:")[2].partition("examples:")[0]
    assert [key for key in data if not re.search(rf"(?m)^  [\w, ]*\b{key}\b", keys) and key != "pack"] == []


def test_danger_sign_decides(assess: Assess) -> None:
    data = data_of(assess, "age: {days: 10}\nsigns: {fever: yes}\n")
    assert (data["level"], data["action"]["id"]) == ("emergency", "call-now")
    (rule,) = data["rules"]
    assert (rule["id"], rule["why"]) == ("fever", "Young babies get ill fast.")
    assert rule["sources"][0]["organisation"] == "A publisher"


def test_cannot_tell_counts_as_yes(assess: Assess) -> None:
    assert data_of(assess, "signs: {blue-lips: cannot-tell}\n")["level"] == "emergency"


def test_signs_that_are_not_named_were_not_answered(assess: Assess) -> None:
    assert data_of(assess, "signs: {sore: no}\n")["complete"] is False
    assert data_of(assess, "signs: {sore: no}\nother_signs: no\n")["complete"] is True
    assert "Not every danger sign for this age was answered." in assess("{}\n")[1]


def test_one_named_sign_stands_above_the_others(assess: Assess) -> None:
    assert data_of(assess, "other_signs: no\nsigns: {sore: yes}\n")["level"] == "same-day"


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        ("age: {days: 40}", {"days": 40, "months": 1}),
        ("age: {weeks: 3}", {"days": 21, "months": 0}),
        ("age: {months: 2}", {"days": 61, "months": 2}),
        ("age: {years: 1}", {"days": 366, "months": 12}),
        ("age: {weeks: 10}\nweeks_early: 4", {"days": 42, "months": 1}),
        ("age: {weeks: 1}\nweeks_early: 4", {"days": 0, "months": 0}),
        ("birth: 2026-08-22\ntoday: 2026-11-22", {"days": 92, "months": 3}),
        ("birth: 2026-08-22\ntoday: 2026-11-22\nweeks_early: 2", {"days": 78, "months": 2}),
        ("{}", None),
    ],
)
def test_age_is_counted_as_the_check_counts_it(
    assess: Assess, age: str, expected: dict[str, int] | None
) -> None:
    assert data_of(assess, f"{age}\n")["age"] == expected


def test_unknown_age_counts_as_the_youngest(assess: Assess) -> None:
    status, out, _ = assess("signs: {fever: yes}\n")
    assert status == 0
    assert out.startswith("Age: not known, so it counts as the youngest\nLevel: emergency\n")


def test_nothing_that_fits_is_said(assess: Assess) -> None:
    assert "  Nothing fits well." in assess("{}\n")[1].splitlines()


def test_reasons_in_json_carry_their_words(assess: Assess) -> None:
    first, second = data_of(assess, "chosen: {look: [beads]}\n")["candidates"]
    assert first["for"][0]["words"] == "Look: White beads"
    assert second["against"][0]["options"] == ["beads"]


@pytest.mark.parametrize(
    ("answers", "line", "says"),
    [
        ("sings: {fever: yes}", 1, "Did you mean 'signs'?"),
        ("other_signs: no\nsigns: {fevr: yes}", 2, "'fevr'. Did you mean 'fever'?"),
        ("signs: {pale-back: yes}", 1, "no danger sign that is asked has the id 'pale-back'"),
        ("signs: {fever: maybe}", 1, "expected one of yes, no, cannot-tell"),
        ("age: {years: 1}\nsigns: {fever: yes}", 2, "'fever' is not asked at this age"),
        ("other_signs: yes", 1, "expected one of no, unanswered"),
        ("chosen: {look: [bead]}", 1, "Did you mean 'beads'?"),
        ("chosen: {place: [nose]}", 1, "Known: face, back."),
        ("chosen: {lok: [beads]}", 1, "there is no question 'lok'. Did you mean 'look'?"),
        ("chosen: {look: [beads, patches]}", 1, "only one answer may be chosen for 'look'"),
        ("chosen: {look: beads}", 1, "expected a list"),
        ("age: {}", 1, "give one of days, weeks, months and years"),
        ("age: {days: 1, weeks: 1}", 1, "give one of days, weeks, months and years"),
        ("age: {days: -1}", 1, "from 0 to 10,000"),
        ("age: {days: 1.5}", 1, "expected a whole number"),
        ("age: {days: 999999999}", 1, "from 0 to 10,000"),
        ("age: {days: 1}\nbirth: 2026-01-01\ntoday: 2026-01-02", 1, "not both"),
        ("birth: 2026-01-01", 1, "belong together"),
        ("today: 2026-01-01", 1, "belong together"),
        ("birth: 2026-02-30\ntoday: 2026-03-01", 1, "expected a date"),
        ("birth: 2026-03-02\ntoday: 2026-03-01", 1, "'birth' is later than 'today'"),
        ("weeks_early: 40", 1, "between 0 and 20"),
        ("temperature: 100.4", 1, "from 30 to 45 °C, found 100.4"),
        ("temperature: 29.9", 1, "from 30 to 45 °C, found 29.9"),
        ("temperature: 38.4 °C", 1, "expected a number such as 2 or 0.5"),
        ('a: "x\nb: y', 1, "never closed"),
        ("- x", 1, "expected lines with names"),
        ("", 1, "this file is empty"),
        ("[" * 100_000, 1, "nested too deep"),
    ],
)
def test_answers_that_do_not_fit_end_with_1_at_their_line(
    assess: Assess, answers: str, line: int, says: str
) -> None:
    status, out, err = assess(answers)
    assert (status, err) == (1, "")
    assert out.startswith(f"answers.yaml:{line}:")
    assert says in out
    assert out.count("\n") == 1


def test_all_that_does_not_fit_is_said_at_once(assess: Assess) -> None:
    _, out, _ = assess("age: {}\nweeks_early: 90\nchosen: {lok: [a], place: [b]}\n")
    assert [line.split(":")[1] for line in out.splitlines()] == ["1", "2", "3", "3"]


@pytest.mark.parametrize("name", ["nowhere.yaml", ".", "x" * 5000, "a\0b"])
def test_answers_that_cannot_be_read_end_with_2_and_one_sentence(
    pack: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", str(pack), str(tmp_path / name)]) == 2
    shown = capsys.readouterr()
    assert "could not be read" in shown.err
    assert (shown.out, shown.err.count("\n")) == ("", 1)


def test_several_answers_of_one_question_are_taken_where_they_may_be(pack: Path, assess: Assess) -> None:
    edit(pack, CHECKLIST, "choose: one", "choose: many")
    first = data_of(assess, "chosen: {look: [patches, beads], place: []}\n")["candidates"][0]
    assert [reason["options"] for reason in first["for"] + first["against"]] == [["beads", "patches"]]
