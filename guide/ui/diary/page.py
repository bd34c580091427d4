"""The diary in the window: the overview, and over it the form for a note being written."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from guide.domain.diary import SavedCheck, Spot
from guide.domain.pack import BodyRegion, ContentPack, Region
from guide.errors import GuideError
from guide.ui.diary.draft import Drafts, NoteDraft
from guide.ui.diary.note_editor import NoteEditor
from guide.ui.diary.overview import Overview
from guide.ui.family import Family
from guide.ui.messages import ask
from guide.ui.theme import Theme


class DiaryPage(QStackedWidget):
    """``drafts`` outlives the page: built again on the same drafts, it shows what was being written."""

    child_wanted = Signal()
    check_requested = Signal()
    check_again_requested = Signal()
    danger_signs_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        family: Family,
        region: Callable[[], Region],
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__()
        self._was_away = False
        self._pack, self._family = pack, family
        self._drafts = drafts if drafts is not None else Drafts()
        self.overview = Overview(theme, pack, family, region, self._drafts)
        self.editor = NoteEditor(theme, pack, family, region)
        self.addWidget(self.overview)
        self.addWidget(self.editor)
        self._connect()
        self._on_child_changed()

    def show_overview(self) -> None:
        """What is being written stays; the overview offers to go on with it."""
        self._drafts.in_view = False
        self.overview.refresh()
        self.setCurrentWidget(self.overview)

    def start_note(self, check: SavedCheck | None = None, place: str = "") -> None:
        """Open the form, for the ``check`` to be kept with the note and the checklist's answer on the place.

        A note already being written is gone on with, and takes the check along.
        """
        self._or_say_why(lambda: self._start_note(check, place))

    def _start_note(self, check: SavedCheck | None, place: str) -> None:
        child = self._family.child
        if child is None:
            self.show_overview()
            if not self._family.problem:
                self.child_wanted.emit()
            return
        draft = self._drafts.of(child.id)
        if draft is None or not draft.holds_something:
            draft = self._proposed(child.id, self._family.spots(), place)
        draft.check = check or draft.check
        self._show_editor(draft)

    def _or_say_why(self, action: Callable[[], None]) -> None:
        """What cannot be read is told by the overview."""
        try:
            action()
        except GuideError:
            self.show_overview()

    def _proposed(self, child_id: str, spots: list[Spot], place: str) -> NoteDraft:
        """About the spot there, or a new one there; without a place, the spot looked at last."""
        regions = [region for region in self._pack.body if region.place == place] if place else []
        ids = {region.id for region in regions}
        spot = next((spot for spot in spots if spot.region in ids), None)
        if not place and spots:
            chosen_id = self._drafts.chosen_spot.get(child_id)
            spot = next((spot for spot in spots if spot.id == chosen_id), spots[0])
        draft = self._new_draft(child_id, spot, choose_spot=bool(spots))
        if regions and spot is None:
            region: BodyRegion = regions[0]
            draft.choose_place(region, region.x, region.y)
        return draft

    def _new_draft(self, child_id: str, spot: Spot | None, *, choose_spot: bool = False) -> NoteDraft:
        return NoteDraft(child_id, spot, choose_spot)

    def _connect(self) -> None:
        self.overview.child_wanted.connect(self.child_wanted)
        self.overview.check_requested.connect(self.check_requested)
        self.overview.check_again_requested.connect(self.check_again_requested)
        self.overview.note_wanted.connect(self._on_note_wanted)
        self.overview.place_wanted.connect(self._on_place_wanted)
        self.overview.draft_wanted.connect(self.start_note)
        self.editor.danger_signs_requested.connect(self.danger_signs_requested)
        self.editor.note_saved.connect(self._on_note_saved)
        self.editor.discarded.connect(self._on_discarded)
        self._family.child_changed.connect(self._on_child_changed)
        self._family.diary_changed.connect(self._on_diary_changed)

    def _on_note_wanted(self, spot: Spot | None) -> None:
        if child := self._family.child:
            new = self._new_draft(child.id, spot)
            self._or_say_why(lambda: self._begin(new))

    def _on_place_wanted(self, region_id: str, x: float, y: float) -> None:
        if child := self._family.child:
            draft = self._new_draft(child.id, None)
            draft.choose_place(next(region for region in self._pack.body if region.id == region_id), x, y)
            self._or_say_why(lambda: self._begin(draft))

    def _begin(self, new: NoteDraft) -> None:
        """A new note, unless one is being written about something else: that is never dropped unasked."""
        draft = self._drafts.of(new.child_id)
        if draft is None or not draft.holds_something:
            self._show_editor(new)
        elif draft.spot == new.spot:
            self._show_editor(draft)
        else:
            question = self.tr("A note about {spot} is not finished. Discard it and begin a new one?")
            said = question.format(spot=draft.title or self.tr("a new spot"))
            ask(self, said, self.tr("Discard and begin"), lambda: self._show_editor(new))

    def _show_editor(self, draft: NoteDraft) -> None:
        self.overview.status.say("")
        self._drafts.keep(draft)
        self._drafts.in_view = True
        self.setCurrentWidget(self.editor)
        self.editor.open(draft)
        self.editor.focus_title()

    def _on_note_saved(self, spot_id: str) -> None:
        child_id = self.editor.draft.child_id
        self._drafts.drop(child_id)
        self._drafts.chosen_spot[child_id] = spot_id
        self.show_overview()
        self.overview.to_top()
        self.overview.status.say(self.tr("Saved"))
        self.overview.note_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_discarded(self) -> None:
        self._drafts.drop(self.editor.draft.child_id)
        self.show_overview()

    def _on_child_changed(self) -> None:
        self._or_say_why(self._turn_to_child)

    def _turn_to_child(self) -> None:
        child = self._family.child
        draft = self._drafts.of(child.id) if child else None
        self.overview.status.say("")
        if draft and self._drafts.in_view:
            self._show_editor(draft)
        else:
            self.show_overview()

    def _on_diary_changed(self) -> None:
        if self.currentWidget() is self.overview:
            self.overview.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._was_away = True

    def showEvent(self, event: QShowEvent) -> None:
        # Elsewhere the day may have changed, or the region and with it the unit of temperature.
        super().showEvent(event)
        if self._was_away:
            self._was_away = False
            self.overview.refresh()
            self.editor.show_unit()
