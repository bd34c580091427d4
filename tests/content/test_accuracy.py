"""``accuracy`` counts how the worked families come out, and says what the counts are worth."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guide.content.__main__ import main
from guide.content.commands.accuracy_goals import FIGURES, GOALS, SKIN_GAP, Goal, widest_gap
from guide.domain.accuracy import Figures, Share, figures
from tests.content.edits import edit
from tests.content.fault import BEADS, CASES
from tests.content.test_shipped_pack import SHIPPED

MEASURED = "cases/measured-a.yaml"
FAMILIES = """\
measured: true
cases:
  - {id: tom, condition: none, skin: black, family: Hot., age_days: 20, yes: [fever], expect: {level: home}}
  - {id: zoe, condition: beads, skin: light, family: White beads., age_days: 20,
     chosen: {look: [beads], place: [face]}, expect: {level: home}}
  - {id: liv, condition: patches, skin: black, family: Taken for beads., age_days: 20,
     chosen: {look: [beads]}, expect: {level: same-day}}
  - {id: kim, condition: patches, skin: brown, family: Blue., age_days: 90, yes: [blue-lips],
     chosen: {look: [patches]}, expect: {level: emergency}}
"""

Report = Callable[..., str]


@pytest.fixture
def report(pack: Path, capsys: pytest.CaptureFixture[str]) -> Report:
    (pack / MEASURED).write_text(FAMILIES, "utf-8")

    def run(*more: str) -> str:
        assert main(["accuracy", str(pack), *more]) == 0
        shown = capsys.readouterr()
        assert shown.err == ""
        return shown.out

    return run


def data_of(report: Report, *more: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(report("--json", *more))
    return data


def test_first_lines_say_what_the_figures_are_worth(report: Report) -> None:
    first = " ".join(report().splitlines()[:3])
    assert "written by the makers of this guide" in first
    assert "They prove nothing about real families." in first
    assert "They prove nothing about real families." in data_of(report)["caveat"]


def test_strict_and_measured_families_are_counted_together_and_apart(report: Report) -> None:
    data = data_of(report)
    assert data["cases"] == {"all": 9, "strict": 5, "measured": 4}
    assert data["files"] == [CASES, MEASURED]
    assert data["figures"]["level_exact"]["of"] == 9
    assert data["measured_figures"]["level_exact"]["of"] == 4
    assert "9 families in 2 file(s): 5 strict, 4 measured." in report()


def test_every_figure_is_counted_as_it_should_be(report: Report) -> None:
    found = data_of(report, "--only", "measured-a")["figures"]
    counts = {name: (each["count"], each["of"]) for name, each in found.items()}
    assert counts == {
        "top_1": (2, 3),
        "top_3": (3, 3),
        "level_exact": (2, 4),
        "emergencies_found": (1, 1),
        "under": (1, 4),
        "under_by_two": (1, 4),
        "over": (1, 4),
        "over_well": (1, 2),
    }


def test_figure_stands_with_its_count_percent_interval_and_goal(report: Report) -> None:
    lines = report("--only", MEASURED).splitlines()
    line = next(line for line in lines if line.startswith("named first  "))
    assert re.search(r"2 of 3 +66\.7 % +20\.8 to 93\.9 % +75 % or more +not met$", line)


def test_goal_that_is_not_met_is_said_in_words_and_ends_with_0(report: Report) -> None:
    assert re.search(r"(?m)^emergencies found .* met$", report("--only", MEASURED))
    assert re.search(r"(?m)^too late by two levels or more .* 0 % or less +not met$", report())
    data = data_of(report)
    assert data["goals_met"] is False
    assert data["figures"]["under_by_two"]["goal"]["met"] is False


def test_goals_of_families_that_are_all_right_are_met(report: Report) -> None:
    data = data_of(report, "--only", CASES)
    assert [each["goal"]["met"] for each in data["figures"].values() if "goal" in each] == [True] * 4
    assert data["goals_met"] is True
    assert data["measured_figures"] is None


def test_tones_of_skin_stand_side_by_side_with_how_far_they_lie_apart(report: Report) -> None:
    data = data_of(report)
    assert list(data["by_skin"]) == ["light", "brown", "black"]
    assert data["by_skin"]["black"]["level_exact"]["of"] == 2
    assert data["skin_gaps"]["level_exact"] == {"gap": 1.0, "most": SKIN_GAP, "met": False}
    assert "level exactly right: 100.0 points apart, not met" in report()


def test_condition_has_its_counts(report: Report) -> None:
    found = data_of(report)["by_condition"]
    assert found["patches"] == {"cases": 2, "top_1": 1, "top_3": 2, "level_exact": 1, "under": 1, "over": 0}
    (line,) = [line for line in report().splitlines() if line.startswith("none ")]
    assert line.split() == ["none", "1", "-", "-", "0", "0", "1"]


def test_what_is_mixed_up_is_counted(report: Report) -> None:
    assert data_of(report)["mixed_up"] == [{"was": "patches", "named_first": "beads", "count": 1}]
    assert re.search(r"(?m)^ +1  patches +beads$", report())


def test_worse_answers_are_the_same_on_each_run(report: Report) -> None:
    first = data_of(report)["worse_answers"]
    assert list(first) == [
        "10 % left out",
        "30 % left out",
        "50 % left out",
        "10 % mistaken",
        "20 % mistaken",
    ]
    assert first == data_of(report)["worse_answers"]
    assert first["50 % left out"]["top_1"]["of"] == 3 * data_of(report)["draws"]


def test_misses_are_listed_gravest_first_with_what_decided(report: Report) -> None:
    lines = report("--misses").partition("\nMISSES")[2].splitlines()[2:]
    assert lines[1:4] == [
        "liv: too late by 2 levels",
        "  expected same-day, found home by nothing",
        "  was patches; first three: beads, patches",
    ]
    assert lines[5] == "tom: too soon by 3 levels"
    assert [each["id"] for each in data_of(report, "--misses")["misses"]] == ["liv", "tom"]
    assert "misses" not in data_of(report)


def test_every_key_of_the_json_is_in_the_help(report: Report, capsys: pytest.CaptureFixture[str]) -> None:
    data = data_of(report, "--misses")
    with pytest.raises(SystemExit):
        main(["accuracy", "--help"])
    keys = capsys.readouterr().out.partition("keys of --json:")[2].partition("examples:")[0]
    assert [key for key in data if not re.search(rf"\b{key}\b", keys)] == []


@pytest.mark.parametrize("name", ["familys", "nowhere/familys.yaml"])
def test_file_that_is_not_there_ends_with_2_and_one_sentence(
    pack: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["accuracy", str(pack), "--only", name]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == (
        "",
        "No file of families is named 'familys'. Did you mean 'families'?\n",
    )


def test_pack_without_families_has_figures_of_nothing(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(pack / "cases")
    assert main(["accuracy", str(pack)]) == 0
    assert "0 families in 0 file(s)" in capsys.readouterr().out


def test_problems_in_the_pack_end_with_1(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(pack, BEADS, "helps:", "helpz:")
    assert main(["accuracy", str(pack)]) == 1
    assert "The command 'check' lists all." in capsys.readouterr().err


def test_report_of_the_shipped_pack_names_what_was_not_found_within_100_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SHIPPED, tmp_path / "pack")
    (tmp_path / "pack" / "cases" / "measured-odd.yaml").write_text(
        "measured: true\ncases:\n  - {id: odd, condition: warts, skin: light, family: Odd.,\n"
        "     age_days: 20, chosen: {look: [white-bumps], place: [face]}, expect: {level: home}}\n"
    )
    assert main(["accuracy", str(tmp_path / "pack"), "--misses", "--only", "measured-odd"]) == 0
    lines = capsys.readouterr().out.splitlines()
    (line,) = [line for line in lines if line.startswith("odd: ")]
    assert line.endswith("not among the first three")
    assert max(len(line) for line in lines) < 100


def some_figures(**counts: Share) -> Figures:
    return Figures(**{field: counts.get(field, Share(0, 0)) for field in Figures.__dataclass_fields__})  # type: ignore[arg-type]


def test_tone_with_no_case_for_a_figure_makes_no_gap() -> None:
    tones = [some_figures(under=Share(1, 10)), some_figures(under=Share(2, 10)), some_figures()]
    assert widest_gap(tones, "under") == pytest.approx(0.1)
    assert widest_gap([figures([])], "under") == 0.0


@pytest.mark.parametrize(
    ("goal", "count", "met"),
    [
        (Goal("", least=0.75), 75, True),
        (Goal("", least=0.75), 74, False),
        (Goal("", most=0.02), 2, True),
        (Goal("", most=0.02), 3, False),
        (Goal("", most=0.0), 1, False),
    ],
)
def test_goal_is_met_up_to_its_limit(goal: Goal, count: int, met: bool) -> None:
    assert goal.is_met(Share(count, 100)) is met


def test_every_figure_has_words_and_every_goal_a_reason() -> None:
    shares = [name for name in Figures.__dataclass_fields__ if name != "cases"]
    assert list(FIGURES) == shares
    assert set(GOALS) <= set(shares)
    assert all(goal.reason for goal in GOALS.values())
