"""A screen of danger signs, or of the questions that stand for the signs of a group."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from guide.domain.check_session import CheckSession
from guide.domain.checklist import SignAnswer
from guide.domain.pack import Region
from guide.ui.checklist.sign_row import Asked, SignRow
from guide.ui.checklist.step_view import StepView
from guide.ui.checklist.temperature_field import TemperatureField
from guide.ui.theme import TINY, Theme
from guide.ui.widgets.cards import Card
from guide.ui.wording import temperature_words


class SignsView(StepView):
    """``again`` shows only what could not be told, with the help open."""

    def __init__(
        self,
        theme: Theme,
        asked: Sequence[Asked],
        given: Mapping[str, SignAnswer],
        region: Region,
        celsius: float | None,
        *,
        field: bool = False,
        again: bool = False,
    ) -> None:
        super().__init__()
        self._region, self._again = region, again
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._card = Card(theme, spacing=TINY)
        column.addWidget(self._card)
        self.temperature = TemperatureField(theme, region, celsius) if field else None
        if self.temperature:
            self.temperature.temperature_changed.connect(self._on_measured)
            self._card.column.addWidget(self.temperature)
        self.rows = [SignRow(theme, each, given.get(each.id), again=again) for each in asked]
        for row in self.rows:
            self._add(row)
            row.set_measured(celsius, self._shown(celsius))
            row.answer_changed.connect(self.answer_changed)

    def answers(self) -> dict[str, SignAnswer]:
        return {row.rule_id: row.answer for row in self.rows}

    @property
    def anything_marked(self) -> bool:
        return any(row.answer is not SignAnswer.NO for row in self.rows)

    @property
    def needs_help_now(self) -> bool:
        """Whether what is marked here ends the check, because help comes first."""
        counts = (SignAnswer.YES, SignAnswer.CANNOT_TELL) if self._again else (SignAnswer.YES,)
        return any(row.asked.urgent and row.answer in counts for row in self.rows)

    def told(self, session: CheckSession) -> dict[str, SignAnswer]:
        """What was ticked by hand, to be there again when one comes back; the temperature is kept at once."""
        self._give_temperature(session)
        return {row.rule_id: row.told for row in self.rows}

    def give(self, session: CheckSession) -> None:
        self._give_temperature(session)
        session.answer_signs(self.answers())

    def _give_temperature(self, session: CheckSession) -> None:
        if self.temperature:
            session.give_temperature(self.temperature.celsius())

    def _add(self, row: SignRow) -> None:
        if self._card.column.count():
            line = QFrame()
            line.setProperty("look", "line")
            self._card.column.addWidget(line)
        self._card.column.addWidget(row)

    def _on_measured(self) -> None:
        celsius = self.temperature.celsius() if self.temperature else None
        for row in self.rows:
            row.set_measured(celsius, self._shown(celsius))
        self.answer_changed.emit()

    def _shown(self, celsius: float | None) -> str:
        return "" if celsius is None else temperature_words(celsius, self._region)


class GatesView(SignsView):
    """Each row stands for a group: whoever does not mark it has answered no to all its signs."""

    def give(self, session: CheckSession) -> None:
        session.answer_gates(self.answers())
