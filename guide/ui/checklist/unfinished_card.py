"""What is offered where a check was begun and not finished: to go on with it, or to start again."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.domain.check_draft import Resumed
from guide.domain.diary import Moment
from guide.ui.icons import ThemedButton
from guide.ui.theme import GAP, SMALLER, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import words
from guide.ui.wording import day_words, time_words


class UnfinishedCard(QWidget):
    go_on_requested = Signal()
    again_requested = Signal()

    def __init__(self, theme: Theme, resumed: Resumed, kept: Moment, today: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(theme, spacing=GAP)
        column.addWidget(card)
        card.column.addWidget(words(self._said(resumed, kept, today), "h2"))
        for note in self._notes(resumed):
            card.column.addWidget(words(note))
        row = FlowLayout(theme.px(GAP))
        row.setContentsMargins(0, theme.px(SMALLER), 0, 0)
        go_on = self.tr("Show the result") if resumed.session.at_result else self.tr("Go on")
        self.go_on_button = ThemedButton(theme, go_on, "primary")
        self.go_on_button.clicked.connect(self.go_on_requested)
        self.again_button = ThemedButton(theme, self.tr("Start again"))
        self.again_button.clicked.connect(self.again_requested)
        row.addWidget(self.go_on_button)
        row.addWidget(self.again_button)
        card.column.addLayout(row)

    def _said(self, resumed: Resumed, kept: Moment, today: date) -> str:
        day = kept.at.date()
        when = time_words(kept.at) if day == today else f"{day_words(day)}, {time_words(kept.at)}"
        if resumed.session.at_result:
            return self.tr("You have a check from {when} that is not saved").format(when=when)
        said = self.tr("You have an unfinished check from {when} (%n answer(s))", None, resumed.answers)
        return said.replace("(s)", "" if resumed.answers == 1 else "s").format(when=when)

    def _notes(self, resumed: Resumed) -> list[str]:
        if not resumed.asks_again:
            return [self.tr("Your answers are kept.")]
        return [
            self.tr("What you said about the spots is kept."),
            self.tr("The danger signs are asked again: a baby can change within hours."),
        ]
