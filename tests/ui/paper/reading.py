"""Reading a sheet back: its words out of the PDF, its ink from the painted page."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from guide.ui.paper.paper import Paper
from guide.ui.paper.summary_paper import SummaryPaper

Sheet = Callable[..., SummaryPaper]

TOOLS = ("pdftotext", "pdfinfo", "pdffonts", "pdfimages")
needs_poppler = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="the tools to read a PDF are missing"
)


def read_by(tool: str, paper: Paper, folder: Path, *options: str) -> str:
    file = folder / "sheet.pdf"
    paper.save_pdf(file)
    ends = ["-"] if tool == "pdftotext" else []
    return subprocess.run(
        [tool, *options, str(file), *ends], capture_output=True, text=True, check=True
    ).stdout


def words_of(paper: Paper, folder: Path) -> str:
    """The sheet's text as one line, as it would be copied out of the PDF."""
    return " ".join(read_by("pdftotext", paper, folder, "-layout").split())


def pages_of(paper: Paper, folder: Path) -> list[str]:
    return read_by("pdftotext", paper, folder, "-layout").rstrip("\f\n").split("\f")


def painted(paper: Paper, index: int = 0) -> QImage:
    image = QImage(paper.size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paper.paint_page(painter, index)
    painter.end()
    return image


def inked(image: QImage, area: QRectF) -> bool:
    part = image.copy(area.toRect())
    return any(
        part.pixelColor(x, y) != QColor("white") for x in range(part.width()) for y in range(part.height())
    )
