"""Reading back the PDF a page makes."""

import shutil
import subprocess
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog

from guide.ui.summary.page import SummaryPage

Dialog = TypeVar("Dialog", bound=QDialog)

needs_pdftotext = pytest.mark.skipif(
    not all(map(shutil.which, ("pdftotext", "pdfinfo"))), reason="poppler's tools are not installed"
)


def pdf_text(page: SummaryPage, folder: Path) -> str:
    """All words of the PDF, one space between them."""
    return " ".join(_said_by(["pdftotext", "-layout", str(_saved(page, folder)), "-"]).split())


def page_size(page: SummaryPage, folder: Path) -> tuple[int, int]:
    said = _said_by(["pdfinfo", str(_saved(page, folder))])
    line = next(line for line in said.splitlines() if line.startswith("Page size:"))
    _, _, width, _, height, *_ = line.split()
    return round(float(width)), round(float(height))


def shown(page: SummaryPage, kind: type[Dialog]) -> Dialog:
    """The one dialog of this kind the page has opened."""
    (dialog,) = page.findChildren(kind)
    return dialog


def _saved(page: SummaryPage, folder: Path) -> Path:
    path = folder / "read.pdf"
    page.save_pdf(path)
    return path


def _said_by(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
