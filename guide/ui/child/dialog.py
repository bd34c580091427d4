"""The dialog in which a parent writes down who the child is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from guide.domain.diary import Child
from guide.errors import GuideError
from guide.ui import messages
from guide.ui.child.form import ChildForm
from guide.ui.clock import Clock
from guide.ui.icons import IconLabel
from guide.ui.theme import ROOM, SMALLER, WIDE, Theme
from guide.ui.widgets.scrolling_dialog import ScrollingDialog
from guide.ui.widgets.words import words


class ChildDialog(ScrollingDialog):
    """A refusal or a failing save says why and keeps the dialog open, with what was typed."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        clock: Clock,
        on_saved: Callable[[Child], None],
        child: Child | None = None,
    ) -> None:
        super().__init__(parent, theme)
        self._on_saved = on_saved
        self._refused: QWidget | None = None
        self.setWindowTitle(self.tr("Change details") if child else self.tr("Add your child"))
        self.form = ChildForm(theme, clock.today(), child)
        self.form.edited.connect(self._hide_problem)
        self.column.setSpacing(theme.px(ROOM))
        self.column.addWidget(words(self.windowTitle(), "h1", wrap=False))
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.foot.addWidget(self._problem_row())
        self._add_buttons(self.tr("Save"), self.save)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        theme: Theme,
        clock: Clock,
        on_saved: Callable[[Child], None],
        child: Child | None = None,
    ) -> "ChildDialog":
        """For a new child or the one given; ``on_saved`` keeps the child and may raise GuideError."""
        dialog = cls(parent, theme, clock, on_saved, child)
        dialog.open()
        dialog.form.name_edit.setFocus()
        return dialog

    def save(self) -> None:
        """Hand the child on and close, or say what is missing."""
        self._hide_problem()
        problem = self.form.problem()
        if problem:
            self._refuse(*problem)
            return
        try:
            self._on_saved(self.form.child())
        except GuideError as failed:
            messages.show_problem(self, failed)
        else:
            self.accept()

    def _problem_row(self) -> QWidget:
        self._problem = QWidget()
        row = QHBoxLayout(self._problem)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(SMALLER))
        row.addWidget(IconLabel(self._theme, "info", "accent_text", 20), 0, Qt.AlignmentFlag.AlignTop)
        self.problem_label = words("")
        row.addWidget(self.problem_label, 1)
        self._problem.hide()
        return self._problem

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self.problem_label.setText(sentence)
        self._problem.show()
        self._refused = field
        field.setAccessibleDescription(sentence)
        field.setFocus()
        self._scroll.ensureWidgetVisible(field)

    def _hide_problem(self) -> None:
        self._problem.hide()
        if self._refused:
            self._refused.setAccessibleDescription("")

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Scroll to where Tab went, at large text or on a small screen."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if moved and focused is not None and self._scroll.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, self._theme.px(WIDE))
        return moved

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the form, or as the screen allows; then it scrolls."""
        super().showEvent(event)
        room, edge = self.screen().availableSize(), self._theme.px(WIDE)
        width = min(self._theme.px(540), room.width() - edge)
        height = self._inside.heightForWidth(width)
        height += self._foot_frame.sizeHint().height() + self._theme.px(ROOM)
        self.resize(width, min(height, room.height() - 2 * edge))
