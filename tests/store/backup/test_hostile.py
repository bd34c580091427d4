"""A backup that a stranger made to do harm is refused in a sentence, and the diary in use is untouched."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from guide.errors import GuideError
from guide.store.backup import list_backups, look_into, places, restore
from guide.store.backup.manifest import SNAPSHOT, Manifest, Stored, from_bytes, to_bytes
from guide.store.switch import FOLDERS
from tests.store.backup.homes import Home, files_in
from tests.store.families import BACK, PHOTO
from tests.store.test_refusals import is_calm

Harm = Callable[[Path], None]


@pytest.fixture
def backup(plain: Home) -> Path:
    plain.back_up()
    return plain.newest


def is_refused(home: Home, backup: Path) -> None:
    before = files_in(home.data)
    for act in (look_into, restore):
        with pytest.raises(GuideError) as caught:
            act(home.data, backup)
        assert is_calm(str(caught.value))
        assert files_in(home.data) == before and not list((home.data / FOLDERS).iterdir())


def sql(*statements: str) -> Harm:
    def change(backup: Path) -> None:
        connection = apsw.Connection(str(backup / SNAPSHOT))
        for statement in ("PRAGMA foreign_keys = 0", "PRAGMA ignore_check_constraints = 1", *statements):
            connection.execute(statement).fetchall()
        connection.execute("PRAGMA journal_mode = delete").fetchall()
        connection.close()
        fit(backup)

    return change


def manifest(**changes: object) -> Harm:
    return lambda backup: fit(backup, **changes)


def fit(backup: Path, **changes: object) -> None:
    """A manifest that a stranger took care to have agree with the snapshot."""
    data = (backup / SNAPSHOT).read_bytes()
    path = backup / places.MANIFEST
    found = from_bytes(path.read_bytes())
    files = {**found.files, SNAPSHOT: Stored(len(data), hashlib.sha256(data).hexdigest())}
    path.write_bytes(to_bytes(replace(found, files=files, **changes)))  # type: ignore[arg-type]


def raw(change: Callable[[dict[str, object]], object]) -> Harm:
    """A manifest that no program of ours wrote, with a fitting check all the same."""

    def write(backup: Path) -> None:
        path = backup / places.MANIFEST
        content = json.loads(path.read_bytes())["content"]
        change(content)
        text = json.dumps(content, sort_keys=True, indent=1).encode() + b"\n"
        whole = {"content": content, "check": hashlib.sha256(text).hexdigest()}
        path.write_bytes(json.dumps(whole, sort_keys=True, indent=1).encode() + b"\n")

    return write


def in_place_of(name: str, make: Callable[[Path], object]) -> Harm:
    def change(backup: Path) -> None:
        path = backup / name
        path.unlink()
        make(path)

    return change


def junk(content: bytes) -> Callable[[Path], object]:
    def make(path: Path) -> None:
        path.write_bytes(content)
        fit(path.parent)

    return make


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**36)


def linked(path: Path) -> None:
    elsewhere = path.parent.parent.parent / "elsewhere"
    elsewhere.write_bytes(b"a file of the family's")
    path.symlink_to(elsewhere)


def lie(content: dict[str, object]) -> dict[str, object]:
    return content["photos"]  # type: ignore[return-value]


HARMS: dict[str, Harm] = {
    "a trigger": sql("CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM children; END"),
    "a view": sql("CREATE VIEW v AS SELECT * FROM notes"),
    "a virtual table": sql("CREATE VIRTUAL TABLE v USING fts5(x)"),
    "another table": sql("CREATE TABLE more (x)"),
    "another index": sql("CREATE INDEX more ON notes (text)"),
    "another column": sql("ALTER TABLE notes ADD COLUMN more TEXT"),
    "a table gone": sql("DROP TABLE check_drafts"),
    "another program's": sql("PRAGMA application_id = 1"),
    "a newer schema": sql("PRAGMA user_version = 999"),
    "no schema": sql("PRAGMA user_version = 0"),
    "a negative schema": sql("PRAGMA user_version = -3"),
    "an orphan": sql("UPDATE notes SET spot_id = 'nowhere'"),
    "no such day": sql("UPDATE cares SET from_day = '2026-02-30'"),
    "no such day in the journal either": sql(
        "UPDATE cares SET from_day = '2026-02-30'",
        "UPDATE changes SET after = json_set(after, '$.from_day', '2026-02-30') WHERE kind = 'cares'",
    ),
    "no such moment": sql("UPDATE notes SET written_at = 'soon'"),
    "a moment without an offset": sql("UPDATE notes SET written_at = '2026-09-04T09:00:00'"),
    "not a list": sql("UPDATE saved_checks SET lines = '7'"),
    "lists without end": sql(f"UPDATE saved_checks SET lines = '{'[' * 900}{']' * 900}'"),
    "a journal of another thing": sql("UPDATE changes SET kind = 'sqlite_schema'"),
    "a journal without rows": sql("UPDATE changes SET after = '[]'"),
    "a journal of no time": sql("UPDATE changes SET at = 'never'"),
    "no number of a computer": sql("DELETE FROM meta"),
    "a photo in place of its hash": sql("UPDATE photo_bytes SET jpeg = zeroblob(5000)"),
    "another hash": sql("UPDATE photo_bytes SET jpeg = zeroblob(32)"),
    "a hash that leads out of the folder": sql("UPDATE photos SET sha256 = '../../../../etc/passwd'"),
    "a short thumbnail": sql("UPDATE photo_bytes SET thumbnail = x'00'"),
    "not a database": in_place_of(SNAPSHOT, junk(b"x" * 9000)),
    "text": in_place_of(SNAPSHOT, junk(b"SQLite format 3\0")),
    "nothing": in_place_of(SNAPSHOT, junk(b"")),
    "a huge one": in_place_of(SNAPSHOT, sparse),
    "a link": in_place_of(SNAPSHOT, linked),
    "a link to itself": in_place_of(SNAPSHOT, lambda path: path.symlink_to(path)),
    "a pipe": in_place_of(SNAPSHOT, os.mkfifo),
    "a folder": in_place_of(SNAPSHOT, Path.mkdir),
    "none": in_place_of(SNAPSHOT, lambda path: None),
    "no listing": in_place_of("content.json", lambda path: None),
    "a pipe as the listing": in_place_of("content.json", os.mkfifo),
    "no manifest": in_place_of(places.MANIFEST, lambda path: None),
    "a pipe as the manifest": in_place_of(places.MANIFEST, os.mkfifo),
    "a link as the manifest": in_place_of(places.MANIFEST, linked),
    "a huge manifest": in_place_of(places.MANIFEST, sparse),
    "a manifest without end": in_place_of(places.MANIFEST, lambda path: path.write_text("[" * 10**6)),
    "a manifest of numbers": in_place_of(places.MANIFEST, lambda path: path.write_text("9" * 10**6)),
    "a manifest of half signs": in_place_of(places.MANIFEST, lambda path: path.write_text('"\\ud800"')),
    "other counts": manifest(alive={}),
    "more notes than there are": manifest(alive={"notes": 10**9}),
    "another computer": manifest(device="f" * 32),
    "another state": manifest(state="f" * 64),
    "another schema": manifest(schema=1),
    "no photos named": manifest(photos={}),
    "photos that are not in it": manifest(photos={"f" * 64: 1}),
    "a key it has not": manifest(key="f" * 32),
    "names out of the folder": raw(lambda content: lie(content).update({"../" * 20 + "etc/passwd": 1})),
    "an absolute name": raw(lambda content: lie(content).update({"/etc/passwd": 1})),
    "names of Windows": raw(lambda content: lie(content).update({"CON": 1, "C:\\x": 1, "a:b": 1, "x. ": 1})),
    "a name with a nought": raw(lambda content: lie(content).update({"a\0b": 1})),
    "a name of 300 signs": raw(lambda content: lie(content).update({"a" * 300: 1})),
    "a size below nothing": raw(lambda content: lie(content).update({"a" * 64: -1})),
    "a size without end": raw(lambda content: lie(content).update({"a" * 64: 10**30})),
    "a size of another kind": raw(lambda content: lie(content).update({"a" * 64: True})),
    "another file": raw(lambda content: content.update(files={"../../x": {"size": 1, "sha256": "a" * 64}})),
    "no moment": raw(lambda content: content.update(when="2026-99-99T00:00:00+00:00")),
    "words to a parent": raw(lambda content: content.update(pack="call this number\n")),
    "an entry more": raw(lambda content: content.update(more=1)),
    "an entry less": raw(lambda content: content.pop("missing")),
    "a newer backup": raw(lambda content: content.update(version=2)),
    "a backup of another program": raw(lambda content: content.update(format="x")),
}


@pytest.mark.parametrize("harm", HARMS)
def test_what_a_stranger_made_is_refused(plain: Home, backup: Path, harm: str) -> None:
    HARMS[harm](backup)
    is_refused(plain, backup)
    list_backups(plain.backups)


def test_a_manifest_that_fits_is_not_refused_by_mistake(plain: Home, backup: Path) -> None:
    for harmless in (sql("VACUUM"), manifest(), raw(lambda content: None)):
        harmless(backup)
        assert plain.look(backup).children == ("Mia",)


def test_newer_ones_and_damaged_ones_are_told_apart(plain: Home, backup: Path) -> None:
    HARMS["a newer backup"](backup)
    (listed,) = list_backups(plain.backups)
    assert "newer Little Spots" in listed.problem and is_calm(listed.problem)


NO_PHOTOS: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "a huge one": sparse,
    "a link": linked,
}


@pytest.mark.parametrize("what", NO_PHOTOS)
def test_what_is_no_photo_is_a_photo_missing(plain: Home, backup: Path, what: str) -> None:
    (photo,) = (plain.backups / places.PHOTOS).iterdir()
    photo.unlink()
    NO_PHOTOS[what](photo)
    assert len(plain.look(backup).missing) == len(plain.restore(backup).missing) == 1
    with plain.opened() as store:
        assert len(store.notes(BACK.id)) == 1


def test_another_photo_under_the_same_name_is_not_taken(encrypted: Home) -> None:
    """Sealed with the right key, but for another place."""
    with encrypted.opened() as store:
        other = replace(store.notes(BACK.id)[0].note, id="note-2")
        store.save_note(other, [replace(PHOTO, jpeg=b"\xff\xd8other\xff\xd9")])
    encrypted.back_up()
    one, two = sorted((encrypted.backups / places.PHOTOS).iterdir())
    shutil.copy(one, two)
    assert len(encrypted.look().missing) == 1


def test_the_manifest_of_ours_is_read_as_it_was_written(backup: Path) -> None:
    data = (backup / places.MANIFEST).read_bytes()
    found = from_bytes(data)
    assert isinstance(found, Manifest) and to_bytes(found) == data
