"""Files that are no diary, damaged ones, and diaries made by a stranger to do harm."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from guide.store.merge import plan
from guide.store.sql import APPLICATION_ID, MIGRATIONS
from tests.store.contents import hanging_on_trash
from tests.store.families import BACK, PHOTO, note
from tests.store.merge.computers import Computer, merged
from tests.store.merge.refusals import LEFT, refused


def no_file(path: Path) -> None:
    pass


def folder(path: Path) -> None:
    path.mkdir()


def fifo(path: Path) -> None:
    os.mkfifo(path)


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def loop(path: Path) -> None:
    path.symlink_to(path)


def content(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"SQLite format 3\x00")
        file.truncate(1 << 42)


def foreign_database(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE children (id TEXT); INSERT INTO children VALUES ('x')").fetchall()
    connection.close()


@pytest.mark.parametrize(
    "make",
    [
        no_file,
        folder,
        fifo,
        dangling,
        loop,
        content(b""),
        content(b"a letter"),
        content(b"\x89PNG" + bytes(5000)),
        content(b"SQLite format 3\x00" + bytes(9000)),
        content(os.urandom(9000)),
        sparse,
        foreign_database,
    ],
)
def test_what_is_not_a_diary_is_refused_in_a_sentence(
    one: Computer, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "other")
    refused(one, tmp_path / "other", r"\.$")


@pytest.mark.parametrize("make", [no_file, folder, fifo, content(b"")])
def test_nobody_is_told_to_get_their_own_diary_back(
    one: Computer, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "other")
    refused(one, tmp_path / "other", "Your own diary was not changed. Please choose another one.$")


ROW = "UPDATE notes SET {} WHERE id = 'note-1'"
CONFLICT = "INSERT INTO conflicts SELECT {}, row_id, 'y', after, 'z', NULL FROM changes"
HOSTILE = {
    "newer": f"PRAGMA user_version = {len(MIGRATIONS) + 1}",
    "foreign id": f"PRAGMA application_id = {APPLICATION_ID + 1}",
    "negative schema": "PRAGMA user_version = -1",
    "older than it says": "PRAGMA user_version = 1",
    "trigger": "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END",
    "view": "CREATE VIEW v AS SELECT * FROM notes",
    "virtual table": "CREATE VIRTUAL TABLE f USING fts5(text)",
    "extra table": "CREATE TABLE more (a)",
    "extra column": "ALTER TABLE notes ADD COLUMN mood TEXT",
    "generated column": "ALTER TABLE notes ADD COLUMN g TEXT AS (hex(text))",
    "missing index": "DROP INDEX notes_of_spot",
    "missing table": "DROP TABLE reminders",
    "orphan": "PRAGMA foreign_keys = OFF; DELETE FROM spots",
    "no day": ROW.format("written_at = 'yesterday'"),
    "no offset": ROW.format("written_at = '2026-09-04T09:00:00'"),
    "day of no year": "UPDATE children SET birth_date = '0000-00-00'",
    "changed at no time": ROW.format("changed_utc = '~'"),
    "created at no time": ROW.format("created_utc = ''"),
    "created at no time in the journal either": (
        "UPDATE notes SET created_utc = ''; UPDATE changes SET after = json_set(after, '$.created_utc', '')"
        " WHERE kind = 'notes'"
    ),
    "deleted at no time": ROW.format("deleted_utc = 'now'"),
    "lists of another kind": "UPDATE saved_checks SET reasons = '{}'",
    "deep list": "UPDATE saved_checks SET reasons = '" + "[" * 900 + "]" * 900 + "'",
    "long id": "UPDATE reminders SET id = hex(zeroblob(99))",
    "empty id": "UPDATE reminders SET id = ''",
    "half an emoji": "UPDATE notes SET text = CAST(x'eda0bd' AS TEXT)",
    "journal of another row": "UPDATE changes SET after = json_set(after, '$.id', 'x')",
    "journal of no table": "UPDATE changes SET kind = 'meta'",
    "journal with no row": "UPDATE changes SET after = '[]'",
    "journal with half a row": "UPDATE changes SET after = json_remove(after, '$.changed_utc')",
    "journal with more than a row": "UPDATE changes SET after = json_set(after, '$.more', 1)",
    "journal at no time": "UPDATE changes SET at = ''",
    "journal with another before": "UPDATE changes SET before = '{}'",
    "conflict about nothing": "INSERT INTO conflicts VALUES ('notes', 'x', 'y', '{}', 'z', NULL)",
    "conflict about no table": CONFLICT.format("'meta'"),
    "conflict with another hash": CONFLICT.format("kind"),
    "another photo": f"UPDATE photos SET sha256 = '{'0' * 64}'",
}


@pytest.mark.parametrize("statement", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_diary_is_refused_in_a_sentence(one: Computer, other: Computer, statement: str) -> None:
    other.store.close()
    connection = apsw.Connection(str(other.path))
    connection.execute(statement).fetchall()
    connection.close()
    refused(one, other.path, r"\.$")


def test_a_newer_diary_is_told_from_a_damaged_one(one: Computer, other: Computer) -> None:
    other.store.close()
    connection = apsw.Connection(str(other.path))
    connection.execute(HOSTILE["newer"]).fetchall()
    connection.close()
    refused(one, other.path, "newer Little Spots")


def test_a_row_that_is_alive_on_what_is_in_the_trash_brings_that_back(one: Computer, other: Computer) -> None:
    one.store.close()
    empty = Computer(one.folder.with_name("empty"))
    other.write("UPDATE children SET deleted_utc = changed_utc")
    other.write("UPDATE spots SET deleted_utc = changed_utc")
    other.write(
        "UPDATE changes SET after = json_set(after, '$.deleted_utc', json_extract(after, '$.changed_utc'))"
        " WHERE kind IN ('children', 'spots')"
    )
    empty.take(other)
    assert hanging_on_trash(empty.content) == []
    assert {table for table, _ in empty.content} == {table for table, _ in other.content}
    empty.store.close()
    one.store = DiaryStore.open(one.folder)


def test_steps_that_claim_to_be_ours_are_never_undone_here(one: Computer, other: Computer) -> None:
    [(device,)] = one.read("SELECT value FROM meta WHERE name = 'device'")
    other.store.save_note(note(text="claimed to be written here"))
    other.write("UPDATE changes SET device = ?", (device,))
    one.take(other)
    assert one.store.undo() is not None
    assert one.store.undo() is None


def test_a_damaged_file_is_refused_or_taken_whole_wherever_a_bit_is_flipped(
    one: Computer, other: Computer, tmp_path: Path
) -> None:
    """Each merge that is not refused leaves a sound diary of ours."""
    other.store.save_note(note("note-2"), [PHOTO])
    other.store.close()
    data, draw = other.path.read_bytes(), random.Random(7)
    path, refusals = tmp_path / "flipped", 0
    for _ in range(80):
        flipped = bytearray(data)
        flipped[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
        path.write_bytes(flipped)
        try:
            with plan(one.store, path) as looked:
                merged(one.store, looked)
        except GuideError:
            refusals += 1
        else:
            if one.store.can_undo():
                one.store.undo()
    assert refusals > 0
    one.store.check_whole()
    assert not one.store.damaged
    assert {path.name for path in one.folder.iterdir()} == LEFT


def test_another_whole_photo_in_place_of_the_one_that_was_kept_is_left_out_and_counted(
    one: Computer, other: Computer
) -> None:
    """As long as the one of the note, so that only its hash tells them apart."""
    other.store.save_note(note("note-2"), [replace(PHOTO, jpeg=PHOTO.jpeg[:-3] + b"?\xff\xd9")])
    other.write("UPDATE photo_bytes SET jpeg = ? WHERE jpeg <> ?", (PHOTO.jpeg, PHOTO.jpeg))
    assert one.take(other).photos_missing == 1
    [note_2] = [each for each in one.store.notes(BACK.id) if each.note.id == "note-2"]
    assert note_2.photos == ()


def test_a_photo_that_goes_bad_between_looking_and_merging_ends_the_merge(
    one: Computer, other: Computer
) -> None:
    jpeg = random.Random(7).randbytes(4_000_000)
    other.store.save_note(note("note-2"), [replace(PHOTO, jpeg=jpeg)])
    other.store.close()
    before = one.seen
    with plan(one.store, other.path) as looked:
        [copy] = one.folder.glob(".diary-*.new")
        data = bytearray(copy.read_bytes())
        for place in range(0, len(jpeg), 50_000):
            # Of so large a photo most is not remembered and has to be read again.
            data[data.find(jpeg[place : place + 12])] ^= 1
        copy.write_bytes(data)
        with pytest.raises(GuideError, match=r"\.$"):
            merged(one.store, looked)
    assert one.seen == before


def test_cut_short_anywhere_it_is_refused(one: Computer, other: Computer, tmp_path: Path) -> None:
    other.store.close()
    data = other.path.read_bytes()
    for tenth in range(10):
        (tmp_path / "cut").write_bytes(data[: len(data) * tenth // 10])
        refused(one, tmp_path / "cut", r"\.$")
