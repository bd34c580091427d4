"""The diary in use is named by one small file, and what was never switched to is cleared away."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import files, switch
from guide.store.database import open_database
from guide.store.opening import open_diary
from guide.store.switch import (
    DIARY,
    FOLDERS,
    MARK,
    POINTER,
    finish,
    folder_in_use,
    new_folder,
    switch_to,
    unfinished,
)
from tests.store.canaries import canary_diary
from tests.store.families import what_is_in
from tests.store.test_refusals import is_calm


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a diary of the first layout, and with what else lies there."""
    data = tmp_path / "data"
    canary_diary(data)
    (data / "settings.json").write_text("{}")
    return data


def second_diary(data: Path, replaces: Path | None = None) -> Path:
    folder = new_folder(data, replaces)
    canary_diary(folder)
    return folder


def test_without_a_pointer_the_data_folder_itself_holds_the_diary(tmp_path: Path, data: Path) -> None:
    assert folder_in_use(data) == data
    assert folder_in_use(tmp_path / "not made yet") == tmp_path / "not made yet"


def test_after_the_switch_the_new_folder_holds_it_and_the_old_one_is_kept(data: Path) -> None:
    before = what_is_in(data)
    folder = second_diary(data)
    assert folder_in_use(data) == data
    switch_to(data, folder)
    assert folder_in_use(data) == folder
    assert finish(data)
    assert what_is_in(data) == before | {FOLDERS: "not a file", POINTER: what_is_in(data)[POINTER]}
    assert set(what_is_in(folder)) == {DIARY}


def test_the_way_back_is_a_switch_as_well(data: Path) -> None:
    folder = second_diary(data)
    switch_to(data, folder)
    finish(data)
    switch_to(data, data)
    assert folder_in_use(data) == data
    assert unfinished(data) == []
    assert finish(data) and (folder / DIARY).exists()


def test_what_was_never_switched_to_is_cleared_and_what_was_is_not(data: Path) -> None:
    left, kept = second_diary(data), second_diary(data)
    switch_to(data, kept)
    finish(data)
    assert not left.exists()
    empty = data / FOLDERS / "abcd1234"
    empty.mkdir()
    (empty / ".mark-12345678.new").touch()
    other = second_diary(data)
    assert unfinished(data) == sorted([empty, other])
    assert finish(data)
    assert list((data / FOLDERS).iterdir()) == [kept]


def test_the_diary_that_was_replaced_goes_and_nothing_else(data: Path) -> None:
    for name in (f"{DIARY}-wal", "diary-before-2.littlespots", "diary-before-2-3.littlespots"):
        (data / name).write_bytes(b"ours")
    for name in ("diary (conflicted copy).littlespots", "unfinished", "keys.txt", ".diary-mine"):
        (data / name).write_bytes(b"not ours")
    folder = second_diary(data, replaces=data)
    switch_to(data, folder)
    assert (data / DIARY).exists()
    assert finish(data)
    assert set(what_is_in(data)) == {
        *("diary (conflicted copy).littlespots", "unfinished", "keys.txt", ".diary-mine"),
        *("settings.json", POINTER, FOLDERS),
    }
    assert set(what_is_in(folder)) == {DIARY}


def test_a_replaced_folder_goes_whole(data: Path) -> None:
    first = second_diary(data)
    switch_to(data, first)
    finish(data)
    second = second_diary(data, replaces=first)
    switch_to(data, second)
    assert finish(data)
    assert list((data / FOLDERS).iterdir()) == [second]
    assert (data / DIARY).exists()


def test_nothing_is_cleared_while_the_diary_in_use_is_open_in_another_window(data: Path) -> None:
    left = second_diary(data)
    database = open_database(data / DIARY)
    assert not finish(data)
    assert left.exists()
    database.close()
    assert finish(data) and not left.exists()


def test_nothing_is_cleared_while_the_diary_in_use_is_missing(data: Path) -> None:
    folder = second_diary(data, replaces=data)
    switch_to(data, folder)
    (folder / DIARY).unlink()
    assert not finish(data)
    assert (data / DIARY).exists()


@pytest.mark.parametrize("name", ["..", "../..", "/etc", "ABC", "", "a" * 40, "gone1234", "é", "\x00"])
def test_a_pointer_that_leads_nowhere_is_refused_and_no_empty_diary_made(data: Path, name: str) -> None:
    (data / FOLDERS).mkdir()
    (data / POINTER).write_text(name, "utf-8")
    before = what_is_in(data)
    for ask in (folder_in_use, finish, unfinished):
        with pytest.raises(GuideError, match="cannot be found or read") as caught:
            ask(data)
        assert is_calm(str(caught.value))
    assert what_is_in(data) == before


