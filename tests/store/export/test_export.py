"""An export holds all that a parent put in, opens no formula and no path, and is whole or not there."""

import shutil
import stat
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.domain.changes import Kind
from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Child, Moment, Note
from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from guide.store.export import Wanted, export
from guide.store.export.document import NAMES
from guide.store.keys import DataKey
from guide.store.sql.tables import COLUMNS
from guide.store.stopping import StoppedError
from tests.store.effort import EFFORT, in_memory
from tests.store.export.readers import all_in, by_id, document, table, things
from tests.store.families import BACK, CARE, MIA, PHOTO, REMINDER, check, fill, moment, note
from tests.store.processes import can_mount, mounted, output_of, python

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def test_the_document_holds_everything_to_the_last_digit(store: DiaryStore, out: Path) -> None:
    fill(store)
    found = document(export(store, out).folder)
    for kind, wanted in all_in(store).items():
        assert by_id(things(found, kind)) == wanted
        assert wanted


def test_times_stand_as_they_were_seen(store: DiaryStore, out: Path) -> None:
    fill(store)
    folder = export(store, out).folder
    [entry] = document(folder)["notes"]
    assert entry["written"] == {"at": "2026-09-04T09:00:07.250001+02:00", "zone": "Europe/Berlin"}
    [line] = table(folder, "notes")
    seen = {name: line[name] for name in ("written", "offset", "zone")}
    assert seen == {"written": "2026-09-04 09:00:07", "offset": "UTC+02:00", "zone": "Europe/Berlin"}


def test_photos_lie_beside_it_under_the_names_it_tells(store: DiaryStore, out: Path) -> None:
    fill(store)
    store.save_note(note("note-2"), [PHOTO, PHOTO])
    done = export(store, out)
    names = [f"2026-09-04 Mia on the back {number}.jpg" for number in (1, 2, 3)]
    assert [photo["file"] for photo in document(done.folder)["photos"]] == names
    assert [line["file"] for line in table(done.folder, "photos")] == names
    assert sorted(path.name for path in (done.folder / "photos").iterdir()) == names
    assert {path.read_bytes() for path in (done.folder / "photos").iterdir()} == {PHOTO.jpeg}
    assert (done.photos, done.photos_missing) == (3, 0)


def test_what_is_in_the_trash_is_left_out_unless_asked_for(store: DiaryStore, out: Path) -> None:
    fill(store)
    store.save_note(note(text="second version"))
    store.delete(Kind.NOTE, note().id)
    store.keep_check_draft(CheckDraft(MIA.id, moment(), {"step": 3}))
    plain = export(store, out).folder
    assert b"three small white bumps" not in (plain / "diary.json").read_bytes().lower()
    assert not list(plain.rglob("*.jpg"))
    assert "trash" not in document(plain)
    assert (plain / "READ ME.txt").is_file()
    whole = export(store, out, Wanted(also_deleted=True)).folder
    found = document(whole)
    assert [entry["text"] for entry in found["trash"]["notes"]] == ["second version"]
    assert [path.read_bytes() for path in (whole / "photos in the trash").iterdir()] == [PHOTO.jpeg]
    texts = [each["version"]["text"] for each in found["earlier_versions"] if each["kind"] == "notes"]
    assert texts == ["Three small white bumps.", "second version", "second version"]
    assert found["check_drafts"] == [
        {
            "child_id": MIA.id,
            "kept": {"at": moment().at.isoformat(), "zone": "Europe/Berlin"},
            "content": {"step": 3},
        }
    ]


