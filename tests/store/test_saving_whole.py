"""A save is whole or it is not there, it says so, and the program goes on."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest

from guide.domain.diary import NewPhoto
from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from tests.store.families import BACK, MIA, PHOTO, check, fill, moment, note
from tests.store.faulty_disk import Fault, broken, faulty_disk, no_room

Save = Callable[[DiaryStore], None]
NEW_SPOT = replace(BACK, id="spot-2")
HALF_AN_EMOJI = "\ud83d"


def everything(store: DiaryStore) -> object:
    notes = [store.notes(spot.id) for spot in store.spots(MIA.id)]
    return store.children(), store.spots(MIA.id), notes, store.checks(MIA.id)


def save_all(store: DiaryStore) -> None:
    new_note = replace(note("note-2"), spot_id=NEW_SPOT.id)
    new_check = replace(check("check-2"), spot_id=NEW_SPOT.id)
    store.save_note(new_note, [PHOTO, PHOTO], spot=NEW_SPOT, check=new_check)


def with_photo(**changes: Any) -> Save:
    bad = replace(PHOTO, **changes)
    return lambda store: store.save_note(note("note-2"), [PHOTO, bad], spot=NEW_SPOT, check=check("check-2"))


def with_note(**changes: Any) -> Save:
    return lambda store: store.save_note(replace(note("note-2"), **changes), [PHOTO], spot=NEW_SPOT)


def with_check(**changes: Any) -> Save:
    bad = replace(check("check-2"), **changes)
    return lambda store: store.save_note(note("note-2"), [PHOTO], spot=NEW_SPOT, check=bad)


UNSTORABLE: dict[str, Save] = {
    "empty photo": with_photo(jpeg=b""),
    "empty small photo": with_photo(thumbnail=b""),
    "photo that is text": with_photo(jpeg="not bytes"),
    "small photo that is text": with_photo(thumbnail="not bytes"),
    "photo without width": with_photo(width=0),
    "half an emoji in a note": with_note(text=f"well {HALF_AN_EMOJI}"),
    "half an emoji in a zone": with_note(written=replace(moment(), zone=HALF_AN_EMOJI)),
    "half an emoji in a name": lambda store: store.save_child(replace(MIA, name=HALF_AN_EMOJI)),
    "half an emoji in a check": with_check(lines=((HALF_AN_EMOJI, "no"),)),
    "half an emoji in an answer": with_check(signs={"fever": HALF_AN_EMOJI}),
    "words where a number belongs": with_note(how_many="a few"),
    "a fraction where a count belongs": with_note(how_many=1.5),
    "a number no database holds": with_note(itch=2**63),
    "not a number": with_note(largest_mm=float("nan")),
    "endless": lambda store: store.save_spot(replace(BACK, x=float("inf"))),
    "unknown comparison": with_note(compared="maybe"),
    "unknown status": lambda store: store.save_spot(replace(BACK, status=cast(Any, "lost"))),
    "skin tone off the scale": lambda store: store.save_child(replace(MIA, skin_tone=5)),
    "note of a spot that is not there": with_note(spot_id="nowhere"),
    "check of a child that is not there": with_check(child_id="nobody"),
    "check with numbers for words": with_check(reasons=(float("inf"),)),
    "no text at all": with_note(text=None),
}


@pytest.mark.parametrize("save", UNSTORABLE.values(), ids=UNSTORABLE)
def test_what_cannot_be_stored_is_refused_whole_and_said_calmly(store: DiaryStore, save: Save) -> None:
    fill(store)
    before = everything(store)
    with pytest.raises(GuideError, match="what you typed is still on screen"):
        save(store)
    assert everything(store) == before
    save_all(store)
    assert everything(store) != before


def test_details_of_a_refusal_hold_no_diary_text(store: DiaryStore) -> None:
    with pytest.raises(GuideError) as caught:
        store.save_child(replace(MIA, name=f"Mia {HALF_AN_EMOJI}", allergies="peanut"))
    assert caught.value.details == "UnicodeEncodeError"


def is_saved_on(folder: Path, arm: Callable[[], None]) -> bool:
    """Whether the save was called saved."""
    with DiaryStore.open(folder) as store:
        fill(store)
        arm()
        try:
            save_all(store)
        except GuideError:
            return False
        return True


def found_at_next_start(folder: Path) -> object:
    with DiaryStore.open(folder) as store:
        return counted(everything(store))


def states(folder: Path) -> tuple[object, object]:
    """The diary before and after the save; photo ids are chance, so photos are only counted."""
    with DiaryStore.open(folder / "before") as store:
        fill(store)
        before = counted(everything(store))
        save_all(store)
        return before, counted(everything(store))


def counted(state: object) -> object:
    children, spots, notes, checks = cast(Any, state)
    return children, spots, [[(item.note, len(item.photos)) for item in each] for each in notes], checks


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize(("fault", "only"), [(no_room, "write"), (broken, "")], ids=["no room", "broken"])
def test_whichever_disk_call_fails_the_save_is_whole_or_absent(
    folder: Path, fault: Fault, only: str, for_good: bool
) -> None:
    before, after = states(folder)
    # After a failed sync all of it may be there at the next start, and the parent was told so.
    allowed = (before,) if fault is no_room else (before, after)
    with faulty_disk() as disk:
        for call in count(1):
            home = folder / str(call)
            saved = is_saved_on(home, partial(disk.arm, call, fault, for_good=for_good, only=only))
            disk.disarm()
            assert found_at_next_start(home) in ((after,) if saved else allowed)
            if disk.calls < call:
                break
    assert call > 20


def test_a_full_disk_is_said_and_saving_goes_on_once_there_is_room(folder: Path) -> None:
    with faulty_disk() as disk, DiaryStore.open(folder) as store:
        fill(store)
        before = everything(store)
        disk.arm(1, no_room, for_good=True)
        with pytest.raises(GuideError, match="no room left on the disk"):
            save_all(store)
        assert everything(store) == before
        disk.disarm()
        save_all(store)
        assert everything(store) != before


def test_after_a_failed_sync_nothing_more_is_written(folder: Path) -> None:
    with faulty_disk() as disk, DiaryStore.open(folder) as store:
        fill(store)
        disk.arm(1, broken, only="sync")
        with pytest.raises(GuideError, match="nothing more is written"):
            save_all(store)
        disk.arm(1, broken, only="sync")
        with pytest.raises(GuideError, match="nothing more is written"):
            store.save_child(replace(MIA, name="again"))
        assert disk.calls == 0
        assert [child.name for child in store.children()] == ["Mia"]


def test_closing_after_a_failed_sync_writes_nothing_either(folder: Path) -> None:
    with faulty_disk() as disk:
        store = DiaryStore.open(folder)
        fill(store)
        disk.arm(1, broken, only="sync")
        with pytest.raises(GuideError):
            save_all(store)
        disk.arm(1, broken, for_good=True)
        store.close()
        assert disk.calls == 0
    with DiaryStore.open(folder) as store:
        assert [child.name for child in store.children()] == ["Mia"]


def test_a_failing_disk_while_closing_loses_nothing(folder: Path) -> None:
    with faulty_disk() as disk:
        store = DiaryStore.open(folder)
        fill(store)
        disk.arm(1, broken, for_good=True)
        store.close()
    with DiaryStore.open(folder) as store:
        assert len(store.notes(BACK.id)) == 1


def test_an_interruption_rolls_the_save_back(store: DiaryStore) -> None:
    fill(store)
    before = everything(store)

    class Interrupting(tuple[NewPhoto, ...]):
        def __iter__(self) -> Any:
            yield PHOTO
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.save_note(note("note-2"), Interrupting(), spot=NEW_SPOT)
    assert everything(store) == before
    save_all(store)


def test_a_photo_damaged_on_the_disk_is_said_and_the_rest_goes_on(folder: Path) -> None:
    marked = replace(PHOTO, jpeg=b"\xff\xd8" + b"PIXELS" * 5_000)
    with DiaryStore.open(folder) as store:
        fill(store)
        store.save_note(note("note-2"), [marked])
    path = folder / "diary.littlespots"
    path.write_bytes(path.read_bytes().replace(b"PIXELSPIXELS", b"PIXELSPIXELZ", 1))
    with DiaryStore.open(folder) as store:
        [photo] = store.notes(BACK.id)[0].photos
        with pytest.raises(GuideError, match="photo is damaged"):
            store.photo_jpeg(photo.id)
        assert store.thumbnail(photo.id) == PHOTO.thumbnail
