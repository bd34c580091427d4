"""What must outlive a failing stick, a link laid into the folder, and another family's computer."""

import errno
from pathlib import Path, PureWindowsPath

import pytest

from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store import rekey, switch
from guide.store.backup import Occasion, backup, is_due, list_backups, places, pool, readable_backups
from guide.store.backup import remove_backups as remove
from guide.store.connection import _address
from guide.store.opening import open_diary
from guide.store.passphrase import unlock
from tests.store.backup.homes import CODE, QUICK, WORDS, Home, new_home


@pytest.mark.parametrize("name", [".backup-aaaaaaaa.new", ".removed-aaaaaaaa.new"])
def test_what_a_link_among_the_leftovers_leads_to_stays(plain: Home, name: str) -> None:
    plain.back_up()
    own = plain.root / "own"
    own.mkdir()
    (own / "wedding.jpg").write_bytes(b"dear")
    (plain.backups / places.BACKUPS / name).symlink_to(own)
    plain.back_up()
    assert (own / "wedding.jpg").read_bytes() == b"dear"
    assert not (plain.backups / places.BACKUPS / name).is_symlink()


def test_a_stick_that_fails_during_a_restore_costs_no_photo(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.back_up()
    content = home.content()

    def failing(_path: Path, _largest: int) -> None:
        raise OSError(errno.EIO, "fault")

    monkeypatch.setattr(pool, "plain_file", failing)
    with pytest.raises(GuideError, match="was not finished"):
        home.restore()
    assert home.content() == content


def test_a_photo_the_diary_lost_stays_in_the_folder(home: Home) -> None:
    home.back_up()
    with home.opened() as store:
        store.change(lambda connection, _: connection.execute("DELETE FROM photo_bytes").fetchall())
        made = backup(store, home.backups)
    assert made.rotation_paused and made.backup.missing == 1
    assert len(places.read_manifest(made.backup.path).photos) == 1
    home.look(made.backup.path)


def test_backups_of_another_computer_stay(plain: Home, tmp_path: Path) -> None:
    plain.back_up()
    other = new_home(tmp_path / "other", False)
    with other.opened() as store:
        theirs = backup(store, plain.backups).backup.path
    rekey.set_passphrase(plain.data, WORDS, CODE, QUICK)
    with open_diary(plain.data, unlock(switch.folder_in_use(plain.data), WORDS)) as store:
        # Nothing in it is other than before, but the key.
        assert is_due(store, plain.backups, Occasion.CLOSING)
        mine = backup(store, plain.backups).backup.path
        assert not remove(store, plain.backups, readable_backups(plain.backups))
    assert {each.path for each in list_backups(plain.backups)} == {mine, theirs}


def test_a_backup_is_not_read_while_another_is_made_there(home: Home) -> None:
    home.back_up()
    with places.folder_lock(home.backups), pytest.raises(GuideError, match="just being made"):
        home.look()


def test_the_newest_note_told_is_not_one_in_the_trash(plain: Home) -> None:
    with plain.opened() as store:
        store.delete(Kind.NOTE, "note-1")
        made = backup(store, plain.backups)
    assert plain.look(made.backup.path).newest_note is None


def test_a_folder_in_the_network_has_an_address_the_engine_takes() -> None:
    assert _address(PureWindowsPath(r"\\nas\family\x")) == "file:////nas/family/x"
