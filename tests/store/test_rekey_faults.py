"""Killed, or on a disk that fails, while a passphrase is set or changed: the old diary or the new one."""

import errno
import json
import os
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import rekey, switch
from guide.store.diary_store import DiaryStore
from guide.store.keys import DataKey
from guide.store.passphrase import unlock
from tests.store.canaries import NAME, WORD, content_of, files_with
from tests.store.families import what_is_in
from tests.store.faulty_disk import Fault, broken, faulty_disk, no_room
from tests.store.processes import output_of, python
from tests.store.rekey_kills import CODE, NEW, OLD, QUICK
from tests.store.test_refusals import is_calm

COPY = "diary-before-2.littlespots"


def test_a_disk_that_writes_something_else_is_found_before_the_switch(data: Path, key: DataKey) -> None:
    folder = switch.folder_in_use(data)

    def spoil() -> None:
        for path in (data / switch.FOLDERS).glob(f"*/{NAME}"):
            path.write_bytes(path.read_bytes().replace(WORD.encode(), WORD.upper().encode()))

    with faulty_disk() as disk:
        disk.arm(1, spoil, for_good=True, only="sync")
        with pytest.raises(GuideError, match="no whole copy of it could be made"):
            rekey.remove_passphrase(data, key)
    assert switch.folder_in_use(data) == folder
    assert list((data / switch.FOLDERS).iterdir()) == [folder]
    assert content_of(folder, key)


@pytest.mark.skipif(os.name != "posix", reason="folders are synced on POSIX only")
def test_while_the_disk_cannot_keep_the_switch_the_old_diary_stays(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content_of(data, None)
    real = os.fsync

    def sync(handle: int) -> None:
        pointer = data / switch.POINTER
        switched = pointer.exists() and pointer.read_text() != "."
        if switched and os.path.samestat(os.fstat(handle), data.stat()):
            raise OSError(errno.EIO, "broken")
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(GuideError, match="start Little Spots again"):
        rekey.set_passphrase(data, OLD, CODE, QUICK)
    assert not switch.finish(data)
    assert {NAME, COPY} <= set(what_is_in(data))
    monkeypatch.undo()
    assert switch.finish(data)
    folder = switch.folder_in_use(data)
    assert content_of(folder, unlock(folder, OLD)) == before
    assert files_with(data) == []


def test_a_key_file_without_its_diary_is_never_given_an_empty_one(data: Path, key: DataKey) -> None:
    folder = switch.folder_in_use(data)
    (folder / NAME).unlink()
    for given in (None, key):
        with pytest.raises(GuideError, match="file is missing"):
            DiaryStore.open(folder, given)
    assert set(what_is_in(folder)) == {COPY, "keys.json", "keys-1.json"}


def kills(job: str, home: Path) -> list[dict[str, object]]:
    home.mkdir()
    return [json.loads(line) for line in output_of(python("rekey_kills", job, home, "97")).splitlines()]


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
@pytest.mark.parametrize(
    ("job", "before", "after"),
    [("set", "nothing", NEW), ("renew", OLD, NEW), ("change", OLD, NEW), ("remove", OLD, "nothing")],
)
def test_killed_at_any_call_the_diary_is_the_old_or_the_new_one_and_the_next_start_ends_it(
    tmp_path: Path, job: str, before: str, after: str
) -> None:
    found = kills(job, tmp_path / job)
    assert len(found) > 10
    assert {state["opens with"] for state in found} == {before, after}
    assert found[0]["opens with"] == before and found[-1]["opens with"] == after
    assert all(state["same"] == found[0]["same"] and state["finished"] for state in found)
    for state in found:
        if state["opens with"] != "nothing":
            assert state["clear"] == []
        if before != "nothing" and state["opens with"] != "nothing" and job != "remove":
            assert state["clear before"] == []
        assert state["left"] == []


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("fault", [no_room, broken])
@pytest.mark.parametrize("call", [1, 5, 40, 110, 170, 230, 290, 350, 410, 470, 530, 590])
def test_a_disk_that_fails_on_the_way_is_said_and_the_diary_is_whole(
    data: Path, fault: Fault, call: int, for_good: bool
) -> None:
    before = content_of(data, None)
    with faulty_disk() as disk:
        disk.arm(call, fault, for_good=for_good)
        try:
            rekey.set_passphrase(data, OLD, CODE, QUICK)
        except GuideError as error:
            assert is_calm(str(error))
        disk.disarm()
    switch.finish(data)
    folder = switch.folder_in_use(data)
    assert content_of(folder, None if folder == data else unlock(folder, OLD)) == before
    assert folder == data or files_with(data) == []
    assert switch.unfinished(data) == []
