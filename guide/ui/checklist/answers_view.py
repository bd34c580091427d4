""" "Your answers": every step that was answered, each with a button to change it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from guide.domain.check_session import CheckSession, Step, StepKind
from guide.domain.pack import ContentPack, Region
from guide.ui.checklist.answer_words import answer_words, asked_words
from guide.ui.checklist.step_words import part_names, part_of
from guide.ui.icons import ThemedButton
from guide.ui.theme import GAP, ROOM, TINY, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words


class AnswersView(QWidget):
    change_requested = Signal(object)
    """With the step."""

    def __init__(self, theme: Theme, pack: ContentPack, region: Region, session: CheckSession) -> None:
        super().__init__()
        self._theme, self._pack, self._region, self._session = theme, pack, region, session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(ROOM))
        steps = [*session.answered_steps(), *self._left_out()]
        for part, (name, _) in enumerate(part_names()):
            of_part = [step for step in steps if part_of(pack, step) == part]
            if of_part:
                column.addWidget(words(name, "h2"))
                column.addWidget(self._card(of_part))

    def _left_out(self) -> Iterable[Step]:
        """What was not asked and yet decides how soon to get help."""
        answered = {step.id for step in self._session.answered_steps()}
        open_questions = self._session.assessment().unanswered - answered
        if not self._session.at_result:
            return []
        return [
            Step(StepKind.QUESTION, each.id) for each in self._pack.questions if each.id in open_questions
        ]

    def _card(self, steps: Sequence[Step]) -> Card:
        card = Card(self._theme)
        for step in steps:
            if card.column.count():
                line = QFrame()
                line.setProperty("look", "line")
                card.column.addWidget(line)
            card.column.addWidget(self._row(step))
        return card

    def _row(self, step: Step) -> TurningRow:
        across = TurningRow(self._theme.px(420), self._theme.px(GAP))
        said = QVBoxLayout()
        said.setSpacing(self._theme.px(TINY))
        asked = asked_words(self._pack, step)
        said.addWidget(words(asked, "small-muted"))
        for line in answer_words(self._pack, self._region, self._session, step):
            said.addWidget(words(line))
        across.row.addLayout(said, 1)
        button = ThemedButton(self._theme, self.tr("Change"), "pill")
        button.setAccessibleName(self.tr("Change: {asked}").format(asked=asked))
        button.clicked.connect(lambda: self.change_requested.emit(step))
        across.row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return across
