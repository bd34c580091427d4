"""With a passphrase nothing a family wrote or photographed stands anywhere on the disk in clear."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from guide.domain.changes import Kind
from guide.domain.check_draft import CheckDraft
from guide.store import rekey, switch
from guide.store.database import open_database
from guide.store.diary_store import DiaryStore
from guide.store.keys import DataKey
from guide.store.passphrase import unlock
from guide.store.sql import MIGRATIONS
from tests.store.canaries import (
    NAME,
    PHOTO,
    WORD,
    canary_diary,
    files_with,
    files_with_from_outside,
    fill_with_canaries,
)
from tests.store.families import BACK, MIA, check, moment, note
from tests.store.families import PHOTO as USUAL_PHOTO
from tests.store.rekey_kills import CODE, NEW, OLD, QUICK


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new diary with a passphrase; whatever is put into the system's temporary folder lands beside it."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    data = tmp_path / "data"
    DiaryStore.open(data).close()
    rekey.set_passphrase(data, OLD, CODE, QUICK)
    return data


def opened(data: Path) -> DiaryStore:
    folder = switch.folder_in_use(data)
    return DiaryStore.open(folder, unlock(folder, OLD))


def write_all(store: DiaryStore) -> None:
    store.save_child(replace(MIA, name=WORD, allergies=WORD))
    words = replace(note(text=WORD), care_tried=WORD)
    photo = replace(USUAL_PHOTO, jpeg=PHOTO, thumbnail=PHOTO[:500])
    store.save_note(words, [photo, photo], spot=replace(BACK, name=WORD))
    store.save_check(replace(check(), title=WORD, reasons=(WORD,), lines=((WORD, WORD),)))
    store.keep_check_draft(CheckDraft(MIA.id, moment(), {"text": WORD}))
    store.save_note(replace(words, text=f"changed {WORD}"))
    store.delete(Kind.NOTE, words.id)
    store.undo()


def test_the_search_finds_the_words_where_there_is_no_passphrase(tmp_path: Path) -> None:
    canary_diary(tmp_path / "clear")
    assert files_with(tmp_path) == [f"clear/{NAME}"]
    with DiaryStore.open(tmp_path / "open") as store:
        write_all(store)
        assert f"open/{NAME}-wal" in files_with_from_outside(tmp_path)


def test_no_word_is_on_the_disk_while_the_diary_is_written_to_nor_after(tmp_path: Path, data: Path) -> None:
    with opened(data) as store:
        write_all(store)
        log = switch.folder_in_use(data) / f"{NAME}-wal"
        assert log.stat().st_size > 10_000
        assert files_with_from_outside(tmp_path) == []
        assert store.photo_jpeg(store.notes(BACK.id)[0].photos[0].id) == PHOTO
        store.lock()
        assert files_with_from_outside(tmp_path) == []
    assert files_with(tmp_path) == []


def test_no_table_and_no_column_is_left_out(tmp_path: Path, data: Path) -> None:
    folder = switch.folder_in_use(data)
    database = open_database(folder / NAME, unlock(folder, OLD))
    fill_with_canaries(database.connection)
    assert files_with_from_outside(tmp_path) == []
    database.close()
    assert files_with(tmp_path) == []


def test_neither_key_nor_passphrase_is_on_the_disk(tmp_path: Path, data: Path) -> None:
    key = unlock(switch.folder_in_use(data), OLD)
    with opened(data) as store:
        write_all(store)
    secrets = (key.secret, key.secret[:8], key.secret.hex().encode(), OLD.encode(), CODE[:13].encode())
    assert files_with(tmp_path, *secrets) == []


def test_the_copy_made_before_a_migration_is_encrypted_as_well(tmp_path: Path) -> None:
    key = DataKey.new()
    canary_diary(tmp_path, key)
    newer = (*MIGRATIONS, "CREATE TABLE visits (id TEXT PRIMARY KEY NOT NULL) STRICT;")
    open_database(tmp_path / NAME, key.copy(), newer).close()
    assert [path.name for path in tmp_path.glob("diary-before-*")] == [
        f"diary-before-{len(newer)}.littlespots"
    ]
    assert files_with(tmp_path) == []


def test_large_sorts_and_searches_leave_nothing_in_temporary_files(tmp_path: Path, data: Path) -> None:
    folder = switch.folder_in_use(data)
    database = open_database(folder / NAME, unlock(folder, OLD))
    connection = database.connection
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)"
    rows = connection.execute(f"{numbers} SELECT '{WORD}' || i AS w FROM n ORDER BY w DESC")
    rows.fetchone()
    assert files_with_from_outside(tmp_path) == []
    assert not open_deleted_files(tmp_path)
    rows.close(True)
    database.close()


def open_deleted_files(folder: Path) -> list[str]:
    """Files that have no name any more and are open all the same, as SQLite's own temporary ones would be."""
    handles = Path("/proc/self/fd")
    if not handles.is_dir():
        return []
    targets = [str(handle.readlink()) for handle in handles.iterdir() if handle.is_symlink()]
    return [target for target in targets if target.startswith(str(folder)) and target.endswith("(deleted)")]


def test_a_new_key_leaves_nothing_of_the_old_one(tmp_path: Path, data: Path) -> None:
    with opened(data) as store:
        write_all(store)
    folder = switch.folder_in_use(data)
    done = rekey.renew_key(data, unlock(folder, OLD), NEW, CODE, QUICK)
    assert files_with(tmp_path) == [] and not folder.exists()
    with DiaryStore.open(done.folder, done.key) as store:
        assert store.children()[0].name == WORD
