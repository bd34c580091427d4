"""Diary objects to rows and back; what does not fit raises ValueError."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Care, Child, NewPhoto, Note, Photo, Reminder, SavedCheck, Spot
from guide.store.values import (
    day_from,
    day_text,
    finite,
    json_text,
    moment_from,
    moment_row,
    word,
    words_from,
)

Value: TypeAlias = str | bytes | int | float | None
Row: TypeAlias = dict[str, Value]
# What a statement or the journal gives back; the columns' types are held by the STRICT tables.
Stored: TypeAlias = Mapping[str, Any]


def child_row(child: Child) -> Row:
    return {
        "id": child.id,
        "name": child.name,
        "birth_date": day_text(child.birth_date),
        "weeks_early": child.weeks_early,
        "skin_tone": child.skin_tone,
        "allergies": child.allergies,
        "family_history": child.family_history,
    }


def child_from(row: Stored) -> Child:
    return Child(
        id=row["id"],
        name=row["name"],
        birth_date=day_from(row["birth_date"]),
        weeks_early=row["weeks_early"],
        skin_tone=row["skin_tone"],
        allergies=row["allergies"],
        family_history=row["family_history"],
    )


def spot_row(spot: Spot) -> Row:
    return {
        "id": spot.id,
        "child_id": spot.child_id,
        "name": spot.name,
        "view": spot.view,
        "region": spot.region,
        "x": finite(spot.x),
        "y": finite(spot.y),
        "first_seen": day_text(spot.first_seen),
        "status": spot.status,
    }


def spot_from(row: Stored) -> Spot:
    return Spot(
        id=row["id"],
        child_id=row["child_id"],
        name=row["name"],
        view=row["view"],
        region=row["region"],
        x=row["x"],
        y=row["y"],
        first_seen=day_from(row["first_seen"]),
        status=row["status"],
    )


def note_row(note: Note) -> Row:
    return {
        "id": note.id,
        "spot_id": note.spot_id,
        **moment_row("written", note.written),
        "text": note.text,
        "compared": note.compared,
        "how_many": note.how_many,
        "largest_mm": finite(note.largest_mm),
        "itch": note.itch,
        "temperature_c": finite(note.temperature_c),
        "care_tried": note.care_tried,
    }


def note_from(row: Stored) -> Note:
    return Note(
        id=row["id"],
        spot_id=row["spot_id"],
        written=moment_from(row["written_at"], row["written_zone"]),
        text=row["text"],
        compared=row["compared"],
        how_many=row["how_many"],
        largest_mm=row["largest_mm"],
        itch=row["itch"],
        temperature_c=row["temperature_c"],
        care_tried=row["care_tried"],
    )


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
    taken = row["taken"]
    return Photo(
        id=row["id"],
        note_id=row["note_id"],
        width=row["width"],
        height=row["height"],
        size=row["size"],
        taken=datetime.fromisoformat(taken) if taken else None,
    )


def check_row(check: SavedCheck) -> Row:
    return {
        "id": check.id,
        "child_id": check.child_id,
        "spot_id": check.spot_id,
        **moment_row("done", check.done),
        "pack_version": check.pack_version,
        "level": check.level,
        "title": check.title,
        "reasons": json_text(check.reasons),
        "signs": json_text(dict(check.signs)),
        "chosen": json_text(dict(check.chosen)),
        "lines": json_text(check.lines),
        "temperature_c": finite(check.temperature_c),
    }


def check_from(row: Stored) -> SavedCheck:
    signs, chosen = json.loads(row["signs"]), json.loads(row["chosen"])
    return SavedCheck(
        id=row["id"],
        child_id=row["child_id"],
        spot_id=row["spot_id"],
        done=moment_from(row["done_at"], row["done_zone"]),
        pack_version=row["pack_version"],
        level=row["level"],
        title=row["title"],
        reasons=words_from(json.loads(row["reasons"])),
        signs={word(sign): word(answer) for sign, answer in signs.items()},
        chosen={word(question): words_from(options) for question, options in chosen.items()},
        lines=tuple((word(asked), word(answer)) for asked, answer in json.loads(row["lines"])),
        temperature_c=row["temperature_c"],
    )


def care_row(care: Care) -> Row:
    return {
        "id": care.id,
        "child_id": care.child_id,
        "spot_id": care.spot_id,
        "name": care.name,
        "from_day": date.isoformat(care.from_day),
        "until_day": day_text(care.until_day),
        "helped": care.helped,
        "text": care.text,
    }


def care_from(row: Stored) -> Care:
    return Care(
        id=row["id"],
        child_id=row["child_id"],
        spot_id=row["spot_id"],
        name=row["name"],
        from_day=date.fromisoformat(row["from_day"]),
        until_day=day_from(row["until_day"]),
        helped=row["helped"],
        text=row["text"],
    )


def reminder_row(reminder: Reminder) -> Row:
    return {
        "id": reminder.id,
        "child_id": reminder.child_id,
        "spot_id": reminder.spot_id,
        "on_day": date.isoformat(reminder.on_day),
        "text": reminder.text,
        "done": int(reminder.done),
    }


def reminder_from(row: Stored) -> Reminder:
    return Reminder(
        id=row["id"],
        child_id=row["child_id"],
        spot_id=row["spot_id"],
        on_day=date.fromisoformat(row["on_day"]),
        text=row["text"],
        done=bool(row["done"]),
    )


def check_draft_row(draft: CheckDraft) -> Row:
    return {
        "child_id": draft.child_id,
        "kept_at": draft.kept.at.isoformat(),
        "kept_zone": draft.kept.zone,
        "content": json_text(dict(draft.content)),
    }


def check_draft_from(child_id: str, at: str, zone: str, content: str) -> CheckDraft:
    values = json.loads(content)
    if not isinstance(values, dict):
        raise ValueError("a table is expected here")
    return CheckDraft(child_id, moment_from(at, zone), values)
