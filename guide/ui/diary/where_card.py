"""The form's card for the spot itself: one that is known, or a new one pointed out on the body map."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from guide.domain.diary import Spot
from guide.domain.pack import ContentPack
from guide.ui.body_map.outline import BodyMark
from guide.ui.body_map.picker import BodyMapPicker
from guide.ui.clock import Clock
from guide.ui.diary.draft_card import DraftCard, chip
from guide.ui.diary.wheel_guard import leave_wheel_to_page
from guide.ui.diary.when_edit import DayEdit
from guide.ui.theme import GAP, SMALLER, WIDE, Theme
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words


class WhereCard(DraftCard):
    def __init__(self, theme: Theme, pack: ContentPack, clock: Clock) -> None:
        super().__init__(theme, "")
        self._regions = {region.id: region for region in pack.body}
        self._clock = clock
        self._number = 1
        self.title.setText(self.tr("Where"))
        self.chips: list[QPushButton] = []
        self._chip_row = FlowLayout(theme.px(SMALLER))
        self.body.addLayout(self._chip_row)
        self.picker = BodyMapPicker(theme, pack.body)
        self.picker.place_chosen.connect(self._on_place_chosen)
        leave_wheel_to_page(self.picker.place_combo)
        self._new_part = self._build_new_part()
        self.body.addWidget(self._new_part)

    def offer(self, spots: Sequence[Spot], number: int) -> None:
        """The spots to choose from, before the card is filled, and the number a new one will have."""
        self._number = number
        self._chip_row.clear()
        self.chips = []
        choices: list[tuple[Spot | None, str]] = [(spot, spot.name) for spot in spots]
        for spot, name in [*choices, (None, self.tr("New spot"))] if spots else []:
            button = chip(self.theme, name, self.tr("This note is about: {spot}").format(spot=name))
            button.setProperty("spot_id", spot.id if spot else "")
            button.clicked.connect(partial(self._on_spot_chosen, spot))
            self._chip_row.addWidget(button)
            button.show()
            self.chips.append(button)

    def check(self) -> bool:
        if self.draft.spot or self.draft.place:
            return True
        sentence = self.tr("Please show where the spot is: on the picture, or in the list under it.")
        return self._refuse(sentence, self.picker.body_map)

    def _build_new_part(self) -> QWidget:
        self.help_label = words(self.tr("Tap the place on the picture, or choose it from the list."), "muted")
        self.name_edit = QLineEdit()
        self.name_edit.setAccessibleName(self.tr("Name of the spot"))
        self.name_edit.textEdited.connect(self._on_name_edited)
        self.day_edit = DayEdit(self._clock, self.tr("First seen on"))
        self.day_edit.dateChanged.connect(self._on_day_changed)
        self.unsure_chip = chip(self.theme, self.tr("Not sure"), self.tr("First seen: not sure"))
        self.unsure_chip.clicked.connect(self._on_day_changed)
        part = TurningRow(self.theme.px(480), self.theme.px(WIDE))
        part.row.addWidget(self.picker)
        beside = QVBoxLayout()
        beside.setSpacing(self.theme.px(GAP))
        beside.addWidget(self.help_label)
        beside.addLayout(self._build_form())
        beside.addStretch(1)
        part.row.addLayout(beside, 1)
        return part

    def _build_form(self) -> QFormLayout:
        seen = QHBoxLayout()
        seen.setSpacing(self.theme.px(SMALLER))
        seen.addWidget(self.day_edit)
        seen.addWidget(self.unsure_chip)
        seen.addStretch(1)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(self.theme.px(SMALLER))
        name_label, seen_label = words(self.tr("&Name of the spot")), words(self.tr("&First seen"))
        name_label.setBuddy(self.name_edit)
        seen_label.setBuddy(self.day_edit)
        form.addRow(name_label, self.name_edit)
        form.addRow(seen_label, seen)
        return form

    def _on_spot_chosen(self, spot: Spot | None) -> None:
        self.draft.spot = spot
        self._show()
        self._note_change()

    def _on_place_chosen(self, region_id: str, x: float, y: float) -> None:
        self.draft.choose_place(self._regions[region_id], x, y)
        self._show()
        self._note_change()

    def _on_name_edited(self, text: str) -> None:
        self.draft.spot_name = text
        self.draft.name_typed = bool(text.strip())
        self._note_change()

    def _on_day_changed(self) -> None:
        unsure = self.unsure_chip.isChecked()
        self.day_edit.setEnabled(not unsure)
        self.draft.first_seen = None if unsure else self.day_edit.day()
        self._note_change()

    def _show(self) -> None:
        draft = self.draft
        for button in self.chips:
            button.setChecked(button.property("spot_id") == (draft.spot.id if draft.spot else ""))
        self._new_part.setVisible(draft.spot is None)
        if self.name_edit.text() != draft.spot_name:
            self.name_edit.setText(draft.spot_name)
        self.unsure_chip.setChecked(draft.first_seen is None)
        self.day_edit.setEnabled(draft.first_seen is not None)
        self.day_edit.show_day(draft.first_seen)
        self.picker.set_place(draft.place.id if draft.place else "")
        self._mark_place()

    def _mark_place(self) -> None:
        """The new spot on the map, numbered as it will be in the list."""
        draft, colour = self.draft, self.theme.colours.accent_text
        place = draft.place
        marks = [BodyMark(self._number, draft.x, draft.y, colour, True, view=place.view)] if place else []
        self.picker.set_marks(marks)