@pytest.mark.skipif(os.name != "posix", reason="needs pipes and links")
@pytest.mark.parametrize("kind", ["pipe", "folder", "link to nowhere"])
def test_a_pointer_that_is_no_file_is_refused(data: Path, kind: str) -> None:
    path = data / POINTER
    make: dict[str, Callable[[], object]] = {
        "pipe": lambda: os.mkfifo(path),
        "folder": lambda: path.mkdir(),
        "link to nowhere": lambda: path.symlink_to("x"),
    }
    make[kind]()
    with pytest.raises(GuideError, match="cannot be found or read"):
        folder_in_use(data)


@pytest.mark.parametrize("mark", ["..", "../data", "/", "x" * 100, "\xff"])
def test_a_mark_that_names_no_diary_of_ours_removes_nothing(data: Path, mark: str) -> None:
    folder = second_diary(data)
    (folder / MARK).write_text(mark, "latin-1")
    switch_to(data, folder)
    with suppress(GuideError):
        finish(data)
    assert (data / DIARY).exists() and (folder / DIARY).exists()


def test_new_folders_are_for_this_user_alone(data: Path) -> None:
    folder = new_folder(data)
    if os.name == "posix":
        assert {path.stat().st_mode & 0o777 for path in (folder, folder.parent)} == {0o700}


@pytest.mark.parametrize("refusals", [1, 6, 7])
def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(
    data: Path, monkeypatch: pytest.MonkeyPatch, refusals: int
) -> None:
    folder = second_diary(data)
    left = [PermissionError("held")] * refusals
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if left:
            raise left.pop()
        return real(path, target)

    monkeypatch.setattr(files, "_PATIENCE", (0,) * 6)
    monkeypatch.setattr(Path, "replace", replace)
    if refusals > 6:
        with pytest.raises(PermissionError):
            switch_to(data, folder)
        assert switch.folder_in_use(data) == data
        assert not [path for path in data.iterdir() if path.name.startswith(".mark")]
    else:
        switch_to(data, folder)
        assert folder_in_use(data) == folder


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_diary_behind_a_link_is_written_over_where_it_is(tmp_path: Path, data: Path) -> None:
    elsewhere = tmp_path / "other disk" / "real.littlespots"
    elsewhere.parent.mkdir()
    (data / DIARY).rename(elsewhere)
    (data / DIARY).symlink_to(elsewhere)
    second_name = tmp_path / "second name of the same blocks"
    os.link(elsewhere, second_name)
    switch_to(data, second_diary(data, replaces=data))
    assert finish(data)
    assert not elsewhere.exists() and not (data / DIARY).is_symlink()
    assert second_name.read_bytes().strip(b"\x00") == b""


def test_a_lost_pointer_is_said_and_neither_an_old_nor_an_empty_diary_opens(data: Path) -> None:
    folder = second_diary(data)
    switch_to(data, folder)
    (data / POINTER).unlink()
    before = what_is_in(folder)
    for _ in range(2):
        with pytest.raises(GuideError) as caught:
            open_diary(data)
        assert is_calm(str(caught.value))
    assert what_is_in(folder) == before


def test_with_a_lost_pointer_a_diary_that_still_has_its_mark_is_not_cleared(data: Path) -> None:
    folder = second_diary(data, replaces=data)
    switch_to(data, folder)
    (data / POINTER).unlink()
    assert (folder / MARK).exists()
    with suppress(GuideError):
        finish(data)
    assert (folder / DIARY).is_file()


def test_a_diary_missing_in_the_folder_in_use_is_said_and_not_begun_anew(data: Path) -> None:
    folder = second_diary(data)
    switch_to(data, folder)
    finish(data)
    (folder / DIARY).unlink()
    with pytest.raises(GuideError):
        open_diary(data)
    assert not (folder / DIARY).exists()


def test_on_a_new_computer_a_first_restore_that_was_cut_short_does_not_keep_the_diary_shut(
    tmp_path: Path,
) -> None:
    data = tmp_path / "new"
    canary_diary(new_folder(data))
    open_diary(data).close()
    assert folder_in_use(data) == data


def test_a_half_written_pointer_is_cleared_away(data: Path) -> None:
    (data / ".mark-12345678.new").write_text("")
    assert finish(data)
    assert not (data / ".mark-12345678.new").exists()


@pytest.mark.skipif(os.name != "posix", reason="needs a name that is too long for the system")
def test_a_data_folder_that_cannot_be_asked_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as caught:
        open_diary(tmp_path / ("x" * 300))
    assert is_calm(str(caught.value))
