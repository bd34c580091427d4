"""Words on paper: plain text of any length and script, broken into lines that fit."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

INK, MUTED, BRAND, ACCENT = "#1F2B33", "#5A6872", "#0E6467", "#9F4A15"

# Lines are set ten times as large and painted at a tenth, for Qt counts a font's size in whole pixels.
# So lines break at the same words on the screen, the printer and in a PDF.
_LARGER = 10
_LEADING = 1.32


@dataclass(frozen=True, slots=True)
class Look:
    """``size`` in points."""

    family: str
    size: float
    bold: bool = False
    colour: str = INK
    to_right: bool = False

    @property
    def height(self) -> float:
        return self.size * _LEADING

    def font(self) -> QFont:
        font = QFont(self.family) if self.family else QFont()
        font.setPixelSize(round(self.size * _LARGER))
        font.setBold(self.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


@dataclass(frozen=True, slots=True)
class Line:
    """One line ready to be painted; it holds the whole text's layout, which Qt needs to paint it."""

    layout: QTextLayout
    line: QTextLine
    look: Look
    height: float

    @property
    def natural_width(self) -> float:
        return self.line.naturalTextWidth() / _LARGER

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.translate(x, y + (self.height - self.line.height() / _LARGER) / 2)
        painter.scale(1 / _LARGER, 1 / _LARGER)
        painter.setPen(QColor(self.look.colour))
        self.line.draw(painter, QPointF(0, 0))
        painter.restore()


def typeset(text: str, look: Look, room: Callable[[], float], bold_first: int = 0) -> Iterator[Line]:
    """The text's lines; ``room`` is asked for the width of each, in points. The first letters may be bold."""
    for number, paragraph in enumerate(plain(text).split("\n")):
        yield from _lines(paragraph, look, room, bold_first if number == 0 else 0)


def lines_in(width: float, text: str, look: Look) -> list[Line]:
    return list(typeset(text, look, lambda: width))


def one_line(width: float, text: str, look: Look) -> Line:
    """Cut with an ellipsis where it is too long."""
    metrics = QFontMetricsF(look.font())
    flat = " ".join(plain(text[:1000]).split())
    short = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, width * _LARGER)
    # A little more room, for the width of a line and the sum of its letters differ by a rounding.
    return lines_in(width + 1, short, look)[0]


def plain(text: str) -> str:
    """Line ends as one kind."""
    return "\n".join(text.replace("\t", " ").splitlines())


def _lines(paragraph: str, look: Look, room: Callable[[], float], bold_first: int) -> Iterator[Line]:
    layout = QTextLayout(paragraph, look.font())
    layout.setTextOption(_option(look.to_right or _reads_to_left(paragraph)))
    layout.setFormats(_bold(bold_first))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room() * _LARGER)
        yield Line(layout, line, look, max(look.height, line.height() / _LARGER))
    layout.endLayout()


def _reads_to_left(paragraph: str) -> bool:
    """By its first letter that has a direction, as Qt decides it."""
    directions = map(unicodedata.bidirectional, paragraph)
    return next((way in ("R", "AL") for way in directions if way in ("L", "R", "AL")), False)


def _option(to_right: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft)
    return option


def _bold(count: int) -> list[QTextLayout.FormatRange]:
    if not count:
        return []
    span = QTextLayout.FormatRange()
    span.start, span.length = 0, count
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    span.format = form
    return [span]
