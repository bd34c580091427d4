"""Home: danger signs first, then three ways in, then the conditions looked up most."""

from PySide6.QtCore import Signal

from guide.domain.conditions import Urgency
from guide.domain.diary import Spot
from guide.domain.pack import ContentPack
from guide.ui.conditions.tile import ConditionTile
from guide.ui.family import Family
from guide.ui.icons import ThemedButton
from guide.ui.theme import Theme
from guide.ui.widgets.cards import Banner, Card
from guide.ui.widgets.layouts import TileLayout
from guide.ui.widgets.page import Page
from guide.ui.widgets.search_edit import SearchEdit
from guide.ui.widgets.words import heading, words
from guide.ui.wording import ago_words

TILES = 5


class HomePage(Page):
    danger_requested = Signal()
    check_requested = Signal()
    search_requested = Signal(str)
    condition_requested = Signal(str)
    note_requested = Signal()
    diary_requested = Signal()
    child_wanted = Signal()

    def __init__(self, theme: Theme, pack: ContentPack, family: Family) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Home"))
        self._pack, self._family = pack, family
        promise = self.tr(
            "Find out what they may be, what helps, and when to see a doctor. "
            "Everything stays on this computer."
        )
        self.column.addWidget(heading(self.tr("Spots on your baby’s skin?"), promise))
        self.column.addWidget(self._danger_banner())
        ways = TileLayout(theme.px(270), 3, theme.px(16))
        self.column.addLayout(ways)
        for card in (self._check_card(), self._search_card(), self._diary_card()):
            ways.addWidget(card)
        self._build_tiles()
        self.column.addWidget(words(pack.info.review_words, "small-muted"))
        self.column.addStretch(1)
        family.child_changed.connect(self.refresh)
        family.diary_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The diary's card and the drawings' skin tone, for the child chosen now."""
        self._fill_diary_card()
        child = self._family.child
        for tile in self._condition_tiles:
            tile.set_tone(child.skin_tone if child else 2)

    def _danger_banner(self) -> Banner:
        banner = Banner(self.theme, Urgency.EMERGENCY, self.tr("First: is this an emergency?"))
        banner.column.addWidget(words(self._pack.emergency_words, "small"))
        self.danger_button = ThemedButton(self.theme, self.tr("See the danger signs"), "danger")
        self.danger_button.clicked.connect(self.danger_requested)
        banner.add_beside(self.danger_button)
        return banner

    def _check_card(self) -> Card:
        card = Card(self.theme)
        card.column.addWidget(words(self.tr("Check what I see"), "h2"))
        text = self.tr(
            "Answer short questions with pictures. You get what fits, why, and how soon to get help."
        )
        card.column.addWidget(words(text, "muted"))
        card.column.addStretch(1)
        self.check_button = ThemedButton(self.theme, self.tr("Start a check"), "primary", "check")
        self.check_button.clicked.connect(self.check_requested)
        card.column.addWidget(self.check_button)
        return card

    def _search_card(self) -> Card:
        card = Card(self.theme)
        card.column.addWidget(words(self.tr("Look it up"), "h2"))
        text = self.tr(
            "%n skin condition(s), with drawings on five skin tones.", None, len(self._pack.conditions)
        )
        card.column.addWidget(words(text.replace("(s)", "s"), "muted"))
        card.column.addStretch(1)
        name, example = self.tr("Look up a condition"), self.tr("milk spots, heat rash…")
        self.search_edit = SearchEdit(self.theme, name, example)
        self.search_edit.returnPressed.connect(lambda: self.search_requested.emit(self.search_edit.text()))
        card.column.addWidget(self.search_edit)
        self.search_button = ThemedButton(self.theme, self.tr("Show"), "")
        self.search_button.setAccessibleName(self.tr("Show what was found"))
        self.search_button.clicked.connect(lambda: self.search_requested.emit(self.search_edit.text()))
        card.column.addWidget(self.search_button)
        return card

    def _diary_card(self) -> Card:
        card = Card(self.theme)
        card.column.addWidget(words(self.tr("Keep an eye on it"), "h2"))
        self.diary_name = words("", "h3")
        self.diary_words = words("", "muted")
        card.column.addWidget(self.diary_name)
        card.column.addWidget(self.diary_words)
        card.column.addStretch(1)
        self.diary_button = ThemedButton(self.theme, "", "", "plus")
        card.column.addWidget(self.diary_button)
        self.diary_button.clicked.connect(self._on_diary_clicked)
        return card

    def _on_diary_clicked(self) -> None:
        if self._family.problem:
            self.diary_requested.emit()
        elif self._family.child is None:
            self.child_wanted.emit()
        else:
            self.note_requested.emit()

    def _fill_diary_card(self) -> None:
        child, spots = self._family.child, self._family.spots()
        self.diary_name.setVisible(bool(child and spots))
        if self._family.problem:
            said, does = self.tr("The diary could not be opened. The guide works."), self.tr("See why")
        elif child is None:
            said, does = (
                self.tr("Write down what you see, with photos, for the doctor."),
                self.tr("Add your child"),
            )
        elif not spots:
            said, does = self.tr("No spot is marked yet."), self.tr("Mark the first spot")
        else:
            self.diary_name.setText(f"{child.name} · {spots[0].name}")
            said, does = self._last_note_words(spots), self.tr("Add a note")
        self.diary_words.setText(said)
        self.diary_button.setText(does)

    def _last_note_words(self, spots: list[Spot]) -> str:
        days = [item.note.written.at.date() for spot in spots for item in self._family.notes(spot.id)]
        if not days:
            return self.tr("No note yet.")
        return self.tr("Last note: {when}.").format(when=ago_words(max(days), self._family.clock.today()))

    def _build_tiles(self) -> None:
        self.column.addWidget(words(self.tr("Worth knowing"), "h2"))
        tiles = TileLayout(self.theme.px(180), TILES, self.theme.px(16))
        self.column.addLayout(tiles)
        shown = self._pack.for_front_page()[:TILES]
        self._condition_tiles = [ConditionTile(self.theme, self._pack, each) for each in shown]
        for tile in self._condition_tiles:
            tile.clicked.connect(
                lambda _=False, wanted=tile.condition_id: self.condition_requested.emit(wanted)
            )
            tiles.addWidget(tile)
