"""What is put into the diary comes out of it, after closing and opening it again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.domain.diary import Child, Moment, NewPhoto, Spot
from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from tests.store.effort import EFFORT
from tests.store.families import BACK, MIA, PHOTO, check, fill, filled_diary, note

TEXTS = [
    "",
    " kept with its blanks \n\tand lines\r\n",
    "'; DROP TABLE children; --",
    "temp <38 & a<b>c",
    "Zoë Żółć Ångström",
    "e\u0301 is not \u00e9",
    "मीया के पीठ पर दाने",
    "طفح على الظهر",
    "עור \u202eהפוך",
    "赤ちゃんの背中の白い斑点",
    "👩🏾‍🍼👶🏿🏳️‍🌈",
    "before\x00after",
    "\ufeff\u200b\ufffd",
    "long " * 200_000,
]


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiaryStore]:
    with DiaryStore.open(tmp_path_factory.mktemp("shared")) as store:
        fill(store)
        yield store


def reopened(store: DiaryStore, folder: Path) -> DiaryStore:
    store.close()
    return DiaryStore.open(folder)


def test_everything_comes_back_after_closing(folder: Path) -> None:
    filled_diary(folder)
    with DiaryStore.open(folder) as store:
        [item] = store.notes(BACK.id)
        assert (store.children(), store.spots(MIA.id), store.checks(MIA.id)) == ([MIA], [BACK], [check()])
        assert item.note == note()
        assert store.photo_jpeg(item.photos[0].id) == PHOTO.jpeg
        assert store.thumbnail(item.photos[0].id) == PHOTO.thumbnail


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_text_of_every_kind_comes_back(store: DiaryStore, folder: Path, text: str) -> None:
    kept_check = replace(
        check(), title=text, lines=((text, text),), signs={text: text}, chosen={text: (text,)}
    )
    store.save_child(replace(MIA, name=text, allergies=text))
    store.save_note(note(text=text), spot=replace(BACK, name=text), check=kept_check)
    with reopened(store, folder) as store:
        assert store.children()[0].name == store.spots(MIA.id)[0].name == text
        assert store.notes(BACK.id)[0].note.text == text
        assert store.checks(MIA.id) == [kept_check]


@settings(max_examples=30 * EFFORT, deadline=None)
@given(text=st.text(), early=st.integers(0, 18), tone=st.integers(0, 4), birth=st.none() | st.dates())
def test_any_child_comes_back(
    shared_store: DiaryStore, text: str, early: int, tone: int, birth: date | None
) -> None:
    child = Child("any", text, birth, early, tone, text)
    shared_store.save_child(child)
    assert shared_store.children()[-1] == child


@settings(max_examples=30 * EFFORT, deadline=None)
@given(
    at=st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29)),  # noqa: DTZ001 (the zone comes from offset)
    offset=st.integers(-86_399, 86_399),
    number=st.none() | st.floats(allow_nan=False, allow_infinity=False),
)
def test_any_note_comes_back(
    shared_store: DiaryStore, at: datetime, offset: int, number: float | None
) -> None:
    written = Moment(at.replace(tzinfo=timezone(timedelta(seconds=offset))), "Nowhere/Any")
    kept = replace(note("any"), spot_id="any", written=written, largest_mm=number, temperature_c=number)
    shared_store.save_note(kept, spot=replace(BACK, id="any"))
    [item] = shared_store.notes("any")
    assert item.note == kept
    assert item.note.written.at.isoformat() == written.at.isoformat()


def test_what_was_not_written_down_stays_unknown(store: DiaryStore) -> None:
    fill(store)
    bare = replace(note(), how_many=None, largest_mm=None, itch=None, temperature_c=None, compared="")
    store.save_note(bare)
    store.save_child(replace(MIA, birth_date=None))
    store.save_spot(replace(BACK, first_seen=None))
    store.save_check(replace(check(), spot_id=None))
    assert store.notes(BACK.id)[0].note == bare
    assert store.children()[0].birth_date is store.spots(MIA.id)[0].first_seen is None
    assert store.checks(MIA.id)[0].spot_id is None


def test_the_hour_that_comes_twice_keeps_its_order(store: DiaryStore) -> None:
    fill(store)
    berlin = ZoneInfo("Europe/Berlin")
    first = Moment(datetime(2026, 10, 25, 2, 50, tzinfo=berlin, fold=0), "Europe/Berlin")
    second = Moment(datetime(2026, 10, 25, 2, 10, tzinfo=berlin, fold=1), "Europe/Berlin")
    store.save_note(replace(note("second"), written=second))
    store.save_note(replace(note("first"), written=first))
    ids = [item.note.id for item in store.notes(BACK.id)]
    assert ids == ["second", "first", "note-1"]
    assert store.notes(BACK.id)[0].note.written.at.isoformat() == "2026-10-25T02:10:00+01:00"


def test_notes_and_checks_come_newest_first_whatever_the_zone(store: DiaryStore) -> None:
    fill(store)
    # 08:30 in UTC is later than the 09:00 of Berlin's summer, though the clock shows less.
    later = Moment(datetime(2026, 9, 4, 8, 30, tzinfo=UTC), "UTC")
    store.save_note(replace(note("later"), written=later))
    store.save_check(replace(check("earlier"), done=later))
    store.save_check(replace(check("later"), done=Moment(datetime(2026, 9, 4, 8, 30, 1, tzinfo=UTC), "UTC")))
    assert [item.note.id for item in store.notes(BACK.id)] == ["later", "note-1"]
    assert [done.id for done in store.checks(MIA.id)] == ["later", "earlier", "check-1"]


def test_saving_again_replaces_what_has_the_same_id(store: DiaryStore) -> None:
    fill(store)
    changed = replace(note(), text="Gone since this morning.", compared="gone", written=note(hour=12).written)
    store.save_child(replace(MIA, name="Mia Maria"))
    store.save_note(changed, spot=replace(BACK, status="gone"), check=replace(check(), title="All clear"))
    [item] = store.notes(BACK.id)
    assert (item.note, len(item.photos)) == (changed, 1)
    assert [child.name for child in store.children()] == ["Mia Maria"]
    assert [spot.status for spot in store.spots(MIA.id)] == ["gone"]
    assert [done.title for done in store.checks(MIA.id)] == ["All clear"]


def test_children_and_spots_keep_the_order_they_were_added_in(store: DiaryStore) -> None:
    for child_id in ("z", "a", "m"):
        store.save_child(replace(MIA, id=child_id))
    store.save_child(replace(MIA, id="z", name="changed later"))
    for spot_id in ("9", "1"):
        store.save_spot(Spot(spot_id, "a", "", "front", "", 0, 0, None))
    assert [child.id for child in store.children()] == ["z", "a", "m"]
    assert [spot.id for spot in store.spots("a")] == ["9", "1"]


def test_twins_are_never_mixed(store: DiaryStore) -> None:
    for child_id in ("twin-1", "twin-2"):
        store.save_child(replace(MIA, id=child_id))
        spot = replace(BACK, id=f"spot of {child_id}", child_id=child_id)
        own_check = replace(check(f"check of {child_id}"), child_id=child_id, spot_id=spot.id)
        store.save_note(replace(note(child_id), spot_id=spot.id), [PHOTO], spot=spot, check=own_check)
    assert [spot.id for spot in store.spots("twin-2")] == ["spot of twin-2"]
    assert [item.note.id for item in store.notes("spot of twin-2")] == ["twin-2"]
    assert [done.id for done in store.checks("twin-2")] == ["check of twin-2"]
    assert store.notes("spot of twin-2")[0].photos[0].note_id == "twin-2"


@pytest.mark.parametrize(
    "taken",
    [None, datetime(2026, 9, 3, 23, 59, 58), datetime(2026, 9, 3, 8, tzinfo=UTC)],  # noqa: DTZ001 (as cameras write it)
)
def test_a_photo_keeps_its_facts(store: DiaryStore, taken: datetime | None) -> None:
    fill(store)
    store.save_note(note("other"), [replace(PHOTO, taken=taken), PHOTO])
    photos = store.notes(BACK.id)[0].photos
    facts = [(photo.note_id, photo.width, photo.height, photo.size) for photo in photos]
    assert facts == [("other", 1600, 1200, len(PHOTO.jpeg))] * 2
    assert photos[0].taken == taken


def test_a_large_photo_comes_back_bit_by_bit(store: DiaryStore, folder: Path) -> None:
    fill(store)
    large = NewPhoto(bytes(range(251)) * 20_000, bytes(range(256)) * 60, 4032, 3024)
    store.save_note(note("large"), [large])
    with reopened(store, folder) as store:
        [photo] = store.notes(BACK.id)[0].photos
        assert store.photo_jpeg(photo.id) == large.jpeg
        assert store.thumbnail(photo.id) == large.thumbnail


def test_a_check_keeps_the_words_of_its_day(store: DiaryStore) -> None:
    fill(store)
    frozen = replace(
        check(), signs=MappingProxyType({"floppy": "yes"}), chosen=MappingProxyType({}), lines=()
    )
    store.save_check(frozen)
    assert store.checks(MIA.id) == [frozen]
    assert isinstance(store.checks(MIA.id)[0].reasons, tuple)


def test_what_is_not_there_is_empty_or_said_in_words(store: DiaryStore) -> None:
    assert not (store.spots("nobody") or store.notes("nowhere") or store.checks("nobody"))
    with pytest.raises(GuideError, match="not in the diary any more"):
        store.photo_jpeg("none")
    with pytest.raises(GuideError, match="not in the diary any more"):
        store.thumbnail("none")
