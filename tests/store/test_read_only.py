"""A diary on a write-protected place can be read, and says why it cannot be changed."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import apsw
import pytest

from guide.store.diary_store import FILE_NAME
from guide.store.sql import APPLICATION_ID
from tests.store.families import PHOTO, filled_diary, what_is_in
from tests.store.processes import (
    can_mount,
    can_obey_permissions,
    mounted,
    obeying_permissions,
    output_of,
    python,
)

Protect = Callable[[Path], list[str]]

BIND = 'mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"; shift; exec "$@"'
SMALL = 'mount -t tmpfs -o size=200k none "$1"; shift; exec "$@"'

READ = {"read_only": True, "children": ["Mia"], "photos": [len(PHOTO.jpeg)]}


def on_read_only_disk(folder: Path) -> list[str]:
    return mounted(BIND, folder, *python("opens", folder))


def in_read_only_folder(folder: Path) -> list[str]:
    folder.chmod(0o500)
    return obeying_permissions(python("opens", folder))


def with_read_only_file(folder: Path) -> list[str]:
    (folder / FILE_NAME).chmod(0o400)
    return obeying_permissions(python("opens", folder))


needs_mounts = pytest.mark.skipif(not can_mount(), reason="may not mount here")
needs_permissions = pytest.mark.skipif(
    not can_obey_permissions(), reason="root that cannot give up its rights"
)

PROTECTIONS = [
    pytest.param(on_read_only_disk, marks=needs_mounts, id="disk"),
    pytest.param(in_read_only_folder, marks=needs_permissions, id="folder"),
    pytest.param(with_read_only_file, marks=needs_permissions, id="file"),
]


def seen(command: list[str]) -> dict[str, Any]:
    return cast(dict[str, Any], json.loads(output_of(command)))


def leave_a_log(folder: Path) -> None:
    """As after a crash: the last entry is only in the log."""
    original = filled_diary(folder.parent / "original")
    connection = apsw.Connection(str(original))
    connection.execute("UPDATE children SET name = 'Mia Maria'").fetchall()
    folder.mkdir()
    for name in (FILE_NAME, FILE_NAME + "-wal"):
        shutil.copy(original.with_name(name), folder / name)
    connection.close()


@pytest.mark.parametrize("protect", PROTECTIONS)
def test_a_protected_diary_is_read_and_saving_says_why_not(folder: Path, protect: Protect) -> None:
    filled_diary(folder)
    before = what_is_in(folder)
    found = seen(protect(folder))
    assert "write-protected" in found.pop("refused")
    assert found == READ
    assert what_is_in(folder) == before


@pytest.mark.parametrize("protect", PROTECTIONS)
def test_last_entries_in_the_log_are_not_passed_over_in_silence(folder: Path, protect: Protect) -> None:
    leave_a_log(folder)
    before = what_is_in(folder)
    assert "last entries still have to be put in place" in seen(protect(folder))["not opened"]
    assert what_is_in(folder) == before


@pytest.mark.parametrize("protect", PROTECTIONS[:2])
def test_no_diary_can_be_made_in_a_protected_folder(folder: Path, protect: Protect) -> None:
    folder.mkdir()
    assert "folder you may write to" in seen(protect(folder))["not opened"]
    assert what_is_in(folder) == {}


@pytest.mark.parametrize("protect", PROTECTIONS)
def test_a_damaged_protected_diary_is_refused(folder: Path, protect: Protect) -> None:
    path = filled_diary(folder)
    data = path.read_bytes()
    path.write_bytes(data[:16_384] + bytes(8_192) + data[24_576:])
    assert "is damaged" in seen(protect(folder))["not opened"]


@pytest.mark.parametrize("protect", PROTECTIONS)
def test_an_older_protected_diary_is_refused_with_the_way_out(folder: Path, protect: Protect) -> None:
    folder.mkdir()
    connection = apsw.Connection(str(folder / FILE_NAME))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}").fetchall()
    connection.close()
    before = what_is_in(folder)
    assert "has to be brought up to date" in seen(protect(folder))["not opened"]
    assert what_is_in(folder) == before


@needs_permissions
def test_no_folder_is_made_below_a_protected_one(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o500)
    assert (
        "folder you may write to" in seen(obeying_permissions(python("opens", folder / "new")))["not opened"]
    )
    assert what_is_in(folder) == {}


@needs_permissions
def test_a_diary_that_may_not_be_read_is_not_replaced_by_an_empty_one(folder: Path) -> None:
    path = filled_diary(folder)
    before = what_is_in(folder)
    path.chmod(0)
    assert "may not be read by you" in seen(obeying_permissions(python("opens", folder)))["not opened"]
    assert path.stat().st_size
    path.chmod(0o600)
    assert what_is_in(folder) == before


@needs_permissions
def test_a_folder_that_may_not_be_read_is_said(folder: Path) -> None:
    filled_diary(folder)
    folder.chmod(0)
    found = seen(obeying_permissions(python("opens", folder)))
    folder.chmod(0o700)
    assert "folder cannot be read" in found["not opened"]


@needs_mounts
def test_a_full_disk_still_opens_a_sound_diary_to_read(folder: Path) -> None:
    filled_diary(folder)
    fill_up = (
        'mount -t tmpfs -o size=400k none "$1"; cp "$2" "$1"; cat /dev/zero > "$1/full" 2> /dev/null || true;'
    )
    home = folder / "small"
    home.mkdir()
    command = mounted(f'{fill_up} shift 2; exec "$@"', home, folder / FILE_NAME, *python("opens", home))
    found = seen(command)
    assert "no room left" in found["refused"]
    assert found["children"] == ["Mia"]


@needs_mounts
def test_no_half_made_diary_stays_on_a_disk_too_small_for_one(folder: Path) -> None:
    folder.mkdir()
    script = 'mount -t tmpfs -o size=40k none "$1"; cd "$2"; shift 2; "$@"; ls -A "$HOME"'
    command = mounted(script, folder, Path.cwd(), *python("opens", folder))
    line, *names = output_of(["env", f"HOME={folder}", *command]).splitlines()
    assert "no room left on the disk" in json.loads(line)["not opened"]
    assert names == []


@needs_permissions
def test_a_file_that_may_not_grow_is_said_and_nothing_is_half_saved(folder: Path) -> None:
    filled_diary(folder)
    before = what_is_in(folder)
    limited = ["sh", "-c", 'ulimit -f 8; exec "$@"', "sh", *python("opens", folder)]
    found = seen(limited)
    assert "nothing more is written" in found["refused"]
    assert found["children"] == ["Mia"]
    os.sync()
    assert what_is_in(folder)[FILE_NAME] == before[FILE_NAME]
