"""The outline of a bank card, to be made as large as a real one held against the screen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.store.settings import LEAST_PX_PER_MM, MOST_PX_PER_MM
from guide.ui.theme import SMALL, Theme

# ISO/IEC 7810, ID-1: every bank card, and most identity cards and driving licences.
CARD_MM, CARD_HEIGHT_MM, _CORNER_MM = 85.60, 53.98, 3.18
# ISO/IEC 7816-2: where the contacts of a card with a chip are. Only so that it is seen to be a card.
_CHIP_MM = QRectF(10.0, 19.0, 12.5, 11.5)
LEAST_WIDTH, MOST_WIDTH = round(LEAST_PX_PER_MM * CARD_MM), round(MOST_PX_PER_MM * CARD_MM)
_LINE = 2.0
_SHAPE = CARD_MM / CARD_HEIGHT_MM


class CardFrame(QWidget):
    """The inside is `card_width` pixels wide. Its right end is cut off where the room is too narrow."""

    width_changed = Signal(int)

    def __init__(self, theme: Theme, card_width: int) -> None:
        super().__init__()
        self._theme = theme
        self._held: tuple[QPointF, int, bool] | None = None
        self.card_width = card_width
        self.setAccessibleName(self.tr("Outline of a bank card"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    @property
    def px_per_mm(self) -> float:
        return self.card_width / CARD_MM

    @property
    def is_cut_off(self) -> bool:
        return self.card_rect().right() + _LINE > self.width()

    def set_card_width(self, width: int) -> None:
        width = min(MOST_WIDTH, max(LEAST_WIDTH, width))
        if width != self.card_width:
            self.card_width = width
            self.updateGeometry()
            self.update()
            self.width_changed.emit(width)

    def card_rect(self) -> QRectF:
        return QRectF(self._edge, self._edge, self.card_width, self.card_width / _SHAPE)

    def handles(self) -> tuple[QPointF, QPointF]:
        """The middle of the right side, and of as much of the lower side as is seen."""
        card = self.card_rect()
        seen = min(card.right(), float(self.width()))
        return QPointF(card.right(), card.center().y()), QPointF((card.left() + seen) / 2, card.bottom())

    @property
    def _edge(self) -> int:
        """Room for half a handle."""
        return self._theme.px(16)

    def _handle_at(self, place: QPointF) -> int | None:
        reach = self._theme.px(22)
        near = [(handle - place).manhattanLength() <= reach for handle in self.handles()]
        return near.index(True) if any(near) else None

    def sizeHint(self) -> QSize:
        card = self.card_rect()
        return QSize(round(card.right()) + self._edge, round(card.bottom()) + self._edge)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self._handle_at(event.position())
        if handle is not None and event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position(), self.card_width, handle == 1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            shapes = {0: Qt.CursorShape.SizeHorCursor, 1: Qt.CursorShape.SizeVerCursor}
            handle = self._handle_at(event.position())
            self.setCursor(Qt.CursorShape.ArrowCursor if handle is None else shapes[handle])
            return
        begun, width, below = self._held
        moved = event.position() - begun
        self.set_card_width(width + round(moved.y() * _SHAPE if below else moved.x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, card, corner = self._theme.colours, self.card_rect(), _CORNER_MM * self.px_per_mm
        # The line lies around the card: it is seen until a real card is just as large.
        outside = card.adjusted(-_LINE / 2, -_LINE / 2, _LINE / 2, _LINE / 2)
        painter.setPen(QPen(QColor(colours.brand), _LINE))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(outside, corner, corner)
        self._paint_chip(painter, card)
        self._paint_ruler(painter, card)
        for handle in self.handles():
            self._paint_handle(painter, handle)

    def _paint_chip(self, painter: QPainter, card: QRectF) -> None:
        scale = self.px_per_mm
        chip = QRectF(_CHIP_MM.topLeft() * scale + card.topLeft(), _CHIP_MM.size() * scale)
        painter.setPen(QPen(QColor(self._theme.colours.control_line), 1))
        painter.setBrush(QColor(self._theme.colours.sunken))
        painter.drawRoundedRect(chip, 1.5 * scale, 1.5 * scale)

    def _paint_ruler(self, painter: QPainter, card: QRectF) -> None:
        """Millimetres along the upper side, for who has a ruler and no card."""
        painter.setPen(QPen(QColor(self._theme.colours.muted), 1))
        painter.setFont(self._theme.font(SMALL))
        text = painter.fontMetrics()
        every = 20 if 20 * self.px_per_mm > 1.4 * text.horizontalAdvance("8 cm") else 40
        for mm in range(5, 81):
            x = card.left() + mm * self.px_per_mm
            long = 4.0 if mm % 10 == 0 else 3.0 if mm % 5 == 0 else 1.8
            painter.drawLine(QPointF(x, card.top()), QPointF(x, card.top() + long * self.px_per_mm))
            if mm % every == 0 and mm < 80:
                words = self.tr("{cm} cm").format(cm=mm // 10)
                base = card.top() + 4.6 * self.px_per_mm + text.ascent()
                painter.drawText(QPointF(x - text.horizontalAdvance(words) / 2, base), words)

    def _paint_handle(self, painter: QPainter, middle: QPointF) -> None:
        colours, radius = self._theme.colours, self._theme.px(13)
        painter.setPen(QPen(QColor(colours.surface), 2))
        painter.setBrush(QColor(colours.brand))
        painter.drawEllipse(middle, radius, radius)
