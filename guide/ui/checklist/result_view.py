"""The result: how soon to get help and why, then what can look like this, and what would change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.domain.check_differences import differences
from guide.domain.check_session import CheckSession
from guide.domain.conditions import Urgency
from guide.domain.diary import SavedCheck
from guide.domain.pack import ContentPack, Region
from guide.ui.checklist.result_action import ActionBanner
from guide.ui.checklist.result_before import SinceBefore
from guide.ui.checklist.result_candidates import WhatCanLookLikeThis
from guide.ui.checklist.result_side import NotAnswered, TellingQuestion, difference_card, sooner_card
from guide.ui.checklist.result_words import (
    difference_between,
    shown_candidates,
    sooner_signs,
    telling_question,
    unanswered_names,
)
from guide.ui.icons import ThemedButton
from guide.ui.theme import GAP, ROOM, Theme
from guide.ui.widgets.cards import Banner
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words

_SIDE, _SIDE_BY_SIDE = 330, 900
_NO_LIMIT = 16_777_215


class ResultView(QWidget):
    """``before`` is the check before this one, to tell what has changed."""

    save_requested = Signal()
    print_requested = Signal()
    again_requested = Signal()
    change_requested = Signal()
    danger_requested = Signal()
    condition_requested = Signal(str)
    compare_requested = Signal(object)
    answered = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        region: Region,
        session: CheckSession,
        tone: int,
        before: SavedCheck | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._pack, self._region, self._tone = theme, pack, region, tone
        self._session, self._before = session, before
        self.assessment = session.assessment()
        self.telling: TellingQuestion | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(ROOM))
        self.banner = ActionBanner(theme, pack, region, session.answers(), self.assessment)
        self._column.addWidget(self.banner)
        self._column.addLayout(self._buttons())
        if before:
            self._column.addWidget(self._since(before))
        if self.assessment.level is Urgency.EMERGENCY:
            self._column.addWidget(self._danger_signs())
        else:
            self._column.addWidget(self._two_columns())
        self._column.addWidget(words(pack.info.review_words, "small-muted"))

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(self._theme.px(GAP))
        self.save_button = ThemedButton(self._theme, self.tr("Save to diary"), "primary", "save")
        self.save_button.clicked.connect(self.save_requested)
        self.print_button = ThemedButton(self._theme, self.tr("Print"), "", "printer")
        self.print_button.clicked.connect(self.print_requested)
        self.change_button = ThemedButton(self._theme, self.tr("Your answers"))
        self.change_button.setToolTip(self.tr("See what you answered, and change it"))
        self.change_button.clicked.connect(self.change_requested)
        self.again_button = ThemedButton(self._theme, self.tr("Start again"))
        self.again_button.clicked.connect(self.again_requested)
        for button in (self.save_button, self.print_button, self.change_button, self.again_button):
            row.addWidget(button)
        return row

    def _since(self, before: SavedCheck) -> SinceBefore:
        found = differences(self._pack, before, self._session.answers(), self.assessment.level)
        return SinceBefore(self._theme, self._pack, self._region, before, found)

    def _two_columns(self) -> TurningRow:
        """What needs help sooner stands at the right, or in the place of what can look like this."""
        across = TurningRow(self._theme.px(_SIDE_BY_SIDE), self._theme.px(ROOM))
        (main, left), (side, right) = self._stack(), self._stack()
        self.fits = WhatCanLookLikeThis(
            self._theme, self._pack, self._session.age, self.assessment, self._tone
        )
        self.fits.condition_requested.connect(self.condition_requested)
        self.fits.compare_requested.connect(self.compare_requested)
        left.addWidget(self.fits)
        self._add_one_look(right)
        self._add_sooner(right if self.fits.cards else left)
        self._add_not_answered(right)
        left.addStretch(1)
        right.addStretch(1)
        across.row.addWidget(main, 1)
        across.row.addWidget(side)
        side.setFixedWidth(self._theme.px(_SIDE))
        across.turned.connect(lambda row: self._give_room(side, row))
        return across

    def _stack(self) -> tuple[QWidget, QVBoxLayout]:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(GAP))
        return box, column

    def _give_room(self, side: QWidget, beside: bool) -> None:
        width = self._theme.px(_SIDE)
        side.setMinimumWidth(width if beside else 0)
        side.setMaximumWidth(width if beside else _NO_LIMIT)

    def _add_one_look(self, column: QVBoxLayout) -> None:
        """The question that would tell; where none is left, what the pages say of the first two."""
        offered = shown_candidates(self.assessment)
        question = telling_question(self._pack, self._session, self.assessment)
        if question:
            self.telling = TellingQuestion(self._theme, question, several=len(offered) > 1)
            self.telling.answered.connect(self.answered)
            column.addWidget(self.telling)
        elif known := difference_between(self._pack, offered):
            column.addWidget(difference_card(self._theme, *known))

    def _add_sooner(self, column: QVBoxLayout) -> None:
        if signs := sooner_signs(self._pack, self._region, self.assessment):
            column.addWidget(sooner_card(self._theme, self._pack, signs))
        column.addWidget(self._danger_signs())

    def _add_not_answered(self, column: QVBoxLayout) -> None:
        asked = self.telling.question if self.telling else None
        if names := unanswered_names(self._pack, self.assessment, asked):
            left = NotAnswered(self._theme, names)
            left.change_requested.connect(self.change_requested)
            column.addWidget(left)

    def _danger_signs(self) -> Banner:
        title = self.tr("Look at the danger signs again if anything changes")
        banner = Banner(self._theme, Urgency.EMERGENCY, title)
        banner.column.addWidget(words(self._pack.emergency_words, "small"))
        self.danger_button = ThemedButton(self._theme, self.tr("Danger signs"), "danger")
        self.danger_button.clicked.connect(self.danger_requested)
        banner.add_beside(self.danger_button)
        return banner
