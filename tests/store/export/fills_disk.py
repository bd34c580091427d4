"""A program that exports to a disk with too little room, and prints what it was told and what is left."""

import shutil
import sys
import tempfile
from pathlib import Path

from guide.domain.diary import NewPhoto
from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from guide.store.export import exporting
from tests.store.families import fill, note
from tests.store.processes import say

LARGE = NewPhoto(b"\xff\xd8" + bytes(24 * 1024 * 1024), b"\xff\xd8small", 4000, 3000)


def main() -> None:
    out, folder = Path(sys.argv[1]), Path(tempfile.mkdtemp(dir="/var/tmp"))
    try:
        with DiaryStore.open(folder) as store:
            fill(store)
            store.save_note(note("note-2"), [LARGE])
            for looked_first in (True, False):
                if not looked_first:
                    # The disk may fill up while the export is being written.
                    exporting._room_for = lambda instant, wanted: 0
                try:
                    exporting.export(store, out)
                except GuideError as error:
                    say(str(error)[:24])
                say(str([path.name for path in out.iterdir()]))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
