"""Printing a page or a comparison: a dialog for the printer, or a PDF where there is no printer."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from guide.errors import GuideError
from guide.ui import messages
from guide.ui.paper.paper import Paper
from guide.ui.paper.printing import print_paper
from guide.ui.summary.pdf_place import ask_for_place


def print_guide(parent: QWidget, paper: Paper, name: str, day: date) -> None:
    """``name`` is that of the PDF, without its ending."""
    print_paper(parent, paper, paper.title, partial(ask_for_pdf, parent, paper, name, day))


def ask_for_pdf(parent: QWidget, paper: Paper, name: str, day: date) -> None:
    dialog = ask_for_place(parent, day, partial(_save, parent, paper))
    dialog.selectFile(name.replace("/", "-") + ".pdf")


def _save(parent: QWidget, paper: Paper, path: Path) -> None:
    try:
        paper.save_pdf(path)
    except GuideError as problem:
        messages.show_problem(parent, problem)
