"""A program that saves notes for ever and says so after each, until it is killed."""

import sys
from itertools import count
from pathlib import Path

from guide.store.diary_store import DiaryStore
from tests.store.families import BACK, MIA, PHOTO, note
from tests.store.processes import say


def main() -> None:
    store = DiaryStore.open(Path(sys.argv[1]))
    say("open")
    sys.stdin.readline()
    store.save_child(MIA)
    for number in count():
        note_id = f"{sys.argv[2]}-{number}"
        store.save_note(note(note_id), [PHOTO], spot=BACK)
        say(note_id)


if __name__ == "__main__":
    main()
