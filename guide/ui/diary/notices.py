"""What the diary says when there is nothing to show, or something to know first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guide.ui.icons import IconLabel
from guide.ui.theme import GAP, SMALLER, WIDE, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words


class EmptyState(Card):
    """A heading, a sentence or two, what can be done about it, and a picture beside it."""

    def __init__(
        self,
        theme: Theme,
        icon_name: str,
        title: str,
        said: Sequence[str],
        buttons: Sequence[QPushButton],
        picture: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=GAP)
        margin = theme.px(WIDE)
        self.column.setContentsMargins(margin, margin, margin, margin)
        across = TurningRow(theme.px(620), theme.px(WIDE))
        column = QVBoxLayout()
        column.setSpacing(theme.px(GAP))
        column.addWidget(IconLabel(theme, icon_name, "brand", 36))
        column.addWidget(words(title, "h1"))
        for sentence in said:
            column.addWidget(words(sentence, "lead"))
        column.addSpacing(theme.px(SMALLER))
        row = FlowLayout(theme.px(GAP))
        for button in buttons:
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch(1)
        across.row.addLayout(column, 3)
        if picture:
            across.row.addWidget(picture, 2)
        self.column.addWidget(across)


class Notice(Card):
    """A quiet strip: an icon, a sentence, and perhaps a button."""

    def __init__(
        self, theme: Theme, icon_name: str, sentence: str, button: QPushButton | None = None
    ) -> None:
        super().__init__(theme, "well")
        across = TurningRow(theme.px(420), theme.px(GAP))
        said = TurningRow(1, theme.px(SMALLER))
        said.row.addWidget(IconLabel(theme, icon_name, "brand", 22), 0, Qt.AlignmentFlag.AlignTop)
        self.label = words(sentence)
        said.row.addWidget(self.label, 1)
        across.row.addWidget(said, 1)
        if button:
            across.row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(across)
