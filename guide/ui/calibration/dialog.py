"""The dialog in which a parent fits a drawn card to a real one, for drawings as large as on the skin."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from guide.ui.calibration.card_frame import CARD_MM, LEAST_WIDTH, MOST_WIDTH, CardFrame
from guide.ui.calibration.screens import ScreenSizes, likely_px_per_mm
from guide.ui.icons import ThemedButton
from guide.ui.theme import GAP, SMALLER, WIDE, Theme
from guide.ui.widgets.scrolling_dialog import ScrollingDialog
from guide.ui.widgets.words import words

_LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_SMALLER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class CalibrationDialog(ScrollingDialog):
    """The size is kept for the screen on which the dialog is when it is saved."""

    def __init__(self, parent: QWidget | None, theme: Theme, sizes: ScreenSizes, why: str = "") -> None:
        super().__init__(parent, theme)
        self._sizes = sizes
        self.setWindowTitle(self.tr("True size on this screen"))
        screen = parent.screen() if parent else self.screen()
        self.frame = CardFrame(theme, self._first_width(screen))
        self._fill(why)
        self.foot.addLayout(self._size_row())
        self._add_buttons(self.tr("The card fits"), self.save, "check")
        self.frame.width_changed.connect(self._on_width_changed)

    @classmethod
    def ask(
        cls, parent: QWidget, theme: Theme, sizes: ScreenSizes, why: str, on_closed: Callable[[], None]
    ) -> "CalibrationDialog":
        """``why``: a sentence on what it is good for now. ``on_closed`` is called whether saved or not."""
        dialog = cls(parent, theme, sizes, why)
        dialog.finished.connect(lambda _result: on_closed())
        dialog.open()
        dialog.slider.setFocus()
        return dialog

    def save(self) -> None:
        self._sizes.keep(self.screen(), self.frame.px_per_mm)
        self.accept()

    def _first_width(self, screen: QScreen) -> int:
        return round((self._sizes.px_per_mm(screen) or likely_px_per_mm(screen)) * CARD_MM)

    def _fill(self, why: str) -> None:
        self.column.setSpacing(self._theme.px(GAP))
        self.column.addWidget(words(self.windowTitle(), "h1"))
        if why:
            self.column.addWidget(words(why))
        how = self.tr(
            "Hold a bank card or identity card against the screen, in the upper left corner of the frame. "
            "Make the frame as large as the card. "
            "With a ruler instead, make the centimetres as long as on the ruler."
        )
        self.column.addWidget(words(how))
        self.column.addWidget(self.frame)
        cut_off = self.tr("The right end does not fit in here. Compare the height.")
        self.cut_off_label = words(cut_off, "small-muted")
        self.column.addWidget(self.cut_off_label)
        self.column.addStretch(1)

    def _size_row(self) -> QHBoxLayout:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Size of the frame"))
        self.slider.setRange(LEAST_WIDTH, MOST_WIDTH)
        self.slider.setValue(self.frame.card_width)
        self.slider.valueChanged.connect(self.frame.set_card_width)
        self.smaller_button = self._step_button("−", self.tr("Make the frame smaller"), -1)
        self.larger_button = self._step_button("+", self.tr("Make the frame larger"), 1)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(SMALLER))
        row.addWidget(self.smaller_button)
        row.addWidget(self.slider, 1)
        row.addWidget(self.larger_button)
        return row

    def _step_button(self, sign: str, name: str, step: int) -> ThemedButton:
        button = ThemedButton(self._theme, sign, "pill")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self._step(step))
        return button

    def _step(self, by: int) -> None:
        self.frame.set_card_width(self.frame.card_width + by)

    def _on_width_changed(self, width: int) -> None:
        self.slider.setValue(width)
        self._say_cut_off()
        # Both sides if there is room, else the upper one, where the card is held.
        frame = self.frame.geometry()
        for y in (frame.bottom(), frame.top()):
            self._scroll.ensureVisible(0, y, 0, 0)

    def _say_cut_off(self) -> None:
        self.cut_off_label.setVisible(self.frame.is_cut_off)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LARGER:
            self._step(1)
        elif event.key() in _SMALLER:
            self._step(-1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_cut_off()

    def showEvent(self, event: QShowEvent) -> None:
        """Large enough for the card to grow by a third, or as large as the screen allows; then it scrolls."""
        super().showEvent(event)
        room, edge = self.screen().availableSize(), self._theme.px(WIDE)
        card = self.frame.sizeHint()
        width = min(max(self._theme.px(560), round(card.width() * 1.3) + 2 * edge), room.width() - edge)
        height = self._inside.heightForWidth(width) + round(card.height() * 0.3)
        height += self._foot_frame.sizeHint().height()
        self.resize(width, min(height, room.height() - 2 * edge))
        self._stay_in_the_middle()

    def _stay_in_the_middle(self) -> None:
        """Qt has placed the dialog by the size it had before."""
        room, place = self.screen().availableGeometry(), self.frameGeometry()
        parent = self.parentWidget()
        place.moveCenter(parent.window().frameGeometry().center() if parent else room.center())
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        self.move(max(place.left(), room.left()), max(place.top(), room.top()))
