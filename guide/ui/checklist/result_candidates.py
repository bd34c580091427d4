"""What can look like this: a card for each, with what speaks for and against in the parent's own answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from guide.domain.ages import Age
from guide.domain.checklist import Assessment, Candidate, Reason
from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack
from guide.ui.checklist.result_words import (
    nothing_fits_words,
    only_examination,
    reason_words,
    shown_candidates,
)
from guide.ui.checklist.so_far import FitBar
from guide.ui.icons import ThemedButton
from guide.ui.pictures.plans.scene import scene_of
from guide.ui.theme import GAP, ROOM, SMALLER, TINY, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.drawings import drawing
from guide.ui.widgets.layouts import FlowLayout, TileLayout
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import bullets, words
from guide.ui.wording import tier_words

MOST_REASONS = 4
_BESIDE_PICTURE, _BESIDE_BUTTONS, _REASONS, _SHORT_NAME = 460, 400, 130, 200
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class ReasonList(QWidget):
    """The weightiest first; the rest opens at a press."""

    def __init__(self, theme: Theme, title: str, mark: str, lines: Sequence[str], about: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words(title, "small-muted"))
        shown = lines[:MOST_REASONS] or [self.tr("nothing you answered")]
        column.addWidget(bullets(shown, mark=mark if lines else " "))
        if rest := lines[MOST_REASONS:]:
            self._rest = bullets(rest, mark=mark)
            self._rest.hide()
            self.more_button = ThemedButton(
                theme, self.tr("and {count} more").format(count=len(rest)), "link", "chevron-down"
            )
            self.more_button.setAccessibleName(f"{self.more_button.text()}: {title}, {about}")
            self.more_button.clicked.connect(self._on_more_clicked)
            column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(self._rest)
        column.addStretch(1)

    def _on_more_clicked(self) -> None:
        self._rest.show()
        self.more_button.focusNextPrevChild(True)
        self.more_button.hide()


class CandidateCard(Card):
    """``other`` is what it is compared with; without it there is nothing to compare."""

    read_requested = Signal()
    compare_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        age: Age | None,
        candidate: Candidate,
        tone: int,
        other: Condition | None,
    ) -> None:
        super().__init__(theme)
        self._theme, self._pack, self._age, self._candidate = theme, pack, age, candidate
        self._condition = pack.condition[candidate.condition]
        across = TurningRow(theme.px(_BESIDE_PICTURE), theme.px(ROOM))
        picture = drawing(theme, scene_of(self._condition), tone, shape=1.34)
        picture.setFixedSize(theme.px(150), theme.px(112))
        across.row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(theme.px(SMALLER))
        text.addLayout(self._head())
        text.addWidget(self._reasons_and_buttons(other))
        text.addStretch(1)
        across.row.addLayout(text, 1)
        self.column.addWidget(across)

    def _head(self) -> QVBoxLayout:
        """A long name has its own lines, where it may break."""
        column, row = QVBoxLayout(), FlowLayout(self._theme.px(GAP))
        column.setSpacing(self._theme.px(TINY))
        name = words(self._condition.name, "h2", wrap=False)
        name.ensurePolished()
        if name.sizeHint().width() > self._theme.px(_SHORT_NAME):
            name.setWordWrap(True)
            column.addWidget(name)
        else:
            row.addWidget(name)
        row.addWidget(words(tier_words(self._candidate.tier), "muted", wrap=False))
        bar = FitBar(self._theme, self._candidate.tier)
        bar.setFixedWidth(self._theme.px(110))
        row.addWidget(bar)
        column.addLayout(row)
        return column

    def _reasons_and_buttons(self, other: Condition | None) -> TurningRow:
        across = TurningRow(self._theme.px(_BESIDE_BUTTONS), self._theme.px(GAP))
        reasons = QWidget()
        tiles = TileLayout(self._theme.px(_REASONS), 2, self._theme.px(GAP))
        reasons.setLayout(tiles)
        tiles.addWidget(self._reasons(self.tr("For"), "+", self._candidate.speaks_for))
        tiles.addWidget(self._reasons(self.tr("Against"), "–", self._candidate.speaks_against))
        across.row.addWidget(reasons, 1)
        buttons = self._buttons(other)
        across.row.addLayout(buttons)
        across.turned.connect(lambda beside: buttons.setDirection(_DOWN if beside else _ACROSS))
        return across

    def _reasons(self, title: str, mark: str, reasons: Sequence[Reason]) -> ReasonList:
        lines = [reason_words(self._pack, self._age, reason) for reason in reasons]
        return ReasonList(self._theme, title, mark, lines, self._condition.name)

    def _buttons(self, other: Condition | None) -> QBoxLayout:
        """Below each other beside the reasons, and beside each other below them."""
        column = QBoxLayout(_DOWN)
        column.setSpacing(self._theme.px(SMALLER))
        name = self._condition.name
        read = ThemedButton(self._theme, self.tr("Read more"), "pill")
        read.setAccessibleName(self.tr("Read more about {name}").format(name=name))
        read.clicked.connect(self.read_requested)
        column.addWidget(read)
        if other:
            compare = ThemedButton(self._theme, self.tr("Compare"), "pill")
            said = self.tr("Compare {name} with {other}").format(name=name, other=other.name)
            compare.setAccessibleName(said)
            compare.setToolTip(said)
            compare.clicked.connect(self.compare_requested)
            column.addWidget(compare)
        column.addStretch(1)
        return column


class WhatCanLookLikeThis(QWidget):
    condition_requested = Signal(str)
    compare_requested = Signal(object)
    """The two conditions to compare, as a tuple of ids."""

    def __init__(
        self, theme: Theme, pack: ContentPack, age: Age | None, assessment: Assessment, tone: int
    ) -> None:
        super().__init__()
        self._theme, self._pack = theme, pack
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(GAP))
        column.addLayout(self._heading())
        offered = shown_candidates(assessment)
        if assessment.nothing_fits or not offered:
            column.addWidget(self._nothing_fits(offered))
        self.cards = [self._card(age, offered, place, tone) for place in range(len(offered))]
        for card in self.cards:
            column.addWidget(card)

    def _heading(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(2))
        column.addWidget(words(self.tr("What can look like this"), "h2"))
        column.addWidget(words(only_examination(), "muted"))
        return column

    def _nothing_fits(self, offered: Sequence[Candidate]) -> Card:
        card = Card(self._theme, "well", TINY)
        title, text = nothing_fits_words(offered)
        card.column.addWidget(words(title, "h3"))
        card.column.addWidget(words(text))
        return card

    def _card(self, age: Age | None, offered: Sequence[Candidate], place: int, tone: int) -> CandidateCard:
        """Compared with the first one; the first with the second."""
        candidate = offered[place]
        others = [each.condition for each in offered if each is not candidate]
        other = self._pack.condition[others[0]] if others else None
        card = CandidateCard(self._theme, self._pack, age, candidate, tone, other)
        card.read_requested.connect(lambda: self.condition_requested.emit(candidate.condition))
        if other:
            both = (candidate.condition, other.id) if place == 0 else (other.id, candidate.condition)
            card.compare_requested.connect(lambda: self.compare_requested.emit(both))
        return card
