"""What was backed up and kept before the passphrase was set goes once a backup that has it stands there."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import rekey, switch
from guide.store.backup import (
    backup,
    kept_before,
    list_backups,
    places,
    readable_backups,
    remove_backups,
    restore,
)
from guide.store.diary_store import DiaryStore
from guide.store.kept import kept_clear, wipe_kept
from guide.store.opening import open_diary
from guide.store.passphrase import unlock
from tests.store.backup.homes import CODE, QUICK, WORDS, Home
from tests.store.canaries import PHOTO, WORD, files_with
from tests.store.families import BACK, MIA, note
from tests.store.families import PHOTO as USUAL_PHOTO
from tests.store.test_refusals import is_calm


@pytest.fixture
def clear(plain: Home) -> Home:
    """Two backups in clear, and two diaries that a restore kept."""
    with plain.opened() as store:
        store.save_child(replace(MIA, name=WORD))
        store.save_note(note(text=WORD), [replace(USUAL_PHOTO, jpeg=PHOTO, thumbnail=PHOTO[:500])], spot=BACK)
        backup(store, plain.backups)
        store.save_note(note("note-2", WORD))
        backup(store, plain.backups)
    plain.restore()
    plain.restore()
    return plain


def locked(home: Home) -> rekey.Rekeyed:
    return rekey.set_passphrase(home.data, WORDS, CODE, QUICK)


def opened(home: Home) -> DiaryStore:
    return open_diary(home.data, unlock(switch.folder_in_use(home.data), WORDS))


def test_no_word_is_left_below_data_and_backups_once_all_is_cleared(clear: Home) -> None:
    assert files_with(clear.root)
    kept = kept_before(clear.data)
    assert kept is not None and kept != clear.data
    still_clear = locked(clear).still_clear
    assert still_clear == (clear.data / switch.DIARY, kept / switch.DIARY) == kept_clear(clear.data)
    with opened(clear) as store:
        made = backup(store, clear.backups).backup
        assert remove_backups(store, clear.backups, readable_backups(clear.backups))
        seen = store.children()
    assert wipe_kept(clear.data)
    assert files_with(clear.root) == [] and kept_clear(clear.data) == ()
    assert [each.path for each in list_backups(clear.backups)] == [made.path]
    with opened(clear) as store:
        assert store.children() == seen == [replace(MIA, name=WORD)]
        backup(store, clear.backups)


def test_the_clear_ones_are_told_from_the_others(clear: Home) -> None:
    old = [each.path for each in list_backups(clear.backups)]
    (old[0] / places.MANIFEST).write_bytes(b"damaged")
    locked(clear)
    with opened(clear) as store:
        new = backup(store, clear.backups).backup.path
    assert [each.path for each in readable_backups(clear.backups)] == old
    (new / places.MANIFEST).write_bytes(b"damaged")
    assert [each.path for each in readable_backups(clear.backups)] == old


def test_only_those_named_are_removed_and_photos_of_others_stay(clear: Home) -> None:
    locked(clear)
    with opened(clear) as store:
        backup(store, clear.backups)
        newer, older = readable_backups(clear.backups)
        assert remove_backups(store, clear.backups, [newer, list_backups(clear.backups)[0]])
        assert [each.path for each in readable_backups(clear.backups)] == [older.path]
    assert len(list_backups(clear.backups)) == 2
    assert clear.look(older.path).missing == ()


def test_what_is_removed_is_written_over_first(clear: Home) -> None:
    if os.name != "posix":
        pytest.skip("needs a second name for a file")
    locked(clear)
    spared = clear.root / "second names"
    spared.mkdir()
    files = [path for path in clear.backups.rglob("*") if path.is_file() and PHOTO[:60] in path.read_bytes()]
    files += [each.path / "content.json" for each in list_backups(clear.backups)]
    for number, path in enumerate(files):
        os.link(path, spared / str(number))
    with opened(clear) as store:
        backup(store, clear.backups)
        remove_backups(store, clear.backups, readable_backups(clear.backups))
    assert len(files) >= 3 and files_with(spared) == []


@pytest.mark.parametrize("harm", ["none", "older", "damaged", "photo gone", "of another diary"])
def test_without_a_newer_one_that_reads_back_whole_none_is_removed(
    clear: Home, tmp_path: Path, harm: str
) -> None:
    locked(clear)
    with opened(clear) as store:
        if harm != "none":
            made = backup(store, clear.backups).backup.path
        if harm == "damaged":
            data = bytearray((made / "snapshot.littlespots").read_bytes())
            data[-1] ^= 1
            (made / "snapshot.littlespots").write_bytes(data)
        if harm == "photo gone":
            for photo in (clear.backups / places.PHOTOS).iterdir():
                if photo.read_bytes().startswith(b"LSPO"):
                    photo.unlink()
        if harm == "of another diary":
            store.change(
                lambda connection, _: connection.execute("UPDATE meta SET value = ?", ("e" * 32,)).fetchall()
            )
        those = [
            replace(each, number=99 if harm == "older" else each.number)
            for each in readable_backups(clear.backups)
        ]
        before = sorted(clear.backups.rglob("*"))
        with pytest.raises(GuideError, match="so none was") as caught:
            remove_backups(store, clear.backups, those)
    assert is_calm(str(caught.value)) and sorted(clear.backups.rglob("*")) == before


def test_without_a_passphrase_neither_backups_nor_kept_diaries_are_removed(clear: Home) -> None:
    before = sorted(clear.root.rglob("*"))
    with clear.opened() as store, pytest.raises(GuideError, match="so none was"):
        remove_backups(store, clear.backups, readable_backups(clear.backups))
    assert kept_clear(clear.data) == ()
    with pytest.raises(GuideError, match="has no passphrase"):
        wipe_kept(clear.data)
    assert sorted(clear.root.rglob("*")) == before


def test_kept_diaries_with_a_passphrase_stay(clear: Home) -> None:
    locked(clear)
    key = unlock(switch.folder_in_use(clear.data), WORDS)
    kept = switch.folder_in_use(clear.data)
    clear_path = readable_backups(clear.backups)[0].path
    restore(clear.data, clear_path, own_key=key)
    wipe_kept(clear.data)
    assert (kept / switch.DIARY).is_file() and not (clear.data / switch.DIARY).exists()
