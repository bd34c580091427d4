"""Printing a paper: a dialog for the printer, or a calm word where there is none."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from guide.errors import GuideError
from guide.ui import messages
from guide.ui.paper.paper import Paper

translate = QCoreApplication.translate


def print_paper(parent: QWidget, paper: Paper, title: str, on_pdf_wanted: Callable[[], None]) -> None:
    """``title`` is shown in the printer's queue, where others may read it: no name of a child."""
    if not QPrinterInfo.availablePrinterNames():
        said = translate(
            "paper", "No printer is set up on this computer. You can save a PDF and print it elsewhere."
        )
        messages.ask(parent, said, translate("paper", "Save as PDF…"), on_pdf_wanted)
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(paper.size, QPageSize.Unit.Point))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for option in (QPrintDialog.PrintDialogOption.PrintToFile, QPrintDialog.PrintDialogOption.PrintPageRange):
        dialog.setOption(option, False)
    dialog.accepted.connect(lambda: _print_on(parent, printer, paper))
    # WORKAROUND: PySide6 knows QPrintDialog.open only with a slot's signature; the one without is QDialog's.
    QDialog.open(dialog)


def _print_on(parent: QWidget, printer: QPrinter, paper: Paper) -> None:
    try:
        paper.paint_to(printer)
    except GuideError as problem:
        messages.show_problem(parent, problem)
