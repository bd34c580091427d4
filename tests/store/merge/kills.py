"""A program that kills a copy of itself at every disk call of a merge and prints what each start found."""

import json
import shutil
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from guide.domain.changes import Kind
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.merge import conflicts, plan
from tests.store.contents import rows_in_tables
from tests.store.families import BACK, MIA, PHOTO, filled_diary, note
from tests.store.kill_points import killed_at
from tests.store.merge.computers import merged
from tests.store.processes import say

OTHER = "other"


def prepare(folder: Path) -> None:
    """A diary, and beside it one that was changed on both sides."""
    filled_diary(folder)
    shutil.copytree(folder, folder / OTHER)
    with DiaryStore.open(folder / OTHER) as store:
        store.save_note(note("note-2"), [PHOTO, PHOTO])
        store.save_child(replace(MIA, allergies="egg"))
    with DiaryStore.open(folder) as store:
        store.save_child(replace(MIA, allergies="milk"))
        store.delete(Kind.NOTE, note().id)


def do_merge(folder: Path) -> None:
    with DiaryStore.open(folder) as store, plan(store, folder / OTHER / FILE_NAME) as looked:
        merged(store, looked)


def found(folder: Path) -> object:
    """How many notes and photos there are, what undo would do, how many conflicts, what lies about."""
    with DiaryStore.open(folder) as store:
        store.check_whole()
        notes = store.notes(BACK.id)
        photos = [len(store.photo_jpeg(photo.id)) for item in notes for photo in item.photos]
        step = store.next_undo()
        state = [len(notes), photos, step and step.verb, len(conflicts(store))]
    left = sorted(path.name for path in folder.iterdir() if path.name not in (FILE_NAME, OTHER))
    return [*state, len(rows_in_tables(folder / FILE_NAME)), left]


def main() -> None:
    start = Path(sys.argv[1], "start")
    prepare(start)
    for call in count(1):
        folder = Path(sys.argv[1], str(call))
        shutil.copytree(start, folder)
        killed = killed_at(call, do_merge, folder)
        say(json.dumps(found(folder)))
        shutil.rmtree(folder)
        if not killed:
            return


if __name__ == "__main__":
    main()
