"""What every printed page of the guide has: its looks, its headings, drawings, and the line at the foot."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from guide.domain.pack import ContentPack, Region
from guide.ui.conditions.sections_further import review_line
from guide.ui.paper.contents import Looks
from guide.ui.paper.flow import FOOTER, Flow
from guide.ui.paper.paper import Paper, page_of
from guide.ui.paper.table import RULE
from guide.ui.paper.text import Look, one_line
from guide.ui.pictures.painter import paint_skin
from guide.ui.pictures.plans.scene import Scene

translate = QCoreApplication.translate

PART_GAP, PART_AFTER, INDENT = 9.0, 1.5, 11.0
# A drawing is made as for a screen, several times as fine, and set into the page.
DRAWN_WIDTH, DRAWN_HEIGHT, _FINER = 320, 216, 3


@dataclass(frozen=True, slots=True)
class PrintedFor:
    """Whose page it is: the region decides numbers and paper, the tone the drawings."""

    pack: ContentPack
    region: Region
    tone: int
    font_family: str


class GuidePaper(Paper):
    def __init__(self, title: str, printed_for: PrintedFor) -> None:
        self._for = printed_for
        self._looks = Looks.of(printed_for.font_family)
        super().__init__(title, page_of(printed_for.region))

    def _paint_edges(self, painter: QPainter, flow: Flow, index: int) -> None:
        frame, small = flow.frame, self._looks.small
        said = translate("paper", "{foot} Page {page} of {count}").format(
            foot=foot_words(self._for.pack), page=index + 1, count=len(flow.pages)
        )
        footer = one_line(frame.width(), said, small)
        footer.paint(painter, frame.left(), frame.bottom() + FOOTER - footer.height)
        if index:
            one_line(frame.width(), self.title, small).paint(painter, frame.left(), frame.top())


def foot_words(pack: ContentPack) -> str:
    said = translate("paper", "{title}, facts read {day} in the sources named.")
    read = said.format(title=pack.info.title, day=pack.info.reviewed_on)
    parts = (read, translate("paper", "Not a diagnosis."), review_line(pack.info))
    return " ".join(part for part in parts if part)


def add_part(flow: Flow, title: str, look: Look, with_it: float) -> None:
    """A heading, on the same page as the beginning of what it stands over."""
    flow.gap(PART_GAP)
    flow.need(look.height + with_it)
    flow.text(title, look)
    flow.y += PART_AFTER


def add_bullets(flow: Flow, texts: Iterable[str], look: Look, mark: str = "•") -> None:
    for text in texts:
        label = one_line(INDENT, mark, look)
        flow.need(label.height)
        flow.mark(partial(label.paint, x=flow.left, y=flow.y))
        flow.text(text, look, INDENT)


def drawn(scene: Scene, tone: int) -> QImage:
    image = QImage(DRAWN_WIDTH * _FINER, DRAWN_HEIGHT * _FINER, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_FINER)
    painter = QPainter(image)
    paint_skin(painter, QRectF(0, 0, DRAWN_WIDTH, DRAWN_HEIGHT), scene, tone)
    painter.end()
    image.setDevicePixelRatio(1)
    return image


def paint_drawing(painter: QPainter, area: QRectF, image: QImage) -> None:
    painter.drawImage(area, image)
    painter.setPen(QPen(QColor(RULE), 0.5))
    painter.drawRect(area)
