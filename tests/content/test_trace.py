"""``assess --trace`` follows every number and every rule of a result to the line where it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.content.__main__ import main
from guide.content.loader import load_with_lines
from guide.content.tracing import trace_candidate
from guide.domain.cases import answers_of
from guide.domain.checklist import AGE_REASON, assess
from tests.content.edits import edit
from tests.content.fault import CHECKLIST, PATCHES, SIGNS, WEIGHTS
from tests.content.test_shipped_pack import SHIPPED

Trace = Callable[[str], list[str]]
BEADS_ON_FACE = "age: {weeks: 3}\nother_signs: no\nchosen: {look: [beads], place: [face]}\n"


@pytest.fixture
def trace(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Trace:
    """The lines after the heading of the trace."""

    def run(answers: str) -> list[str]:
        file = tmp_path / "answers.yaml"
        file.write_text(answers, "utf-8")
        assert main(["assess", str(pack), str(file), "--trace"]) == 0
        out = capsys.readouterr().out
        assert out.count("\nTRACE: ") == 1
        return [line.strip() for line in out.partition("\nTRACE: ")[2].splitlines()]

    return run


def line_with(pack: Path, file: str, part: str) -> str:
    lines = (pack / file).read_text("utf-8").splitlines()
    (number,) = [number for number, line in enumerate(lines, start=1) if part in line]
    return f"{file}:{number}"


@pytest.mark.parametrize("chosen_one", [True, False], ids=["as shipped", "without early answers"])
def test_traced_sum_is_the_engines_score_for_every_page_and_family(chosen_one: bool) -> None:
    """Worked out twice: by the engine from its tables, and by the trace from the lines it shows."""
    pieces, pack = load_with_lines(SHIPPED)
    for case in pack.cases[:: 1 if chosen_one else 3]:
        answers = answers_of(case, pack)
        if not chosen_one:
            answers = type(answers)(None, answers.signs, dict(list(answers.chosen.items())[1:]))
        for candidate in assess(pack, answers).candidates[:3]:
            traced = trace_candidate(pieces, answers, candidate.condition)
            assert traced.score == pytest.approx(candidate.score, abs=0.0005), (case.id, candidate.condition)
            weights = {reason.question: reason.weight for reason in candidate.reasons}
            found = {each.question: each.weight for each in traced.questions}
            found |= {AGE_REASON: traced.age.weight.value} if traced.age else {}
            assert found == pytest.approx(weights, abs=0.0005)


def test_word_frequency_and_background_stand_with_their_lines(pack: Path, trace: Trace) -> None:
    lines = trace(BEADS_ON_FACE)
    at = lines.index("Look: White beads")
    assert lines[at + 1 : at + 5] == [
        f"always ({line_with(pack, 'conditions/beads.yaml', 'beads: always')}) is 0.95"
        f" ({line_with(pack, WEIGHTS, 'always:')})",
        "one answer only: over 0.955, the sum of all its options' numbers",
        f"whatever the cause: 0.5 ({line_with(pack, WEIGHTS, 'beads: 0.5')})",
        "ln(0.95 / 0.955 / 0.5) = +0.688",
    ]


def test_answer_that_goes_with_a_stronger_one_says_so(pack: Path, trace: Trace) -> None:
    lines = trace(BEADS_ON_FACE)
    at = lines.index("Where: Face")
    assert lines[at + 3 : at + 6] == [
        "ln(0.7 / 0.5) = +0.336",
        f"goes with 'look' ({line_with(pack, WEIGHTS, 'together:')}), which counts whole;",
        f"so this counts 0.6 of itself ({line_with(pack, WEIGHTS, 'repeated:')}) = +0.202",
    ]


def test_several_answers_are_divided_by_the_root_of_how_many(trace: Trace) -> None:
    lines = trace("chosen: {place: [face, back]}\n")
    assert "2 answers: their sum over the root of 2 = -0.094" in lines


def test_age_and_how_common_it_is_stand_with_their_lines(pack: Path, trace: Trace) -> None:
    edit(pack, PATCHES, "ages: {from_days: 28}", "ages: {from_days: 28}\nusual_ages: {from_days: 60}")
    lines = trace("age: {days: 30}\nchosen: {look: [patches]}\n")
    at = lines.index(f"Age: ages ({line_with(pack, PATCHES, 'ages: {from_days: 28}')})")
    assert lines[at + 1 : at + 5] == [
        f"usual_ages ({line_with(pack, PATCHES, 'usual_ages')})",
        f"seldom: -0.700 ({line_with(pack, WEIGHTS, 'seldom')})",
        f"How common: common ({line_with(pack, PATCHES, 'commonness')})",
        f"-0.500 ({line_with(pack, WEIGHTS, '  common:')})",
    ]


def test_finding_that_a_page_leaves_out_counts_as_unmentioned(pack: Path, trace: Trace) -> None:
    edit(pack, "conditions/beads.yaml", "place: {face: usual, back: sometimes}", "place: {}")
    lines = trace("chosen: {place: [face]}\n")
    where = f"not on the page: 'unmentioned', {line_with(pack, WEIGHTS, 'unmentioned')}"
    assert f"rare ({where}) is 0.05 ({line_with(pack, WEIGHTS, '  rare: 0.05')})" in lines


def test_answer_without_a_share_of_its_own_has_the_usual_one(pack: Path, trace: Trace) -> None:
    edit(pack, CHECKLIST, "text: Back}", "text: Back}\n      - {id: nose, text: Nose}")
    for page in ("beads", "patches"):
        edit(pack, f"conditions/{page}.yaml", "back: sometimes", "back: sometimes, nose: always")
    lines = trace("chosen: {place: [nose]}\n")
    usual = line_with(pack, WEIGHTS, "usual_background")
    assert f"whatever the cause: 0.25 ({usual})" in lines


def test_sign_that_was_answered_is_named_with_its_line(pack: Path, trace: Trace) -> None:
    lines = trace("signs: {sore: cannot-tell}\n")
    at = lines.index(f"sore ({line_with(pack, SIGNS, 'id: sore')}): Sore skin.")
    assert lines[at + 1 : at + 3] == [
        f"leads to 'see-today' ({line_with(pack, SIGNS, 'action: see-today')}), same-day",
        "asked, and answered cannot-tell",
    ]


def test_temperature_that_decides_is_named_with_its_line(pack: Path, trace: Trace) -> None:
    edit(pack, SIGNS, "sign: A fever.", "sign: A fever.\n    temperature: {from_c: 38}")
    lines = trace("age: {days: 9}\nother_signs: no\ntemperature: 38.4\n")
    assert "asked, and answered no" in lines
    assert f"38.4 °C is within its 'temperature' ({line_with(pack, SIGNS, 'temperature:')})" in lines


def test_answers_that_met_a_rule_stand_beside_its_lines(pack: Path, trace: Trace) -> None:
    edit(pack, SIGNS, "any_of: [back]}", "any_of: [back]}\n    unless: [{question: place, any_of: [face]}]")
    lines = trace("age: {years: 1}\nother_signs: no\nchosen: {look: [patches], place: [back]}\n")
    at = lines.index(f"pale-back ({line_with(pack, SIGNS, 'id: pale-back')}): Pale patches on the back.")
    of_back = line_with(pack, SIGNS, "any_of: [back]")
    of_look = f"{SIGNS}:{int(of_back.partition(':')[2]) - 1}"
    assert lines[at + 2 : at + 5] == [
        f"when ({of_look}): Look: Pale patches",
        f"when ({of_back}): Where: Back",
        f"no answer is one of 'unless' ({line_with(pack, SIGNS, 'unless')})",
    ]


def test_rule_that_hangs_on_an_answer_is_open(pack: Path, trace: Trace) -> None:
    lines = trace("age: {years: 1}\nother_signs: no\nchosen: {look: [patches]}\n")
    assert f"pale-back ({line_with(pack, SIGNS, 'id: pale-back')}), routine: place" in lines


def test_last_rule_says_which_answer_kept_from_home(pack: Path, trace: Trace) -> None:
    lines = trace("age: {years: 1}\nchosen: {look: [patches]}\n")
    assert "not every danger sign was answered" in lines
    (kept,) = [line for line in lines if line.startswith("not_at_home")]
    assert kept == f"not_at_home ({SIGNS}:{len((pack / SIGNS).read_text().splitlines())}): Look: Pale patches"
