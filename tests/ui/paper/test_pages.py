"""The sheet's pages: nothing is cut, parted from what it belongs to, or painted over the edge."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontDatabase

from guide.ui.paper.flow import MARGIN
from guide.ui.paper.summary_paper import SummaryPaper
from guide.ui.paper.text import Look, lines_in
from tests.ui.paper.reading import Sheet, inked, needs_poppler, pages_of, painted, words_of
from tests.ui.paper.samples import MIA, TODAY, choices, many_notes, note, pack, photo, photo_jpeg, summary


@needs_poppler
def test_every_page_says_that_it_is_no_diagnosis(sheet: Sheet, tmp_path: Path) -> None:
    pages = pages_of(sheet(summary(notes=many_notes(60))), tmp_path)
    for number, page in enumerate(pages, start=1):
        said = f"Written by a parent with an offline guide. Not a diagnosis. Page {number} of {len(pages)}"
        assert said in page


@needs_poppler
def test_a_table_over_several_pages_repeats_its_head_and_loses_no_row(sheet: Sheet, tmp_path: Path) -> None:
    pages = pages_of(sheet(summary(notes=many_notes(90))), tmp_path)
    with_rows = [page for page in pages if "looked much the same" in page]
    assert len(with_rows) > 2
    assert all("Compared" in page[: page.index("looked much the same")] for page in with_rows)
    assert all(f"row {number} looked" in "".join(pages) for number in range(90))


@needs_poppler
def test_a_long_note_is_not_cut_by_the_end_of_a_page(sheet: Sheet, tmp_path: Path) -> None:
    notes = [note(item.note.written.at.date(), f"begin{n} " + "and on " * 60 + f"end{n}") for n, item in
             enumerate(many_notes(20))]  # fmt: skip
    pages = pages_of(sheet(summary(notes=notes)), tmp_path)
    for number in range(20):
        assert sum(f"begin{number} " in page and f"end{number}" in page for page in pages) == 1


@needs_poppler
def test_a_note_longer_than_a_page_is_poured_over_several(sheet: Sheet, tmp_path: Path) -> None:
    long = "first " + "word " * 5000 + "last"
    text = words_of(sheet(summary(notes=[note(TODAY, long)])), tmp_path)
    assert text.count("word") >= 5000
    assert "last" in text


@needs_poppler
def test_a_photo_and_its_date_stay_on_one_page(sheet: Sheet, tmp_path: Path) -> None:
    photos = [photo(number) for number in range(1, 9)]
    for rows in range(24, 36):
        notes = [*many_notes(rows), note(TODAY, "with photos", photos)]
        file = tmp_path / f"{rows}.pdf"
        sheet(summary(notes=notes)).save_pdf(file)
        listed = subprocess.run(["pdfimages", "-list", str(file)], capture_output=True, text=True, check=True)
        on_pages = [line.split()[0] for line in listed.stdout.splitlines()[2:]]
        text = subprocess.run(
            ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
        )
        dated = [
            str(number)
            for number, page in enumerate(text.stdout.split("\f"), start=1)
            for _ in range(page.count("· spot 1"))
        ]
        assert on_pages == dated


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "word " * 20_000,
        "م" * 20_000,
        "\U0001f600" * 5_000,
        "\n" * 20_000,
        "\ufdfd" * 500,
    ],
    ids=["no space", "long", "right to left", "emoji", "empty lines", "widest letter"],
)
def test_no_text_reaches_over_the_margin(sheet: Sheet, text: str) -> None:
    written = summary(replace(MIA, name=text[:300]), [note(TODAY, text)], replace(choices(), why=text))
    paper = sheet(written)
    for index in (0, paper.page_count - 1):
        image, edge = painted(paper, index), MARGIN - 2
        width, height = paper.size.width(), paper.size.height()
        assert inked(image, QRectF(MARGIN, MARGIN, width - 2 * MARGIN, 60))
        assert not inked(image, QRectF(0, 0, edge, height))
        assert not inked(image, QRectF(width - edge, 0, edge, height))
        assert not inked(image, QRectF(0, height - edge, width, edge))


def test_a_note_that_reads_from_the_right_begins_at_the_right(family: str) -> None:
    look = Look(family, 9)
    (from_left,) = lines_in(200, "left", look)
    (from_right,) = lines_in(200, "\u0645\u0631\u062d\u0628\u0627", look)
    assert from_left.line.naturalTextRect().left() == 0
    assert from_right.line.naturalTextRect().left() > 1000


@pytest.mark.usefixtures("family")
def test_marks_piled_on_a_letter_do_not_climb_over_the_margin() -> None:
    """Shown by letters that can pile marks, which the shipped ones cannot."""
    if "DejaVu Sans" not in QFontDatabase.families():
        pytest.skip("these letters are not on this computer")
    piled = summary(replace(MIA, name="a" + "\u0301" * 400))
    image = painted(SummaryPaper(piled, pack(), photo_jpeg, "DejaVu Sans"))
    assert not inked(image, QRectF(0, 0, image.width(), MARGIN - 2))


def test_an_ordinary_sheet_is_one_page(sheet: Sheet) -> None:
    only_spot = replace(summary(), spots=summary().spots[:1], map_spots=summary().map_spots[:1])
    assert sheet(only_spot).page_count == 1
