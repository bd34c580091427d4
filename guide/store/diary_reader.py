"""Reading an open diary: what is alive in it, page by page, and what was there before."""

from guide.domain.changes import Kind, Step, Trashed, Version
from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Care, Child, Moment, NoteWithPhotos, Reminder, SavedCheck, Spot
from guide.store import reading, rows, trash, undo
from guide.store.connection import run
from guide.store.journal import Place
from guide.store.open_store import OpenStore
from guide.store.sql import statements
from guide.store.storage_thread import on_storage_thread


class DiaryReader(OpenStore):
    """Every method raises GuideError where something cannot be read."""

    @on_storage_thread
    def children(self) -> list[Child]:
        """In the order they were added."""
        return self._session.rows(statements.CHILDREN, (), rows.child_from, Kind.CHILD)

    @on_storage_thread
    def spots(self, child_id: str) -> list[Spot]:
        """In the order they were added."""
        return self._session.rows(statements.SPOTS, (child_id,), rows.spot_from, Kind.SPOT)

    @on_storage_thread
    def notes(
        self, spot_id: str, *, limit: int | None = None, offset: int = 0, before: Moment | None = None
    ) -> list[NoteWithPhotos]:
        """Newest first, by the instant they were written, whatever the zone; all, or a page of them."""
        return reading.notes_of(self._session, spot_id, limit, offset, before)

    @on_storage_thread
    def count_notes(self, spot_id: str) -> int:
        with self._session.reading() as connection:
            return int(run(connection, statements.COUNT_NOTES, (spot_id,))[0][0])

    @on_storage_thread
    def checks(self, child_id: str) -> list[SavedCheck]:
        """Newest first."""
        return self._session.rows(statements.CHECKS, (child_id,), rows.check_from, Kind.CHECK)

    @on_storage_thread
    def cares(self, child_id: str) -> list[Care]:
        """The one begun last first."""
        return self._session.rows(statements.CARES, (child_id,), rows.care_from, Kind.CARE)

    @on_storage_thread
    def reminders(self, child_id: str) -> list[Reminder]:
        """By their day, done or not."""
        return self._session.rows(statements.REMINDERS, (child_id,), rows.reminder_from, Kind.REMINDER)

    @on_storage_thread
    def photo_jpeg(self, photo_id: str) -> bytes:
        return reading.jpeg_of(self._session, photo_id)

    @on_storage_thread
    def thumbnail(self, photo_id: str) -> bytes:
        return reading.thumbnail_of(self._session, photo_id)

    @on_storage_thread
    def check_draft(self, child_id: str) -> CheckDraft | None:
        """The check of this child that was begun and not finished."""
        return reading.check_draft_of(self._session, child_id)

    @on_storage_thread
    def next_undo(self) -> Step | None:
        """What ``undo`` would take back: what was done last on this computer, also before a restart."""
        with self._session.reading() as connection:
            way = undo.next_undo(connection, self._session.device)
            return way.step if way else None

    @on_storage_thread
    def next_redo(self) -> Step | None:
        """What ``redo`` would do again; nothing once something else was done."""
        with self._session.reading() as connection:
            way = undo.next_redo(connection, self._session.device)
            return way.step if way else None

    def can_undo(self) -> bool:
        return self.next_undo() is not None

    def can_redo(self) -> bool:
        return self.next_redo() is not None

    @on_storage_thread
    def history(self, kind: Kind, row_id: str) -> list[Version]:
        """What it was from each of its changes on, the newest first."""
        return reading.history_of(self._session, Place(kind, row_id))

    @on_storage_thread
    def trash(self) -> list[Trashed]:
        """What can be brought back, the last deleted first."""
        with self._session.reading() as connection:
            return trash.what_lies_in(connection)
