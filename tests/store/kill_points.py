"""A program that kills a copy of itself at every disk call of one job and prints what each start found."""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NoReturn

from guide.errors import GuideError
from guide.store.database import open_database
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.sql import MIGRATIONS
from tests.store.families import BACK, MIA, PHOTO, check, filled_diary, note
from tests.store.faulty_disk import FaultyDisk, power_off
from tests.store.processes import say

NEXT = (*MIGRATIONS, "CREATE TABLE visits (id TEXT PRIMARY KEY NOT NULL) STRICT;")


def make(folder: Path) -> None:
    DiaryStore.open(folder).close()


def save(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        store.save_note(note("note-2"), [PHOTO, PHOTO], check=check("check-2"))


def migrate(folder: Path) -> None:
    open_database(folder / FILE_NAME, NEXT).close()


def found_after_make(folder: Path) -> object:
    with DiaryStore.open(folder) as store:
        return store.children()


def found_after_save(folder: Path) -> object:
    with DiaryStore.open(folder) as store:
        photos = [len(item.photos) for item in store.notes(BACK.id)]
        return photos, len(store.checks(MIA.id))


def found_after_migrate(folder: Path) -> object:
    # The older program opens what is still old, and only that.
    with suppress(GuideError), DiaryStore.open(folder) as store:
        return "old", [child.name for child in store.children()]
    open_database(folder / FILE_NAME, NEXT).close()
    return "new"


JOBS: dict[str, tuple[Callable[[Path], None], Callable[[Path], object]]] = {
    "make": (make, found_after_make),
    "save": (save, found_after_save),
    "migrate": (migrate, found_after_migrate),
}


def killed_at(call: int, job: Callable[[Path], None], folder: Path) -> bool:
    child = os.fork()
    if child == 0:
        do_job_and_leave(call, job, folder)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code > 0:
        raise RuntimeError(f"the job failed by itself at call {call}")
    return code != 0


def do_job_and_leave(call: int, job: Callable[[Path], None], folder: Path) -> NoReturn:
    failed = 1
    try:
        disk = FaultyDisk()
        disk.arm(call, power_off)
        job(folder)
        failed = 0
    finally:
        os._exit(failed)


def main() -> None:
    job, found = JOBS[sys.argv[1]]
    for call in count(1):
        folder = Path(sys.argv[2], str(call))
        if job is not make:
            filled_diary(folder)
        killed = killed_at(call, job, folder)
        say(json.dumps(found(folder)))
        if not killed:
            return


if __name__ == "__main__":
    main()
