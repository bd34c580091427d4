"""What is not a sound diary of ours is refused in one calm sentence and left byte for byte as it was."""

import os
import random
import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from guide.errors import GuideError
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.sql import APPLICATION_ID, MIGRATIONS
from tests.store.families import BACK, MIA, PHOTO, filled_diary, note, what_is_in

NEWER = f"PRAGMA user_version = {len(MIGRATIONS) + 1}"


def run_sql(path: Path, *statements: str) -> None:
    connection = apsw.Connection(str(path))
    for statement in statements:
        connection.execute(statement).fetchall()
    connection.close()


def content(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def altered(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """A sound diary whose bytes were changed."""

    def make(path: Path) -> None:
        filled_diary(path.parent)
        path.write_bytes(change(path.read_bytes()))

    return make


def edited(*statements: str) -> Callable[[Path], None]:
    """A sound diary that another program wrote to."""

    def make(path: Path) -> None:
        run_sql(filled_diary(path.parent), *statements)

    return make


def foreign(*statements: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        run_sql(path, *statements)

    return make


def without(data: bytes, start: int, length: int) -> bytes:
    return data[:start] + bytes(length) + data[start + length :]


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    # A socket's own name may be no longer than about a hundred characters.
    here = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)
    os.chdir(here)


def make_log_without_diary(path: Path) -> None:
    path.with_name(FILE_NAME + "-wal").write_bytes(b"the last entries of a lost diary")


def crash_copy(path: Path, *statements: str) -> None:
    """A diary and its log as they lie there after a crash right after ``statements``."""
    original = filled_diary(path.parent.parent / "original")
    connection = apsw.Connection(str(original))
    for statement in statements:
        connection.execute(statement).fetchall()
    for name in (FILE_NAME, FILE_NAME + "-wal"):
        shutil.copy(original.with_name(name), path.with_name(name))
    connection.close()


def make_newer_in_log(path: Path) -> None:
    crash_copy(path, NEWER)


def make_table_lost_in_log(path: Path) -> None:
    crash_copy(path, "DROP TABLE photo_bytes")


def make_log_of_another_diary(path: Path) -> None:
    crash_copy(path, "UPDATE notes SET text = hex(zeroblob(30000))")
    with DiaryStore.open(path.parent.parent / "third") as store:
        store.save_child(MIA)
    shutil.copy(path.parent.parent / "third" / FILE_NAME, path)


def make_foreign_with_log(path: Path) -> None:
    run_sql(path, "PRAGMA journal_mode = WAL", "CREATE TABLE bookmarks (url)")
    path.with_name(FILE_NAME + "-wal").write_bytes(b"not really a log")


CUT_OFF = "is empty or was cut off"
DAMAGED = "is damaged, or is not a diary"
FOREIGN = "belongs to another program"
ROW = "INSERT INTO spots VALUES ('s', 'nobody', '', '', '', 0, 0, NULL, 'new', '', '', NULL, '')"
TRIGGER = "CREATE TRIGGER sly AFTER INSERT ON notes BEGIN DELETE FROM notes; END"

BAD_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "text": (content(b"Dear diary, today Mia smiled.\n" * 100), DAMAGED),
    "one byte": (content(b"S"), CUT_OFF),
    "PNG": (content(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40), DAMAGED),
    "zip": (content(b"PK\x03\x04" + bytes(600)), DAMAGED),
    "zeros": (content(bytes(65_536)), DAMAGED),
    "noise": (content(random.Random(7).randbytes(65_536)), DAMAGED),
    "SQLite's first words only": (content(b"SQLite format 3\x00"), CUT_OFF),
    "zero length": (content(b""), CUT_OFF),
    "cut in half": (altered(lambda data: data[: len(data) // 2]), DAMAGED),
    "cut by one byte": (altered(lambda data: data[:-1]), DAMAGED),
    "cut after its header": (altered(lambda data: data[:100]), CUT_OFF),
    "first bytes lost": (altered(lambda data: without(data, 0, 16)), DAMAGED),
    "a lost page": (altered(lambda data: without(data, 8192 * 2, 8192)), DAMAGED),
    "a lost last page": (altered(lambda data: without(data, len(data) - 8192, 8192)), DAMAGED),
    "another program's": (foreign("CREATE TABLE bookmarks (url)"), FOREIGN),
    "another program's, marked": (
        foreign("PRAGMA application_id = 252006675", "CREATE TABLE a (b)"),
        FOREIGN,
    ),
    "another program's with WAL": (foreign("PRAGMA journal_mode = WAL", "CREATE TABLE a (b)"), FOREIGN),
    "another program's with a log": (make_foreign_with_log, FOREIGN),
    "an empty database": (foreign("PRAGMA user_version = 1"), FOREIGN),
    "newer": (edited(NEWER), "newer Little Spots"),
    "newer in the log": (make_newer_in_log, "newer Little Spots"),
    "a table lost in the log": (make_table_lost_in_log, DAMAGED),
    "the log of another diary": (make_log_of_another_diary, DAMAGED),
    "number below zero": (edited("PRAGMA user_version = -1"), DAMAGED),
    "only marked as ours": (foreign(f"PRAGMA application_id = {APPLICATION_ID}", NEWER[:-1] + "1"), DAMAGED),
    "a table missing": (edited("DROP TABLE photo_bytes"), DAMAGED),
    "an index missing": (edited("DROP INDEX notes_of_spot"), DAMAGED),
    "a column too many": (edited("ALTER TABLE notes ADD COLUMN mood TEXT"), DAMAGED),
    "a column renamed": (edited("ALTER TABLE notes RENAME COLUMN text TO words"), DAMAGED),
    "a table too many": (edited("CREATE TABLE extra (a)"), DAMAGED),
    "a trigger planted": (edited(TRIGGER), DAMAGED),
    "a view planted": (edited("CREATE VIEW sly AS SELECT * FROM notes"), DAMAGED),
    "a row of nobody": (edited("PRAGMA foreign_keys = OFF", ROW), DAMAGED),
    "a row past its check": (
        edited("PRAGMA ignore_check_constraints = ON", "UPDATE children SET skin_tone = 77"),
        DAMAGED,
    ),
    "a folder": (lambda path: path.mkdir(), "not a file"),
    "a pipe": (make_pipe, "not a file"),
    "a socket": (make_socket, "not a file"),
    "a link to nowhere": (lambda path: path.symlink_to("gone"), "link that leads nowhere"),
    "a link to itself": (lambda path: path.symlink_to(path), "link that leads nowhere"),
    "a log without its diary": (make_log_without_diary, "file is missing"),
}


def is_calm(sentence: str) -> bool:
    """At most two sentences of plain words: no code, no path, no name of an error."""
    ends = re.findall(r"[.!?](?= |$)", sentence)
    return (
        sentence.endswith(".") and len(ends) <= 2 and not re.search(r"[/\\_{}<>]|Error|SQL|sqlite", sentence)
    )


@pytest.mark.skipif(os.name != "posix", reason="needs pipes and links")
@pytest.mark.parametrize(("make", "says"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_refused_calmly_and_left_as_it_was(
    folder: Path, make: Callable[[Path], None], says: str
) -> None:
    folder.mkdir()
    make(folder / FILE_NAME)
    before = what_is_in(folder)
    with pytest.raises(GuideError, match=says) as caught:
        DiaryStore.open(folder)
    assert is_calm(str(caught.value))
    assert what_is_in(folder) == before


@pytest.mark.parametrize("seed", range(120))
def test_a_flipped_bit_never_gives_more_than_a_calm_refusal(folder: Path, seed: int) -> None:
    path = filled_diary(folder)
    data = bytearray(path.read_bytes())
    chance = random.Random(seed)
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    before = what_is_in(folder)
    try:
        store = DiaryStore.open(folder)
    except GuideError:
        assert what_is_in(folder) == before
        return
    with store:
        read_all(store)


def read_all(store: DiaryStore) -> None:
    """Some flips change a letter or a date, which nothing can see or only reading can."""
    try:
        for child in store.children():
            store.checks(child.id)
            for spot in store.spots(child.id):
                photos = [photo for item in store.notes(spot.id) for photo in item.photos]
                assert all(store.photo_jpeg(photo.id) == PHOTO.jpeg for photo in photos)
    except GuideError as error:
        assert is_calm(str(error))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE children SET birth_date = '2026-02-30'",
        "UPDATE spots SET first_seen = 'yesterday'",
        "UPDATE notes SET written_at = ''",
        "UPDATE notes SET written_at = '2026-09-04T09:00:00'",
        "UPDATE notes SET text = CAST(x'ff' AS TEXT)",
        "UPDATE photos SET taken = 'soon'",
        "UPDATE saved_checks SET reasons = '{}'",
        "UPDATE saved_checks SET reasons = '[1]'",
        "UPDATE saved_checks SET signs = '[]'",
        'UPDATE saved_checks SET chosen = \'{"a": "b"}\'',
        "UPDATE saved_checks SET lines = '[[\"only a question\"]]'",
        "UPDATE saved_checks SET lines = '7'",
    ],
)
def test_odd_values_from_elsewhere_are_said_in_words_when_read(folder: Path, damage: str) -> None:
    run_sql(filled_diary(folder), damage)
    with DiaryStore.open(folder) as store, pytest.raises(GuideError, match="cannot be read") as caught:
        store.children()
        store.spots(MIA.id)
        store.notes(BACK.id)
        store.checks(MIA.id)
    assert is_calm(str(caught.value))


def test_a_damaged_diary_opens_again_once_the_backup_is_back(folder: Path) -> None:
    path = filled_diary(folder)
    backup = path.read_bytes()
    path.write_bytes(backup[:5000])
    with pytest.raises(GuideError):
        DiaryStore.open(folder)
    path.write_bytes(backup)
    with DiaryStore.open(folder) as store:
        assert store.notes(BACK.id)[0].note == note()
