"""What SQLite cannot see: a bit turned within a word of a diary without a passphrase, or within a photo."""

import json
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store import entries, storage_thread
from guide.store.backup import BackupSkippedError, backup, list_backups
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.entries import Check
from guide.store.merge import plan
from guide.store.sql.tables import COLUMNS
from tests.store.families import MIA, PHOTO, check_draft, fill, note
from tests.store.faults.day import Day
from tests.store.merge.computers import computers, merged
from tests.store.test_any_actions import ACTION, diary
from tests.store.test_golden import CHECK, FIRST, GOLDEN, golden

__all__ = ["golden"]
WORDS = ("Three small white bumps.", "on the back", "none known", "an ointment", "look again", "No danger")
ACTIONS = st.lists(ACTION, max_size=10)


def demand_sound(store: DiaryStore) -> None:
    store.check_whole()
    assert not store.damaged


@pytest.fixture
def filled(folder: Path) -> Path:
    with DiaryStore.open(folder) as store:
        fill(store)
        store.save_note(note(text="Four of them."))
        store.save_note(note())
        store.keep_check_draft(check_draft())
    return folder


def turn_a_bit(folder: Path, word: str, place: int) -> None:
    """Where the word stands for the so-manieth time."""
    path = folder / FILE_NAME
    data = bytearray(path.read_bytes())
    at = -1
    for _ in range(place + 1):
        at = data.find(word.encode(), at + 1)
    data[at + 2] ^= 1
    path.write_bytes(data)


def times_in(folder: Path, word: str) -> int:
    return (folder / FILE_NAME).read_bytes().count(word.encode())


def change(folder: Path, statement: str, *values: Any) -> None:
    connection = apsw.Connection(str(folder / FILE_NAME))
    connection.execute(statement, values).fetchall()
    assert connection.changes()
    connection.close()


def found_damaged(folder: Path) -> None:
    """In the quiet after opening: from then on nothing is written."""
    with DiaryStore.open(folder) as store:
        assert store.file_checked.wait(20)
        assert store.damaged
        with pytest.raises(GuideError, match="is damaged, so nothing more is written"):
            store.save_child(MIA)
        with pytest.raises(GuideError, match="cannot be read"):
            store.check_whole()


def test_a_sound_diary_is_found_sound_in_the_quiet_after_opening(filled: Path) -> None:
    with DiaryStore.open(filled) as store:
        assert store.file_checked.wait(20)
        demand_sound(store)
        store.save_child(replace(MIA, name="saved"))


@pytest.mark.parametrize("word", WORDS)
def test_a_bit_turned_in_any_word_of_a_row_or_of_the_journal_is_found(filled: Path, word: str) -> None:
    whole = (filled / FILE_NAME).read_bytes()
    assert times_in(filled, word) >= 2
    for place in range(times_in(filled, word)):
        (filled / FILE_NAME).write_bytes(whole)
        turn_a_bit(filled, word, place)
        with DiaryStore.open(filled) as store, pytest.raises(GuideError, match="cannot be read"):
            store.check_whole()


def test_a_word_that_changed_in_silence_ends_the_saving(filled: Path) -> None:
    turn_a_bit(filled, WORDS[0], 0)
    found_damaged(filled)


def test_a_photo_that_changed_in_silence_ends_the_saving(filled: Path) -> None:
    change(filled, "UPDATE photo_bytes SET jpeg = zeroblob(length(jpeg))")
    found_damaged(filled)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE changes SET zone = zone, at = replace(at, '2026', '2024')",
        "UPDATE changes SET kind = 'spots' WHERE kind = 'cares'",
        "DELETE FROM changes WHERE kind = 'cares'",
        "DELETE FROM reminders",
        "DELETE FROM changes WHERE seq = (SELECT max(seq) FROM changes WHERE kind = 'notes')",
        "UPDATE changes SET before = NULL, after = json_set(after, '$.text', 'x') WHERE verb = 'change'",
        "UPDATE changes SET after = '[]' WHERE kind = 'cares'",
        "UPDATE changes SET after = json_remove(after, '$.name') WHERE kind = 'cares'",
        "UPDATE saved_checks SET temperature_c = 36.6",
    ],
)
def test_rows_and_journal_that_do_not_fit_together_are_damage(filled: Path, statement: str) -> None:
    change(filled, statement)
    found_damaged(filled)


