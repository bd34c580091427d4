"""A program that dies loses nothing it has called saved, and leaves nothing half done."""

import json
import os
from pathlib import Path

import pytest

from guide.store.diary_store import DiaryStore
from tests.store.families import BACK, PHOTO, filled_diary
from tests.store.processes import output_of, python, start

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs kill -9")


def saved_before_kill(folder: Path, run: int, acknowledgements: int) -> list[str]:
    child = start(python("saves", folder, str(run)))
    assert child.stdin and child.stdout
    child.stdin.write("go\n")
    child.stdin.flush()
    lines = [child.stdout.readline().strip() for _ in range(acknowledgements + 1)]
    child.kill()
    # What it still said between the last line read and its death counts as well.
    lines += child.communicate()[0].splitlines(keepends=True)
    return [line.strip() for line in lines[1:] if not line.endswith("\n") or line.strip()]


def test_killing_it_at_any_moment_loses_no_acknowledged_note(folder: Path) -> None:
    saved: set[str] = set()
    for run in range(20):
        saved.update(saved_before_kill(folder, run, acknowledgements=1 + run % 7))
        with DiaryStore.open(folder) as store:
            found = {item.note.id: item.photos for item in store.notes(BACK.id)}
            assert saved <= set(found)
            assert all(store.photo_jpeg(photos[0].id) == PHOTO.jpeg for photos in found.values())


def said_before_kill(folder: Path, run: int, lines: int) -> list[tuple[str, str]]:
    child = start(python("changes_mind", folder, str(run)))
    assert child.stdout
    said = [child.stdout.readline() for _ in range(lines)]
    child.kill()
    said += child.communicate()[0].splitlines(keepends=True)
    whole = [line.split() for line in said if line.endswith("\n")]
    return [(note_id, state) for note_id, state in whole]


def test_killing_it_at_any_moment_loses_no_acknowledged_deletion_and_no_undo(folder: Path) -> None:
    for run in range(15):
        said = said_before_kill(folder, run, lines=1 + run % 8)
        with DiaryStore.open(folder) as store:
            found = dict.fromkeys((item.note.id for item in store.notes(BACK.id)), "alive")
            found |= dict.fromkeys((each.id for each in store.trash()), "deleted")
            acknowledged = dict(said)
            last_id = said[-1][0]
            lines = [state for note_id, state in said if note_id == last_id]
            # What was under way when it died may be done or not; after the third line that is the next note.
            possible = {"alive"} if len(lines) == 3 else {"alive", "deleted"}
            assert found.pop(last_id) in possible
            assert all(found[note_id] == "alive" for note_id in acknowledged if note_id != last_id)
            store.purge_trash(0)


def found_at_each_start(job: str, folder: Path) -> list[object]:
    folder.mkdir()
    return [json.loads(line) for line in output_of(python("kill_points", job, folder)).splitlines()]


def test_killed_at_any_disk_call_while_it_is_made_the_diary_opens_empty(folder: Path) -> None:
    found = found_at_each_start("make", folder)
    assert len(found) > 20
    assert all(children == [] for children in found)


def test_killed_at_any_disk_call_a_save_is_whole_or_absent(folder: Path) -> None:
    found = found_at_each_start("save", folder)
    assert len(found) > 20
    assert {json.dumps(state) for state in found} == {"[[1], 1]", "[[2, 1], 2]"}
    assert found[-1] == [[2, 1], 2]


FILLED, DELETED = [1, 1, 1], [0, 0, 0]

CHANGES = {
    "delete": ([FILLED, [], ["add", None], True], [DELETED, [BACK.id], ["delete", None], True]),
    "undo": ([DELETED, [BACK.id], ["delete", None], True], [FILLED, [], ["add", "delete"], True]),
    "redo": ([FILLED, [], ["add", "delete"], True], [DELETED, [BACK.id], ["delete", None], True]),
    "purge": ([DELETED, [BACK.id], ["delete", None], True], [DELETED, [], ["add", None], True]),
}


@pytest.mark.parametrize("job", CHANGES)
def test_killed_at_any_disk_call_a_change_is_whole_or_absent_and_so_is_its_journal(
    job: str, folder: Path
) -> None:
    before, after = CHANGES[job]
    found = found_at_each_start(job, folder)
    assert len(found) > 15
    assert {json.dumps(state) for state in found} == {json.dumps(before), json.dumps(after)}
    assert found[-1] == after


def test_killed_at_any_disk_call_a_migration_leaves_the_old_or_the_new_diary(folder: Path) -> None:
    found = found_at_each_start("migrate", folder)
    assert len(found) > 20
    assert {json.dumps(state) for state in found} == {'["old", ["Mia"]]', '"new"'}


def test_what_a_killed_program_left_unfinished_is_cleared_away(folder: Path) -> None:
    filled_diary(folder)
    (folder / ".diary-abcd1234.new").write_bytes(b"half a copy")
    (folder / ".diary-abcd1234.new-wal").write_bytes(b"its log")
    DiaryStore.open(folder).close()
    assert [path.name for path in folder.iterdir()] == ["diary.littlespots"]
