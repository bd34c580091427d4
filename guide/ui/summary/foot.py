"""The two buttons below the choices, and what came of them."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guide.ui.icons import ThemedButton
from guide.ui.theme import GAP, SMALLER, Theme
from guide.ui.widgets.words import words


class SummaryFoot(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setSpacing(theme.px(SMALLER))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(GAP))
        self.print_button = ThemedButton(theme, self.tr("Print…"), "primary", "printer")
        self.print_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self.pdf_button = ThemedButton(theme, self.tr("Save as PDF…"))
        buttons.addWidget(self.print_button, 1)
        buttons.addWidget(self.pdf_button)
        self.column.addLayout(buttons)
        self.saved_label = words("", "small-muted")
        self.column.addWidget(self.saved_label)
        self.say("")

    def say(self, said: str) -> None:
        self.saved_label.setText(said)
        self.saved_label.setVisible(bool(said))
