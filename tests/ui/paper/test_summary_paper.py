"""The doctor's sheet: what was written is on it, whole and readable, and nothing else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guide.domain.diary import Note
from guide.domain.summary import Choices
from guide.errors import GuideError
from guide.ui.paper.summary_paper import SummaryPaper
from tests.ui.paper.reading import Sheet, needs_poppler, painted, words_of
from tests.ui.paper.samples import MIA, TODAY, choices, course, note, pack, photo_jpeg, summary

NOTHING = Choices(
    details=False, body_map=False, course=False, photos=False, check=False, care=False, questions=False
)


@needs_poppler
def test_names_dates_and_facts_can_be_copied_out(sheet: Sheet, tmp_path: Path) -> None:
    text = words_of(sheet(), tmp_path)
    for said in (
        "Skin summary: Mia",
        "prepared by a parent",
        "22 Nov 2026",
        "born 17 Oct 2026 · 5 weeks old · allergies: none known",
        "upper back · first seen 3 Nov 2026 · fading",
        "6 Nov 2026 about 22 2 mm none 36.8 °C new ones",
        "Doctor’s notes",
        "1. When should they be gone?",
    ):
        assert said in text


@needs_poppler
def test_a_smaller_sign_in_a_note_is_shown_exactly(sheet: Sheet, tmp_path: Path) -> None:
    tricky = "temp <38 <b>not bold</b> &lt; {x} %1 <img src=/etc/passwd>"
    assert tricky in words_of(sheet(summary(chosen=replace(choices(), why=tricky))), tmp_path)
    assert "temp <38 & slept" in words_of(sheet(), tmp_path)


@needs_poppler
@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("details", "born 17 Oct 2026"),
        ("details", "allergies"),
        ("body_map", "front"),
        ("course", "What changed over time"),
        ("photos", "Photos"),
        ("check", "Last symptom check"),
        ("care", "looser vest"),
        ("questions", "fragrance-free"),
    ],
)
def test_what_was_not_chosen_is_not_there(sheet: Sheet, tmp_path: Path, left_out: str, said: str) -> None:
    assert said in words_of(sheet(), tmp_path)
    assert said not in words_of(sheet(summary(chosen=choices(**{left_out: False}))), tmp_path)


@needs_poppler
def test_with_nothing_chosen_only_the_reason_and_the_frame_are_left(sheet: Sheet, tmp_path: Path) -> None:
    text = words_of(sheet(summary(chosen=replace(NOTHING, why="A rash."))), tmp_path)
    assert text == (
        "Skin summary: Mia prepared by a parent 22 Nov 2026 Why we came A rash. Doctor’s notes "
        "Written by a parent with an offline guide. Not a diagnosis. Page 1 of 1"
    )


@needs_poppler
def test_an_allergy_that_was_not_noted_is_not_called_none(sheet: Sheet, tmp_path: Path) -> None:
    assert "allergies: not noted" in words_of(sheet(summary(replace(MIA, allergies=""))), tmp_path)


@needs_poppler
def test_a_baby_born_early_has_both_ages(sheet: Sheet, tmp_path: Path) -> None:
    text = words_of(sheet(summary(replace(MIA, weeks_early=3))), tmp_path)
    assert "5 weeks old · born 3 weeks early, counted from the due date 2 weeks old" in " ".join(text.split())


@needs_poppler
def test_temperatures_are_in_the_familys_unit(sheet: Sheet, tmp_path: Path) -> None:
    said = words_of(sheet(region="us"), tmp_path)
    assert "98.2 °F" in said
    assert "Temperature measured: 99.7 °F" in " ".join(said.split())


def test_letters_that_no_file_should_hold_do_not_stop_the_sheet(sheet: Sheet) -> None:
    odd = "a\ud800b\x00c\x1b[31m\u202e"
    assert sheet(summary(replace(MIA, name=odd), [note(TODAY, odd)], replace(choices(), why=odd))).pdf()


def test_a_photo_that_cannot_be_read_leaves_the_others(family: str) -> None:
    def some(photo_id: str) -> bytes:
        if photo_id == "p16":
            raise GuideError("This photo is damaged.")
        return b"no photo" if photo_id == "p20" else photo_jpeg(photo_id)

    one_less = SummaryPaper(summary(), pack(), some, family)
    assert painted(one_less) != painted(SummaryPaper(summary(), pack(), photo_jpeg, family))


def test_two_notes_of_one_day_both_have_a_row(sheet: Sheet) -> None:
    twice = [*course(), note(date(2026, 11, 20), "in the evening")]
    assert isinstance(twice[-1].note, Note)
    assert painted(sheet(summary(notes=twice))) != painted(sheet())
