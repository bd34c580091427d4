"""The page of one condition; the same shape for each, what is urgent first."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from guide.domain.conditions import CallSign, Condition, Glance, Statement, Urgency
from guide.domain.pack import ContentPack
from guide.ui.calibration.screens import ScreenSizes
from guide.ui.conditions.picture_panel import PicturePanel
from guide.ui.icons import LEVEL_ICONS, IconLabel, ThemedButton
from guide.ui.theme import GAP, ROOM, SMALLER, WIDE, Theme
from guide.ui.widgets.cards import Card, CardButton, LevelTag
from guide.ui.widgets.layouts import FlowLayout, TileLayout
from guide.ui.widgets.page import Page
from guide.ui.widgets.words import bullets, clear_layout, heading, words


class ConditionView(Page):
    condition_requested = Signal(str)
    list_requested = Signal()
    check_requested = Signal()

    def __init__(self, theme: Theme, pack: ContentPack, sizes: ScreenSizes) -> None:
        super().__init__(theme, "")
        self._pack, self._sizes = pack, sizes
        self._tone = 2
        self._offers_list = False
        self.condition_id = ""
        self.column.setContentsMargins(0, 0, theme.px(WIDE), theme.px(WIDE))

    def show_condition(self, condition: Condition) -> None:
        self.condition_id = condition.id
        self.setAccessibleName(condition.name)
        clear_layout(self.column)
        self.list_button = ThemedButton(self.theme, self.tr("All conditions"), "link", "arrow-left")
        self.list_button.clicked.connect(self.list_requested)
        self.column.addWidget(self.list_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.list_button.setVisible(self._offers_list)
        self.column.addWidget(self._heading(condition))
        self.column.addWidget(self._see_doctor(condition.see_doctor))
        self.column.addWidget(self._picture_and_facts(condition))
        self.column.addWidget(self._what_to_do(condition))
        self.column.addWidget(self._look_alikes(condition))
        self.column.addWidget(self._on_skin(condition))
        self.column.addWidget(self._more(condition))
        self.column.addWidget(self._questions(condition))
        self.column.addWidget(self._sources(condition))
        self.column.addStretch(1)
        self.to_top()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Who comes to the buttons below the picture is to see the picture, too."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if moved and self.condition_id and focused is not None and self.panel.isAncestorOf(focused):
            self.ensureWidgetVisible(self.panel.picture, 0, 0)
            self.ensureWidgetVisible(focused, 0, self.theme.px(SMALLER))
        return moved

    def offer_list(self, offered: bool) -> None:
        """A way back to the list, needed where the list is not beside the page."""
        self._offers_list = offered
        if self.condition_id:
            self.list_button.setVisible(offered)

    def set_tone(self, tone: int) -> None:
        self._tone = tone
        if self.condition_id:
            self.panel.set_tone(tone)

    def _heading(self, condition: Condition) -> QWidget:
        said = self.tr("say “{how}”").format(how=condition.say)
        box = heading(condition.name, " · ".join([*condition.parents_names[:2], said]))
        row = FlowLayout(self.theme.px(GAP))
        row.addWidget(LevelTag(self.theme, condition.urgency, self._pack.short_words(condition.urgency)))
        self.check_button = ThemedButton(self.theme, self.tr("Check my baby’s spots"), "pill", "check")
        self.check_button.clicked.connect(self.check_requested)
        row.addWidget(self.check_button)
        column = box.layout()
        if isinstance(column, QVBoxLayout):
            column.addLayout(row)
        return box

    def _see_doctor(self, signs: Iterable[CallSign]) -> QWidget:
        signs = tuple(signs)
        gravest = max((sign.level for sign in signs), key=lambda level: level.rank)
        card = Card(self.theme)
        card.setProperty("look", "level-card")
        card.setProperty("level", gravest.value)
        card.column.addWidget(words(self.tr("See a doctor if"), "level-h3"))
        for level in sorted({sign.level for sign in signs}, key=lambda each: -each.rank):
            row = QHBoxLayout()
            row.setSpacing(self.theme.px(SMALLER))
            row.addWidget(
                IconLabel(self.theme, LEVEL_ICONS[level], level.value, 18), 0, Qt.AlignmentFlag.AlignTop
            )
            row.addWidget(
                words(self._pack.short_words(level), "h3", wrap=False), 0, Qt.AlignmentFlag.AlignTop
            )
            row.addStretch(1)
            card.column.addLayout(row)
            card.column.addWidget(bullets(sign.text for sign in signs if sign.level is level))
        return card

    def _picture_and_facts(self, condition: Condition) -> QWidget:
        box = QWidget()
        tiles = TileLayout(self.theme.px(250), 2, self.theme.px(ROOM))
        box.setLayout(tiles)
        self.panel = PicturePanel(self.theme, self._pack, condition, self._tone, self._sizes)
        self.panel.tone_chosen.connect(self.set_tone)
        tiles.addWidget(self.panel)
        tiles.addWidget(self._facts(condition))
        return box

    def _facts(self, condition: Condition) -> Card:
        card = Card(self.theme)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(ROOM))
        grid.setVerticalSpacing(self.theme.px(6))
        names = {
            "age": self.tr("Age"),
            "where": self.tr("Where"),
            "feel": self.tr("Feel"),
            "itch": self.tr("Itch"),
            "catching": self.tr("Catching"),
            "lasts": self.tr("Lasts"),
        }
        for row, field in enumerate(Glance.__slots__):
            grid.addWidget(words(names[field], "muted", wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
            statement: Statement = getattr(condition.glance, field)
            grid.addWidget(words(statement.text), row, 1)
        grid.setColumnStretch(1, 1)
        card.column.addLayout(grid)
        card.column.addWidget(words(condition.gist.text))
        card.column.addStretch(1)
        card.column.addWidget(self.panel.where, 0, Qt.AlignmentFlag.AlignHCenter)
        card.column.addWidget(self.panel.where_label)
        card.column.addStretch(1)
        return card

    def _what_to_do(self, condition: Condition) -> QWidget:
        box = QWidget()
        tiles = TileLayout(self.theme.px(250), 2, self.theme.px(ROOM))
        box.setLayout(tiles)
        tiles.addWidget(self._list_card(Urgency.HOME, self.tr("What helps"), condition.helps, "✓"))
        tiles.addWidget(self._list_card(Urgency.SAME_DAY, self.tr("Do not"), condition.do_not, "✕"))
        return box

    def _list_card(self, colours_of: Urgency, title: str, statements: Iterable[Statement], mark: str) -> Card:
        card = Card(self.theme)
        card.setProperty("look", "level-card")
        card.setProperty("level", colours_of.value)
        card.column.addWidget(words(title, "level-h3"))
        card.column.addWidget(bullets((each.text for each in statements), mark=mark))
        card.column.addStretch(1)
        return card

    def _look_alikes(self, condition: Condition) -> QWidget:
        box = QWidget()
        tiles = TileLayout(self.theme.px(200), 3, self.theme.px(12))
        column = self._titled(box, self.tr("Easily mixed up with"))
        column.addLayout(tiles, 1, 0)
        for each in condition.look_alikes:
            other = self._pack.condition[each.id]
            card = CardButton(self.theme, f"{other.name}: {each.tell_apart}")
            card.column.addWidget(words(other.name, "h3"))
            card.column.addWidget(words(each.tell_apart, "small-muted"))
            card.column.addStretch(1)
            card.let_clicks_through()
            card.clicked.connect(lambda _=False, wanted=each.id: self.condition_requested.emit(wanted))
            tiles.addWidget(card)
        return box

    def _on_skin(self, condition: Condition) -> QWidget:
        looks = condition.appearance
        rows = [
            (self.tr("On light skin"), looks.on_light_skin.text),
            (self.tr("On brown skin"), looks.on_brown_skin.text),
            (self.tr("On black skin"), looks.on_black_skin.text),
        ]
        return self._rows_card(self.tr("How it looks"), rows)

    def _more(self, condition: Condition) -> QWidget:
        rows = [
            (self.tr("When it begins"), condition.begins.text),
            (self.tr("What your child feels"), condition.symptoms.text),
            (self.tr("How it goes on"), condition.course.text),
            (self.tr("Why it comes"), condition.cause.text),
            (self.tr("How common"), condition.how_common.text),
            (self.tr("Nursery and childcare"), condition.childcare.text),
            (self.tr("What a professional may do"), condition.professional.text),
        ]
        return self._rows_card(self.tr("Good to know"), rows)

    def _questions(self, condition: Condition) -> QWidget:
        card = Card(self.theme)
        card.column.addWidget(words(self.tr("Questions to ask the doctor"), "h3"))
        card.column.addWidget(bullets(condition.questions))
        return card

    def _sources(self, condition: Condition) -> QWidget:
        card = Card(self.theme, "well")
        card.column.addWidget(words(self.tr("Where this comes from"), "h3"))
        card.column.addWidget(words(self._pack.info.review_words, "small"))
        lines = [
            f"{source.organisation}: {source.title} ({self.tr('read')} {source.seen})"
            for source in map(self._pack.source.__getitem__, condition.source_ids)
        ]
        card.column.addWidget(bullets(lines, "small-muted"))
        return card

    def _rows_card(self, title: str, rows: list[tuple[str, str]]) -> Card:
        card = Card(self.theme)
        card.column.addWidget(words(title, "h3"))
        for name, text in rows:
            card.column.addWidget(words(name, "small-muted"))
            card.column.addWidget(words(text))
        return card

    def _titled(self, box: QWidget, title: str) -> QGridLayout:
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.theme.px(SMALLER))
        grid.addWidget(words(title, "h3"), 0, 0)
        return grid
