"""Reading what needs more than one statement: notes with their photos, photo bytes, earlier versions."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from guide.domain.changes import Kind, Version
from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Moment, NoteWithPhotos, Photo
from guide.errors import GuideError
from guide.store import rows
from guide.store.connection import run
from guide.store.journal import Place, row_from
from guide.store.session import Session
from guide.store.sql import journal, statements
from guide.store.things import thing_from
from guide.store.values import moment_from, utc_of

_ALL = -1
_AFTER_ALL_TIMES = "~"


def notes_of(
    session: Session, spot_id: str, limit: int | None, offset: int, before: Moment | None
) -> list[NoteWithPhotos]:
    page: rows.Row = {
        "spot_id": spot_id,
        "before": _AFTER_ALL_TIMES if before is None else utc_of(before),
        "limit": _ALL if limit is None else limit,
        "offset": offset,
    }
    notes = session.rows(statements.NOTES, page, rows.note_from, Kind.NOTE)
    photos = _photos_of(session, (note.id for note in notes))
    return [NoteWithPhotos(note, tuple(photos[note.id])) for note in notes]


def _photos_of(session: Session, note_ids: Iterable[str]) -> dict[str, list[Photo]]:
    found: dict[str, list[Photo]] = defaultdict(list)
    ids = json.dumps(list(note_ids))
    for photo in session.rows(statements.PHOTOS_OF_NOTES, (ids,), rows.photo_from, Kind.PHOTO):
        found[photo.note_id].append(photo)
    return found


def check_draft_of(session: Session, child_id: str) -> CheckDraft | None:
    with session.reading() as connection:
        found = run(connection, statements.CHECK_DRAFT, (child_id,))
        return rows.check_draft_from(*found[0]) if found else None


def jpeg_of(session: Session, photo_id: str) -> bytes:
    jpeg, sha256 = _one(session, statements.JPEG, photo_id)
    if hashlib.sha256(jpeg).hexdigest() != sha256:
        raise GuideError("This photo is damaged on the disk. The rest of the diary can still be used.")
    return bytes(jpeg)


def thumbnail_of(session: Session, photo_id: str) -> bytes:
    return bytes(_one(session, statements.THUMBNAIL, photo_id)[0])


def _one(session: Session, statement: str, photo_id: str) -> tuple[Any, ...]:
    with session.reading() as connection:
        found: list[tuple[Any, ...]] = run(connection, statement, (photo_id,))
    if not found:
        raise GuideError("This photo is not in the diary any more.")
    return found[0]


def history_of(session: Session, place: Place) -> list[Version]:
    versions = []
    with session.reading() as connection:
        for at, zone, device, after in run(connection, journal.HISTORY, (place.id, place.kind)):
            row = row_from(after)
            # Of what another program put into the table once, the sound versions are still of use.
            with suppress(ValueError, KeyError):
                thing = thing_from(place.kind, row)
                deleted = row["deleted_utc"] is not None
                versions.append(Version(moment_from(at, zone), device, thing, deleted))
    return versions
