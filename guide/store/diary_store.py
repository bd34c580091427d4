"""The family's diary as objects: children, spots, notes with photos, and saved checks."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import apsw

from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Child, NewPhoto, Note, NoteWithPhotos, Photo, SavedCheck, Spot, new_id
from guide.errors import GuideError
from guide.store import faults, rows, sql
from guide.store.connection import run, transaction
from guide.store.database import Database, open_database
from guide.store.place import prepare_folder

FILE_NAME = "diary.littlespots"

T = TypeVar("T")


class DiaryStore:
    """One diary, held by this window alone until it is closed; to be used from one thread at a time.

    Saving means: new, or in place of what has the same id. When a saving method returns, what it was given is
    on the disk. When it raises GuideError, nothing of it is; only after a fault of the disk itself all of it
    may come back at the next start, and until then nothing more is written.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stopped = False

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The diary in ``folder``; both are made if missing. GuideError where it cannot be used as it is."""
        prepare_folder(folder)
        return cls(open_database(folder / FILE_NAME))

    @property
    def read_only(self) -> bool:
        """True where the folder is write-protected: everything can be read, and saving raises GuideError."""
        return self._database.read_only

    def close(self) -> None:
        if self._stopped:
            self._database.close_after_fault()
        else:
            self._database.close()

    def children(self) -> list[Child]:
        """In the order they were added."""
        return self._read(sql.CHILDREN, (), rows.child_from)

    def spots(self, child_id: str) -> list[Spot]:
        """In the order they were added."""
        return self._read(sql.SPOTS, (child_id,), rows.spot_from)

    def notes(self, spot_id: str) -> list[NoteWithPhotos]:
        """Newest first, by the instant they were written, whatever the zone."""
        photos: dict[str, list[Photo]] = defaultdict(list)
        for photo in self._read(sql.PHOTOS_OF_SPOT, (spot_id,), rows.photo_from):
            photos[photo.note_id].append(photo)
        notes = self._read(sql.NOTES, (spot_id,), rows.note_from)
        return [NoteWithPhotos(note, tuple(photos[note.id])) for note in notes]

    def checks(self, child_id: str) -> list[SavedCheck]:
        """Newest first."""
        return self._read(sql.CHECKS, (child_id,), rows.check_from)

    def check_draft(self, child_id: str) -> CheckDraft | None:
        """The check of this child that was begun and not finished."""
        found = self._read(sql.CHECK_DRAFT, (child_id,), rows.check_draft_from)
        return found[0] if found else None

    def photo_jpeg(self, photo_id: str) -> bytes:
        jpeg, sha256 = self._one(sql.JPEG, photo_id)
        if hashlib.sha256(jpeg).hexdigest() != sha256:
            raise GuideError("This photo is damaged on the disk. The rest of the diary can still be used.")
        return bytes(jpeg)

    def thumbnail(self, photo_id: str) -> bytes:
        return bytes(self._one(sql.THUMBNAIL, photo_id)[0])

    def save_child(self, child: Child) -> None:
        with self._saving():
            self._write(sql.SAVE_CHILD, rows.child_row(child))

    def save_spot(self, spot: Spot) -> None:
        with self._saving():
            self._write(sql.SAVE_SPOT, rows.spot_row(spot))

    def save_note(
        self,
        note: Note,
        photos: Sequence[NewPhoto] = (),
        *,
        spot: Spot | None = None,
        check: SavedCheck | None = None,
    ) -> None:
        """The note with its spot, its new photos and its check: all of them or none."""
        with self._saving():
            if spot is not None:
                self._write(sql.SAVE_SPOT, rows.spot_row(spot))
            self._write(sql.SAVE_NOTE, rows.note_row(note))
            for photo in photos:
                self._add_photo(photo, note.id)
            if check is not None:
                self._write(sql.SAVE_CHECK, rows.check_row(check))

    def save_check(self, check: SavedCheck) -> None:
        with self._saving():
            self._write(sql.SAVE_CHECK, rows.check_row(check))

    def keep_check_draft(self, draft: CheckDraft) -> None:
        """In place of the one kept before for the same child."""
        with self._saving():
            self._write(sql.KEEP_CHECK_DRAFT, rows.check_draft_row(draft))

    def forget_check_draft(self, child_id: str) -> None:
        with self._saving():
            self._write(sql.FORGET_CHECK_DRAFT, {"child_id": child_id})

    def _add_photo(self, photo: NewPhoto, note_id: str) -> None:
        photo_id = new_id()
        sha256 = hashlib.sha256(photo.jpeg).hexdigest()
        self._write(sql.ADD_PHOTO, rows.photo_row(photo, photo_id, note_id, sha256))
        content: rows.Row = {"id": photo_id, "thumbnail": photo.thumbnail, "jpeg": photo.jpeg}
        self._write(sql.ADD_PHOTO_BYTES, content)

    def _write(self, statement: str, row: rows.Row) -> None:
        run(self._database.connection, statement, row)

    def _read(self, statement: str, values: Sequence[str], make: Callable[[rows.Stored], T]) -> list[T]:
        with self._reading():
            return [make(row) for row in run(self._database.connection, statement, values)]

    def _one(self, statement: str, photo_id: str) -> rows.Stored:
        with self._reading():
            found: list[rows.Stored] = run(self._database.connection, statement, (photo_id,))
        if not found:
            raise GuideError("This photo is not in the diary any more.")
        return found[0]

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (apsw.Error, *faults.UNREADABLE) as error:
            raise faults.read_fault(error) from error

    @contextmanager
    def _saving(self) -> Iterator[None]:
        if self.read_only:
            raise GuideError(faults.READ_ONLY)
        if self._stopped:
            raise GuideError(faults.DISK_FAULT)
        try:
            with transaction(self._database.connection):
                yield
        except (apsw.Error, *faults.UNSTORABLE) as error:
            # A failed sync must not be tried again: the system may call the second one a success without
            # having written what the first one lost.
            self._stopped = isinstance(error, apsw.IOError)
            raise faults.write_fault(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
