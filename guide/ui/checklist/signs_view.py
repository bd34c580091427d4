"""A screen of danger signs: each can be ticked, or marked as "can't tell" and is then asked once more."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from guide.domain.checklist import SignAnswer
from guide.domain.questions import Rule
from guide.ui.icons import ThemedButton
from guide.ui.theme import SMALLER, TINY, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words


class SignRow(QWidget):
    """One sign. Not marked means no."""

    answer_changed = Signal()

    def __init__(self, theme: Theme, rule: Rule, answer: SignAnswer | None, *, again: bool) -> None:
        super().__init__()
        self.rule_id = rule.id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(TINY), 0, theme.px(TINY))
        column.setSpacing(theme.px(TINY))
        across = TurningRow(theme.px(560), theme.px(TINY))
        across.row.addWidget(words(rule.sign), 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SMALLER))
        across.row.addLayout(row)
        self.yes_button = self._chip(theme, self.tr("Yes"), rule, answer is SignAnswer.YES)
        unsure = self.tr("Still can’t tell") if again else self.tr("Can’t tell")
        self.unsure_button = self._chip(theme, unsure, rule, answer is SignAnswer.CANNOT_TELL)
        self.help_label = words(rule.help, "small-muted")
        if not (again and rule.help):
            self.help_label.hide()
        if rule.help and not again:
            self.help_button = ThemedButton(theme, self.tr("How to look"), "link")
            self.help_button.setAccessibleName(self.tr("How to look: {sign}").format(sign=rule.sign))
            self.help_button.setCheckable(True)
            self.help_button.toggled.connect(self.help_label.setVisible)
            row.addWidget(self.help_button)
        row.addWidget(self.yes_button)
        row.addWidget(self.unsure_button)
        row.addStretch(1)
        column.addWidget(across)
        column.addWidget(self.help_label)
        self.yes_button.toggled.connect(lambda on: self._on_toggled(self.unsure_button, on))
        self.unsure_button.toggled.connect(lambda on: self._on_toggled(self.yes_button, on))

    @property
    def answer(self) -> SignAnswer:
        if self.yes_button.isChecked():
            return SignAnswer.YES
        return SignAnswer.CANNOT_TELL if self.unsure_button.isChecked() else SignAnswer.NO

    @staticmethod
    def _chip(theme: Theme, text: str, rule: Rule, checked: bool) -> ThemedButton:
        chip = ThemedButton(theme, text, "chip")
        chip.setCheckable(True)
        chip.setChecked(checked)
        chip.setAccessibleName(f"{text}: {rule.sign}")
        return chip

    def _on_toggled(self, other: ThemedButton, on: bool) -> None:
        if on:
            other.setChecked(False)
        self.answer_changed.emit()


class SignsView(QWidget):
    """`again` shows only what could not be told, with the help open."""

    answer_changed = Signal()

    def __init__(
        self, theme: Theme, rules: tuple[Rule, ...], given: Mapping[str, SignAnswer], *, again: bool
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(theme, spacing=TINY)
        column.addWidget(card)
        self.rows: list[SignRow] = []
        for rule in rules:
            if self.rows:
                line = QFrame()
                line.setProperty("look", "line")
                card.column.addWidget(line)
            row = SignRow(theme, rule, given.get(rule.id), again=again)
            row.answer_changed.connect(self.answer_changed)
            self.rows.append(row)
            card.column.addWidget(row)

    def answers(self) -> dict[str, SignAnswer]:
        return {row.rule_id: row.answer for row in self.rows}

    @property
    def anything_marked(self) -> bool:
        return any(row.answer is not SignAnswer.NO for row in self.rows)
