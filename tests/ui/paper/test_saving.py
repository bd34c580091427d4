"""Printing and saving the sheet: the right paper, a private file, all of it or nothing."""

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from guide import __version__
from guide.errors import GuideError
from guide.ui.paper.flow import MARGIN
from guide.ui.paper.summary_paper import A4
from tests.ui.paper.reading import Sheet, needs_poppler, read_by

LETTER = QPageSize(QPageSize.PageSizeId.Letter)


@needs_poppler
def test_letter_and_a4_have_their_own_size(sheet: Sheet, tmp_path: Path) -> None:
    assert "595 x 842 pts (A4)" in read_by("pdfinfo", sheet(), tmp_path)
    assert "612 x 792 pts (letter)" in read_by("pdfinfo", sheet(page=LETTER), tmp_path)


@needs_poppler
def test_the_file_tells_no_name_and_carries_its_letters(sheet: Sheet, tmp_path: Path) -> None:
    about = dict(line.split(":", 1) for line in read_by("pdfinfo", sheet(), tmp_path).splitlines())
    assert about["Title"].strip() == "Skin summary"
    assert about["Creator"].strip() == f"Little Spots {__version__}"
    assert not about["Author"].strip()
    fonts = read_by("pdffonts", sheet(), tmp_path).splitlines()[2:]
    assert all(line.split()[-5] == "yes" for line in fonts)
    content = (tmp_path / "sheet.pdf").read_bytes()
    assert b"Mia" not in content
    assert bytes(tmp_path) not in content


@needs_poppler
def test_a_printer_with_other_paper_gets_pages_of_its_own(sheet: Sheet, tmp_path: Path) -> None:
    paper = sheet()
    printer = QPdfWriter(str(tmp_path / "printed.pdf"))
    printer.setPageSize(LETTER)
    paper.paint_to(printer)
    del printer
    command = ["pdftotext", "-bbox", str(tmp_path / "printed.pdf"), "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert 'width="612.000000" height="792.000000"' in boxes
    bottoms = [float(found) for found in re.findall(r'yMax="([0-9.]+)">\w', boxes)]
    assert 700 < max(bottoms) < 792 - MARGIN + 2
    assert paper.size == QSizeF(595, 842)


def test_a_saved_sheet_is_for_this_user_only(sheet: Sheet, tmp_path: Path) -> None:
    sheet().save_pdf(tmp_path / "sheet.pdf")
    assert stat.S_IMODE((tmp_path / "sheet.pdf").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_failed_save_keeps_the_old_file_and_leaves_no_other(
    sheet: Sheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "sheet.pdf"
    old.write_bytes(b"the old one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GuideError, match="could not be saved there"):
        sheet().save_pdf(old)
    assert old.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [old]


def test_a_folder_that_is_not_there_or_takes_no_file_is_one_calm_sentence(
    sheet: Sheet, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "gone" / "a.pdf", tmp_path / "file" / "a.pdf", Path("/proc/a.pdf"), tmp_path):
        with pytest.raises(GuideError, match="could not be saved there"):
            sheet().save_pdf(place)


@needs_poppler
def test_a_printers_own_edge_moves_nothing(sheet: Sheet, tmp_path: Path) -> None:
    printer = QPdfWriter(str(tmp_path / "printed.pdf"))
    edge = QMarginsF(30, 30, 30, 30)
    printer.setPageLayout(
        QPageLayout(A4, QPageLayout.Orientation.Portrait, edge, QPageLayout.Unit.Point, edge)
    )
    sheet().paint_to(printer)
    del printer
    command = ["pdftotext", "-bbox", str(tmp_path / "printed.pdf"), "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert abs(min(float(left) for left in re.findall(r'xMin="([0-9.]+)"', boxes)) - MARGIN) < 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_device_that_cannot_be_opened_is_one_calm_sentence(sheet: Sheet, tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="could not be printed"):
        sheet().paint_to(QPdfWriter(str(tmp_path / "gone" / "a.pdf")))
