"""The doctor's sheet: laid out once for a page size, painted alike on screen, printer and PDF."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QPageSize, QPainter

from guide.domain.pack import ContentPack
from guide.domain.summary import Summary
from guide.ui.paper.contents import Looks, fill
from guide.ui.paper.figures import PhotoJpeg
from guide.ui.paper.flow import FOOTER, Flow
from guide.ui.paper.paper import Paper
from guide.ui.paper.text import one_line
from guide.ui.paper.words import heading
from guide.ui.wording import day_words

translate = QCoreApplication.translate

A4 = QPageSize(QPageSize.PageSizeId.A4)


class SummaryPaper(Paper):
    """``region_id`` decides the unit of temperatures; ``photo_jpeg`` gives a photo's bytes by its id."""

    def __init__(
        self,
        summary: Summary,
        pack: ContentPack,
        photo_jpeg: PhotoJpeg,
        font_family: str,
        *,
        region_id: str = "",
        page: QPageSize = A4,
    ) -> None:
        self._summary = summary
        self._pack = pack
        self._photo_jpeg = photo_jpeg
        self._looks = Looks.of(font_family)
        self._region = pack.region(region_id)
        # No name: a title shows in lists of files and in window titles.
        super().__init__(translate("paper", "Skin summary"), page)

    def _laid_out(self, size: QSizeF) -> Flow:
        """With smaller photos where that saves a sheet."""
        large, small = (self._filled(size, looks) for looks in (self._looks, self._looks.with_small_photos))
        return small if len(small.pages) < len(large.pages) else large

    def _filled(self, size: QSizeF, looks: Looks) -> Flow:
        flow = Flow(size)
        fill(flow, self._summary, self._pack, self._region, self._photo_jpeg, looks)
        return flow

    def _paint_edges(self, painter: QPainter, flow: Flow, index: int) -> None:
        frame, small = flow.frame, self._looks.small
        said = translate(
            "paper", "Written by a parent with an offline guide. Not a diagnosis. Page {page} of {count}"
        ).format(page=index + 1, count=len(flow.pages))
        footer = one_line(frame.width(), said, small)
        footer.paint(painter, frame.left(), frame.bottom() + FOOTER - footer.height)
        if index:
            day = one_line(frame.width(), day_words(self._summary.made_on), replace(small, to_right=True))
            day.paint(painter, frame.left(), frame.top())
            name = one_line(frame.width() - 80, heading(self._summary.child), small)
            name.paint(painter, frame.left(), frame.top())
