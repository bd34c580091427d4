"""Filling pages from the top down: lines and blocks are placed where there is room, else on a new page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from guide.ui.paper.text import Line, Look, typeset

POINTS_PER_MM = 72 / 25.4
MARGIN = 15 * POINTS_PER_MM
FOOTER, RUNNING_HEAD = 20.0, 20.0

Mark = Callable[[QPainter], None]
Paint = Callable[[QPainter, QRectF], None]


class Flow:
    """Pages as lists of marks in points; ``y`` is where the next thing goes."""

    def __init__(self, page: QSizeF) -> None:
        self.frame = QRectF(MARGIN, MARGIN, page.width() - 2 * MARGIN, page.height() - 2 * MARGIN - FOOTER)
        self.pages: list[list[Mark]] = [[]]
        self.y = self.frame.top()
        self._beside_width = 0.0
        self._beside_end = 0.0

    @property
    def left(self) -> float:
        return self.frame.left()

    @property
    def width(self) -> float:
        """The width at this place: less than the page's beside a block set to the right."""
        return self.frame.width() - (self._beside_width if self.y < self._beside_end else 0)

    @property
    def room(self) -> float:
        """What is left of this page."""
        return self.frame.bottom() - self.y

    @property
    def full_room(self) -> float:
        """What a further page offers."""
        return self.frame.height() - RUNNING_HEAD

    @property
    def at_top(self) -> bool:
        return not self.pages[-1]

    def turn_page(self) -> None:
        self.pages.append([])
        self.y = self.frame.top() + RUNNING_HEAD
        self._beside_end = 0.0

    def need(self, height: float) -> None:
        """Turn the page unless so much fits; what is too high for any page is not waited for."""
        if height > self.room and not self.at_top:
            self.turn_page()

    def gap(self, height: float) -> None:
        if not self.at_top:
            self.y += height

    def mark(self, mark: Mark) -> None:
        self.pages[-1].append(mark)

    def line(self, line: Line, indent: float = 0) -> None:
        self.need(line.height)
        self.mark(partial(line.paint, x=self.left + indent, y=self.y))
        self.y += line.height

    def text(self, text: str, look: Look, indent: float = 0, bold_first: int = 0) -> None:
        for line in typeset(text, look, lambda: self.width - indent, bold_first):
            self.line(line, indent)

    def block(self, height: float, paint: Paint) -> None:
        """Something that never parts, as wide as the place it stands at."""
        self.need(height)
        area = QRectF(self.left, self.y, self.width, height)
        self.mark(lambda painter: paint(painter, area))
        self.y += height

    def beside(self, width: float, height: float, paint: Paint) -> None:
        """A block at the right edge; what follows runs beside it."""
        self.need(height)
        area = QRectF(self.frame.right() - width, self.y, width, height)
        self.mark(lambda painter: paint(painter, area))
        self._beside_width, self._beside_end = width + 2 * POINTS_PER_MM * 3, area.bottom()

    def clear_beside(self) -> None:
        """Go on below the block at the right edge."""
        self.y = max(self.y, self._beside_end)
        self._beside_end = 0.0
