"""A question about what the parent sees, with a picture for each answer where words are not enough."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guide.domain.questions import Option, Question
from guide.ui.icons import IconLabel
from guide.ui.pictures.plans.scene import Scene
from guide.ui.pictures.words import alt_text
from guide.ui.theme import Theme
from guide.ui.widgets.cards import CardButton
from guide.ui.widgets.drawings import WIDE_SHAPE, drawing
from guide.ui.widgets.layouts import TileLayout
from guide.ui.widgets.words import words


class OptionCard(CardButton):
    """An answer to choose; the tick says it is chosen, not only the colour."""

    def __init__(self, theme: Theme, option: Option, tone: int) -> None:
        scene = Scene(option.lesions, option.id, option.skin)
        said = [option.text, option.detail, alt_text(scene) if option.lesions else ""]
        super().__init__(theme, ". ".join(part.rstrip(".") for part in said if part), margin=10)
        self.option_id = option.id
        self.setCheckable(True)
        if option.lesions:
            self.column.addWidget(drawing(theme, scene, tone, shape=WIDE_SHAPE))
        row = QHBoxLayout()
        row.addWidget(words(option.text, "h3"), 1)
        self._tick = IconLabel(theme, "check", "brand", 20)
        keep = self._tick.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._tick.setSizePolicy(keep)
        self._tick.setVisible(False)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        if option.detail:
            self.column.addWidget(words(option.detail, "small-muted"))
        self.column.addStretch(1)
        self.let_clicks_through()
        self.toggled.connect(self._tick.setVisible)


class QuestionView(QWidget):
    answer_changed = Signal()

    def __init__(self, theme: Theme, question: Question, chosen: Iterable[str], tone: int) -> None:
        super().__init__()
        self._one = question.choose == "one"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        pictured = any(option.lesions for option in question.options)
        tiles = TileLayout(theme.px(180 if pictured else 200), 3, theme.px(14))
        column.addLayout(tiles)
        self.cards = [OptionCard(theme, option, tone) for option in question.options]
        wanted = set(chosen)
        for card in self.cards:
            card.setChecked(card.option_id in wanted)
            card.clicked.connect(lambda _=False, pressed=card: self._on_clicked(pressed))
            tiles.addWidget(card)

    def chosen(self) -> frozenset[str]:
        return frozenset(card.option_id for card in self.cards if card.isChecked())

    def _on_clicked(self, pressed: OptionCard) -> None:
        if self._one and pressed.isChecked():
            for card in self.cards:
                card.setChecked(card is pressed)
        self.answer_changed.emit()
