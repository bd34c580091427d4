"""A card of the note form: shows one part of the draft, and writes to it as soon as something changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from guide.ui.diary.draft import NoteDraft
from guide.ui.icons import IconLabel, ThemedButton
from guide.ui.theme import GAP, SMALLER, TINY, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.words import words


class ProblemLine(QWidget):
    """One calm sentence about what to put right; not there while there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(TINY), 0, 0)
        row.setSpacing(theme.px(SMALLER))
        row.addWidget(IconLabel(theme, "info", "same-day", 18), 0, Qt.AlignmentFlag.AlignTop)
        self.label = words("", "small")
        row.addWidget(self.label, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        self.label.setText(sentence)
        self.setVisible(bool(sentence))


class DraftCard(Card):
    """`body` takes the fields. A subclass fills itself from `draft` in `_show`."""

    changed = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, spacing=GAP)
        self.theme = theme
        self.draft = NoteDraft("")
        self.title = words(title, "h3")
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(GAP))
        self.problem = ProblemLine(theme)
        self.column.addWidget(self.title)
        self.column.addLayout(self.body)
        self.column.addWidget(self.problem)
        self.column.addStretch(1)

    def fill(self, draft: NoteDraft) -> None:
        self.draft = draft
        self.problem.say("")
        self._show()

    def check(self) -> bool:
        """Whether this part can be kept; if not, the card says why and takes the focus."""
        return True

    def _show(self) -> None:
        raise NotImplementedError

    def _note_change(self) -> None:
        self.problem.say("")
        self.changed.emit()

    def _refuse(self, sentence: str, field: QWidget) -> bool:
        self.problem.say(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(field, sentence))
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return False


def chip(theme: Theme, text: str, name: str) -> QPushButton:
    """A small button that stays pressed; ``name`` says what it belongs to, for a screen reader."""
    button = ThemedButton(theme, text, "chip")
    button.setCheckable(True)
    button.setAccessibleName(name)
    return button
