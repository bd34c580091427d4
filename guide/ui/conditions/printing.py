"""Printing a page or a comparison: a dialog for the printer, or a PDF where there is no printer."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from guide.errors import GuideError
from guide.ui import messages
from guide.ui.paper.paper import Paper
from guide.ui.summary.pdf_place import ask_for_place

translate = QCoreApplication.translate


def print_guide(parent: QWidget, paper: Paper, name: str, day: date) -> None:
    """``name`` is that of the PDF, without its ending."""
    ask_for_pdf_here = partial(ask_for_pdf, parent, paper, name, day)
    if not QPrinterInfo.availablePrinterNames():
        said = translate(
            "conditions", "No printer is set up on this computer. You can save a PDF and print it elsewhere."
        )
        messages.ask(parent, said, translate("conditions", "Save as PDF…"), ask_for_pdf_here)
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(paper.title)
    printer.setPageSize(QPageSize(paper.size, QPageSize.Unit.Point))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for option in (QPrintDialog.PrintDialogOption.PrintToFile, QPrintDialog.PrintDialogOption.PrintPageRange):
        dialog.setOption(option, False)
    dialog.accepted.connect(lambda: _print_on(parent, printer, paper))
    # WORKAROUND: PySide6 knows QPrintDialog.open only with a slot's signature; the one without is QDialog's.
    QDialog.open(dialog)


def ask_for_pdf(parent: QWidget, paper: Paper, name: str, day: date) -> None:
    dialog = ask_for_place(parent, day, partial(_save, parent, paper))
    dialog.selectFile(name.replace("/", "-") + ".pdf")


def _save(parent: QWidget, paper: Paper, path: Path) -> None:
    try:
        paper.save_pdf(path)
    except GuideError as problem:
        messages.show_problem(parent, problem)


def _print_on(parent: QWidget, printer: QPrinter, paper: Paper) -> None:
    try:
        paper.paint_to(printer)
    except GuideError as problem:
        messages.show_problem(parent, problem)
