"""A program that dies, a full disk, a broken one, at any call: diary and earlier backups stay whole."""

import json
import os
from dataclasses import replace
from pathlib import Path
from random import randbytes
from typing import Any

import pytest

from guide.store.backup import backup
from tests.store.backup.backup_faults import EARLIER, NOW
from tests.store.backup.homes import new_home
from tests.store.families import PHOTO, note
from tests.store.processes import can_mount, mounted, output_of, python

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and kill -9")

KINDS = ("plain", "encrypted")
FAULTS = ("full", "full for good", "broken", "broken for good")


def found_after(job: str, fault: str, kind: str, root: Path, stride: int, last: int) -> list[dict[str, Any]]:
    program = python("backup.backup_faults", job, fault, kind, root, str(stride), str(last))
    lines = output_of(program).splitlines()
    found = [json.loads(line) for line in lines]
    for each in found:
        assert each["unsound"] == each["left"] == [] and each["next"] == [0, 0], each
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_killed_at_any_call_a_backup_is_whole_or_not_there(tmp_path: Path, kind: str) -> None:
    found = found_after("backup", "kill", kind, tmp_path, 151, 8)
    assert {each["diary"] for each in found} == {NOW}
    assert {each["backups"] for each in found} == {11, 12}
    assert found[-1]["came"] == "done"


@pytest.mark.parametrize("kind", KINDS)
def test_killed_at_any_call_a_restore_gives_the_old_or_the_new_diary(tmp_path: Path, kind: str) -> None:
    found = found_after("restore", "kill", kind, tmp_path, 151, 8)
    assert {(each["diary"], each["way back"]) for each in found} == {(NOW, False), (EARLIER, True)}
    assert {each["backups"] for each in found} == {1}
    assert (found[-1]["came"], found[-1]["diary"]) == ("done", EARLIER)


def test_killed_at_any_call_going_back_gives_the_old_or_the_new_diary(tmp_path: Path) -> None:
    found = found_after("undo", "kill", "plain", tmp_path, 1, 1)
    assert {(each["diary"], each["way back"]) for each in found} == {(NOW, True), (EARLIER, True)}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("job", ["backup", "restore"])
def test_a_full_or_broken_disk_is_told_calmly_and_takes_nothing(tmp_path: Path, job: str, fault: str) -> None:
    found = found_after(job, fault, "plain", tmp_path, 199, 3)
    assert {each["came"] for each in found} <= {"refused", "survived", "done"}
    assert {each["diary"] for each in found} <= ({NOW} if job == "backup" else {NOW, EARLIER})
    assert "refused" in {each["came"] for each in found}


@pytest.mark.skipif(not can_mount(), reason="needs a small disk")
def test_a_small_disk_that_fills_up_keeps_what_is_on_it(tmp_path: Path) -> None:
    home = new_home(tmp_path / "pattern", False)
    with home.opened() as store:
        for number in range(3):
            store.save_note(note(f"note-{number}"), [replace(PHOTO, jpeg=randbytes(120_000))])
            backup(store, home.backups)
    (tmp_path / "disk").mkdir()
    script = 'mount -t tmpfs -o size="$1"k none "$2"; shift 2; exec "$@"'
    came = set()
    for size in (1600, 2100, 2700, 4500):
        copy = home.copy(tmp_path / str(size))
        program = python("backup.fills_disk", copy.root, tmp_path / "disk")
        found = json.loads(output_of(mounted(script, str(size), tmp_path / "disk", *program)))
        assert found[2:] == [True, True], (size, found)
        came.add((found[0], found[1]))
    assert {backed_up for backed_up, _ in came} == {restored for _, restored in came} == {"refused", "done"}
