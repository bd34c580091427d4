"""A program that kills a copy of itself, or has the disk fail, at every call of a backup or a restore.

It prints what each start afterwards found: the diary, the backups, and whatever else lies about.
"""

import errno
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw

from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store import storage_thread, switch
from guide.store.backup import backup, kept_before, list_backups, places, restore, undo_restore
from guide.store.opening import open_diary
from tests.store.backup.homes import Home, new_home
from tests.store.effort import points
from tests.store.families import BACK, PHOTO, note
from tests.store.faulty_disk import Fault, FaultyDisk, broken, no_room
from tests.store.kill_points import calls_of, killed_at
from tests.store.processes import say
from tests.store.rekey_kills import CHANGES, is_writing

REFUSED = 7
KNOWN = re.compile(r"current|restored|diary\.littlespots(-wal)?|keys(-\d)?\.json")
EARLIER, NOW = "as in the backup", "as now"


def back_up(home: Home) -> None:
    with open_diary(home.data, home.key) as store:
        backup(store, home.backups)


def put_back(home: Home) -> None:
    restore(home.data, list_backups(home.backups)[-1].path, home.key, own_key=home.key)


def go_back(home: Home) -> None:
    undo_restore(home.data)


JOBS: dict[str, Callable[[Home], None]] = {"backup": back_up, "restore": put_back, "undo": go_back}


def prepare(home: Home, job: str) -> None:
    """A backup, then a diary that is no longer as it was then; for a backup so many that one has to go."""
    back_up(home)
    if job == "undo":
        put_back(home)
    with open_diary(home.data, home.key) as store:
        other = PHOTO.jpeg[:-2] + b"later\xff\xd9"
        store.save_note(note("later"), [type(PHOTO)(other, b"small later", 10, 10)])
        store.delete(Kind.NOTE, "note-1")
    if job == "backup":
        for _ in range(10):
            back_up(home)
        with open_diary(home.data, home.key) as store:
            store.save_note(note("latest"), [type(PHOTO)(other + b"!", b"small latest", 10, 10)])


def diary_in(home: Home) -> str:
    with open_diary(home.data, home.key) as store:
        found = {item.note.id for item in store.notes(BACK.id)}
        photos = [store.photo_jpeg(photo.id) for item in store.notes(BACK.id) for photo in item.photos]
        store.check_whole()
    if len(photos) != len(found):
        return "without its photos"
    return {frozenset({"note-1"}): EARLIER}.get(frozenset(found), NOW if "later" in found else str(found))


def found(home: Home) -> dict[str, object]:
    """By the start after it; then another backup is made, as it would be."""
    diary = diary_in(home)
    kept = kept_before(home.data)
    listed = list_backups(home.backups)
    read = [*listed[:2], *listed[-1:]]
    unsound = [each.path.name for each in listed if each.problem]
    unsound += [each.path.name for each in read if home.look(each.path).missing]
    left = left_over(home)
    back_up(home)
    again = home.look()
    return {
        "diary": diary,
        "way back": kept is not None,
        "backups": len(listed),
        "unsound": unsound,
        "left": left,
        "next": [len(again.missing), len(strange_in_backups(home))],
    }


def left_over(home: Home) -> list[str]:
    strange = [path for path in home.data.rglob("*") if path.is_file() and not KNOWN.fullmatch(path.name)]
    empty = [path for path in (home.data / switch.FOLDERS).glob("*") if not any(path.iterdir())]
    return [path.name for path in strange + empty]


def strange_in_backups(home: Home) -> list[Path]:
    return [path for path in home.backups.rglob(".*") if path.name != places.LOCK]


def watch(disk: FaultyDisk) -> None:
    """Has what this program does with files besides SQLite count as calls of the disk, and fail too."""
    real_sync = os.fsync

    def sync(fd: Any) -> None:
        about_to(disk, "sync")
        real_sync(fd)

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        if event in CHANGES or (event == "open" and is_writing(arguments)):
            about_to(disk, event)

    os.fsync = sync
    sys.addaudithook(audit)


def about_to(disk: FaultyDisk, call: str) -> None:
    try:
        disk.about_to(call)
    except apsw.FullError as error:
        raise OSError(errno.ENOSPC, "no room") from error
    except apsw.IOError as error:
        raise OSError(errno.EIO, "broken") from error


def failed_at(call: int, job: Callable[[Home], None], home: Home, fault: Fault, for_good: bool) -> str:
    """What came of the job: "done", "refused" in words for a parent, or the process ended otherwise."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            disk = FaultyDisk()
            watch(disk)
            disk.arm(call, fault, for_good=for_good)
            job(home)
            code = 0 if disk.calls < call else REFUSED + 1
        except GuideError:
            code = REFUSED
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return {0: "done", REFUSED: "refused", REFUSED + 1: "survived"}.get(code, f"ended with {code}")


def tried(pattern: Home, job: Callable[[Home], None], fault: str, call: int) -> str:
    """What came of the job that met the fault at this call; the home is then as it left it."""
    home = pattern.copy(pattern.root.with_name("home"))
    if fault == "kill":
        return "killed" if killed_at(call, lambda _: job(home), home.root, watch) else "done"
    name, _, how_long = fault.partition(" ")
    return failed_at(call, job, home, {"full": no_room, "broken": broken}[name], bool(how_long))


def sweep(pattern: Home, job: Callable[[Home], None], fault: str, stride: int, last: int) -> None:
    """Of the many calls that fill a snapshot each so-maniest, of the last ones every one."""
    counted = pattern.copy(pattern.root.with_name("counted"))
    calls = calls_of(lambda _: job(counted), counted.root, watch)
    shutil.rmtree(counted.root)
    for call in points(calls, stride, last, fault):
        came = tried(pattern, job, fault, call)
        home = Home(pattern.root.with_name("home"), pattern.encrypted)
        say(json.dumps({"call": call, "came": came, **found(home)}))
        shutil.rmtree(home.root)


def main() -> None:
    job, fault, kind, root, stride, last = sys.argv[1:]
    storage_thread.QUIET_SECONDS = 0.001
    pattern = new_home(Path(root, "pattern"), kind == "encrypted")
    prepare(pattern, job)
    sweep(pattern, JOBS[job], fault, int(stride), int(last))


if __name__ == "__main__":
    main()
