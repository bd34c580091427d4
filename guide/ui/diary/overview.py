"""The diary at a glance: the child's spots, and what happened with the chosen one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from guide.domain.diary import Child, NoteWithPhotos, SavedCheck, Spot
from guide.domain.pack import ContentPack, Region
from guide.errors import GuideError
from guide.ui.diary.draft import Drafts
from guide.ui.diary.note_words import first_seen_words, read_only_words
from guide.ui.diary.notices import EmptyState, Notice
from guide.ui.diary.spots_column import SpotsColumn, spot_map
from guide.ui.diary.status_line import StatusLine
from guide.ui.diary.timeline import Timeline
from guide.ui.family import Family
from guide.ui.icons import ThemedButton
from guide.ui.theme import ROOM, TINY, WIDE, Theme
from guide.ui.widgets.page import Page
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import clear_layout, words

SIDE = 286
BESIDE_EACH_OTHER = 780
_ANY_WIDTH = 16_777_215


class Overview(Page):
    note_wanted = Signal(object)
    """With the spot it is to be about; None for a new one."""
    place_wanted = Signal(str, float, float)
    """A new spot is to be marked at this place of the body map."""
    draft_wanted = Signal()
    child_wanted = Signal()
    check_requested = Signal()
    check_again_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        family: Family,
        region: Callable[[], Region],
        drafts: Drafts,
    ) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Diary"))
        self._pack, self._family, self._drafts = pack, family, drafts
        self.status = StatusLine(theme)
        self._notices = QVBoxLayout()
        self._empty = QVBoxLayout()
        self.spots_column = SpotsColumn(theme, pack)
        self.timeline = Timeline(theme, pack, family, region)
        self.column.addWidget(self.status)
        self.column.addLayout(self._notices)
        self.column.addLayout(self._empty)
        self._columns = self._build_columns()
        self.column.addWidget(self._columns)
        self.column.addStretch(1)
        self.timeline.check_again_requested.connect(self.check_again_requested)
        self.spots_column.spot_chosen.connect(self._on_spot_chosen)
        self.spots_column.new_spot_wanted.connect(lambda: self.note_wanted.emit(None))
        self.spots_column.place_chosen.connect(self._on_place_chosen)
        self._spot: Spot | None = None

    @property
    def spot(self) -> Spot | None:
        """The one whose timeline is shown."""
        return self._spot

    def refresh(self) -> None:
        clear_layout(self._notices)
        clear_layout(self._empty)
        try:
            self._show_diary(self._family.child, self._family.spots())
        except GuideError as problem:
            self._show_empty(self._not_readable(problem))

    def _show_diary(self, child: Child | None, spots: Sequence[Spot]) -> None:
        problem = self._family.problem
        if child is None and problem:
            self._show_empty(self._not_readable(problem))
        elif child is None:
            self._show_empty(self._no_child())
        else:
            self._show_notices(child, problem)
            self._show_spots(child, spots)

    def _show_spots(self, child: Child, spots: Sequence[Spot]) -> None:
        checks = self._family.checks()
        notes = {spot.id: self._family.notes(spot.id) for spot in spots}
        chosen_id = self._drafts.chosen_spot.get(child.id)
        self._spot = next((spot for spot in spots if spot.id == chosen_id), spots[0] if spots else None)
        self._columns.setVisible(bool(spots or checks))
        self.spots_column.setVisible(bool(spots))
        self._heading.setVisible(bool(spots))
        if self._spot is None:
            self._empty.addWidget(self._no_spot(child))
            self.timeline.show_items("", [], checks)
            return
        self.spots_column.show_spots(spots, notes)
        self._show_spot(self._spot, notes[self._spot.id], checks)

    def _show_spot(self, spot: Spot, notes: Sequence[NoteWithPhotos], checks: Sequence[SavedCheck]) -> None:
        self.spots_column.choose(spot)
        self.title.setText(spot.name)
        self.since_label.setText(first_seen_words(spot))
        about_it = [check for check in checks if check.spot_id in (None, spot.id)]
        self.timeline.show_items(spot.name, notes, about_it)

    def _build_columns(self) -> TurningRow:
        columns = TurningRow(self.theme.px(BESIDE_EACH_OTHER), self.theme.px(WIDE))
        self.spots_column.setFixedWidth(self.theme.px(SIDE))
        columns.row.addWidget(self.spots_column)
        right = QWidget()
        right.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(ROOM))
        self._heading = self._build_heading()
        column.addWidget(self._heading)
        column.addWidget(self.timeline)
        column.addStretch(1)
        columns.row.addWidget(right, 1)
        columns.turned.connect(self._on_turned)
        return columns

    def _build_heading(self) -> TurningRow:
        heading = TurningRow(self.theme.px(420), self.theme.px(ROOM))
        titles = QVBoxLayout()
        titles.setSpacing(self.theme.px(TINY))
        self.title = words("", "h1")
        self.since_label = words("", "lead")
        titles.addWidget(self.title)
        titles.addWidget(self.since_label)
        heading.row.addLayout(titles, 1)
        self.note_button = ThemedButton(self.theme, self.tr("Add a note"), "primary", "plus")
        self.note_button.setToolTip(self.tr("Add a note (Ctrl+N)"))
        self.note_button.clicked.connect(lambda: self.note_wanted.emit(self._spot))
        heading.row.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return heading

    def _show_notices(self, child: Child, problem: GuideError | None) -> None:
        writable = not self._family.read_only
        self.note_button.setEnabled(writable)
        self.spots_column.new_button.setEnabled(writable)
        if problem or not writable:
            self._notices.addWidget(Notice(self.theme, "info", read_only_words(problem)))
        draft = self._drafts.of(child.id)
        if draft and draft.holds_something:
            said = self.tr("A note about {spot} is not finished.").format(
                spot=draft.title or self.tr("a new spot")
            )
            button = ThemedButton(self.theme, self.tr("Continue"))
            button.setAccessibleName(self.tr("Continue the note"))
            button.clicked.connect(self.draft_wanted)
            self._notices.addWidget(Notice(self.theme, "notebook-text", said, button))

    def _show_empty(self, state: EmptyState) -> None:
        self._spot = None
        self._columns.hide()
        self._empty.addWidget(state)

    def _no_child(self) -> EmptyState:
        said = [
            self.tr("Write down what you see on your baby’s skin, with photos if you like."),
            self.tr("Over days you can tell whether it changes, and show it to the doctor."),
            self.tr("It all stays in one file on this computer."),
        ]
        add = ThemedButton(self.theme, self.tr("Add your child"), "primary", "plus")
        add.clicked.connect(self.child_wanted)
        return EmptyState(self.theme, "notebook-text", self.tr("A diary of the spots"), said, [add])

    def _no_spot(self, child: Child) -> EmptyState:
        said = [
            self.tr("Show where it is on a picture of a baby, and note what you see. It takes a minute."),
            self.tr("Later notes on the same spot show whether it grows, fades or is gone."),
        ]
        mark = ThemedButton(self.theme, self.tr("Mark the first spot"), "primary", "map-pin")
        mark.clicked.connect(lambda: self.note_wanted.emit(None))
        mark.setEnabled(not self._family.read_only)
        check = ThemedButton(self.theme, self.tr("Check symptoms"), "", "check")
        check.clicked.connect(self.check_requested)
        title = self.tr("No spot of {name} is marked yet").format(name=child.name)
        picker = spot_map(self.theme, self._pack)
        picker.place_chosen.connect(self._on_place_chosen)
        return EmptyState(self.theme, "map-pin", title, said, [mark, check], picker)

    def _not_readable(self, problem: GuideError) -> EmptyState:
        said = [str(problem), self.tr("The guide, the danger signs and the symptom check still work.")]
        buttons: list[QPushButton] = []
        if problem.details:
            copy = ThemedButton(self.theme, self.tr("Copy details"), "", "copy")
            copy.clicked.connect(partial(QGuiApplication.clipboard().setText, problem.details))
            buttons.append(copy)
        check = ThemedButton(self.theme, self.tr("Check symptoms"), "", "check")
        check.clicked.connect(self.check_requested)
        return EmptyState(self.theme, "info", self.tr("The diary cannot be shown"), said, [*buttons, check])

    def _on_spot_chosen(self, spot_id: str) -> None:
        self.status.say("")
        if child := self._family.child:
            self._drafts.chosen_spot[child.id] = spot_id
        self.refresh()

    def _on_place_chosen(self, region_id: str, x: float, y: float) -> None:
        if not self._family.read_only:
            self.place_wanted.emit(region_id, x, y)

    def _on_turned(self, is_row: bool) -> None:
        self.spots_column.setMinimumWidth(self.theme.px(SIDE) if is_row else 0)
        self.spots_column.setMaximumWidth(self.theme.px(SIDE) if is_row else _ANY_WIDTH)
