"""Opening and making a diary: anywhere a family may keep it, for them alone, one window at a time."""

import os
import stat
from pathlib import Path

import pytest

from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store.connection import run, value_of
from guide.store.database import open_database
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.sql import APPLICATION_ID, MIGRATIONS
from tests.store.families import BACK, MIA, filled_diary, note, what_is_in
from tests.store.processes import python, start

posix_only = pytest.mark.skipif(os.name != "posix", reason="needs POSIX file names and rights")

IN_FORCE = [
    ("locking_mode", "exclusive"),
    ("journal_mode", "wal"),
    ("synchronous", 2),
    ("secure_delete", 1),
    ("foreign_keys", 1),
    ("temp_store", 2),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("mmap_size", 0),
    ("fullfsync", 1),
    ("checkpoint_fullfsync", 1),
    ("application_id", APPLICATION_ID),
    ("user_version", len(MIGRATIONS)),
]

FOLDERS = [
    "Mia and Noah",
    "für Zoë",
    "赤ちゃん",
    "👶🏾 diary",
    "fam#1",
    "fam?mode=memory",
    "100% ours",
    "%41%00",
    "Mia's",
    'the "spots"',
    "two\nlines",
    "tab\there",
    "back\\slash",
    "semi;colon & more",
    "file:diary",
    ":memory:",
    "עור",
    "-dash",
    " blanks ",
    "x" * 240,
]


@pytest.mark.parametrize(("setting", "value"), IN_FORCE)
def test_the_settings_that_keep_a_diary_safe_are_in_force(
    tmp_path: Path, setting: str, value: str | int
) -> None:
    database = open_database(tmp_path / FILE_NAME)
    assert value_of(database.connection, f"PRAGMA {setting}") == value
    database.close()


def test_every_table_is_strict(tmp_path: Path) -> None:
    database = open_database(tmp_path / FILE_NAME)
    tables = run(database.connection, "PRAGMA table_list")
    loose = [name for schema, name, kind, _, _, strict in tables if schema == "main" and not strict]
    database.close()
    assert loose == ["sqlite_schema"]


def test_a_closed_diary_is_one_file(folder: Path) -> None:
    filled_diary(folder)
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_closing_twice_is_no_error(folder: Path) -> None:
    store = DiaryStore.open(folder)
    store.close()
    store.close()


def test_opening_alone_changes_nothing_in_the_file(folder: Path) -> None:
    filled_diary(folder)
    before = what_is_in(folder)
    DiaryStore.open(folder).close()
    assert what_is_in(folder) == before


def test_what_was_emptied_out_of_the_trash_is_gone_from_the_disk(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        store.save_child(MIA)
        store.save_note(note(text="a private word " * 2_000), spot=BACK)
        store.save_note(note(text="nothing"))
        store.delete(Kind.NOTE, note().id)
        store.purge_trash(0)
        assert not any(b"a private word" in path.read_bytes() for path in folder.glob("*-wal"))
    assert b"a private word" not in (folder / FILE_NAME).read_bytes()


@posix_only
@pytest.mark.parametrize("name", FOLDERS)
def test_a_diary_lives_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "little-spots"
    filled_diary(folder)
    with DiaryStore.open(folder) as store:
        assert store.notes(BACK.id)[0].note == note()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


@posix_only
def test_a_relative_folder_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    filled_diary(Path("here"))
    assert (tmp_path / "here" / FILE_NAME).is_file()


@posix_only
def test_folder_and_files_are_for_this_user_alone(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        store.save_child(MIA)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.iterdir()]}
    assert modes == {folder.name: 0o700, FILE_NAME: 0o600, FILE_NAME + "-wal": 0o600}


@posix_only
def test_a_diary_copied_from_a_stick_becomes_private(folder: Path) -> None:
    path = filled_diary(folder)
    path.chmod(0o644)
    with DiaryStore.open(folder) as store:
        store.save_child(MIA)
        assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}


@posix_only
def test_a_link_to_a_diary_on_another_disk_works(tmp_path: Path, folder: Path) -> None:
    path = filled_diary(tmp_path / "other disk")
    folder.mkdir()
    (folder / FILE_NAME).symlink_to(path)
    with DiaryStore.open(folder) as store:
        assert store.children() == [MIA]
    assert (folder / FILE_NAME).is_symlink()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("shopping")
    for folder in (tmp_path / "notes", tmp_path / "notes" / "below"):
        with pytest.raises(GuideError, match="a file stands in its place"):
            DiaryStore.open(folder)
    assert (tmp_path / "notes").read_text() == "shopping"


@posix_only
@pytest.mark.parametrize("name", ["a\x00b", "x" * 300, "\udcff", "/proc/little-spots"], ids=ascii)
def test_a_folder_that_cannot_be_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(GuideError, match="folder you may write to"):
        DiaryStore.open(tmp_path / name)


def test_the_same_diary_is_not_opened_twice_by_one_program(store: DiaryStore, folder: Path) -> None:
    with pytest.raises(GuideError, match="already open with this diary"):
        DiaryStore.open(folder)
    store.save_child(MIA)
    assert store.children() == [MIA]


@posix_only
def test_a_second_program_is_refused_until_the_first_is_gone(folder: Path) -> None:
    child = start(python("saves", folder, "first"))
    assert child.stdout and child.stdout.readline() == "open\n"
    with pytest.raises(GuideError, match="already open with this diary"):
        DiaryStore.open(folder)
    child.kill()
    child.communicate()
    with DiaryStore.open(folder) as store:
        store.save_child(MIA)


@posix_only
def test_a_second_program_is_refused_while_the_first_is_writing(folder: Path) -> None:
    child = start(python("saves", folder, "first"))
    assert child.stdin and child.stdout
    child.stdin.write("go\n")
    child.stdin.flush()
    for _ in range(3):
        child.stdout.readline()
    with pytest.raises(GuideError, match="already open with this diary"):
        DiaryStore.open(folder)
    assert child.stdout.readline().startswith("first-")
    child.kill()
    child.communicate()
    with DiaryStore.open(folder) as store:
        assert len(store.notes(BACK.id)) >= 3
