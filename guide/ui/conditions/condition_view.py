"""The page of one condition; the same shape for each, what is urgent first."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack, Region
from guide.ui.calibration.screens import ScreenSizes
from guide.ui.conditions.picture_panel import PicturePanel
from guide.ui.conditions.sections import Subject, facts_card, see_doctor_card, what_to_do
from guide.ui.conditions.sections_further import (
    ClaimsCard,
    LookAlikes,
    claims_of,
    good_to_know_card,
    on_skin_card,
    professional_card,
    questions_card,
    sources_card,
)
from guide.ui.icons import ThemedButton
from guide.ui.theme import ROOM, SMALLER, WIDE, Theme
from guide.ui.widgets.cards import LevelTag
from guide.ui.widgets.glossary_words import GlossaryWords
from guide.ui.widgets.layouts import FlowLayout, TileLayout
from guide.ui.widgets.page import Page
from guide.ui.widgets.words import clear_layout, heading


class ConditionView(Page):
    """``region`` is asked for whenever a condition is shown; without it the country is not known."""

    condition_requested = Signal(str)
    compare_requested = Signal(str)
    check_requested = Signal()
    diary_requested = Signal(str)
    print_requested = Signal(str)
    bookmark_toggled = Signal(str, bool)
    claims_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        sizes: ScreenSizes,
        region: Callable[[], Region] | None = None,
    ) -> None:
        super().__init__(theme, "")
        self._pack, self._sizes = pack, sizes
        self._region = region or (lambda: pack.regions[0])
        self._glossary = GlossaryWords(pack.glossary)
        self._tone = 2
        self._bookmarked = False
        self.condition_id = ""
        self.column.setContentsMargins(0, 0, theme.px(WIDE), theme.px(WIDE))

    def show_condition(self, condition: Condition) -> None:
        self.condition_id = condition.id
        self.setAccessibleName(condition.name)
        clear_layout(self.column)
        subject = Subject(self.theme, self._pack, self._region(), condition, self._glossary)
        self.column.addWidget(self._heading(condition))
        self.column.addWidget(see_doctor_card(subject))
        self.column.addWidget(self._picture_and_facts(subject))
        self.column.addWidget(what_to_do(subject))
        self.look_alikes = LookAlikes(subject, self._tone, self.condition_requested.emit)
        self.column.addWidget(self.look_alikes)
        self.column.addWidget(on_skin_card(subject))
        self.column.addWidget(good_to_know_card(subject))
        self.column.addWidget(professional_card(subject))
        self.column.addWidget(questions_card(subject))
        if claims_of(self._pack, condition):
            self.claims_card = ClaimsCard(subject, self.claims_requested.emit)
            self.column.addWidget(self.claims_card)
        self.column.addWidget(sources_card(subject))
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

    def set_bookmarked(self, bookmarked: bool) -> None:
        """Only shown: the signal is for what the parent does."""
        self._bookmarked = bookmarked
        if self.condition_id:
            self._show_bookmark()

    @property
    def tone(self) -> int:
        return self._tone

    def set_tone(self, tone: int) -> None:
        self._tone = tone
        if self.condition_id:
            self.panel.set_tone(tone)
            self.look_alikes.set_tone(tone)

    def _heading(self, condition: Condition) -> QWidget:
        said = self.tr("say “{how}”").format(how=condition.say)
        box = heading(condition.name, " · ".join([*condition.parents_names[:2], said]))
        row = FlowLayout(self.theme.px(SMALLER))
        row.addWidget(LevelTag(self.theme, condition.urgency, self._pack.short_words(condition.urgency)))
        for button in self._buttons():
            row.addWidget(button)
        column = box.layout()
        if isinstance(column, QVBoxLayout):
            column.addSpacing(self.theme.px(4))
            column.addLayout(row)
        return box

    def _buttons(self) -> list[ThemedButton]:
        self.compare_button = self._button(self.tr("Compare"), "copy")
        self.compare_button.clicked.connect(lambda: self.compare_requested.emit(self.condition_id))
        self.check_button = self._button(self.tr("Check my baby’s spots"), "check")
        self.check_button.clicked.connect(self.check_requested)
        self.diary_button = self._button(self.tr("Start a diary for this"), "notebook-text")
        self.diary_button.clicked.connect(lambda: self.diary_requested.emit(self.condition_id))
        self.print_button = self._button(self.tr("Print this page"), "printer")
        self.print_button.clicked.connect(lambda: self.print_requested.emit(self.condition_id))
        self._make_bookmark_button()
        return [
            self.compare_button,
            self.check_button,
            self.diary_button,
            self.print_button,
            self.bookmark_button,
        ]

    def _button(self, text: str, icon: str) -> ThemedButton:
        return ThemedButton(self.theme, text, "pill", icon)

    def _make_bookmark_button(self) -> None:
        """As wide with either of its words, so that no other button moves."""
        self.bookmark_button = ThemedButton(self.theme, "", "chip", "bookmark")
        self.bookmark_button.setCheckable(True)
        self.bookmark_button.setChecked(True)
        for text in self._bookmark_words():
            self.bookmark_button.setText(text)
            self.bookmark_button.ensurePolished()
            wide = max(self.bookmark_button.minimumWidth(), self.bookmark_button.sizeHint().width())
            self.bookmark_button.setMinimumWidth(wide)
        self.bookmark_button.clicked.connect(self._on_bookmark_clicked)
        self._show_bookmark()

    def _bookmark_words(self) -> tuple[str, str]:
        return self.tr("Bookmark"), self.tr("✓ Bookmarked")

    def _on_bookmark_clicked(self) -> None:
        self.set_bookmarked(not self._bookmarked)
        self.bookmark_toggled.emit(self.condition_id, self._bookmarked)

    def _show_bookmark(self) -> None:
        self.bookmark_button.setChecked(self._bookmarked)
        self.bookmark_button.setText(self._bookmark_words()[self._bookmarked])
        self.bookmark_button.setAccessibleName(self.tr("Bookmark this page"))

    def _picture_and_facts(self, subject: Subject) -> QWidget:
        box = QWidget()
        tiles = TileLayout(self.theme.px(250), 2, self.theme.px(ROOM))
        box.setLayout(tiles)
        self.panel = PicturePanel(self.theme, self._pack, subject.condition, self._tone, self._sizes)
        self.panel.tone_chosen.connect(self.set_tone)
        tiles.addWidget(self.panel)
        facts = facts_card(subject)
        facts.column.addStretch(1)
        facts.column.addWidget(self.panel.where, 0, Qt.AlignmentFlag.AlignHCenter)
        facts.column.addWidget(self.panel.where_label)
        facts.column.addStretch(1)
        tiles.addWidget(facts)
        return box
