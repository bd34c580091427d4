"""The result: how soon to get help and why, then what can look like this, for and against."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from guide.domain.ages import Age
from guide.domain.checklist import AGE_REASON, Assessment, Candidate, Reason, Tier
from guide.domain.conditions import Statement, Urgency
from guide.domain.pack import ContentPack, Region
from guide.ui.checklist.so_far import FitBar
from guide.ui.icons import ThemedButton
from guide.ui.pictures.plans.scene import scene_of
from guide.ui.theme import GAP, ROOM, SMALLER, Theme
from guide.ui.widgets.cards import Banner, Card
from guide.ui.widgets.drawings import drawing
from guide.ui.widgets.layouts import FlowLayout, TileLayout
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import bullets, words
from guide.ui.wording import age_words, tier_words, with_number

SHOWN = 4


class ResultView(QWidget):
    save_requested = Signal()
    danger_requested = Signal()
    condition_requested = Signal(str)
    again_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        region: Region,
        assessment: Assessment,
        age: Age | None,
        tone: int,
    ) -> None:
        super().__init__()
        self._theme, self._pack, self._region = theme, pack, region
        self._age, self._tone = age, tone
        self._action = pack.action[assessment.action]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(ROOM))
        column.addWidget(self._banner(assessment))
        tiles = TileLayout(theme.px(300), 2, theme.px(ROOM))
        tiles.addWidget(self._what_to_do())
        tiles.addWidget(self._why(assessment))
        column.addLayout(tiles)
        column.addWidget(self._buttons())
        if assessment.level is not Urgency.EMERGENCY:
            column.addWidget(self._fits(assessment))
        column.addWidget(self._danger_signs())
        column.addWidget(words(pack.info.review_words, "small-muted"))

    def _banner(self, assessment: Assessment) -> Banner:
        title = with_number(self._action.title, self._region)
        banner = Banner(self._theme, assessment.level, title, large=True)
        for rule in assessment.fired[:2]:
            banner.column.addWidget(words(with_number(self._pack.rule[rule].sign, self._region)))
        return banner

    def _what_to_do(self) -> Card:
        card = Card(self._theme)
        card.column.addWidget(words(self.tr("What to do now"), "h2"))
        card.column.addWidget(bullets(with_number(each.text, self._region) for each in self._action.do))
        if self._action.say:
            card.column.addWidget(words(self.tr("What to say on the phone"), "h3"))
            card.column.addWidget(words(with_number(self._action.say, self._region)))
        card.column.addStretch(1)
        return card

    def _why(self, assessment: Assessment) -> Card:
        card = Card(self._theme)
        card.column.addWidget(words(self.tr("Why"), "h2"))
        for rule_id in assessment.fired:
            rule = self._pack.rule[rule_id]
            card.column.addWidget(words(rule.sign, "h3"))
            card.column.addWidget(words(rule.why.text))
            card.column.addWidget(words(self._source_words(rule.why), "small-muted"))
        card.column.addWidget(words(self.tr("When to look again"), "h3"))
        card.column.addWidget(words(self._action.look_again.text))
        card.column.addStretch(1)
        return card

    def _source_words(self, statement: Statement) -> str:
        sources = [self._pack.source[source] for source in statement.sources]
        said = "; ".join(f"{source.organisation}, {source.title}" for source in sources)
        return self.tr("Source: {sources}").format(sources=said)

    def _buttons(self) -> TurningRow:
        across = TurningRow(self._theme.px(400), self._theme.px(GAP))
        self.save_button = ThemedButton(self._theme, self.tr("Save to diary"), "primary", "save")
        self.save_button.clicked.connect(self.save_requested)
        self.again_button = ThemedButton(self._theme, self.tr("Start again"))
        self.again_button.clicked.connect(self.again_requested)
        across.row.addWidget(self.save_button)
        across.row.addStretch(1)
        across.row.addWidget(self.again_button)
        return across

    def _fits(self, assessment: Assessment) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(GAP))
        column.addWidget(words(self.tr("What can look like this"), "h2"))
        if assessment.nothing_fits:
            text = self.tr(
                "Nothing in this guide fits well. That is common, and it says nothing bad. "
                "Let someone see the spots."
            )
            column.addWidget(words(text))
        lead = self.tr("This is not a diagnosis. Only an examination can tell.")
        column.addWidget(words(lead, "muted"))
        likely = [each for each in assessment.candidates if each.tier is not Tier.LITTLE][:SHOWN]
        for candidate in likely:
            column.addWidget(self._candidate(candidate))
        return box

    def _candidate(self, candidate: Candidate) -> Card:
        condition = self._pack.condition[candidate.condition]
        card = Card(self._theme)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(ROOM))
        picture = drawing(self._theme, scene_of(condition), self._tone, shape=1.34)
        picture.setFixedSize(self._theme.px(150), self._theme.px(112))
        grid.addWidget(picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        head = FlowLayout(self._theme.px(SMALLER))
        head.addWidget(words(condition.name, "h2", wrap=False))
        head.addWidget(words(tier_words(candidate.tier), "muted", wrap=False))
        bar = FitBar(self._theme, candidate.tier)
        bar.setFixedWidth(self._theme.px(100))
        head.addWidget(bar)
        read = ThemedButton(self._theme, self.tr("Read more"), "pill")
        read.setAccessibleName(self.tr("Read more about {name}").format(name=condition.name))
        read.clicked.connect(lambda _=False, wanted=condition.id: self.condition_requested.emit(wanted))
        head.addWidget(read)
        grid.addLayout(head, 0, 1)
        grid.addLayout(self._for_and_against(candidate), 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        card.column.addLayout(grid)
        return card

    def _for_and_against(self, candidate: Candidate) -> TileLayout:
        tiles = TileLayout(self._theme.px(180), 2, self._theme.px(ROOM))
        tiles.addWidget(self._reasons(self.tr("For"), "+", candidate.speaks_for))
        tiles.addWidget(self._reasons(self.tr("Against"), "–", candidate.speaks_against))
        return tiles

    def _reasons(self, title: str, mark: str, reasons: Iterable[Reason]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words(title, "small-muted"))
        lines = [self._reason_words(reason) for reason in reasons]
        column.addWidget(bullets(lines or [self.tr("nothing you answered")], mark=mark if lines else " "))
        column.addStretch(1)
        return box

    def _reason_words(self, reason: Reason) -> str:
        if reason.question == AGE_REASON:
            return self.tr("Age: {age}").format(age=age_words(self._age))
        question = self._pack.question[reason.question]
        said = ", ".join(question.option(option).text for option in reason.options)
        return f"{question.short}: {said}" if question.short else said

    def _danger_signs(self) -> Banner:
        title = self.tr("Look at the danger signs again if anything changes")
        banner = Banner(self._theme, Urgency.EMERGENCY, title)
        banner.column.addWidget(words(self._pack.emergency_words, "small"))
        button = ThemedButton(self._theme, self.tr("Danger signs"), "danger")
        button.clicked.connect(self.danger_requested)
        banner.add_beside(button)
        return banner
