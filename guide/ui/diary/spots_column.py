"""The left side of the diary: where the spots are, which they are, and a way to mark another."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from guide.domain.diary import NoteWithPhotos, Spot
from guide.domain.pack import ContentPack
from guide.ui.body_map.outline import BodyMark
from guide.ui.body_map.picker import BodyMapPicker
from guide.ui.diary.note_words import spot_facts
from guide.ui.diary.spot_button import SpotButton
from guide.ui.icons import ThemedButton
from guide.ui.theme import GAP, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import clear_layout

MAP_HEIGHT = 370
MAP_AND_LIST = 480


class SpotsColumn(TurningRow):
    """Map over list; beside it where the whole page is one column and so there is room."""

    spot_chosen = Signal(str)
    new_spot_wanted = Signal()
    place_chosen = Signal(str, float, float)
    """A place without a spot was tapped."""

    def __init__(self, theme: Theme, pack: ContentPack) -> None:
        super().__init__(theme.px(MAP_AND_LIST), theme.px(GAP))
        self._theme = theme
        self._spots: Sequence[Spot] = ()
        self._chosen = ""
        self.buttons: list[SpotButton] = []
        self.row.addWidget(self._build_map(pack), 1)
        column = QVBoxLayout()
        column.setSpacing(theme.px(GAP))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(GAP))
        column.addLayout(self._list)
        self.new_button = ThemedButton(theme, self.tr("Mark a new spot"), "", "plus")
        self.new_button.clicked.connect(self.new_spot_wanted)
        column.addWidget(self.new_button)
        column.addStretch(1)
        self.row.addLayout(column, 1)
        # In a column the map must not share the height that is left over.
        self.turned.connect(lambda is_row: self.row.setStretch(0, int(is_row)))
        theme.changed.connect(self._show_marks)

    def show_spots(self, spots: Sequence[Spot], notes: Mapping[str, Sequence[NoteWithPhotos]]) -> None:
        self._spots = spots
        clear_layout(self._list)
        self.buttons = []
        for number, spot in enumerate(spots, 1):
            facts = spot_facts(spot, notes[spot.id])
            button = SpotButton(self._theme, spot.id, number, spot.name, facts)
            button.clicked.connect(partial(self.spot_chosen.emit, spot.id))
            self._list.addWidget(button)
            self.buttons.append(button)

    def choose(self, spot: Spot) -> None:
        """Show which spot is chosen; the map turns to its side."""
        self._chosen = spot.id
        for button in self.buttons:
            button.setChecked(button.spot_id == spot.id)
        self.picker.set_view(spot.view)
        self._show_marks()

    def _build_map(self, pack: ContentPack) -> Card:
        self.picker = spot_map(self._theme, pack)
        self.picker.mark_chosen.connect(self.spot_chosen)
        self.picker.place_chosen.connect(self.place_chosen)
        card = Card(self._theme)
        card.column.addWidget(self.picker)
        return card

    def _show_marks(self) -> None:
        self.picker.set_marks([self._mark(number, spot) for number, spot in enumerate(self._spots, 1)])

    def _mark(self, number: int, spot: Spot) -> BodyMark:
        chosen = spot.id == self._chosen
        colours = self._theme.colours
        colour = colours.accent_text if chosen else colours.brand
        return BodyMark(number, spot.x, spot.y, colour, chosen, spot.id, spot.view)


def spot_map(theme: Theme, pack: ContentPack) -> BodyMapPicker:
    """The body map without its list of places: here each step through that would begin a new spot."""
    picker = BodyMapPicker(theme, pack.body)
    picker.place_label.hide()
    picker.place_combo.hide()
    picker.setFixedHeight(theme.px(MAP_HEIGHT))
    return picker
