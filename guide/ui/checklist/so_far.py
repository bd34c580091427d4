"""The panel beside the questions: what fits so far, in words and as a bar."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from guide.domain.checklist import Assessment, Candidate, Tier
from guide.domain.pack import ContentPack
from guide.ui.theme import Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.words import clear_layout, words
from guide.ui.wording import tier_words

SHOWN = 5
_FILL = {Tier.WELL: 0.9, Tier.PARTLY: 0.5, Tier.LITTLE: 0.15}


class FitBar(QWidget):
    """How well something fits, as a bar of three lengths; the word beside it says the same."""

    def __init__(self, theme: Theme, tier: Tier) -> None:
        super().__init__()
        self._theme, self._tier = theme, tier
        self.setFixedHeight(theme.px(8))
        self.setMinimumWidth(theme.px(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        for colour, share in (
            (self._theme.colours.sunken, 1.0),
            (self._theme.colours.brand, _FILL[self._tier]),
        ):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * share, self.height()), radius, radius)


class SoFar(Card):
    def __init__(self, theme: Theme, pack: ContentPack) -> None:
        super().__init__(theme)
        self._theme, self._pack = theme, pack

    def show_candidates(self, assessment: Assessment, answered: int) -> None:
        clear_layout(self.column)
        self.column.addWidget(words(self.tr("So far"), "h2"))
        self.column.addWidget(words(self._lead(answered), "small-muted"))
        if answered:
            for candidate in assessment.candidates[:SHOWN]:
                self._add(candidate)
        self.column.addStretch(1)

    def _lead(self, answered: int) -> str:
        if not answered:
            return self.tr(
                "What can look like this appears here with your first answer. It is not a diagnosis."
            )
        said = self.tr("From %n answer(s). This is not a diagnosis.", None, answered)
        return said.replace("(s)", "" if answered == 1 else "s")

    def _add(self, candidate: Candidate) -> None:
        row = QHBoxLayout()
        row.addWidget(words(self._pack.condition[candidate.condition].name, "h3"), 1)
        row.addWidget(
            words(tier_words(candidate.tier), "small-muted", wrap=False), 0, Qt.AlignmentFlag.AlignTop
        )
        self.column.addLayout(row)
        self.column.addWidget(FitBar(self._theme, candidate.tier))
