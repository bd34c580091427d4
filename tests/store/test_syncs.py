"""Nothing gets its name before it is on the disk, and no name is built on before it is there as well."""

import errno
import os
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import switch
from guide.store.backup import backup, list_backups, places
from guide.store.connection import connect_to_look
from guide.store.copying import copy_diary
from guide.store.files import write_whole
from guide.store.key_file import write_key_file
from guide.store.keys import KEY_FILE, DataKey
from guide.store.passphrase import new_key_file
from guide.store.sql import MIGRATIONS
from tests.store.backup.homes import CODE, QUICK, WORDS, Home, new_home
from tests.store.families import filled_diary
from tests.store.syncs import Syncs, number_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="folders are synced elsewhere by the system")


def test_a_file_is_on_the_disk_before_its_name_and_the_name_soon_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    syncs = Syncs(monkeypatch)
    write_whole(tmp_path / "settings.json", b"{}")
    assert syncs.last("settings.json").waiting == []
    assert syncs.never_synced == set()


def test_a_diary_is_switched_to_once_its_folder_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = switch.new_folder(tmp_path)
    syncs = Syncs(monkeypatch)
    switch.switch_to(tmp_path, folder)
    assert {number_of(folder), number_of(folder.parent)} <= syncs.last(switch.POINTER).synced
    assert syncs.never_synced == set()


def test_a_folder_that_would_not_go_is_still_known_as_one_to_be_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = switch.new_folder(tmp_path)
    (folder / switch.DIARY).write_bytes(b"held by a scanner")

    def held(path: Path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(switch, "wipe", held)
    assert not switch.remove(folder)
    assert switch.unfinished(tmp_path) == [folder] and (folder / switch.MARK).exists()


def test_a_copy_of_a_diary_has_its_log_before_it_is_in_use(tmp_path: Path) -> None:
    """Two bytes of the file say so; to change them later is to write into a diary without a log."""
    source = connect_to_look(filled_diary(tmp_path))
    copy_diary(source, tmp_path / "copy", None, MIGRATIONS)
    source.close()
    assert (tmp_path / "copy").read_bytes()[18:20] == b"\2\2"


def test_a_key_file_is_kept_a_second_time_before_the_one_in_use_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_key_file(tmp_path, new_key_file(DataKey.new(), WORDS, CODE, QUICK))
    syncs = Syncs(monkeypatch)
    write_key_file(tmp_path, new_key_file(DataKey.new(), WORDS, CODE, QUICK))
    first, second = (each.path.name for each in syncs.names)
    assert first != KEY_FILE == second


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_a_backup_gets_its_name_once_all_of_it_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encrypted: bool
) -> None:
    home = new_home(tmp_path / "home", encrypted)
    with home.opened() as store:
        syncs = Syncs(monkeypatch)
        path = backup(store, home.backups).backup.path
    named = syncs.last(path.name)
    assert named.waiting == []
    assert {number_of(home.backups / pool) for pool in (places.PHOTOS, places.THUMBNAILS)} <= named.synced
    assert syncs.never_synced == set()


def test_a_backup_whose_folder_the_disk_cannot_keep_gets_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, sync = new_home(tmp_path / "home", False), os.fsync

    def broken(handle: int) -> None:
        if any(number_of(half) == os.fstat(handle).st_ino for half in places.unfinished(home.backups)):
            raise OSError(errno.EIO, "broken")
        sync(handle)

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(GuideError, match="could not be written, so none was made"):
        home.back_up()
    assert list_backups(home.backups) == [] and places.unfinished(home.backups) == []


def test_a_photo_of_a_backup_is_on_the_disk_before_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home: Home = new_home(tmp_path / "home", False)
    syncs = Syncs(monkeypatch)
    home.back_up()
    photos = [each for each in syncs.names if each.path.parent.name in (places.PHOTOS, places.THUMBNAILS)]
    assert len(photos) == 2 and [each.waiting for each in photos] == [[], []]


def test_a_backup_that_goes_loses_its_name_on_the_disk_before_anything_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = new_home(tmp_path / "home", False)
    home.back_up()
    syncs, unlink = Syncs(monkeypatch), Path.unlink
    too_soon: list[Path] = []

    def watched(path: Path, *, missing_ok: bool = False) -> None:
        too_soon.extend(syncs.never_synced)
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    places.take_away(list_backups(home.backups)[0].path)
    assert too_soon == [] and not list((home.backups / places.BACKUPS).iterdir())
