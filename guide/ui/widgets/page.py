"""A page of the window: a column that scrolls when the window is too small for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from guide.ui.theme import PAGE, ROOM, WIDE, Theme


class Page(QScrollArea):
    """`column` takes what the page shows."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setProperty("look", "page")
        self.column = QVBoxLayout(self._inside)
        self.setWidget(self._inside)
        self._keep_distance()
        theme.changed.connect(self._keep_distance)

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Scroll to where Tab went, also past the last row that is in view."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if moved and focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, self.theme.px(WIDE))
        return moved

    def _keep_distance(self) -> None:
        side, top = self.theme.px(PAGE), self.theme.px(WIDE)
        self.column.setContentsMargins(side, top, side, top)
        self.column.setSpacing(self.theme.px(ROOM))
