"""The family's diary as objects: children, spots, notes with photos, saved checks, care and reminders."""

import hashlib
from collections.abc import Callable, Sequence

from guide.domain.changes import Kind, Step
from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Care, Child, NewPhoto, Note, Reminder, SavedCheck, Spot, new_id
from guide.errors import GuideError
from guide.store import rows, trash, undo
from guide.store.connection import run
from guide.store.diary_reader import DiaryReader
from guide.store.journal import Action, Place, Stamp
from guide.store.sql import statements
from guide.store.storage_thread import on_storage_thread
from guide.store.switch import DIARY
from guide.store.undo import Way

FILE_NAME = DIARY


class DiaryStore(DiaryReader):
    """One diary, held by this window alone until it is closed; its methods may be called from any thread.

    Saving means: new, or in place of what has the same id; what lay in the trash is back with it. When a
    method that changes something returns, the change is on the disk. When it raises GuideError, nothing of it
    is; only after a fault of the disk itself all of it may come back at the next start, and until then
    nothing more is written. Each such call is one step for ``undo``, but for drafts and emptying the trash.
    """

    @on_storage_thread
    def save_child(self, child: Child) -> None:
        self._save(Kind.CHILD, child.id, lambda: rows.child_row(child))

    @on_storage_thread
    def save_spot(self, spot: Spot) -> None:
        self._save(Kind.SPOT, spot.id, lambda: rows.spot_row(spot))

    @on_storage_thread
    def save_note(
        self,
        note: Note,
        photos: Sequence[NewPhoto] = (),
        *,
        spot: Spot | None = None,
        check: SavedCheck | None = None,
    ) -> None:
        """The note with its spot, its new photos and its check: all of them or none."""
        with self._session.acting(Kind.NOTE, note.id) as action:
            if spot is not None:
                action.put(Kind.SPOT, rows.spot_row(spot))
            action.put(Kind.NOTE, rows.note_row(note))
            for photo in photos:
                _add_photo(action, photo, note.id)
            if check is not None:
                action.put(Kind.CHECK, rows.check_row(check))

    @on_storage_thread
    def save_check(self, check: SavedCheck) -> None:
        self._save(Kind.CHECK, check.id, lambda: rows.check_row(check))

    @on_storage_thread
    def save_care(self, care: Care) -> None:
        self._save(Kind.CARE, care.id, lambda: rows.care_row(care))

    @on_storage_thread
    def save_reminder(self, reminder: Reminder) -> None:
        self._save(Kind.REMINDER, reminder.id, lambda: rows.reminder_row(reminder))

    @on_storage_thread
    def keep_check_draft(self, draft: CheckDraft) -> None:
        """In place of the one kept before for the same child."""
        with self._session.writing() as connection:
            run(connection, statements.KEEP_CHECK_DRAFT, rows.check_draft_row(draft))

    @on_storage_thread
    def forget_check_draft(self, child_id: str) -> None:
        with self._session.writing() as connection:
            run(connection, statements.FORGET_CHECK_DRAFT, {"child_id": child_id})

    @on_storage_thread
    def delete(self, kind: Kind, row_id: str) -> None:
        """Into the trash, with all that hangs on it; nothing happens where it lies there already."""
        with self._session.acting(kind, row_id) as action:
            action.called("delete").put_into_trash(Place(kind, row_id))

    @on_storage_thread
    def bring_back(self, kind: Kind, row_id: str) -> None:
        """Out of the trash, with what was deleted along with it and with what it hangs on."""
        place = Place(kind, row_id)
        with self._session.acting(kind, row_id) as action:
            if not trash.is_in(action.connection, place):
                raise GuideError("This is not in the trash any more. Nothing was changed.")
            trash.bring_back(action.called("bring-back"), place)

    @on_storage_thread
    def undo(self) -> Step | None:
        """What was taken back: the last thing done on this computer, also before a restart."""
        with self._session.writing() as connection:
            return self._turn_round(undo.next_undo(connection, self._session.device))

    @on_storage_thread
    def redo(self) -> Step | None:
        """What was done again: the last thing taken back, if nothing was done since."""
        with self._session.writing() as connection:
            return self._turn_round(undo.next_redo(connection, self._session.device))

    @on_storage_thread
    def purge_trash(self, days: int) -> int:
        """Wipes out what was deleted so many days ago, with every word of it; says how many rows that were.

        This cannot be undone. 0 days empties the trash.
        """
        with self._session.writing() as connection:
            count = trash.purge(connection, self._session.now(), days)
        if count:
            # The log still holds what was just wiped out of the file.
            self._session.work_log_in()
        return count

    def _save(self, kind: Kind, row_id: str, make_row: Callable[[], rows.Row]) -> None:
        with self._session.acting(kind, row_id) as action:
            action.put(kind, make_row())

    def _turn_round(self, way: Way | None) -> Step | None:
        if way is None:
            return None
        session = self._session
        action = Action(session.connection, Stamp(session.now(), session.device), way.subject)
        undo.turn_round(action, way)
        action.finish()
        return way.step


def _add_photo(action: Action, photo: NewPhoto, note_id: str) -> None:
    photo_id = new_id()
    sha256 = hashlib.sha256(photo.jpeg).hexdigest()
    action.put(Kind.PHOTO, rows.photo_row(photo, photo_id, note_id, sha256))
    content: rows.Row = {"id": photo_id, "thumbnail": photo.thumbnail, "jpeg": photo.jpeg}
    run(action.connection, statements.ADD_PHOTO_BYTES, content)
