"""All danger signs on one page, with what to do and whom to call."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel

from guide.domain.ages import Age
from guide.domain.checklist import Answers, asked_rules
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack, Region
from guide.domain.questions import Rule, RuleGroup
from guide.ui.icons import ThemedButton
from guide.ui.theme import Theme
from guide.ui.widgets.cards import Banner, Card
from guide.ui.widgets.layouts import TileLayout
from guide.ui.widgets.page import Page
from guide.ui.widgets.words import bullets, words
from guide.ui.wording import age_words, with_number


class DangerPage(Page):
    """Shows the emergency signs for the child's age; all of them where the age is not known."""

    back_requested = Signal()
    check_requested = Signal()

    def __init__(
        self, theme: Theme, pack: ContentPack, region: Callable[[], Region], age: Callable[[], Age | None]
    ) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Danger signs"))
        self._pack, self._region, self._age = pack, region, age
        self._build_heading()
        self._tiles = TileLayout(theme.px(330), 2, theme.px(16))
        self.column.addLayout(self._tiles)
        self.column.addStretch(1)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self.back_requested.emit,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        self.refresh()

    def refresh(self) -> None:
        """Anew for another child or region."""
        age, region = self._age(), self._region()
        self.title.setText(self.tr("Danger signs"))
        self.age_label.setText(
            self.tr("For a baby {age}.").format(age=age_words(age))
            if age
            else self.tr("For every age, because no birth date is written down.")
        )
        self.region_label.setText(self._call_words(region))
        self._tiles.clear()
        for group in self._pack.groups:
            rules = asked_rules(self._pack, Answers(age), group.id)
            if group.stage == "emergency" and rules:
                self._tiles.addWidget(self._group_card(group, rules))

    def showEvent(self, event: QShowEvent) -> None:
        """The child or the country may be another one by now."""
        self.refresh()
        super().showEvent(event)

    def _build_heading(self) -> None:
        row = QHBoxLayout()
        self.title = words("", "h1")
        row.addWidget(self.title, 1)
        self.back_button = ThemedButton(self.theme, self.tr("Back"), "", "arrow-left")
        self.back_button.clicked.connect(self.back_requested)
        row.addWidget(self.back_button)
        self.column.addLayout(row)
        self.age_label = words("", "lead")
        self.column.addWidget(self.age_label)
        banner = Banner(self.theme, Urgency.EMERGENCY, self.tr("If any one of these is true, get help now"))
        self.region_label: QLabel = words("")
        banner.column.addWidget(self.region_label)
        banner.column.addWidget(words(self.tr("If you cannot tell, take it as a yes."), "small"))
        self.check_button = ThemedButton(self.theme, self.tr("Check one by one"), "danger")
        self.check_button.clicked.connect(self.check_requested)
        banner.add_beside(self.check_button)
        self.column.addWidget(banner)

    def _call_words(self, region: Region) -> str:
        call = self.tr("Call {number}.").format(number=region.emergency_words or region.emergency_number)
        if region is self._pack.regions[0]:
            call += " " + self.tr("Choose your country in Settings, and its number stands here.")
        return call

    def _group_card(self, group: RuleGroup, rules: tuple[Rule, ...]) -> Card:
        card = Card(self.theme)
        card.column.addWidget(words(group.ask, "h3"))
        for rule in rules:
            card.column.addWidget(bullets([with_number(rule.sign, self._region())]))
            if rule.help:
                note = words(rule.help, "small-muted")
                note.setContentsMargins(self.theme.px(18), 0, 0, 0)
                card.column.addWidget(note)
        card.column.addStretch(1)
        return card
