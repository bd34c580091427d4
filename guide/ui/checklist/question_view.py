"""A question about what the parent sees, with a picture for each answer where words are not enough."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from guide.domain.check_session import CheckSession
from guide.domain.questions import Question
from guide.ui.checklist.option_card import OptionCard
from guide.ui.checklist.step_view import StepView
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.layouts import TileLayout

# From this many pictures on they are drawn small, so that most are in view at once.
_MANY = 10


class QuestionView(StepView):
    """``before`` are the options chosen in the check before this one."""

    detail_pointed = Signal(str)
    """More about the answer the mouse or the keys are at, where there was no room for it in the answer."""

    def __init__(
        self,
        theme: Theme,
        question: Question,
        chosen: Collection[str],
        tone: int,
        before: Collection[str] = (),
    ) -> None:
        super().__init__()
        self._theme, self._question = theme, question
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(SMALLER))
        pictured = any(option.lesions for option in question.options)
        self._small = self._has_small_tiles(pictured)
        self._tiles = self._make_tiles(pictured)
        self.cards = [
            OptionCard(
                theme,
                option,
                tone,
                one=question.choose == "one",
                small=self._small,
                last_time=option.id in before,
            )
            for option in question.options
        ]
        for card in self.cards:
            self._add(card, card.option_id in chosen)
        self._lay_out()

    def chosen(self) -> frozenset[str]:
        return frozenset(card.option_id for card in self.cards if card.isChecked())

    def give(self, session: CheckSession) -> None:
        session.choose(self.chosen())

    def _has_small_tiles(self, pictured: bool) -> bool:
        return pictured and len(self._question.options) >= _MANY

    def _make_tiles(self, pictured: bool) -> TileLayout:
        least = 144 if self._small else 180 if pictured else 200
        return TileLayout(
            self._theme.px(least), 5 if self._small else 3, self._theme.px(8 if self._small else 14)
        )

    def _lay_out(self) -> None:
        self.column.addLayout(self._tiles)

    def _add(self, card: OptionCard, chosen: bool) -> None:
        card.setChecked(chosen)
        card.clicked.connect(lambda: self._on_clicked(card))
        card.pointed.connect(lambda: self._tell_more(card))
        card.arrow_pressed.connect(lambda right, down: self._go(card, right, down))
        self._tiles.addWidget(card)

    def _tell_more(self, card: OptionCard) -> None:
        option = card.option
        if self._small and option.detail:
            self.detail_pointed.emit(f"{option.text}: {option.detail}")

    def _on_clicked(self, pressed: OptionCard) -> None:
        if self._question.choose == "one" and pressed.isChecked():
            for card in self.cards:
                card.setChecked(card is pressed)
        self.answer_changed.emit()

    def _go(self, card: OptionCard, right: int, down: int) -> None:
        """To the card beside, above or below, as they lie."""
        columns = self._tiles.columns(self._tiles.geometry().width())
        wanted = self.cards.index(card) + right + down * columns
        if 0 <= wanted < len(self.cards):
            self.cards[wanted].setFocus(Qt.FocusReason.TabFocusReason)
