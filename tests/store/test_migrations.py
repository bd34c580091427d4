"""An older diary is brought up to date with a copy kept; what goes wrong on the way leaves it as it was."""

from pathlib import Path

import apsw
import pytest

from guide.errors import GuideError
from guide.store import migrations
from guide.store.connection import value_of
from guide.store.database import open_database
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.keys import DataKey
from guide.store.sql import APPLICATION_ID, GET_SCHEMA_NUMBER, MIGRATIONS
from tests.store.families import BACK, MIA, PHOTO, filled_diary, what_is_in
from tests.store.faulty_disk import faulty_disk, no_room

NUMBER = len(MIGRATIONS)
NEXT = (*MIGRATIONS, "ALTER TABLE notes ADD COLUMN mood TEXT NOT NULL DEFAULT '';")
AFTER_NEXT = (*NEXT, "CREATE TABLE visits (id TEXT PRIMARY KEY NOT NULL) STRICT;")
WRONG = (
    *MIGRATIONS,
    "CREATE TABLE visits (id TEXT PRIMARY KEY NOT NULL) STRICT; CREATE TABLE notes (id TEXT);",
)
ORPHANING = (*MIGRATIONS, "DELETE FROM spots;")
COPY = f"diary-before-{NUMBER + 1}.littlespots"


def number_of(path: Path, migrations: tuple[str, ...]) -> int:
    database = open_database(path, migrations=migrations)
    number = int(value_of(database.connection, GET_SCHEMA_NUMBER))
    database.close()
    return number


def test_a_fresh_diary_has_the_newest_schema_and_no_copy(folder: Path) -> None:
    DiaryStore.open(folder).close()
    assert number_of(folder / FILE_NAME, MIGRATIONS) == NUMBER
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_an_older_diary_is_brought_up_to_date(folder: Path) -> None:
    path = filled_diary(folder)
    assert number_of(path, NEXT) == NUMBER + 1
    assert number_of(path, NEXT) == NUMBER + 1


def test_steps_may_be_skipped(folder: Path) -> None:
    path = filled_diary(folder)
    assert number_of(path, AFTER_NEXT) == NUMBER + 2
    assert {each.name for each in folder.iterdir()} == {FILE_NAME, f"diary-before-{NUMBER + 2}.littlespots"}


def test_nothing_is_lost_on_the_way(folder: Path) -> None:
    path = filled_diary(folder)
    database = open_database(path, migrations=NEXT)
    store = DiaryStore(database)
    [item] = store.notes(BACK.id)
    assert store.children() == [MIA]
    assert store.photo_jpeg(item.photos[0].id) == PHOTO.jpeg
    store.close()


def test_a_copy_that_opens_as_the_older_diary_is_kept(folder: Path, tmp_path: Path) -> None:
    open_database(filled_diary(folder), migrations=NEXT).close()
    (tmp_path / "old").mkdir()
    (folder / COPY).rename(tmp_path / "old" / FILE_NAME)
    with DiaryStore.open(tmp_path / "old") as store:
        assert store.children() == [MIA]
        assert store.photo_jpeg(store.notes(BACK.id)[0].photos[0].id) == PHOTO.jpeg


def test_a_copy_kept_before_is_never_written_over(folder: Path) -> None:
    path = filled_diary(folder)
    (folder / COPY).write_bytes(b"kept at the first try")
    open_database(path, migrations=NEXT).close()
    assert (folder / COPY).read_bytes() == b"kept at the first try"
    assert (folder / f"diary-before-{NUMBER + 1}-2.littlespots").is_file()


@pytest.mark.parametrize("migrations", [WRONG, ORPHANING], ids=["does not run", "breaks references"])
def test_a_step_that_fails_leaves_the_old_diary_and_the_copy(
    folder: Path, migrations: tuple[str, ...]
) -> None:
    path = filled_diary(folder)
    before = what_is_in(folder)
    with pytest.raises(GuideError):
        open_database(path, migrations=migrations)
    after = what_is_in(folder)
    assert set(after) == {FILE_NAME, COPY}
    assert after[FILE_NAME] == before[FILE_NAME]


def test_no_step_is_taken_before_the_copy_was_read_back_and_holds_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled_diary(folder)
    before = what_is_in(folder)
    copied = migrations._copy

    def copied_badly(connection: apsw.Connection, temporary: Path, key: DataKey | None) -> None:
        """A disk that writes a bit otherwise: where no page is in disorder, SQLite does not see it."""
        copied(connection, temporary, key)
        data = temporary.read_bytes()
        temporary.write_bytes(data.replace(b"Three small white", b"Three smell white"))

    monkeypatch.setattr(migrations, "_copy", copied_badly)
    with pytest.raises(GuideError, match="could not be read or written"):
        open_database(path, migrations=NEXT)
    assert what_is_in(folder) == before


def test_without_room_for_the_copy_nothing_is_changed(folder: Path) -> None:
    path = filled_diary(folder)
    before = what_is_in(folder)
    with faulty_disk() as disk:
        disk.arm(1, no_room, for_good=True, only="write")
        with pytest.raises(GuideError, match="no room left on the disk"):
            open_database(path, migrations=NEXT)
    assert what_is_in(folder) == before


def test_a_newer_diary_is_refused_untouched(folder: Path) -> None:
    path = filled_diary(folder)
    open_database(path, migrations=NEXT).close()
    before = what_is_in(folder)
    with pytest.raises(GuideError, match="newer Little Spots") as caught:
        DiaryStore.open(folder)
    assert caught.value.details == f"schema {NUMBER + 1}, known up to {NUMBER}"
    assert what_is_in(folder) == before


def test_a_diary_of_ours_with_nothing_in_it_yet_is_filled(folder: Path) -> None:
    folder.mkdir()
    connection = apsw.Connection(str(folder / FILE_NAME))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}").fetchall()
    connection.close()
    with DiaryStore.open(folder) as store:
        store.save_child(MIA)
        assert store.children() == [MIA]
