"""How hard the texts are to read, and the words that are never used."""

import re
import sys
from pathlib import Path

import pytest

from guide.content.__main__ import main
from guide.content.language import forbidden_words
from guide.content.loader import read_folder
from guide.content.reading_level import Measured, measured, plain_text, problems_of
from guide.content.yaml_pack import read_pieces
from tests.content.conftest import needs_textstat
from tests.content.edits import edit, place_of
from tests.content.fault import BEADS, CASES, GLOSSARY, INFO, SOURCES

HARD = "Keratinaceous inclusions characteristically necessitate dermatological reassurance exclusively."


def checked(pack: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, list[str]]:
    status = main(["check", str(pack), *more])
    return status, capsys.readouterr().out.splitlines()


def texts_measured(pack: Path) -> list[str]:
    """What would be measured, seen by a measure that only listens."""
    heard: list[str] = []
    pieces, _ = read_pieces(read_folder(pack))

    def listen(text: str) -> float:
        heard.append(text)
        return 0.0

    measured(pieces, listen)
    return heard


@needs_textstat
def test_hard_text_is_a_problem_at_its_line(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = edit(pack, BEADS, "They fade.", HARD)
    status, lines = checked(pack, capsys)
    line, column = place_of(text, HARD)
    assert status == 1
    assert len(lines) == 1
    assert re.match(
        rf"{BEADS}:{line}:{column}: this text needs [\d.]+ years of school, more than 8;", lines[0]
    )


@needs_textstat
def test_long_sentence_of_short_words_is_hard_too(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(pack, BEADS, "They fade.", " and ".join(["they fade by day"] * 8) + ".")
    status, lines = checked(pack, capsys)
    assert (status, len(lines)) == (1, 1)


@needs_textstat
def test_short_texts_are_measured_together(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for old in ("They do no harm.", "They turn sore.", "Nobody did anything wrong.", "They do not hurt."):
        text = edit(pack, BEADS, old, "Dermatological reassurance necessary.")
    edit(pack, BEADS, "No need to stay at home.", "Dermatological reassurance necessary.")
    edit(pack, BEADS, "A doctor looks at them.", "Dermatological reassurance necessary.")
    _, lines = checked(pack, capsys)
    line, column = place_of(text, "Tiny white beads")
    assert [each.partition(" need")[0] for each in lines] == [
        f"{BEADS}:{line}:{column}: the short texts of this file together"
    ]


@needs_textstat
def test_figures_are_printed_only_when_asked_for(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(pack, capsys) == (0, [])
    status, (line,) = checked(pack, capsys, "--figures")
    assert status == 0
    numbers = r"\d+ texts, median -?[\d.]+, highest [\d.]+ \(.+:\d+\), limits 6 and 8"
    assert re.fullmatch(rf"reading level \(.*\): {numbers}", line)


def test_median_above_its_limit_is_a_problem_of_the_pack() -> None:
    texts = [Measured("a.yaml", line, 1, grade, False) for line, grade in enumerate([5.0, 6.1, 7.9], start=1)]
    (problem,) = problems_of(texts)
    assert str(problem).startswith("pack.yaml:1:1: half of the texts need 6.1 years of school or more")


def test_grades_at_their_limits_are_no_problem() -> None:
    assert problems_of([Measured("a.yaml", 1, 1, grade, False) for grade in (4.0, 6.0, 8.0)]) == []
    assert problems_of([]) == []


def test_names_of_conditions_and_explained_words_count_as_short_words(pack: Path) -> None:
    edit(pack, BEADS, "[Milk spots]", "[Miliaria crystallina]")
    edit(pack, GLOSSARY, "[lesions]", "[antihistamines]")
    edit(
        pack,
        BEADS,
        "They fade.",
        "'Miliaria crystallina, Crystallina or patches, antihistamines do not help.'",
    )
    assert "rash, rash or rash, rash do not help." in texts_measured(pack)


def test_name_within_a_longer_word_is_left_alone() -> None:
    names = re.compile(r"(?<!\w)(?:wart)(?!\w)")
    assert plain_text("Awart, wart, warty", names) == "Awart, rash, warty"


def test_number_is_one_short_word_and_ends_no_sentence() -> None:
    never = re.compile("(?!)")
    text = "38.0 °C (100.4 °F) or more: call {emergency_number}."
    assert plain_text(text, never) == "rash °C (rash °F) or more: call rash."


def test_what_no_parent_reads_is_not_measured(pack: Path) -> None:
    edit(pack, SOURCES, "Diagnosis of small spots", f"{HARD} {HARD}")
    edit(pack, CASES, "Ben is hot.", HARD)
    assert not [text for text in texts_measured(pack) if "Keratinaceous" in text]


@needs_textstat
def test_broken_file_does_not_keep_the_others_from_being_measured(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(pack, BEADS, "They fade.", HARD)
    edit(pack, "weights.yaml", "well: 1.5", "well: good")
    assert [line.partition(":")[0] for line in checked(pack, capsys)[1]] == [BEADS, "weights.yaml"]


def test_missing_tool_is_said_in_one_line_and_the_check_goes_on(
    pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    edit(pack, BEADS, "They fade.", HARD)
    assert main(["check", str(pack), "--figures"]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("The reading level was not measured: textstat is not installed;")
    assert shown.err.count("\n") == 1


def test_pack_in_another_language_is_not_measured(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(pack, INFO, "language: en", "language: de")
    edit(pack, BEADS, "They fade.", HARD)
    assert main(["check", str(pack)]) == 0
    assert "only be done for English" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "Your baby has milia.",
        "YOUR  CHILD\nHAS it.",
        "Your newborn has got spots.",
        "The diagnosis is clear.",
        "They diagnose it by looking.",
        "A child who suffers from eczema.",
        "You have nothing to worry about.",
        "There is no need to worry.",
        "Don’t worry.",
        "It is definitely harmless.",
        "This is clearly milia.",
        "Certainly safe.",
        "This is guaranteed to work.",
    ],
)
def test_text_that_claims_too_much_is_refused(text: str) -> None:
    assert ": " in forbidden_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is not a diagnosis.",
        "Show your baby to a doctor.",
        "Your baby hasn't fed.",
        "The rash your baby had before.",
        "If you are worried, call.",
        "A doctor can tell for sure.",
    ],
)
def test_text_that_claims_nothing_is_let_through(text: str) -> None:
    assert forbidden_words(text) == ""
