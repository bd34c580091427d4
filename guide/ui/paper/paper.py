"""Pages of paper: laid out for a size, painted alike on a screen, a printer and into a PDF."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from guide import __version__
from guide.domain.pack import Region
from guide.errors import GuideError
from guide.ui.paper.flow import Flow

translate = QCoreApplication.translate

_PDF_DPI = 300


def page_of(region: Region) -> QPageSize:
    """The paper that a printer in this region has in it."""
    return QPageSize(QPageSize.PageSizeId.Letter if region.paper == "Letter" else QPageSize.PageSizeId.A4)


class Paper:
    """Who makes pages says what is on them (``_laid_out``) and at their edges (``_paint_edges``)."""

    def __init__(self, title: str, page: QPageSize) -> None:
        self.title = title
        self.size = QSizeF(page.sizePoints())
        self._flow = self._laid_out(self.size)

    @property
    def page_count(self) -> int:
        return len(self._flow.pages)

    def paint_page(self, painter: QPainter, index: int) -> None:
        """In points, with the paper's corner at 0, 0; the paper itself is left as it is."""
        self._paint(painter, self._flow, index)

    def paint_to(self, device: QPagedPaintDevice) -> None:
        """All pages, laid out for the device's own paper where that is another one."""
        layout = device.pageLayout()
        layout.setMode(QPageLayout.Mode.FullPageMode)
        layout.setMargins(QMarginsF())
        device.setPageLayout(layout)
        size = QSizeF(device.pageLayout().fullRectPoints().size())
        flow = self._flow if size == self.size else self._laid_out(size)
        painter = QPainter()
        if not painter.begin(device):
            raise _not_printed("the device could not be opened")
        try:
            self._paint_all(painter, device, flow)
        finally:
            ended = painter.end()
        if not ended:
            raise _not_printed("the device did not finish")

    def pdf(self) -> bytes:
        content = QByteArray()
        target = QBuffer(content)
        target.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(target)
        writer.setPageSize(QPageSize(self.size, QPageSize.Unit.Point))
        writer.setResolution(_PDF_DPI)
        writer.setTitle(self.title)
        writer.setCreator(f"Little Spots {__version__}")
        self.paint_to(writer)
        return bytes(content.data())

    def save_pdf(self, path: Path) -> None:
        """The whole file or none: what was there before stays until the new one is on the disk."""
        content = self.pdf()
        try:
            _write_whole(path, content)
        except OSError as error:
            said = translate(
                "paper", "The PDF could not be saved there. Nothing was lost; please choose another place."
            )
            raise GuideError(said, f"pdf: {type(error).__name__} {error.errno}") from error

    def _laid_out(self, size: QSizeF) -> Flow:
        raise NotImplementedError

    def _paint_edges(self, painter: QPainter, flow: Flow, index: int) -> None:
        raise NotImplementedError

    def _paint_all(self, painter: QPainter, device: QPagedPaintDevice, flow: Flow) -> None:
        painter.scale(device.logicalDpiX() / 72, device.logicalDpiY() / 72)
        for index in range(len(flow.pages)):
            if index and not device.newPage():
                raise _not_printed("no new page")
            self._paint(painter, flow, index)

    def _paint(self, painter: QPainter, flow: Flow, index: int) -> None:
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._paint_edges(painter, flow, index)
        # A single letter may be wider than its column; it must not reach over the margin.
        painter.setClipRect(flow.frame.adjusted(-1, -1, 1, 1))
        for mark in flow.pages[index]:
            mark(painter)
        painter.restore()


def _not_printed(details: str) -> GuideError:
    said = translate(
        "paper", "The pages could not be printed. Nothing was lost; please check the printer and try again."
    )
    return GuideError(said, f"print: {details}")


def _write_whole(path: Path, content: bytes) -> None:
    """Under a short name beside the target, readable by this user only, then in its place."""
    descriptor, beside = tempfile.mkstemp(dir=path.absolute().parent, prefix=".", suffix=".pdf")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        Path(beside).replace(path)
    except OSError:
        with suppress(OSError):
            Path(beside).unlink()
        raise
