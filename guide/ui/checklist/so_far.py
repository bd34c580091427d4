"""The panel beside the questions: what fits so far, in words and as a bar, and how the danger signs stand."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from guide.domain.check_session import CheckSession
from guide.domain.checklist import Assessment, Candidate, SignAnswer, Tier
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.ui.icons import IconLabel, ThemedButton
from guide.ui.theme import SMALLER, TINY, Theme
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
    hide_requested = Signal()

    def __init__(self, theme: Theme, pack: ContentPack) -> None:
        super().__init__(theme)
        self._theme, self._pack = theme, pack
        self.setAccessibleName(self.tr("So far"))
        head = QHBoxLayout()
        head.addWidget(words(self.tr("So far"), "h2"), 1)
        self.hide_button = ThemedButton(theme, self.tr("Hide"), "link")
        self.hide_button.setAccessibleName(self.tr("Hide “So far”"))
        self.hide_button.clicked.connect(self.hide_requested)
        head.addWidget(self.hide_button)
        self.column.addLayout(head)
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.px(SMALLER))
        self.column.addLayout(self._body)
        self.column.addStretch(1)

    def show_session(self, session: CheckSession) -> None:
        clear_layout(self._body)
        answered = sum(1 for options in session.chosen.values() if options)
        self._body.addWidget(words(self._lead(answered), "small-muted"))
        if answered:
            self._add_candidates(session.assessment())
        self._add_signs(session)

    def _lead(self, answered: int) -> str:
        if not answered:
            return self.tr("What can look like this appears here with your first answer.")
        said = self.tr("From %n answer(s). Only an examination can tell.", None, answered)
        return said.replace("(s)", "" if answered == 1 else "s")

    def _add_candidates(self, assessment: Assessment) -> None:
        order = list(Tier)
        # A name that frightens stands only where it says at once what to do: on the result.
        calm = [
            each for each in assessment.better_than_none if not self._pack.condition[each.condition].is_grave
        ]
        shown = sorted(calm, key=lambda each: order.index(each.tier))[:SHOWN]
        for candidate in shown:
            self._add(candidate)
        if not shown:
            said = self.tr(
                "Nothing in this guide stands out so far. That is common, and it says nothing bad."
            )
            self._body.addWidget(words(said))

    def _add(self, candidate: Candidate) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, self._theme.px(TINY), 0, 0)
        row.addWidget(words(self._pack.condition[candidate.condition].name, "h3"), 1)
        row.addWidget(
            words(tier_words(candidate.tier), "small-muted", wrap=False), 0, Qt.AlignmentFlag.AlignTop
        )
        self._body.addLayout(row)
        self._body.addWidget(FitBar(self._theme, candidate.tier))

    def _add_signs(self, session: CheckSession) -> None:
        line = QFrame()
        line.setProperty("look", "line")
        self._body.addSpacing(self._theme.px(SMALLER))
        self._body.addWidget(line)
        self._body.addSpacing(self._theme.px(SMALLER))
        self._body.addWidget(words(self.tr("Danger signs"), "h3"))
        ticked = sum(1 for said in session.signs.values() if said is not SignAnswer.NO)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(SMALLER))
        level = Urgency.SAME_DAY if ticked else Urgency.HOME
        row.addWidget(IconLabel(self._theme, "clock" if ticked else "check", level.value, 16))
        row.addWidget(words(self._signs_words(len(session.signs), ticked), "small"), 1)
        self._body.addLayout(row)
        again = self.tr("If one appears, go back and tick it.")
        self._body.addWidget(words(again, "small-muted"))

    def _signs_words(self, asked: int, ticked: int) -> str:
        if not ticked:
            return self.tr("{asked} asked. None ticked.").format(asked=asked)
        return self.tr("{asked} asked. {ticked} ticked.").format(asked=asked, ticked=ticked)
