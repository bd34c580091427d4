"""Reading an export as somebody without the program would, and back into the diary's objects."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from guide.domain.changes import Kind, Thing
from guide.store.diary_store import DiaryStore
from guide.store.export.document import NAMES, row_of
from guide.store.export.tables import unguarded
from guide.store.things import thing_from

csv.field_size_limit(10_000_000)


def document(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "diary.json").read_text(encoding="utf-8"))
    return found


def things(entries: dict[str, Any], kind: Kind) -> list[Thing]:
    return [thing_from(kind, row_of(kind, entry)) for entry in entries[NAMES[kind]]]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """As the csv module reads it, with the documented sign taken away."""
    text = (folder / f"{name}.csv").read_bytes().decode("utf-8-sig")
    lines = csv.DictReader(io.StringIO(text, newline=""))
    return [{key: unguarded(cell) for key, cell in line.items()} for line in lines]


def cells(folder: Path, name: str) -> list[list[str]]:
    """As they stand in the file."""
    text = (folder / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def all_in(store: DiaryStore) -> dict[Kind, list[Thing]]:
    """What a parent sees, of each kind by id."""
    found: dict[Kind, list[Thing]] = {kind: [] for kind in Kind}
    for child in store.children():
        found[Kind.CHILD].append(child)
        found[Kind.CHECK] += store.checks(child.id)
        found[Kind.CARE] += store.cares(child.id)
        found[Kind.REMINDER] += store.reminders(child.id)
        for spot in store.spots(child.id):
            found[Kind.SPOT].append(spot)
            for item in store.notes(spot.id):
                found[Kind.NOTE].append(item.note)
                found[Kind.PHOTO] += item.photos
    return {kind: by_id(each) for kind, each in found.items()}


def by_id(found: list[Thing]) -> list[Thing]:
    return sorted(found, key=lambda each: each.id)
