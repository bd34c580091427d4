"""One answer to choose, with its drawing where words are not enough."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from guide.domain.questions import Option
from guide.ui.checklist.tick import Tick
from guide.ui.diary.fact_tag import FactTag
from guide.ui.pictures.plans.scene import Scene
from guide.ui.pictures.words import alt_text
from guide.ui.theme import TINY, Theme
from guide.ui.widgets.cards import CardButton
from guide.ui.widgets.drawings import WIDE_SHAPE, drawing
from guide.ui.widgets.pressing import ENTER
from guide.ui.widgets.words import words

_SMALL_SHAPE = 2.3
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class OptionCard(CardButton):
    """The tick says that it is chosen, not only the colour. ``small`` leaves the detail to `pointed`."""

    pointed = Signal()
    """The mouse or the keys came to it."""
    arrow_pressed = Signal(int, int)
    """To the right and down, each -1, 0 or 1."""

    def __init__(
        self,
        theme: Theme,
        option: Option,
        tone: int,
        *,
        one: bool,
        small: bool = False,
        last_time: bool = False,
    ) -> None:
        super().__init__(theme, "", margin=7 if small else 10)
        self._theme, self.option, self.option_id = theme, option, option.id
        self._small, self._last_time = small, last_time
        self._tick = Tick(theme, one=one)
        self._name()
        self.setCheckable(True)
        self._fill(tone)
        self.column.addStretch(1)
        self.let_clicks_through()
        self.toggled.connect(self._tick.set_on)

    def _name(self) -> None:
        option = self.option
        pictured = alt_text(self._scene()) if option.lesions else ""
        again = self.tr("Last time") if self._last_time else ""
        said = (option.text, option.detail, again, pictured)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in said if part))
        if self._small:
            self.setToolTip(option.detail)

    def _scene(self) -> Scene:
        return Scene(self.option.lesions, self.option.id, self.option.skin)

    def _fill(self, tone: int) -> None:
        if self.option.lesions and self._small:
            self.column.addLayout(self._picture_with_tick(tone))
            self.column.addWidget(self._title())
        else:
            if self.option.lesions:
                self.column.addWidget(drawing(self._theme, self._scene(), tone, shape=WIDE_SHAPE))
            row = QHBoxLayout()
            row.addWidget(self._title(), 1)
            row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row)
        if self._last_time:
            self.column.addWidget(FactTag(self._theme, self.tr("Last time")), 0, Qt.AlignmentFlag.AlignLeft)
        if self.option.detail and not self._small:
            self.column.addWidget(words(self.option.detail, "small-muted"))

    def _title(self) -> QLabel:
        return words(self.option.text, "h3")

    def _picture_with_tick(self, tone: int) -> QGridLayout:
        grid = QGridLayout()
        picture = drawing(self._theme, self._scene(), tone, shape=_SMALL_SHAPE, width=140)
        grid.addWidget(picture, 0, 0)
        inside = self._theme.px(TINY)
        corner = QHBoxLayout()
        corner.setContentsMargins(0, inside, inside, 0)
        corner.addWidget(self._tick)
        grid.addLayout(corner, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        return grid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, and goes on once it is chosen; the space bar also takes it back."""
        if event.key() in _ARROWS:
            self.arrow_pressed.emit(*_ARROWS[Qt.Key(event.key())])
        elif event.key() in ENTER and self.isChecked():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Who presses twice out of habit has chosen it once."""
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit()
