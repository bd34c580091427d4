"""Printing a page where there is no printer: a PDF is offered instead."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from guide.domain.pack import ContentPack
from guide.ui.conditions.printing import print_guide
from guide.ui.paper.guide_paper import PrintedFor
from guide.ui.paper.page_paper import PagePaper
from guide.ui.theme import FAMILY
from tests.ui.reading import button_named

DAY = date(2026, 11, 22)


def test_without_a_printer_the_page_is_saved_as_a_pdf(
    printerless: QWidget, pack: ContentPack, tmp_path: Path
) -> None:
    paper = PagePaper(pack.condition["milia"], PrintedFor(pack, pack.region("uk"), 2, FAMILY))
    print_guide(printerless, paper, "milia", DAY)
    (box,) = printerless.findChildren(QMessageBox)
    button_named(box, "Save as PDF…").click()
    (dialog,) = printerless.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "milia.pdf"
    dialog.fileSelected.emit(str(tmp_path / "milia.pdf"))
    dialog.reject()
    assert (tmp_path / "milia.pdf").read_bytes().startswith(b"%PDF")


def test_a_place_that_takes_no_file_is_said_calmly(
    printerless: QWidget, pack: ContentPack, tmp_path: Path
) -> None:
    paper = PagePaper(pack.condition["milia"], PrintedFor(pack, pack.region("uk"), 2, FAMILY))
    print_guide(printerless, paper, "milia", DAY)
    button_named(printerless.findChildren(QMessageBox)[0], "Save as PDF…").click()
    (dialog,) = printerless.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "gone" / "milia.pdf"))
    dialog.reject()
    assert "could not be saved there" in printerless.findChildren(QMessageBox)[-1].text()
