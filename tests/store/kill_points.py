"""A program that kills a copy of itself at many disk calls of one job and prints what each start found."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store.database import open_database
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.sql import MIGRATIONS
from tests.store.contents import rows_in_journal, rows_in_tables
from tests.store.effort import points
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
    open_database(folder / FILE_NAME, migrations=NEXT).close()


def delete(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        store.delete(Kind.SPOT, BACK.id)


def undo(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        store.undo()


def redo(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        store.redo()


def purge(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        store.purge_trash(0)


def found_after_make(folder: Path) -> object:
    with DiaryStore.open(folder) as store:
        return store.children()


def found_after_save(folder: Path) -> object:
    with DiaryStore.open(folder) as store:
        photos = [len(item.photos) for item in store.notes(BACK.id)]
        return photos, len(store.checks(MIA.id))


def found_after_change(folder: Path) -> object:
    """What is alive, what is in the trash, what undo and redo would do, and whether the journal fits."""
    with DiaryStore.open(folder) as store:
        alive = [len(found) for found in (store.spots(MIA.id), store.notes(BACK.id), store.checks(MIA.id))]
        steps = [step and step.verb for step in (store.next_undo(), store.next_redo())]
        trash = [each.id for each in store.trash()]
    path = folder / FILE_NAME
    return alive, trash, steps, rows_in_journal(path) == rows_in_tables(path)


def found_after_migrate(folder: Path) -> object:
    # The older program opens what is still old, and only that.
    with suppress(GuideError), DiaryStore.open(folder) as store:
        return "old", [child.name for child in store.children()]
    open_database(folder / FILE_NAME, migrations=NEXT).close()
    return "new"


JOBS: dict[str, tuple[Callable[[Path], None], Callable[[Path], object]]] = {
    "make": (make, found_after_make),
    "save": (save, found_after_save),
    "migrate": (migrate, found_after_migrate),
    "delete": (delete, found_after_change),
    "undo": (undo, found_after_change),
    "redo": (redo, found_after_change),
    "purge": (purge, found_after_change),
}

BEFORE: dict[str, tuple[Callable[[Path], None], ...]] = {
    "undo": (delete,),
    "redo": (delete, undo),
    "purge": (delete,),
}
"""What is done to the filled diary first."""


def prepare(job: str, folder: Path) -> None:
    if job == "make":
        folder.mkdir()
        return
    filled_diary(folder)
    for step in BEFORE.get(job, ()):
        step(folder)


def killed_at(
    call: int, job: Callable[[Path], None], folder: Path, watch: Callable[[FaultyDisk], None] | None = None
) -> bool:
    """``watch`` may have more than the engine's own calls count."""
    child = os.fork()
    if child == 0:
        do_job_and_leave(call, job, folder, watch)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code > 0:
        raise RuntimeError(f"the job failed by itself at call {call}")
    return code != 0


def calls_of(
    job: Callable[[Path], None], folder: Path, watch: Callable[[FaultyDisk], None] | None = None
) -> int:
    """How many calls the whole job makes, done once in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            disk = FaultyDisk()
            if watch is not None:
                watch(disk)
            disk.arm(sys.maxsize, power_off)
            job(folder)
            os.write(writing, str(disk.calls).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    said = os.read(reading, 32)
    os.close(reading)
    return int(said)


def do_job_and_leave(
    call: int, job: Callable[[Path], None], folder: Path, watch: Callable[[FaultyDisk], None] | None
) -> NoReturn:
    failed = 1
    try:
        disk = FaultyDisk()
        if watch is not None:
            watch(disk)
        disk.arm(call, power_off)
        job(folder)
        failed = 0
    finally:
        os._exit(failed)


def main() -> None:
    job, found = JOBS[sys.argv[1]]
    start = Path(sys.argv[2], "start")
    prepare(sys.argv[1], start)
    counted = shutil.copytree(start, Path(sys.argv[2], "counted"))
    for call in points(calls_of(job, counted), 2, 8, sys.argv[1]):
        folder = shutil.copytree(start, Path(sys.argv[2], str(call)))
        killed_at(call, job, folder)
        say(json.dumps(found(folder)))


if __name__ == "__main__":
    main()