def test_every_table_is_read_back_by_the_csv_module(store: DiaryStore, out: Path) -> None:
    fill(store)
    folder = export(store, out).folder
    assert [line["name"] for line in table(folder, "children")] == [MIA.name]
    assert [(line["child"], line["name"]) for line in table(folder, "spots")] == [(MIA.name, BACK.name)]
    assert [line["text"] for line in table(folder, "notes")] == [note().text]
    [done] = table(folder, "checks")
    assert done["reasons"].split("\n") == list(check().reasons)
    assert done["answers"] == "What colour is it? White or yellow\nFever? No"
    assert [(line["spot"], line["text"]) for line in table(folder, "cares")] == [(BACK.name, CARE.text)]
    assert [(line["spot"], line["text"]) for line in table(folder, "reminders")] == [("", REMINDER.text)]
    assert (folder / "notes.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@settings(max_examples=15 * EFFORT, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT, st.integers(-86_000, 86_000)), max_size=4))
def test_whatever_was_put_in_is_read_back_from_the_document_and_the_tables(
    written: list[tuple[str, str, str, int]],
) -> None:
    folder = Path(tempfile.mkdtemp(dir=in_memory()))
    with DiaryStore.open(folder / "diary") as store:
        for number, (name, spot, text, offset) in enumerate(written):
            zone = timezone(timedelta(seconds=offset))
            at = Moment(datetime(2026, 3, 29, 2, 30, number, tzinfo=zone), text)
            store.save_child(Child(f"child-{number}", name, None, allergies=text))
            place = replace(BACK, id=f"spot-{number}", child_id=f"child-{number}", name=spot)
            store.save_note(Note(f"note-{number}", place.id, at, text), [PHOTO], spot=place)
        done = export(store, folder)
        found = document(done.folder)
        assert {kind: by_id(things(found, kind)) for kind in Kind} == all_in(store)
        assert [line["text"] for line in table(done.folder, "notes")] == [each[2] for each in written]
        assert [line["child"] for line in table(done.folder, "notes")] == [each[0] for each in written]
        assert len(list(done.folder.rglob("*.jpg"))) == len(written)
    shutil.rmtree(folder)


def test_two_exports_of_one_day_stand_side_by_side(store: DiaryStore, out: Path) -> None:
    fill(store)
    names = [export(store, out, now=moment).folder.name for _ in range(3)]
    assert names == ["Little Spots 2026-09-04", "Little Spots 2026-09-04 (2)", "Little Spots 2026-09-04 (3)"]


def test_only_this_user_may_read_it(store: DiaryStore, out: Path) -> None:
    fill(store)
    folder = export(store, out).folder
    rights = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    assert rights == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "photos")} == {0o700}


@pytest.mark.parametrize("after", range(4))
def test_stopped_on_the_way_it_leaves_nothing(store: DiaryStore, out: Path, after: int) -> None:
    fill(store)
    store.save_note(note("note-2"), [PHOTO, PHOTO])
    asked = iter([False] * after + [True] * 9)
    with pytest.raises(StoppedError):
        export(store, out, is_stopped=lambda: next(asked))
    assert list(out.iterdir()) == []


def test_a_photo_whose_bytes_are_damaged_is_told_and_the_rest_is_there(store: DiaryStore, out: Path) -> None:
    fill(store)
    store.save_note(note("note-2"), [PHOTO])
    store._database.connection.execute(
        "UPDATE photo_bytes SET jpeg = x'ff' WHERE rowid = (SELECT min(rowid) FROM photo_bytes)"
    ).fetchall()
    done = export(store, out)
    assert (done.photos, done.photos_missing) == (1, 1)
    assert [photo["file"] for photo in document(done.folder)["photos"]] == [
        None,
        "2026-09-04 Mia on the back 2.jpg",
    ]


def test_a_folder_that_cannot_be_written_to_is_told(store: DiaryStore, out: Path) -> None:
    with pytest.raises(GuideError, match="could not be written"):
        export(store, out / "not there")
    (out / "file").write_bytes(b"")
    with pytest.raises(GuideError, match="could not be written"):
        export(store, out / "file")


@pytest.mark.skipif(not can_mount(), reason="needs to mount a small disk")
def test_a_full_disk_is_told_and_nothing_is_left_there(tmp_path: Path) -> None:
    script = 'mount -t tmpfs -o size=20m none "$1"; shift; exec "$@"'
    found = output_of(mounted(script, tmp_path, *python("export.fills_disk", tmp_path)))
    assert found.splitlines() == ["There is too little room", "[]", "There is too little room", "[]"]


def test_every_column_of_every_row_is_in_the_document(store: DiaryStore, out: Path) -> None:
    """One that is added to the diary later is missed here until it is told."""
    fill(store)
    found = document(export(store, out).folder)
    told_otherwise = {"device", "deleted_utc", "written_utc", "done_utc"}
    moments = {"written": {"written_at", "written_zone"}, "done": {"done_at", "done_zone"}}
    for kind, name in NAMES.items():
        [entry] = found[name]
        columns = set().union(*(moments.get(key, {key}) if key in entry else set() for key in entry))
        if kind is Kind.REMINDER:
            columns = set(entry)
        assert columns - {"file"} == set(COLUMNS[kind]) - told_otherwise


def test_an_encrypted_diary_is_exported_in_the_same_way(tmp_path: Path, out: Path) -> None:
    with DiaryStore.open(tmp_path / "diary", DataKey.new()) as store:
        fill(store)
        found = document(export(store, out).folder)
        assert by_id(things(found, Kind.NOTE)) == all_in(store)[Kind.NOTE]


def test_too_little_room_is_told_before_anything_is_written(
    store: DiaryStore, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(9, 8, 1))
    monkeypatch.setattr(tempfile, "mkdtemp", lambda **how: pytest.fail("something was written"))
    with pytest.raises(GuideError, match="too little room"):
        export(store, out)
    assert list(out.iterdir()) == []
