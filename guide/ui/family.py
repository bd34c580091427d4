"""The family's diary as the pages see it: whose turn it is, and what was written."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Child, NewPhoto, Note, NoteWithPhotos, SavedCheck, Spot
from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from guide.ui.clock import Clock
from guide.ui.preferences import Preferences

Value = TypeVar("Value")


class Family(QObject):
    """Where the diary could not be opened, `problem` says why, everything reads empty and saving says so."""

    child_changed = Signal()
    diary_changed = Signal()

    def __init__(
        self,
        store: DiaryStore | None,
        preferences: Preferences,
        clock: Clock,
        problem: GuideError | None = None,
    ) -> None:
        super().__init__()
        self._store = store
        self._preferences = preferences
        self.clock = clock
        self.problem = problem

    @property
    def store(self) -> DiaryStore | None:
        """For making backups and exchanging the diary; pages ask the family."""
        return self._store

    def turn_to(self, store: DiaryStore | None, problem: GuideError | None = None) -> None:
        """Another diary from now on, or none and why."""
        self._store, self.problem = store, problem
        self.child_changed.emit()
        self.diary_changed.emit()

    @property
    def read_only(self) -> bool:
        return self._store is None or self._store.read_only

    def all_children(self) -> list[Child]:
        return self._store.children() if self._store else []

    @property
    def child(self) -> Child | None:
        """The child chosen last, or the first one."""
        children = self.all_children()
        chosen = self._preferences.values.child_id
        return next((child for child in children if child.id == chosen), children[0] if children else None)

    def choose(self, child_id: str) -> None:
        self._preferences.change(child_id=child_id)
        self.child_changed.emit()

    def save_child(self, child: Child) -> None:
        """Keep a new or changed child, and turn to it."""
        self._diary().save_child(child)
        self.choose(child.id)

    def spots(self) -> list[Spot]:
        return self._of_child(lambda store, child: store.spots(child.id))

    def notes(self, spot_id: str) -> list[NoteWithPhotos]:
        return self._store.notes(spot_id) if self._store else []

    def checks(self) -> list[SavedCheck]:
        return self._of_child(lambda store, child: store.checks(child.id))

    def thumbnail(self, photo_id: str) -> bytes:
        return self._diary().thumbnail(photo_id)

    def photo_jpeg(self, photo_id: str) -> bytes:
        return self._diary().photo_jpeg(photo_id)

    def save_spot(self, spot: Spot) -> None:
        self._diary().save_spot(spot)
        self.diary_changed.emit()

    def save_note(
        self,
        note: Note,
        photos: Sequence[NewPhoto] = (),
        *,
        spot: Spot | None = None,
        check: SavedCheck | None = None,
    ) -> None:
        """Note, photos, and with them a new spot and the check they came from: all of it or nothing."""
        self._diary().save_note(note, photos, spot=spot, check=check)
        self.diary_changed.emit()

    def save_check(self, check: SavedCheck) -> None:
        self._diary().save_check(check)
        self.diary_changed.emit()

    # A check on its way goes on all the same where the diary cannot keep it; only the end of the program
    # would lose it. So none of these ever fails.

    def check_draft(self, child_id: str) -> CheckDraft | None:
        """The unfinished check of this child; the id is empty where no child is chosen."""
        with suppress(GuideError):
            return self._store.check_draft(child_id) if self._store else None
        return None

    def keep_check_draft(self, draft: CheckDraft) -> None:
        if not self.read_only:
            with suppress(GuideError):
                self._diary().keep_check_draft(draft)

    def forget_check_draft(self, child_id: str) -> None:
        if not self.read_only:
            with suppress(GuideError):
                self._diary().forget_check_draft(child_id)

    def _diary(self) -> DiaryStore:
        if self._store is None:
            raise self.problem or GuideError(self.tr("The diary is not open, so nothing was saved."))
        return self._store

    def _of_child(self, read: Callable[[DiaryStore, Child], list[Value]]) -> list[Value]:
        child = self.child
        return read(self._store, child) if self._store and child else []
