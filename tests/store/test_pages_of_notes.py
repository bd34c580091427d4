"""Notes are read page by page, as far as they are looked at."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from guide.domain.changes import Kind
from guide.domain.diary import Moment
from guide.store.diary_store import DiaryStore
from tests.store.families import BACK, MIA, PHOTO, note


@pytest.fixture
def ids(store: DiaryStore) -> list[str]:
    """Seven notes, an hour apart, two of them at the same instant; newest first."""
    store.save_child(MIA)
    for hour, note_id in ((1, "a"), (2, "b"), (3, "c"), (3, "d"), (4, "e"), (5, "f"), (6, "g")):
        store.save_note(note(note_id, hour=hour), [PHOTO], spot=BACK)
    return list("gfedcba")


def read(store: DiaryStore, **page: object) -> list[str]:
    found = store.notes(BACK.id, **page)  # type: ignore[arg-type]
    assert all(photo.note_id == item.note.id for item in found for photo in item.photos)
    assert all(len(item.photos) == 1 for item in found)
    return [item.note.id for item in found]


def test_pages_one_after_the_other_are_all_notes(store: DiaryStore, ids: list[str]) -> None:
    pages = [read(store, limit=3, offset=offset) for offset in (0, 3, 6, 9)]
    assert pages == [ids[:3], ids[3:6], ids[6:], []]
    assert read(store) == ids
    assert store.count_notes(BACK.id) == 7


def test_a_page_before_a_moment_holds_what_was_written_earlier_whatever_the_zone(
    store: DiaryStore, ids: list[str]
) -> None:
    at = note(hour=4).written.at
    for zone in (UTC, timezone(timedelta(hours=-11)), at.tzinfo):
        before = Moment(at.astimezone(zone), "elsewhere")
        assert read(store, before=before) == ["d", "c", "b", "a"]
        assert read(store, before=before, limit=2) == ["d", "c"]
    assert read(store, before=Moment(datetime(9999, 1, 1, tzinfo=UTC), "UTC")) == ids


def test_a_deleted_note_is_on_no_page(store: DiaryStore, ids: list[str]) -> None:
    store.delete(Kind.NOTE, "f")
    assert read(store, limit=2) == ["g", "e"]
    assert store.count_notes(BACK.id) == 6


def test_a_page_of_one_spot_holds_nothing_of_another(store: DiaryStore, ids: list[str]) -> None:
    other = replace(BACK, id="spot-2")
    store.save_note(replace(note("other", hour=23), spot_id=other.id), [PHOTO], spot=other)
    assert read(store, limit=1) == ["g"]
