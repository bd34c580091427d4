"""The pages as they will be printed, painted by the same code and scaled to the room there is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from guide.ui.theme import ROOM, Theme
from guide.ui.widgets.words import clear_layout

if TYPE_CHECKING:
    from guide.ui.paper.summary_paper import SummaryPaper

_PAPER, _EDGE = "#FFFFFF", "#C9C2B6"
_WIDEST = 900


class Sheet(QWidget):
    """One page. Paper is white in the dark too."""

    reached = Signal(QWidget)

    def __init__(self, theme: Theme, paper: "SummaryPaper", index: int) -> None:
        super().__init__()
        self._theme, self._paper, self._index = theme, paper, index
        self._drawn = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        said = QCoreApplication.translate("summary", "Page {page} of {count}")
        self.setAccessibleName(said.format(page=index + 1, count=paper.page_count))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._paper.size.height() / self._paper.size.width())

    def sizeHint(self) -> QSize:
        width = self._theme.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = self.size() * self.devicePixelRatioF()
        if self._drawn.size() != wanted:
            self._draw(wanted)
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._drawn)
        wide = self.hasFocus()
        painter.setPen(QPen(QColor(self._theme.colours.brand if wide else _EDGE), 3 if wide else 1))
        inset = 1.5 if wide else 0.5
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.reached.emit(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _draw(self, size: QSize) -> None:
        """Kept until the size changes, so that scrolling does not paint every photo again."""
        self._drawn = QPixmap(size)
        self._drawn.fill(QColor(_PAPER))
        painter = QPainter(self._drawn)
        scale = size.width() / self._paper.size.width()
        painter.scale(scale, scale)
        self._paper.paint_page(painter, self._index)
        painter.end()


class _Sheets(QWidget):
    """All pages below each other, never wider than is good to read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setSpacing(theme.px(ROOM))
        self._keep_margins()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_margins()

    def _keep_margins(self) -> None:
        least = self._theme.px(ROOM)
        side = max(least, (self.width() - self._theme.px(_WIDEST)) // 2)
        self.column.setContentsMargins(side, least, side, least)


class Preview(QFrame):
    """Scrolls by itself or, once told to be whole, is as high as all its pages."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._whole = theme, False
        self.setProperty("look", "well")
        self.setAccessibleName(self.tr("Preview of the pages"))
        self._sheets = _Sheets(theme)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.accessibleName())
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._put_into_scroll()
        self._scroll.viewport().setAutoFillBackground(False)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._scroll)

    @property
    def sheets(self) -> list[Sheet]:
        items = [self._sheets.column.itemAt(index) for index in range(self._sheets.column.count())]
        return [sheet for item in items if item and isinstance(sheet := item.widget(), Sheet)]

    def show_paper(self, paper: "SummaryPaper") -> None:
        """In place of what was shown; the place one had scrolled to stays."""
        clear_layout(self._sheets.column)
        for index in range(paper.page_count):
            sheet = Sheet(self._theme, paper, index)
            sheet.reached.connect(self._scroll_to)
            self._sheets.column.addWidget(sheet)
        self._sheets.column.addStretch(1)

    def be_whole(self, whole: bool) -> None:
        if whole is self._whole:
            return
        self._whole = whole
        if whole:
            self._scroll.takeWidget()
            self._outer.addWidget(self._sheets)
            self._sheets.show()
        else:
            self._outer.removeWidget(self._sheets)
            self._put_into_scroll()
        self._scroll.setVisible(not whole)

    def _put_into_scroll(self) -> None:
        self._scroll.setWidget(self._sheets)
        # A scroll area makes its widget paint the window's colour over the well's.
        self._sheets.setAutoFillBackground(False)

    def _scroll_to(self, sheet: QWidget) -> None:
        # Later, because the scroll area itself goes to the middle of what has the focus.
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(sheet.y()))
