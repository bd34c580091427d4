"""Deleting, undo, redo and emptying the trash are whole or not there, whichever call of the disk fails."""

from itertools import count
from pathlib import Path
from shutil import copytree

import pytest

from guide.errors import GuideError
from tests.store.faulty_disk import Fault, broken, faulty_disk, no_room
from tests.store.kill_points import JOBS, found_after_change, prepare

CHANGES = ["delete", "undo", "redo", "purge"]


def is_done_on(job: str, folder: Path) -> bool:
    """Whether it was called done."""
    try:
        JOBS[job][0](folder)
    except GuideError:
        return False
    return True


def states(job: str, folder: Path) -> tuple[object, object]:
    prepare(job, folder / "start")
    copytree(folder / "start", folder / "done")
    assert is_done_on(job, folder / "done")
    return found_after_change(folder / "start"), found_after_change(folder / "done")


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize(("fault", "only"), [(no_room, "write"), (broken, "")], ids=["no room", "broken"])
@pytest.mark.parametrize("job", CHANGES)
def test_whichever_disk_call_fails_a_change_is_whole_or_absent(
    folder: Path, job: str, fault: Fault, only: str, for_good: bool
) -> None:
    before, after = states(job, folder)
    assert before != after
    # After a failed sync all of it may be there at the next start, and the parent was told so.
    allowed = (before,) if fault is no_room else (before, after)
    for call in count(1):
        home = folder / str(call)
        copytree(folder / "start", home)
        with faulty_disk() as disk:
            disk.arm(call, fault, for_good=for_good, only=only)
            done = is_done_on(job, home)
            calls = disk.calls
        assert found_after_change(home) in ((after,) if done else allowed)
        if calls < call:
            break
    assert call > 5
