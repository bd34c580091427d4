"""The baby on screen: point at a place with the mouse or walk to it with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide.domain.pack import BodyRegion
from guide.ui.body_map.outline import MARK_RADIUS, BodyMark, body_outline, fitted, paint_body, paint_marks
from guide.ui.body_map.regions import next_region, region_at

_NEAR = 7.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BodyMap(QWidget):
    """One view of the baby. ``region_pointed`` tells where mouse or arrow keys are, "" for nowhere."""

    place_chosen = Signal(str, float, float)
    mark_chosen = Signal(str)
    region_pointed = Signal(str)

    def __init__(self, regions: Sequence[BodyRegion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(regions)
        self._view = "front"
        self._marks: tuple[BodyMark, ...] = ()
        self._pointed: BodyRegion | None = None
        self._line: QColor | None = None
        self._fill: QColor | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    @property
    def view(self) -> str:
        return self._view

    @property
    def pointed(self) -> BodyRegion | None:
        return self._pointed

    @property
    def regions(self) -> tuple[BodyRegion, ...]:
        """Those of the view shown."""
        return tuple(region for region in self._all if region.view == self._view)

    @property
    def marks(self) -> tuple[BodyMark, ...]:
        """Those of the view shown."""
        return tuple(mark for mark in self._marks if mark.view in ("", self._view))

    def set_view(self, view: str) -> None:
        if view != self._view:
            self._view = view
            self._point_at(None)
            self._describe()
            self.update()

    def set_marks(self, marks: Sequence[BodyMark]) -> None:
        """The spots of both views; those of the other one wait."""
        self._marks = tuple(marks)
        self._describe()
        self.update()

    def set_colours(self, line: QColor | None, fill: QColor | None) -> None:
        """None takes the palette's Text and Base, which follow light and dark."""
        self._line, self._fill = line, fill
        self.update()

    def point_at(self, region_id: str) -> None:
        """Move the cursor to a region of this view; an unknown id hides it."""
        self._point_at(next((region for region in self.regions if region.id == region_id), None))

    def position_of(self, x: float, y: float) -> QPointF:
        """Where a point of the map is on the widget."""
        return fitted(self._map_rect()).map(QPointF(x, y))

    def _map_rect(self) -> QRectF:
        margin = self.fontMetrics().height() / 3
        return QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)

    def _on_map(self, position: QPointF) -> QPointF:
        back, possible = fitted(self._map_rect()).inverted()
        return back.map(position) if possible else QPointF(-1, -1)

    def _point_at(self, region: BodyRegion | None) -> None:
        if region == self._pointed:
            return
        self._pointed = region
        self._describe()
        if region is not None and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, region.name))
        self.region_pointed.emit(region.id if region else "")
        self.update()

    def _describe(self) -> None:
        """The name says which map, the description which place the cursor is at."""
        name = self.tr("Body map, back") if self._view == "back" else self.tr("Body map, front")
        if self.marks:
            numbers = ", ".join(str(mark.number) for mark in self.marks)
            name = self.tr("{map}, spots {numbers}").format(map=name, numbers=numbers)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self._pointed.name
            if self._pointed
            else self.tr("Arrow keys go from place to place, Enter chooses.")
        )

    def _region_under(self, place: QPointF) -> BodyRegion | None:
        """The part at a point in the body or just beside it."""
        near = QRectF(place.x() - _NEAR, place.y() - _NEAR, 2 * _NEAR, 2 * _NEAR)
        if not body_outline(self._view).intersects(near):
            return None
        return region_at(self.regions, place.x(), place.y())

    def _mark_under(self, place: QPointF) -> BodyMark | None:
        """The one on top where marks overlap: the selected, else the last drawn."""
        hit = [
            mark
            for mark in sorted(self.marks, key=lambda mark: mark.selected)
            if (QPointF(mark.x, mark.y) - place).manhattanLength() <= 1.4 * MARK_RADIUS
        ]
        return hit[-1] if hit else None

    def _choose(self, region: BodyRegion, place: QPointF) -> None:
        inside = self._into_body(place, QPointF(region.x, region.y))
        self._point_at(region)
        self.place_chosen.emit(region.id, inside.x(), inside.y())

    def _into_body(self, place: QPointF, middle: QPointF) -> QPointF:
        """A point beside the body moves towards the part's middle until it is on the skin."""
        steps = (place + (middle - place) * step / 20 for step in range(21))
        return next((point for point in steps if body_outline(self._view).contains(point)), middle)

    def _walk(self, across: int, down: int) -> None:
        start = self._pointed
        found = next_region(self.regions, start, across, down) if start else self._first()
        if found is not None:
            self._point_at(found)

    def _first(self) -> BodyRegion | None:
        return self.regions[0] if self.regions else None

    def _choose_number(self, digit: str) -> bool:
        mark = next((mark for mark in self.marks if digit and str(mark.number) == digit), None)
        if mark is not None:
            self.mark_chosen.emit(mark.name)
        return mark is not None

    def _colours(self) -> tuple[QColor, QColor]:
        palette = self.palette()
        return (
            self._line or palette.color(QPalette.ColorRole.Text),
            self._fill or palette.color(QPalette.ColorRole.Base),
        )

    def _paint_cursor(self, painter: QPainter, region: BodyRegion) -> None:
        """A ring in two colours, seen on any fill."""
        painter.setTransform(fitted(self._map_rect()))
        ring = QRectF(region.x - region.rx, region.y - region.ry, 2 * region.rx, 2 * region.ry)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colours()[1], 3.2))
        painter.drawEllipse(ring)
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.7)
        pen.setStyle(Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawEllipse(ring)
        painter.resetTransform()

    def _paint_focus(self, painter: QPainter) -> None:
        width = max(2.0, self.fontMetrics().height() / 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), width))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, 3 * width, 3 * width)

    def sizeHint(self) -> QSize:
        unit = self.fontMetrics().height()
        return QSize(9 * unit, 17 * unit)

    def minimumSizeHint(self) -> QSize:
        unit = self.fontMetrics().height()
        return QSize(6 * unit, 11 * unit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, fill = self._colours()
        paint_body(painter, self._map_rect(), self._view, line, fill)
        if self._pointed is not None:
            self._paint_cursor(painter, self._pointed)
        paint_marks(painter, self._map_rect(), line, fill, self.marks)
        if self.hasFocus():
            self._paint_focus(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._region_under(self._on_map(event.position())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        place = self._on_map(event.position())
        mark = self._mark_under(place)
        region = self._region_under(place)
        if mark is not None:
            self.mark_chosen.emit(mark.name)
        elif region is not None:
            self._choose(region, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._walk(*_ARROWS[key])
        elif key in _CHOOSE and self._pointed is not None:
            self._choose(self._pointed, QPointF(self._pointed.x, self._pointed.y))
        elif not self._choose_number(event.text()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._pointed is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._point_at(self._first())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point_at(None)
