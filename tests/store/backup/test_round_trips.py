"""Whatever diary a family writes comes back from a backup to the last bit."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Child, Moment
from guide.store import switch
from guide.store.backup import backup, restore, whole_diary
from guide.store.backup.snapshot import instant_of
from guide.store.database import open_database
from guide.store.diary_store import DiaryStore
from guide.store.merge import merge, plan
from guide.store.prints import Prints, prints_of
from tests.store.backup.homes import Home, new_home
from tests.store.effort import EFFORT, in_memory
from tests.store.families import BACK, PHOTO, check, note
from tests.store.test_any_actions import ACTION, Diary

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
MOMENT = st.builds(
    Moment,
    st.datetimes(
        datetime(1900, 1, 2),  # noqa: DTZ001 (the zones come with the next argument)
        datetime(2999, 1, 1),  # noqa: DTZ001
        timezones=st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes))),
    ),
    WORDS,
)
PICTURE = st.tuples(st.binary(min_size=1, max_size=3000), st.binary(min_size=1, max_size=300))
WRITTEN = st.tuples(WORDS, MOMENT, st.lists(PICTURE, max_size=3))


@contextmanager
def a_home(encrypted: bool) -> Iterator[Home]:
    root = Path(tempfile.mkdtemp(dir=in_memory()))
    yield new_home(root / "home", encrypted, filled=False)
    shutil.rmtree(root)


def prints(home: Home) -> Prints:
    database = open_database(switch.folder_in_use(home.data) / switch.DIARY, home.key)
    found = prints_of(database.connection)
    database.close()
    return found


def write(store: DiaryStore, number: int, entry: tuple[str, Moment, list[tuple[bytes, bytes]]]) -> None:
    words, moment, pictures = entry
    store.save_child(Child(f"child-{number % 3}", words, None, allergies=words))
    spot = replace(BACK, id=f"spot-{number % 5}", child_id=f"child-{number % 3}", name=words)
    photos = [replace(PHOTO, jpeg=jpeg, thumbnail=small) for jpeg, small in pictures]
    written = replace(note(f"note-{number}", words), spot_id=spot.id, written=moment)
    done = replace(check(f"check-{number}"), child_id=spot.child_id, spot_id=spot.id, lines=((words, words),))
    store.save_note(written, photos, spot=spot, check=done)
    store.keep_check_draft(CheckDraft(spot.child_id, moment, {"text": words}))


@settings(max_examples=20 * EFFORT, deadline=None)
@given(st.lists(WRITTEN, max_size=12), st.booleans())
def test_any_diary_comes_back_to_the_last_bit(
    entries: list[tuple[str, Moment, list[tuple[bytes, bytes]]]], encrypted: bool
) -> None:
    with a_home(encrypted) as home:
        with home.opened() as store:
            for number, entry in enumerate(entries):
                write(store, number, entry)
        comes_back(home)


@settings(max_examples=12 * EFFORT, deadline=None)
@given(st.lists(ACTION, max_size=14))
def test_any_actions_come_back_with_trash_journal_and_undo(actions: list[tuple[Any, ...]]) -> None:
    with a_home(False) as home:
        act(home, actions)
        comes_back(home)


def act(home: Home, actions: list[tuple[Any, ...]]) -> None:
    made = Diary(home.data)
    for action in actions:
        made.do(action)
    made.store.close()


def comes_back(home: Home) -> None:
    before = prints(home)
    content = home.content()
    made = home.back_up()
    assert restore(home.data, made.backup.path, home.key, own_key=home.key).missing == ()
    assert switch.folder_in_use(home.data) != home.data
    assert prints(home) == before
    assert home.content() == content


def test_a_backup_can_be_merged_as_a_diary_of_its_own(home: Home) -> None:
    before = home.content()
    home.back_up()
    with home.opened() as store:
        store.save_note(note("later"))
        wanted = partial(whole_diary, key=home.key, folder=home.data)
        with plan(store, home.newest, home.key, diary_in=wanted) as planned:
            merge(store, planned, home.backups, without_backup=True)
    assert len(home.content()) == len(before)
    assert not list(home.data.glob(".*"))


def test_two_thousand_notes_come_back(home: Home) -> None:
    with home.opened() as store:
        for number in range(2000):
            photos = [replace(PHOTO, jpeg=b"\xff\xd8" + str(number).encode())] if number % 10 == 0 else []
            store.save_note(note(f"note-{number}", "Zoë 👶🏾"), photos)
    assert home.back_up().new_photos == 201
    comes_back(home)


def test_the_snapshot_holds_no_photo(plain: Home) -> None:
    with plain.opened() as store:
        instant = store.look(instant_of)
        assert instant.connection.execute("SELECT max(length(jpeg)) FROM photo_bytes").fetchall() == [(32,)]
        instant.end()
        backup(store, plain.backups)
    assert PHOTO.jpeg not in (plain.newest / "snapshot.littlespots").read_bytes()
