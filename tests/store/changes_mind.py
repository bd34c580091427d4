"""A program that for ever writes a note, deletes it and takes that back, and says so, until it is killed."""

import sys
from itertools import count
from pathlib import Path

from guide.domain.changes import Kind
from guide.store.diary_store import DiaryStore
from tests.store.families import BACK, MIA, note
from tests.store.processes import say


def main() -> None:
    store = DiaryStore.open(Path(sys.argv[1]))
    store.save_child(MIA)
    store.save_spot(BACK)
    for number in count():
        note_id = f"{sys.argv[2]}-{number}"
        store.save_note(note(note_id))
        say(f"{note_id} alive")
        store.delete(Kind.NOTE, note_id)
        say(f"{note_id} deleted")
        store.undo()
        say(f"{note_id} alive")


if __name__ == "__main__":
    main()
