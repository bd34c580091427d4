"""Diary objects to rows and back; what does not fit raises ValueError."""

import json
import math
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Child, Moment, NewPhoto, Note, Photo, SavedCheck, Spot

Value: TypeAlias = str | bytes | int | float | None
Row: TypeAlias = dict[str, Value]
# What a statement gives back; the columns' types are held by the STRICT tables.
Stored: TypeAlias = tuple[Any, ...]


def child_row(child: Child) -> Row:
    return {
        "id": child.id,
        "name": child.name,
        "birth_date": _day_text(child.birth_date),
        "weeks_early": child.weeks_early,
        "skin_tone": child.skin_tone,
        "allergies": child.allergies,
    }


def child_from(row: Stored) -> Child:
    child_id, name, birth_date, *rest = row
    return Child(child_id, name, _day(birth_date), *rest)


def spot_row(spot: Spot) -> Row:
    return {
        "id": spot.id,
        "child_id": spot.child_id,
        "name": spot.name,
        "view": spot.view,
        "region": spot.region,
        "x": _number(spot.x),
        "y": _number(spot.y),
        "first_seen": _day_text(spot.first_seen),
        "status": spot.status,
    }


def spot_from(row: Stored) -> Spot:
    spot_id, child_id, name, view, region, x, y, first_seen, status = row
    return Spot(spot_id, child_id, name, view, region, x, y, _day(first_seen), status)


def note_row(note: Note) -> Row:
    return {
        "id": note.id,
        "spot_id": note.spot_id,
        **_moment_row("written", note.written),
        "text": note.text,
        "compared": note.compared,
        "how_many": note.how_many,
        "largest_mm": _number(note.largest_mm),
        "itch": note.itch,
        "temperature_c": _number(note.temperature_c),
        "care_tried": note.care_tried,
    }


def note_from(row: Stored) -> Note:
    note_id, spot_id, at, zone, *rest = row
    return Note(note_id, spot_id, _moment(at, zone), *rest)


def photo_row(photo: NewPhoto, photo_id: str, note_id: str, sha256: str) -> Row:
    return {
        "id": photo_id,
        "note_id": note_id,
        "width": photo.width,
        "height": photo.height,
        "size": len(photo.jpeg),
        "sha256": sha256,
        "taken": photo.taken.isoformat() if photo.taken else None,
    }


def photo_from(row: Stored) -> Photo:
    photo_id, note_id, width, height, size, taken = row
    return Photo(photo_id, note_id, width, height, size, datetime.fromisoformat(taken) if taken else None)


def check_row(check: SavedCheck) -> Row:
    return {
        "id": check.id,
        "child_id": check.child_id,
        "spot_id": check.spot_id,
        **_moment_row("done", check.done),
        "pack_version": check.pack_version,
        "level": check.level,
        "title": check.title,
        "reasons": _json_text(check.reasons),
        "signs": _json_text(dict(check.signs)),
        "chosen": _json_text(dict(check.chosen)),
        "lines": _json_text(check.lines),
    }


def check_from(row: Stored) -> SavedCheck:
    check_id, child_id, spot_id, at, zone, pack_version, level, title, reasons, signs, chosen, lines = row
    return SavedCheck(
        id=check_id,
        child_id=child_id,
        spot_id=spot_id,
        done=_moment(at, zone),
        pack_version=pack_version,
        level=level,
        title=title,
        reasons=_words(json.loads(reasons)),
        signs={_word(sign): _word(answer) for sign, answer in json.loads(signs).items()},
        chosen={_word(question): _words(options) for question, options in json.loads(chosen).items()},
        lines=tuple((_word(asked), _word(answer)) for asked, answer in json.loads(lines)),
    )


def check_draft_row(draft: CheckDraft) -> Row:
    return {
        "child_id": draft.child_id,
        "kept_at": draft.kept.at.isoformat(),
        "kept_zone": draft.kept.zone,
        "content": _json_text(dict(draft.content)),
    }


def check_draft_from(row: Stored) -> CheckDraft:
    child_id, at, zone, content = row
    values = json.loads(content)
    if not isinstance(values, dict):
        raise ValueError("a table is expected here")
    return CheckDraft(child_id, _moment(at, zone), values)


def _moment_row(name: str, moment: Moment) -> Mapping[str, str]:
    utc = moment.at.astimezone(UTC).isoformat(timespec="microseconds")
    return {f"{name}_at": moment.at.isoformat(), f"{name}_zone": moment.zone, f"{name}_utc": utc}


def _moment(at: str, zone: str) -> Moment:
    return Moment(datetime.fromisoformat(at), zone)


def _day_text(day: date | None) -> str | None:
    # A datetime is a date as well; called this way its time is left out.
    return None if day is None else date.isoformat(day)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _number(value: float | None) -> float | None:
    """SQLite would silently keep "not a number" as nothing at all."""
    if value is not None and not math.isfinite(value):
        raise ValueError("not a finite number")
    return value


def _json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("a list is expected here")
    return tuple(_word(item) for item in value)


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("text is expected here")
    return value
