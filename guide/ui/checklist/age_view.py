"""The first step: how old the baby is."""

from functools import partial
from typing import Literal

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from guide.domain.ages import Age, age_from_count, younger_by_weeks
from guide.domain.check_draft import AgeChoice
from guide.domain.check_session import CheckSession
from guide.ui.checklist.step_view import StepView
from guide.ui.family import Family
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import words
from guide.ui.wording import age_words

_Unit = Literal["days", "weeks", "months", "years"]
_UNITS: tuple[_Unit, ...] = ("days", "weeks", "months", "years")


class AgeView(StepView):
    """The child chosen at the top, an age typed in, or "not sure", which counts as the youngest.

    ``last_check`` tells when this child was checked last, and what came out of it.
    """

    def __init__(
        self, theme: Theme, family: Family, choice: AgeChoice | None = None, last_check: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        today = family.clock.today()
        self._child_age = family.child.corrected_age_on(today) if family.child else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SMALLER))
        if last_check:
            column.addWidget(self._last_check(last_check))
        self._choices = QButtonGroup(self)
        card = Card(theme)
        column.addWidget(card)
        if family.child and self._child_age:
            said = f"{family.child.name}, {age_words(family.child.age_on(today))}"
            if family.child.weeks_early:
                said += " · " + self.tr("{age}, counted from the due date").format(
                    age=age_words(self._child_age)
                )
            self.child_radio: QRadioButton | None = self._radio(card, said)
        else:
            self.child_radio = None
        self.typed_radio = self._radio(card, self.tr("I type the age"))
        card.column.addLayout(self._typed_row())
        self.unknown_radio = self._radio(card, self.tr("I do not know the age"))
        note = self.tr("Then the signs for the youngest babies are asked too.")
        card.column.addWidget(words(note, "small-muted"))
        # Without a birth date nothing is taken for granted: a number nobody typed would decide what is asked.
        (self.child_radio or self.unknown_radio).setChecked(True)
        if choice:
            self._restore(choice)
        self._choices.buttonToggled.connect(lambda: self.answer_changed.emit())
        for box in (self.count_box, self.early_box):
            box.valueChanged.connect(lambda: self.answer_changed.emit())
        self.unit_box.activated.connect(lambda: self.answer_changed.emit())

    def give(self, session: CheckSession) -> None:
        session.give_age(self.age())

    def choice(self) -> AgeChoice:
        by_child = bool(self.child_radio and self.child_radio.isChecked())
        kind: Literal["child", "typed", "unknown"] = "child" if by_child else "typed"
        if self.unknown_radio.isChecked():
            kind = "unknown"
        unit = _UNITS[self.unit_box.currentIndex()]
        return AgeChoice(kind, self.count_box.value(), unit, self.early_box.value())

    def age(self) -> Age | None:
        """The corrected age; None where it is not known."""
        if self.child_radio and self.child_radio.isChecked():
            return self._child_age
        if self.unknown_radio.isChecked():
            return None
        typed = age_from_count(self.count_box.value(), _UNITS[self.unit_box.currentIndex()])
        return younger_by_weeks(typed, self.early_box.value())

    def _last_check(self, said: str) -> Card:
        card = Card(self._theme, "well")
        card.column.addWidget(words(said))
        return card

    def _restore(self, choice: AgeChoice) -> None:
        self.count_box.setValue(choice.count)
        self.unit_box.setCurrentIndex(_UNITS.index(choice.unit))
        self.early_box.setValue(choice.early)
        radios = {"child": self.child_radio, "typed": self.typed_radio, "unknown": self.unknown_radio}
        (radios[choice.kind] or self.typed_radio).setChecked(True)

    def _radio(self, card: Card, text: str) -> QRadioButton:
        radio = QRadioButton(text.replace("&", "&&"))
        self._choices.addButton(radio)
        card.column.addWidget(radio)
        return radio

    def _typed_row(self) -> FlowLayout:
        self.count_box = QSpinBox()
        self.count_box.setRange(0, 200)
        self.count_box.setValue(4)
        self.unit_box = QComboBox()
        self.unit_box.addItems([self.tr("days"), self.tr("weeks"), self.tr("months"), self.tr("years")])
        self.unit_box.setCurrentIndex(1)
        self.early_box = QSpinBox()
        self.early_box.setRange(0, 18)
        row = FlowLayout(self._theme.px(SMALLER))
        row.setContentsMargins(self._theme.px(32), 0, 0, 0)
        for text, field in (
            (self.tr("Age"), self.count_box),
            (self.tr("counted in"), self.unit_box),
            (self.tr("born early by weeks"), self.early_box),
        ):
            row.addWidget(self._labelled(text, field))
        for box in (self.count_box, self.early_box):
            # WORKAROUND: a spin box with a style sheet loses the padding before its number (Qt 6.11).
            box.lineEdit().setTextMargins(self._theme.px(10), 0, 0, 0)
            # WORKAROUND: Enter tells valueChanged of a spin box though nothing was typed (Qt 6.11).
            box.valueChanged.connect(partial(self._on_counted, box, [box.value()]))
        self.unit_box.activated.connect(lambda: self.typed_radio.setChecked(True))
        return row

    def _on_counted(self, box: QSpinBox, last: list[int], value: int) -> None:
        if value != last[0]:
            last[0] = value
            self.typed_radio.setChecked(True)

    @staticmethod
    def _labelled(text: str, field: QWidget) -> QWidget:
        """A label and its field, which stay together when the line breaks."""
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        label = words(text, "small-muted", wrap=False)
        label.setBuddy(field)
        field.setAccessibleName(text)
        row.addWidget(label)
        row.addWidget(field)
        return pair
