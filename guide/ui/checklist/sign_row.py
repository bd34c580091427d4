"""One sign, or one question that stands for several: it can be ticked, or marked as "can't tell"."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guide.domain.checklist import Answers, SignAnswer, measured
from guide.domain.questions import Rule
from guide.ui.icons import ThemedButton, icon
from guide.ui.theme import GAP, SMALLER, TINY, Theme
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import bullets, words


@dataclass(frozen=True, slots=True)
class Asked:
    """``rules`` are what it stands for; ``urgent``: a yes ends the check, because help is needed now.

    ``listed``: the signs behind one question, each in a few words.
    """

    id: str
    text: str
    help: str
    rules: tuple[Rule, ...]
    urgent: bool = False
    listed: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        return " ".join([self.text, "; ".join(self.listed)]).strip()

    def is_measured(self, celsius: float | None) -> bool:
        """Whether the thermometer alone says yes to it."""
        answers = Answers(None, temperature_c=celsius)
        return any(measured(rule, answers) for rule in self.rules)


class Chip(ThemedButton):
    def __init__(self, theme: Theme, text: str, about: str, checked: bool) -> None:
        super().__init__(theme, text, "chip")
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(f"{text}: {about}")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click takes nothing back."""
        event.accept()


class HelpButton(ThemedButton):
    """A question mark, so that the signs themselves are what is read."""

    def __init__(self, theme: Theme, sign: str) -> None:
        super().__init__(theme, "", "link", "circle-help")
        self.setToolTip(self.tr("How to look"))
        self.setAccessibleName(self.tr("How to look: {sign}").format(sign=sign))
        self.setCheckable(True)

    def _draw(self) -> None:
        """Without words beside it the icon stands in the middle."""
        side = self._theme.px(20)
        self.setIcon(icon(self._icon_name, self._icon_colour()))
        self.setIconSize(QSize(side, side))


class SignRow(QWidget):
    """Not marked means no; asked again, not marked means still not known. What is measured stays yes."""

    answer_changed = Signal()

    def __init__(self, theme: Theme, asked: Asked, answer: SignAnswer | None, *, again: bool) -> None:
        super().__init__()
        self.asked, self.rule_id = asked, asked.id
        self._measured = False
        self._before_measured = SignAnswer.NO
        self._again = again
        self.yes_button = Chip(theme, self.tr("Yes"), asked.spoken, answer is SignAnswer.YES)
        unsure = self.tr("Still can’t tell") if again else self.tr("Can’t tell")
        # Asked again, what was told before is no answer: a press on it must not take it back.
        told_before = answer is SignAnswer.CANNOT_TELL and not again
        self.unsure_button = Chip(theme, unsure, asked.spoken, told_before)
        self.no_button = Chip(theme, self.tr("No"), asked.spoken, checked=False)
        self.no_button.setVisible(again)
        self.measured_label = words("", "tag")
        self.measured_label.hide()
        self.help_label = words(asked.help, "small-muted")
        if not (again and asked.help):
            self.help_label.hide()
        self._lay_out(theme, again)
        for chip in self._chips:
            chip.toggled.connect(partial(self._on_toggled, chip))

    @property
    def answer(self) -> SignAnswer:
        if self.yes_button.isChecked():
            return SignAnswer.YES
        if self.unsure_button.isChecked():
            return SignAnswer.CANNOT_TELL
        no = self.no_button.isChecked() or not self._again
        return SignAnswer.NO if no else SignAnswer.CANNOT_TELL

    @property
    def _chips(self) -> tuple[Chip, ...]:
        return self.yes_button, self.no_button, self.unsure_button

    @property
    def told(self) -> SignAnswer:
        """What was answered by hand."""
        return self._before_measured if self._measured else self.answer

    def set_measured(self, celsius: float | None, shown: str) -> None:
        """Tick it where the temperature says yes; else what was answered before stands again."""
        now = self.asked.is_measured(celsius)
        if now and not self._measured:
            self._before_measured = self.answer
        if now != self._measured:
            self._measured = now
            self._mark(SignAnswer.YES if now else self._before_measured)
        self.measured_label.setText(self.tr("{temperature} counts as yes").format(temperature=shown))
        self.measured_label.setVisible(now)
        self.unsure_button.setEnabled(not now)

    def _lay_out(self, theme: Theme, again: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(TINY), 0, theme.px(TINY))
        column.setSpacing(theme.px(TINY))
        across = TurningRow(theme.px(520), theme.px(GAP))
        across.row.addWidget(self._said(), 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SMALLER))
        across.row.addLayout(row)
        if self.asked.help and not again:
            self.help_button = HelpButton(theme, self.asked.text)
            self.help_button.toggled.connect(self.help_label.setVisible)
            row.addWidget(self.help_button)
        row.addWidget(self.yes_button)
        if again:
            row.addWidget(self.no_button)
        row.addWidget(self.unsure_button)
        row.addStretch(1)
        column.addWidget(across)
        column.addWidget(self.measured_label)
        column.addWidget(self.help_label)

    def _said(self) -> QWidget:
        if not self.asked.listed:
            return words(self.asked.text)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words(self.asked.text, "h3"))
        column.addWidget(bullets(self.asked.listed))
        return said

    def _mark(self, answer: SignAnswer) -> None:
        self.unsure_button.setChecked(answer is SignAnswer.CANNOT_TELL)
        self.yes_button.setChecked(answer is SignAnswer.YES)

    def _on_toggled(self, pressed: Chip, on: bool) -> None:
        if on:
            for other in self._chips:
                if other is not pressed:
                    other.setChecked(False)
        elif self._measured:
            self.yes_button.setChecked(True)
        self.answer_changed.emit()
