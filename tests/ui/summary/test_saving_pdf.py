"""Asking where the PDF goes, and what is said afterwards."""

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from guide.ui.family import Family
from guide.ui.summary.page import SummaryPage
from tests.ui.summary.conftest import PageMaker
from tests.ui.summary.reading import shown


@pytest.fixture
def page(make_page: PageMaker, mia: Family) -> SummaryPage:
    return make_page(mia)


def choose(page: SummaryPage, path: Path) -> None:
    """As a parent does in the dialog."""
    page.foot.pdf_button.click()
    dialog = shown(page, QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_saved_pdf_is_readable_by_its_owner_alone(page: SummaryPage, tmp_path: Path) -> None:
    choose(page, tmp_path / "for-the-doctor.pdf")
    assert stat.S_IMODE((tmp_path / "for-the-doctor.pdf").stat().st_mode) == 0o600


def test_the_page_says_what_was_saved(page: SummaryPage, tmp_path: Path) -> None:
    choose(page, tmp_path / "for-the-doctor.pdf")
    assert page.foot.saved_label.text() == "Saved: for-the-doctor.pdf"
    assert page.foot.saved_label.isVisible()


def test_a_changed_choice_takes_back_that_it_was_saved(page: SummaryPage, tmp_path: Path) -> None:
    choose(page, tmp_path / "for-the-doctor.pdf")
    page.choices.boxes["care"].click()
    assert not page.foot.saved_label.isVisible()


def test_the_proposed_name_holds_the_day_and_no_name(page: SummaryPage) -> None:
    page.foot.pdf_button.click()
    (proposed,) = shown(page, QFileDialog).selectedFiles()
    assert Path(proposed).name == "skin-summary-2026-11-22.pdf"


@pytest.mark.parametrize("typed", ["doctor", "doctor.november"])
def test_a_missing_ending_is_added(page: SummaryPage, tmp_path: Path, typed: str) -> None:
    choose(page, tmp_path / typed)
    assert (tmp_path / f"{typed}.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("answer", "kept"), [("Replace", False), ("Cancel", True)])
def test_a_file_met_only_by_the_added_ending_is_asked_about(
    page: SummaryPage, tmp_path: Path, answer: str, kept: bool
) -> None:
    there = tmp_path / "doctor.november.pdf"
    there.write_bytes(b"mine")
    choose(page, tmp_path / "doctor.november")
    box = shown(page, QMessageBox)
    assert box.text() == "There is a file doctor.november.pdf already. Replace it?"
    next(button for button in box.buttons() if button.text().replace("&", "") == answer).click()
    assert (there.read_bytes() == b"mine") is kept


def test_a_pdf_that_could_not_be_saved_is_said_calmly(page: SummaryPage, tmp_path: Path) -> None:
    (tmp_path / "taken.pdf").mkdir()
    page.foot.pdf_button.click()
    shown(page, QFileDialog).fileSelected.emit(str(tmp_path / "taken.pdf"))
    assert "could not be saved there" in shown(page, QMessageBox).text()
    assert not page.foot.saved_label.isVisible()
