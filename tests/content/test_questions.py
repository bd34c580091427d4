"""``questions`` prints everything that can be asked, for people and for programs."""

import json
from pathlib import Path

import pytest

from guide.content.__main__ import main
from guide.content.loader import load_pack
from tests.content.edits import edit
from tests.content.fault import SIGNS


def printed(pack: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["questions", str(pack), *more]) == 0
    return capsys.readouterr().out


def test_every_id_and_text_is_printed(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(pack, capsys).splitlines()
    assert "very-ill (emergency): Is one of these true?" in lines
    assert "  fever (under 3 months (91 days), emergency): A fever." in lines
    assert "  sore (any age, same-day): Sore skin." in lines
    assert "look (look, choose one): What do they look like?" in lines
    assert "place (place, choose any): Where are they?" in lines
    assert "    Help: Choose all that fit." in lines
    assert "  back: Back" in lines


def test_danger_signs_come_before_the_questions(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(pack, capsys)
    assert (
        text.index("DANGER SIGNS") < text.index("Sore skin.") < text.index("QUESTIONS") < text.index("Face")
    )


def test_rule_that_is_not_asked_is_not_printed(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "pale-back" not in printed(pack, capsys)


def test_sign_that_raises_the_result_says_so(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(pack, SIGNS, "lifts: no", "lifts: yes")
    assert "  sore (any age, raises the result by one level): Sore skin." in printed(pack, capsys)


def test_lines_that_change_how_a_sign_is_asked_are_printed(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(pack, SIGNS, "stage: same-day", "stage: same-day\n    gate: Is the skin hot?")
    edit(pack, SIGNS, "lifts: no", "temperature: {from_c: 38, below_c: 39.5}")
    edit(pack, SIGNS, "action: see-today\n    group: skin", "action: book-visit\n    group: skin")
    edit(pack, SIGNS, "sign: Sore", "asked_if: [{question: look, any_of: [beads]}]\n    sign: Sore")
    lines = printed(pack, capsys).splitlines()
    assert "    Asked first, and a no answers all of these: Is the skin hot?" in lines
    assert "    Yes by itself: a temperature from 38.0 °C, below 39.5 °C" in lines
    assert "    Only if not answered otherwise: Look: White beads" in lines
    group = json.loads(printed(pack, capsys, "--json"))["groups"][1]
    assert group["gate"] == "Is the skin hot?"
    assert group["rules"][0]["temperature"] == {"from_c": 38.0, "below_c": 39.5}
    assert group["rules"][0]["asked_if"] == [{"question": "look", "any_of": ["beads"]}]


def test_json_holds_all_of_it(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(printed(pack, capsys, "--json"))
    loaded = load_pack(pack)
    asked = [rule["id"] for group in data["groups"] for rule in group["rules"]]
    options = {each["id"]: [option["id"] for option in each["options"]] for each in data["questions"]}
    assert asked == [rule.id for rule in loaded.rules if rule.group]
    assert options == {each.id: [option.id for option in each.options] for each in loaded.questions}
    fever = data["groups"][0]["rules"][1]
    assert fever["ages"] == {"before_days": 91, "before_months": 3}
    assert (fever["level"], fever["why"]["sources"]) == ("emergency", ["book"])
