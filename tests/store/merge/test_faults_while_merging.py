"""Whatever happens on the way, the diary is the one before the merge or the one after it, and sound."""

import json
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.merge import conflicts, plan
from tests.store.contents import alive
from tests.store.families import PHOTO
from tests.store.faulty_disk import Fault, broken, faulty_disk, no_room
from tests.store.merge.computers import merged
from tests.store.merge.kills import OTHER, prepare
from tests.store.processes import output_of, python

SIZE = len(PHOTO.jpeg)
BEFORE = [0, [], "delete", 0, 7, []]
AFTER = [2, [SIZE, SIZE, SIZE], "merge", 1, 10, []]


def test_killed_at_every_disk_call_the_diary_is_the_old_or_the_merged_one(tmp_path: Path) -> None:
    states = [json.loads(line) for line in output_of(python("merge.kills", tmp_path)).splitlines()]
    assert len(states) > 20
    assert [state for state in states if state not in (BEFORE, AFTER)] == []
    merged = states.index(AFTER)
    assert states == [BEFORE] * merged + [AFTER] * (len(states) - merged)


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("fault", [no_room, broken])
def test_a_fault_at_any_disk_call_is_told_and_changes_nothing(
    tmp_path: Path, fault: Fault, for_good: bool
) -> None:
    prepare(tmp_path)
    told, calls = 0, 1
    while True:
        with faulty_disk() as disk, DiaryStore.open(tmp_path) as store:
            before = (alive(store), conflicts(store))
            disk.arm(calls, fault, for_good=for_good)
            try:
                with plan(store, tmp_path / OTHER / FILE_NAME) as looked:
                    merged(store, looked)
            except GuideError:
                told += 1
                disk.disarm()
                assert (alive(store), conflicts(store)) == before
            else:
                disk.disarm()
                if disk.calls < calls:
                    break
        with DiaryStore.open(tmp_path) as store:
            store.check_whole()
            # A sync that failed may have written all of it even so.
            if store.next_undo() and store.next_undo().verb == "merge":  # type: ignore[union-attr]
                store.undo()
            assert alive(store) == before[0]
        calls += 1
    assert told > 0
