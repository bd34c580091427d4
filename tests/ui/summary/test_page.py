"""What a parent sees and does on the doctor's page."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from guide.domain.diary import Child
from guide.errors import GuideError
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.summary.draft import SummaryDraft
from tests.ui.paper import samples
from tests.ui.summary.conftest import CLOCK, WIDE, PageMaker
from tests.ui.summary.reading import needs_pdftotext, page_size, pdf_text, shown

PROPOSED = "upper back: spots since 3 Nov 2026, about 8 now."


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("details", "allergies: none known"),
        ("course", "What changed over time"),
        ("photos", "Photos"),
        ("check", "Last symptom check"),
        ("care", "Care tried"),
        ("questions", "Our questions"),
    ],
)
@needs_pdftotext
def test_what_is_not_ticked_is_not_on_the_page(
    make_page: PageMaker, mia: Family, tmp_path: Path, part: str, words: str
) -> None:
    page = make_page(mia)
    page.choices.questions_edit.setPlainText("When should they be gone?")
    assert words in pdf_text(page, tmp_path)
    page.choices.boxes[part].click()
    assert words not in pdf_text(page, tmp_path)


@needs_pdftotext
def test_each_line_of_questions_is_a_question_on_the_page(
    make_page: PageMaker, mia: Family, tmp_path: Path
) -> None:
    page = make_page(mia)
    page.choices.questions_edit.setPlainText("Is it <b>catching</b>?\n\n  Which cream?  ")
    assert "1. Is it <b>catching</b>? 2. Which cream?" in pdf_text(page, tmp_path)


@needs_pdftotext
def test_last_two_weeks_leave_older_notes_off_the_page(
    make_page: PageMaker, mia: Family, tmp_path: Path
) -> None:
    page = make_page(mia)
    assert "about 15" in pdf_text(page, tmp_path)
    page.choices.recent_chip.click()
    text = pdf_text(page, tmp_path)
    assert "about 15" not in text
    assert "about 12" in text
    assert page.choices.dates_label.text() == "10 Nov 2026 – 20 Nov 2026 · 3 notes"
    assert page.choices.boxes["photos"].text() == "Photos (3)"


def test_why_we_came_is_proposed_from_the_diary(make_page: PageMaker, mia: Family) -> None:
    assert make_page(mia).choices.why_edit.toPlainText() == PROPOSED


def test_proposal_follows_the_diary_until_the_parent_writes(make_page: PageMaker, mia: Family) -> None:
    page = make_page(mia)
    mia.save_note(samples.note(date(2026, 11, 21), how_many=1).note)
    assert page.choices.why_edit.toPlainText().endswith("since 3 Nov 2026, one now.")


def test_what_the_parent_wrote_is_never_overwritten(make_page: PageMaker, mia: Family) -> None:
    page = make_page(mia)
    page.choices.why_edit.setPlainText("Bumps after the bath")
    mia.save_note(samples.note(date(2026, 11, 21), how_many=1).note)
    assert page.choices.why_edit.toPlainText() == "Bumps after the bath"


def test_a_proposal_the_parent_emptied_stays_empty(make_page: PageMaker, mia: Family) -> None:
    page = make_page(mia)
    page.choices.why_edit.clear()
    page.refresh()
    assert page.choices.why_edit.toPlainText() == ""


def test_a_page_made_anew_goes_on_with_what_was_typed_and_chosen(make_page: PageMaker, mia: Family) -> None:
    draft = SummaryDraft()
    first = make_page(mia, draft=draft)
    first.choices.questions_edit.setPlainText("Which cream?")
    first.choices.boxes["photos"].click()
    first.choices.recent_chip.click()
    second = make_page(mia, draft=draft).choices
    assert second.questions_edit.toPlainText() == "Which cream?"
    assert not second.boxes["photos"].isChecked()
    assert second.recent_chip.isChecked()


def test_questions_of_one_child_are_not_shown_for_another(make_page: PageMaker, mia: Family) -> None:
    page = make_page(mia)
    page.choices.questions_edit.setPlainText("Which cream?")
    mia.save_child(Child("c2", "Ben", None))
    assert page.choices.questions_edit.toPlainText() == ""
    mia.choose(samples.MIA.id)
    assert page.choices.questions_edit.toPlainText() == "Which cream?"


@needs_pdftotext
@pytest.mark.parametrize(("region", "size"), [("any", (595, 842)), ("us", (612, 792))])
def test_paper_has_the_size_of_the_region(
    make_page: PageMaker, mia: Family, tmp_path: Path, region: str, size: tuple[int, int]
) -> None:
    page = make_page(mia, region=region)
    sheet = page.preview.sheets[0]
    assert page_size(page, tmp_path) == size
    assert sheet.heightForWidth(size[0]) == size[1]


def test_preview_follows_what_is_typed(make_page: PageMaker, mia: Family, qtbot: QtBot) -> None:
    page = make_page(mia, size=(WIDE[0], 1200))  # high enough that no scroll bar comes and goes
    qtbot.waitUntil(lambda: page.preview.sheets[0].width() > WIDE[0] / 2)
    before = page.preview.sheets[0].grab().toImage()
    assert page.preview.sheets[0].grab().toImage() == before
    page.choices.why_edit.setPlainText("Bumps after the bath")

    def changed() -> bool:
        after = page.preview.sheets[0].grab().toImage()
        return after.size() == before.size() and after != before

    qtbot.waitUntil(changed)


def test_each_sheet_of_the_preview_has_its_name(make_page: PageMaker, mia: Family) -> None:
    for item in samples.many_notes(60):
        mia.save_note(item.note)
    names = [sheet.accessibleName() for sheet in make_page(mia).preview.sheets]
    assert len(names) > 1
    assert names == [f"Page {number} of {len(names)}" for number in range(1, len(names) + 1)]


def test_paper_is_white_in_the_dark(make_page: PageMaker, mia: Family) -> None:
    sheet = make_page(mia, appearance="dark").preview.sheets[0]
    assert sheet.grab().toImage().pixelColor(20, 20).name() == "#ffffff"


def test_a_hidden_page_shows_what_was_written_meanwhile(make_page: PageMaker, mia: Family) -> None:
    page = make_page(mia)
    page.hide()
    mia.save_note(samples.note(date(2026, 11, 21), how_many=3).note)
    assert "about 8 now" in page.choices.why_edit.toPlainText()
    page.show()
    assert "about 3 now" in page.choices.why_edit.toPlainText()


@needs_pdftotext
def test_a_page_never_shown_makes_its_pdf(make_page: PageMaker, mia: Family, tmp_path: Path) -> None:
    assert "Skin summary: Mia" in pdf_text(make_page(mia, shown=False), tmp_path)


def test_without_a_child_the_page_offers_to_add_one(
    make_page: PageMaker, family: Family, qtbot: QtBot
) -> None:
    page = make_page(family)
    assert not page.foot.isVisible()
    with qtbot.waitSignal(page.child_wanted):
        page.child_button.click()
    family.save_child(samples.MIA)
    assert page.foot.isVisible()
    assert not page.child_button.isVisible()


def test_without_a_child_no_pdf_is_made(make_page: PageMaker, family: Family, tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="add your child"):
        make_page(family).save_pdf(tmp_path / "page.pdf")
    assert not (tmp_path / "page.pdf").exists()


def test_an_empty_diary_still_makes_a_page(make_page: PageMaker, family: Family) -> None:
    family.save_child(samples.MIA)
    page = make_page(family)
    assert "Nothing is in the diary yet" in page.state_label.text()
    assert page.state_label.isVisible()
    assert len(page.preview.sheets) == 1


def test_a_diary_that_did_not_open_says_why(make_page: PageMaker, tmp_path: Path) -> None:
    problem = GuideError("The diary is damaged. Nothing was changed.")
    page = make_page(Family(None, Preferences(tmp_path), CLOCK, problem))
    assert page.state_label.text() == "The diary is damaged. Nothing was changed."
    assert not page.child_button.isVisible()
    assert not page.choices.isVisible()


def test_the_preview_is_beside_the_choices_or_below_them(
    make_page: PageMaker, mia: Family, qtbot: QtBot
) -> None:
    page = make_page(mia)

    def corner() -> QPoint:
        return page.preview.mapTo(page, QPoint(0, 0))

    qtbot.waitUntil(lambda: corner().x() > page.choices.width())
    page.resize(692, 540)
    qtbot.waitUntil(lambda: corner().x() < 40 and corner().y() > page.choices.height())
    page.resize(*WIDE)
    qtbot.waitUntil(lambda: corner().x() > page.choices.width())


def test_without_a_printer_the_page_offers_a_pdf(make_page: PageMaker, mia: Family) -> None:
    page = make_page(mia)
    page.foot.print_button.click()
    box = shown(page, QMessageBox)
    assert box.text().startswith("No printer is set up on this computer.")
    next(button for button in box.buttons() if "PDF" in button.text()).click()
    assert shown(page, QFileDialog).isVisible()


def test_print_support_is_not_loaded_with_the_page() -> None:
    code = "import guide.ui.summary.page, sys; print('PySide6.QtPrintSupport' in sys.modules)"
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
