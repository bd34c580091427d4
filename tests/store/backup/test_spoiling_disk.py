"""A disk that takes every byte without a complaint and gives back others: nothing is built on its word."""

import os
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import storage_thread, switch
from guide.store.backup import BackupSkippedError, backup, checking, kept_before, list_backups, places
from guide.store.backup.manifest import LISTING, SNAPSHOT
from tests.store.backup.homes import Home, files_in
from tests.store.faulty_disk import faulty_disk
from tests.store.test_refusals import is_calm


@pytest.mark.parametrize("name", [places.MANIFEST, SNAPSHOT, LISTING])
def test_what_the_disk_made_something_else_of_is_not_kept(
    plain: Home, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    plain.back_up()
    before, replace_file = files_in(plain.backups), os.replace

    def replace_and_spoil(source: Path, target: Path) -> None:
        replace_file(source, target)
        if target.name == places.MANIFEST:
            spoilt = target.with_name(name)
            spoilt.write_bytes(spoilt.read_bytes()[:-3] + b"?" + spoilt.read_bytes()[-2:])

    monkeypatch.setattr(os, "replace", replace_and_spoil)
    with pytest.raises(BackupSkippedError, match="read back and is not whole") as caught:
        plain.back_up()
    assert is_calm(str(caught.value)) and files_in(plain.backups) == before


def test_where_the_family_leaves_no_quiet_moment_damage_is_found_all_the_same(
    plain: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "PATIENCE_SECONDS", 0)
    monkeypatch.setattr(storage_thread, "QUIET_SECONDS", 1000)
    with plain.opened() as store:
        store.look(lambda connection, _: connection.execute("UPDATE notes SET text = 'x'").fetchall())
        with pytest.raises(BackupSkippedError, match="cannot be read, so no backup was made"):
            backup(store, plain.backups)
    assert list_backups(plain.backups) == []


def test_a_photo_the_disk_made_something_else_of_is_not_taken_for_one_that_is_kept(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_file = os.replace

    def replace_and_spoil(source: Path, target: Path) -> None:
        replace_file(source, target)
        if target.parent.name == places.PHOTOS:
            target.write_bytes(target.read_bytes()[:-1] + b"?")

    monkeypatch.setattr(os, "replace", replace_and_spoil)
    with pytest.raises(GuideError, match="could not be written, so none was made"):
        home.back_up()
    assert list_backups(home.backups) == []


def test_what_the_disk_made_something_else_of_is_not_put_in_place_of_the_diary(plain: Home) -> None:
    plain.back_up()
    content, word = plain.content(), b"Three small white bumps."

    def spoil() -> None:
        for path in (plain.data / switch.FOLDERS).glob(f"*/{switch.DIARY}"):
            path.write_bytes(path.read_bytes().replace(word, word.upper()))

    with faulty_disk() as disk:
        disk.arm(1, spoil, for_good=True, only="sync")
        with pytest.raises(GuideError, match="The disk reported a fault") as caught:
            plain.restore()
    assert is_calm(str(caught.value)) and kept_before(plain.data) is None
    assert plain.content() == content