def test_no_backup_is_made_of_words_that_changed_in_silence(filled: Path, tmp_path: Path) -> None:
    with DiaryStore.open(filled) as store:
        backup(store, tmp_path / "backups")
    turn_a_bit(filled, WORDS[0], 0)
    with DiaryStore.open(filled) as store, pytest.raises(BackupSkippedError, match="A part of the diary"):
        backup(store, tmp_path / "backups")
    assert len(list_backups(tmp_path / "backups")) == 1


def test_whoever_asks_is_served_after_one_piece_and_nothing_is_looked_at_twice(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []
    # The check in quiet moments would be counted as well.
    monkeypatch.setattr(storage_thread, "QUIET_SECONDS", 1000)
    monkeypatch.setattr(entries, "_check_row", lambda _, place, row: looked_at.append(place.id))
    with DiaryStore.open(filled) as store:
        for number in range(50):
            store.save_note(note(f"note-{number}"), [PHOTO])
        whole = store.look(lambda connection, _: Check(connection, pages=False))
        goes = 1
        while not store.look(lambda _connection, _: whole.go_on(lambda: True)):
            goes += 1
    assert goes > 50 + 5
    # Each row once: those of the family, the notes and a photo with each.
    assert len(looked_at) == len(set(looked_at)) == 6 + 50 + 50


def test_every_older_diary_is_sound_once_it_is_brought_up_to_date(golden: Path) -> None:
    with DiaryStore.open(golden) as store:
        demand_sound(store)
        store.delete(Kind.CHILD, store.children()[0].id)
        store.undo()
        demand_sound(store)


def test_two_copies_brought_up_to_date_apart_and_merged_are_sound(tmp_path: Path) -> None:
    """Each tells the beginning as written by itself, and goes on from there."""
    folders = [tmp_path / name for name in ("one", "other")]
    for folder in folders:
        folder.mkdir()
        shutil.copy(GOLDEN / "schema-2.littlespots", folder / FILE_NAME)
    with DiaryStore.open(folders[1]) as store:
        store.save_note(replace(FIRST, text="seen again"))
        store.save_check(replace(CHECK, temperature_c=37.5))
    with DiaryStore.open(folders[0]) as store, plan(store, folders[1] / FILE_NAME) as looked:
        assert merged(store, looked).changes == 2
        demand_sound(store)


@settings(max_examples=40, deadline=None)
@given(ACTIONS, ACTIONS, st.booleans())
def test_whatever_a_family_does_is_never_called_damage(
    first: list[tuple[Any, ...]], then: list[tuple[Any, ...]], emptied: bool
) -> None:
    with diary() as made:
        for action in first:
            made.do(action)
        demand_sound(made.store)
        if emptied:
            made.store.purge_trash(0)
        for action in then:
            if not emptied or action[0] not in ("spot", "note", "care", "reminder"):
                made.do(action)
        while made.store.undo():
            pass
        demand_sound(made.store)


@settings(max_examples=30, deadline=None)
@given(ACTIONS, ACTIONS, ACTIONS, st.booleans())
def test_whatever_two_families_merge_is_never_called_damage(
    first: list[tuple[Any, ...]], here: list[tuple[Any, ...]], there: list[tuple[Any, ...]], another: bool
) -> None:
    with computers() as room:
        one = room.new(first)
        other = room.copy(one, as_another=another).do_all(there)
        one.do_all(here)
        for taking, given_by in ((one, other), (other, one), (one, other)):
            taking.take(given_by)
            demand_sound(taking.store)
        one.store.undo()
        other.store.purge_trash(0)
        demand_sound(one.store)
        demand_sound(other.store)
        other.take(one)
        demand_sound(other.store)


def test_of_bits_turned_by_chance_only_those_in_what_stands_once_stay_unseen(tmp_path: Path) -> None:
    """Small pictures, drafts and names of zones have no second copy to be held against."""
    for _ in Day(3, actions=12).lived(tmp_path / "day"):
        pass
    path = tmp_path / "day" / FILE_NAME
    whole, chance = path.read_bytes(), random.Random(7)
    with DiaryStore.open(path.parent) as store:
        before = rows_of(store)
    for _ in range(150):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        assert unseen(path.parent, lambda store: rows_of(store) == before) is not False


def rows_of(store: DiaryStore) -> str:
    return store.look(
        lambda connection, _: json.dumps(
            [
                connection.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()
                for table, names in COLUMNS.items()
            ]
        )
    )


def unseen(folder: Path, is_same: Callable[[DiaryStore], bool]) -> bool | None:
    """None where the damage was found; else whether every row reads as before."""
    try:
        with DiaryStore.open(folder) as store:
            store.check_whole()
            return is_same(store)
    except GuideError:
        return None
