"""A program that kills a copy of itself at every call that changes the disk while a passphrase changes."""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from guide.errors import GuideError
from guide.store import rekey, switch
from guide.store.database import open_database
from guide.store.key_file import Cost
from guide.store.keys import has_keys
from guide.store.passphrase import change_passphrase, unlock
from guide.store.prints import prints_of
from tests.store.canaries import NAME, canary_diary, files_with
from tests.store.effort import points
from tests.store.faulty_disk import FaultyDisk
from tests.store.kill_points import calls_of, killed_at
from tests.store.processes import say

OLD, NEW = "the old passphrase", "the new passphrase"
CODE = "66N9YN-4G4THN-EG7RMN-F4TWEC-AGTH7M-CTPGWY"
QUICK = Cost(1, 1)
KNOWN = re.compile(r"current|diary(-before-2)?\.littlespots(-wal)?|keys(-\d)?\.json")
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.chmod", "os.truncate"}


def locked(data: Path) -> None:
    rekey.set_passphrase(data, OLD, CODE, QUICK)


def set_it(data: Path) -> None:
    rekey.set_passphrase(data, NEW, CODE, QUICK)


def renew(data: Path) -> None:
    key = unlock(switch.folder_in_use(data), OLD)
    rekey.renew_key(data, key, NEW, CODE, QUICK)


def change(data: Path) -> None:
    folder = switch.folder_in_use(data)
    change_passphrase(folder, unlock(folder, OLD), NEW, QUICK)


def remove(data: Path) -> None:
    rekey.remove_passphrase(data, unlock(switch.folder_in_use(data), OLD))


JOBS: dict[str, tuple[bool, Callable[[Path], None]]] = {
    "set": (False, set_it),
    "renew": (True, renew),
    "change": (True, change),
    "remove": (True, remove),
}


def prepare(data: Path, with_passphrase: bool) -> None:
    canary_diary(data)
    shutil.copy(data / NAME, data / "diary-before-2.littlespots")
    if with_passphrase:
        locked(data)


def found(data: Path) -> dict[str, object]:
    """What the next start finds, makes of it, and can read then."""
    return {
        "clear before": files_with(data),
        "finished": switch.finish(data),
        "clear": files_with(data),
        "left": left_over(data),
        "opens with": opens_with(switch.folder_in_use(data)),
        "same": content(switch.folder_in_use(data)),
    }


def left_over(data: Path) -> list[str]:
    """Names of files that no diary is made of, and folders that no diary is in."""
    names = [path.name for path in data.rglob("*") if path.is_file()]
    used = {data, data / switch.FOLDERS, switch.folder_in_use(data)}
    strange = [name for name in names if not KNOWN.fullmatch(name)]
    return strange + [path.name for path in data.rglob("*") if path.is_dir() and path not in used]


def opens_with(folder: Path) -> str:
    if not has_keys(folder):
        return "nothing"
    for words in (OLD, NEW):
        try:
            unlock(folder, words)
        except GuideError:
            continue
        return words
    return "neither"


def content(folder: Path) -> dict[str, list[object]]:
    words = opens_with(folder)
    database = open_database(folder / NAME, None if words == "nothing" else unlock(folder, words))
    prints = prints_of(database.connection)
    database.close()
    return {table: list(value) for table, value in prints.items()}


def watch(disk: FaultyDisk) -> None:
    """Has what this program does with files besides SQLite count as calls of the disk too."""
    real_sync = os.fsync

    def sync(fd: Any) -> None:
        disk.about_to("sync")
        real_sync(fd)

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        if event in CHANGES or (event == "open" and is_writing(arguments)):
            disk.about_to(event)

    os.fsync = sync
    sys.addaudithook(audit)


def is_writing(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def killed_once(home: Path, call: int, job: Callable[[Path], None]) -> bool:
    data = home / "data"
    shutil.copytree(home / "pattern", data)
    killed = killed_at(call, job, data, watch)
    say(json.dumps(found(data)))
    shutil.rmtree(data)
    return killed


def main() -> None:
    """Of the many calls that fill the copy only each so-maniest is tried, of those at the end every one."""
    with_passphrase, job = JOBS[sys.argv[1]]
    home, stride = Path(sys.argv[2]), int(sys.argv[3])
    prepare(home / "pattern", with_passphrase)
    counted = shutil.copytree(home / "pattern", home / "counted")
    for call in points(calls_of(job, counted, watch), stride, 30, sys.argv[1]):
        killed_once(home, call, job)


if __name__ == "__main__":
    main()
