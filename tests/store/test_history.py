"""Every version of everything is kept, with the time and the computer it comes from."""

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from guide.domain.changes import Kind
from guide.store.diary_store import FILE_NAME, DiaryStore
from tests.store.contents import rows_in_journal, rows_in_tables
from tests.store.families import BACK, CARE, MIA, REMINDER, check, fill, filled_diary, moment, note


def test_the_versions_of_a_note_are_kept_newest_first_also_after_a_restart(
    store: DiaryStore, folder: Path
) -> None:
    fill(store)
    store.save_note(note(text="fewer"))
    store.delete(Kind.NOTE, note().id)
    store.bring_back(Kind.NOTE, note().id)
    store.save_note(note(text="gone"))
    store.close()
    with DiaryStore.open(folder) as store:
        found = [(version.thing, version.deleted) for version in store.history(Kind.NOTE, note().id)]
    assert found == [
        (note(text="gone"), False),
        (note(text="fewer"), False),
        (note(text="fewer"), True),
        (note(text="fewer"), False),
        (note(), False),
    ]


@pytest.mark.parametrize(
    ("kind", "thing"),
    [
        (Kind.CHILD, MIA),
        (Kind.SPOT, BACK),
        (Kind.NOTE, note()),
        (Kind.CHECK, check()),
        (Kind.CARE, CARE),
        (Kind.REMINDER, REMINDER),
    ],
)
def test_a_version_is_the_thing_itself(store: DiaryStore, kind: Kind, thing: object) -> None:
    fill(store)
    assert [version.thing for version in store.history(kind, thing.id)] == [thing]  # type: ignore[attr-defined]


def test_undo_and_redo_are_versions_like_any_other(store: DiaryStore) -> None:
    fill(store)
    store.save_child(replace(MIA, name="Mia Maria"))
    store.undo()
    store.redo()
    names = [version.thing.name for version in store.history(Kind.CHILD, MIA.id)]  # type: ignore[union-attr]
    assert names == ["Mia Maria", "Mia", "Mia Maria", "Mia"]


def test_a_version_says_when_it_was_made_by_the_familys_clock(folder: Path) -> None:
    with DiaryStore.open(folder, now=lambda: moment(7)) as store:
        fill(store)
        [version] = store.history(Kind.SPOT, BACK.id)
    assert version.at == moment(7)
    assert version.at.at.isoformat() == moment(7).at.isoformat()


def test_each_diary_has_a_device_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    devices: set[str] = set()
    for name in ("one", "one", "two"):
        with DiaryStore.open(tmp_path / name) as store:
            store.save_child(replace(MIA, name=f"{name} {len(devices)}"))
            devices.update(version.device for version in store.history(Kind.CHILD, MIA.id))
    assert len(devices) == 2
    assert all(len(device) == 32 for device in devices)


def test_ids_are_never_the_same_on_two_computers(tmp_path: Path) -> None:
    paths = [filled_diary(tmp_path / name) for name in ("one", "two")]
    one, two = (set(ids_of_changes(path)) for path in paths)
    assert one and two and not one & two


def ids_of_changes(path: Path) -> list[str]:
    connection = apsw.Connection(str(path))
    found = [each for ids in connection.execute("SELECT id, action_id FROM changes") for each in ids]
    connection.close()
    return found


def test_the_journal_alone_gives_the_tables_to_the_last_digit(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        fill(store)
        store.save_spot(replace(BACK, x=0.1 + 0.2, y=-1e-300))
        store.save_note(note(text="before\x00after 👶🏾"))
        store.delete(Kind.SPOT, BACK.id)
        store.undo()
    assert rows_in_journal(folder / FILE_NAME) == rows_in_tables(folder / FILE_NAME)
