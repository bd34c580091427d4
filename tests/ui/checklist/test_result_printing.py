"""Printing the result where there is no printer: a PDF is offered, as for the pages of the guide."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from guide.domain.pack import ContentPack
from guide.ui.checklist.printing import print_check
from guide.ui.family import Family
from tests.ui.checklist.results import MILIA, answered, check_before
from tests.ui.reading import button_named


def test_without_a_printer_the_result_is_saved_as_a_pdf_without_the_childs_name(
    printerless: QWidget, pack: ContentPack, family: Family, tmp_path: Path
) -> None:
    before = check_before(pack, MILIA)
    print_check(printerless, pack, pack.region("uk"), answered(pack, MILIA), family, before)
    button_named(printerless.findChildren(QMessageBox)[0], "Save as PDF…").click()
    (dialog,) = printerless.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "symptom-check-2026-11-22.pdf"
    dialog.fileSelected.emit(str(tmp_path / "check.pdf"))
    dialog.reject()
    assert (tmp_path / "check.pdf").read_bytes().startswith(b"%PDF")
