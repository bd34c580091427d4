"""A text whose glossary words are underlined with dots, and say what they mean where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QWidget

from guide.ui.theme import Theme
from guide.ui.widgets.glossary_words import GlossarySection, Known
from guide.ui.widgets.meaning_bubble import MeaningBubble
from guide.ui.widgets.pressing import ENTER
from guide.ui.widgets.words import words

_SHOW = (*ENTER, Qt.Key.Key_Space)
_LEAST_WIDTH = 40
_FORWARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.OtherFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def explained(theme: Theme, section: GlossarySection, text: str, look: str = "") -> QLabel:
    """A plain label, or one that explains the words that are new in this section."""
    found = section.new_in(text)
    return GlossaryLabel(theme, text, found, look) if found else words(text, look)


class GlossaryLabel(QLabel):
    """Tab goes from word to word, Enter shows the meaning of one; so does the pointer."""

    def __init__(self, theme: Theme, text: str, found: Sequence[Known], look: str = "") -> None:
        super().__init__()
        self._theme, self.known = theme, tuple(found)
        self._at = -1
        self._bubble: MeaningBubble | None = None
        self._laid_out_for: tuple[int, str] | None = None
        self._layout = QTextLayout()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        if look:
            self.setProperty("look", look)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(text)
        meanings = " ".join(each.said for each in self.known)
        said = QCoreApplication.translate("glossary", "Explained here: {meanings}")
        self.setAccessibleDescription(said.replace("{meanings}", meanings))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def word_at(self) -> Known | None:
        """The word that the keyboard is at."""
        return self.known[self._at] if 0 <= self._at < len(self.known) else None

    @property
    def bubble(self) -> MeaningBubble | None:
        return self._bubble if self._bubble is not None and self._bubble.isVisible() else None

    def show_meaning(self, known: Known) -> None:
        """Over the page, just below the word: nothing on the page moves."""
        if self._bubble is None or self._bubble.parentWidget() is not self.window():
            self._bubble = MeaningBubble(self._theme, self.window())
            self.destroyed.connect(self._bubble.deleteLater)
            for area in _scrolling_round(self):
                area.verticalScrollBar().valueChanged.connect(self._bubble.hide)
        place = self.word_rect(known)
        top_left = self.mapTo(self.window(), place.topLeft())
        self._bubble.show_below(QRect(top_left, place.size()), known.said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, known.said))

    def hide_meaning(self) -> None:
        if self._bubble is not None:
            self._bubble.hide()

    def word_rect(self, known: Known) -> QRect:
        """Where the word stands; where it is broken over two lines, its beginning."""
        return self._rects(known)[0].toAlignedRect()

    def word_under(self, point: QPoint) -> Known | None:
        near = QPointF(point)
        return next((each for each in self.known if any(r.contains(near) for r in self._rects(each))), None)

    def _rects(self, known: Known) -> list[QRectF]:
        self._lay_out(self.width())
        rects = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            start = max(known.start, line.textStart())
            end = min(known.end, line.textStart() + line.textLength())
            if start < end:
                left, right = (_x(line.cursorToX(at)) for at in (start, end))
                rects.append(QRectF(min(left, right), line.y(), abs(right - left), line.height()))
        return rects

    def _lay_out(self, width: int) -> float:
        """The height for this width. The theme's fonts and the words decide the lines, as in any label."""
        wanted = (width, self.font().toString())
        if wanted != self._laid_out_for:
            self._laid_out_for = wanted
            self._layout = QTextLayout(self.text(), self.font(), self)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            option.setTextDirection(self.layoutDirection())
            self._layout.setTextOption(option)
            self._layout.beginLayout()
            y = 0.0
            while (line := self._layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
                line.setPosition(QPointF(0, y))
                y += line.height()
            self._layout.endLayout()
        count = self._layout.lineCount()
        last = self._layout.lineAt(count - 1) if count else None
        return last.y() + last.height() if last else 0.0

    def _step(self, forward: bool) -> bool:
        wanted = self._at + (1 if forward else -1)
        if not 0 <= wanted < len(self.known):
            return False
        self._at = wanted
        self.hide_meaning()
        self.update()
        return True

    # What follows overrides Qt.

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        return int(self._lay_out(width) + 0.999)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width()))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        widest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(max(_LEAST_WIDTH, widest + 2), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        self._layout.draw(painter, QPointF(0, 0))
        for known in self.known:
            self._underline(painter, known, known is self.word_at and self.hasFocus())

    def _underline(self, painter: QPainter, known: Known, focused: bool) -> None:
        colour, thick = QColor(self._theme.colours.brand), max(1.5, self._theme.px(2) * 0.75)
        pen = QPen(colour, thick, Qt.PenStyle.DotLine)
        for rect in self._rects(known):
            painter.setPen(pen)
            y = rect.bottom() - thick
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
            if focused:
                painter.setPen(QPen(colour, 2))
                painter.drawRoundedRect(rect.adjusted(-1, 1, 1, -1), 3, 3)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._step(forward) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is Qt.FocusReason.BacktabFocusReason:
            self._at = len(self.known) - 1
        elif event.reason() in _FORWARD or self._at < 0:
            self._at = 0
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hide_meaning()
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Escape closes the meaning first, and only then whatever it closes on the page."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self.bubble
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        known = self.word_at
        if event.key() in _SHOW and known is not None:
            if self.bubble:
                self.hide_meaning()
            else:
                self.show_meaning(known)
        elif event.key() == Qt.Key.Key_Escape and self.bubble:
            self.hide_meaning()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        known = self.word_under(event.position().toPoint())
        self.setCursor(Qt.CursorShape.WhatsThisCursor if known else Qt.CursorShape.ArrowCursor)
        if known is None:
            self.hide_meaning()
        elif self.bubble is None or self.bubble.said != known.said:
            self.show_meaning(known)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        known = self.word_under(event.position().toPoint())
        if known:
            self.show_meaning(known)
        else:
            super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hide_meaning()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.hide_meaning()
        super().hideEvent(event)

    def moveEvent(self, event: object) -> None:
        self.hide_meaning()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._laid_out_for = None
            self.updateGeometry()
        super().changeEvent(event)


def _scrolling_round(widget: QWidget) -> list[QScrollArea]:
    areas = []
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            areas.append(parent)
        parent = parent.parentWidget()
    return areas


def _x(answer: object) -> float:
    """PySide gives the place together with the cursor it was asked for."""
    return float(answer[0]) if isinstance(answer, tuple) else float(str(answer))
