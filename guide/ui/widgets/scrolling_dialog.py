"""A dialog whose inside scrolls while its buttons stay in sight."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from guide.ui.icons import ThemedButton
from guide.ui.theme import GAP, ROOM, WIDE, Theme


class ScrollingDialog(QDialog):
    """Who uses it fills ``column`` and ``foot``, and adds the buttons last."""

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scrolling(), 1)
        whole.addWidget(self._foot())

    def _scrolling(self) -> QScrollArea:
        self._inside = QWidget()
        self._inside.setProperty("look", "page")
        self.column = QVBoxLayout(self._inside)
        side = self._theme.px(WIDE)
        self.column.setContentsMargins(side, side, side, self._theme.px(ROOM))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        return self._scroll

    def _foot(self) -> QFrame:
        self._foot_frame = QFrame()
        self.foot = QVBoxLayout(self._foot_frame)
        side = self._theme.px(WIDE)
        self.foot.setContentsMargins(side, self._theme.px(GAP), side, self._theme.px(ROOM))
        self.foot.setSpacing(self._theme.px(GAP))
        return self._foot_frame

    def _add_buttons(self, save: str, on_save: Callable[[], None], icon: str = "") -> None:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(GAP))
        self.cancel_button = ThemedButton(self._theme, self.tr("Cancel"))
        # Otherwise Enter on it would press the other one.
        self.cancel_button.setAutoDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = ThemedButton(self._theme, save, "primary", icon)
        self.save_button.clicked.connect(on_save)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        self.foot.addLayout(row)
        # Only now: a button outside of the dialog cannot become its default one, and Enter would cancel.
        self.save_button.setDefault(True)
