"""Beside what can look like this: the look that would tell, what needs help sooner, what is left out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout

from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.domain.questions import Question
from guide.ui.icons import LEVEL_ICONS, IconLabel, ThemedButton
from guide.ui.theme import SMALLER, TINY, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import bullets, words

_LONG, _LONGEST = 265, 360


class TellingQuestion(Card):
    """The question that would tell best, to be answered here. Several answers are sent on with a button."""

    answered = Signal(str, object)

    def __init__(self, theme: Theme, question: Question, *, several: bool) -> None:
        super().__init__(theme)
        self.question = question
        title = self.tr("One look would tell them apart") if several else self.tr("One look would tell more")
        self.column.addWidget(words(title, "h3"))
        self.column.addWidget(words(question.ask))
        row = FlowLayout(theme.px(SMALLER))
        self.chips = [self._chip(theme, option.text) for option in question.options]
        for chip in self.chips:
            row.addWidget(chip)
        if question.choose == "many":
            self.done_button = ThemedButton(theme, self.tr("Use these answers"), "chip", "check")
            self.done_button.hide()
            self.done_button.clicked.connect(self._send)
            row.addWidget(self.done_button)
        self.unsure_button = ThemedButton(theme, self.tr("Not sure"), "chip")
        self.unsure_button.setAccessibleName(f"{self.unsure_button.text()}: {question.ask}")
        self.unsure_button.clicked.connect(lambda: self.answered.emit(question.id, frozenset()))
        row.addWidget(self.unsure_button)
        self.column.addLayout(row)

    def _chip(self, theme: Theme, text: str) -> ThemedButton:
        chip = ThemedButton(theme, "", "chip")
        chip.ensurePolished()
        chip.setText(_in_lines(text, chip.fontMetrics(), min(theme.px(_LONG), _LONGEST)).replace("&", "&&"))
        chip.setAccessibleName(f"{text}: {self.question.ask}")
        chip.setCheckable(True)
        chip.clicked.connect(self._on_chip_clicked)
        return chip

    def _on_chip_clicked(self) -> None:
        if self.question.choose == "one":
            self._send()
        else:
            self.done_button.setVisible(any(chip.isChecked() for chip in self.chips))

    def _send(self) -> None:
        chosen = zip(self.chips, self.question.options, strict=True)
        self.answered.emit(
            self.question.id, frozenset(option.id for chip, option in chosen if chip.isChecked())
        )


def _in_lines(text: str, metrics: QFontMetrics, room: int) -> str:
    """A button breaks no line by itself."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def difference_card(theme: Theme, names: str, text: str) -> Card:
    card = Card(theme)
    card.column.addWidget(words(card.tr("One look would tell them apart"), "h3"))
    card.column.addWidget(words(names, "muted"))
    card.column.addWidget(words(text))
    return card


def sooner_card(theme: Theme, pack: ContentPack, signs: Sequence[tuple[Urgency, str]]) -> Card:
    """Each level with its icon and its words; red only where all of it is an emergency."""
    levels = list(dict.fromkeys(level for level, _ in signs))
    colours = Urgency.EMERGENCY if levels == [Urgency.EMERGENCY] else Urgency.SAME_DAY
    card = Card(theme)
    card.setProperty("look", "level-card")
    card.setProperty("level", colours.value)
    card.column.addWidget(words(card.tr("Get help sooner if"), "level-h3"))
    for level in levels:
        row = QHBoxLayout()
        row.setSpacing(theme.px(SMALLER))
        mark = IconLabel(theme, LEVEL_ICONS[level], level.value, 18)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(pack.short_words(level), "h3"), 1)
        card.column.addLayout(row)
        card.column.addWidget(bullets(text for each, text in signs if each is level))
    return card


class NotAnswered(Card):
    """The questions that were left out and on which it hangs how soon to get help."""

    change_requested = Signal()

    def __init__(self, theme: Theme, names: Sequence[str]) -> None:
        super().__init__(theme, spacing=TINY)
        self.column.addWidget(words(self.tr("Not answered yet"), "h3"))
        self.column.addWidget(words(", ".join(names)))
        said = self.tr("How soon to get help can hang on this.")
        self.column.addWidget(words(said, "small-muted"))
        self.column.addSpacing(theme.px(TINY))
        self.answer_button = ThemedButton(theme, self.tr("Answer now"), "pill")
        self.answer_button.setAccessibleName(self.tr("Answer now: {names}").format(names=", ".join(names)))
        self.answer_button.clicked.connect(self.change_requested)
        self.column.addWidget(self.answer_button, 0, Qt.AlignmentFlag.AlignLeft)
