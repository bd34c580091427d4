"""What goes onto the doctor's page."""

from datetime import UTC, date, datetime

from guide.domain.diary import Child, Moment, Note, NoteWithPhotos, Photo, Spot
from guide.domain.summary import MOST_PHOTOS, Choices, Summary, build_summary

CHILD = Child("c", "Mia", date(2026, 10, 17))
SPOT = Spot("s", "c", "Upper back", "back", "back-upper", 50, 70, date(2026, 11, 3))
TODAY = date(2026, 11, 22)


def note(day: int, photos: int = 0, care: str = "") -> NoteWithPhotos:
    written = Moment(datetime(2026, 11, day, 19, 0, tzinfo=UTC), "UTC")
    kept = tuple(Photo(f"p{day}-{i}", f"n{day}", 10, 10, 100) for i in range(photos))
    return NoteWithPhotos(Note(f"n{day}", "s", written, care_tried=care), kept)


def summary(notes: list[NoteWithPhotos], **choices: object) -> Summary:
    return build_summary(CHILD, [(SPOT, notes)], None, Choices(**choices), TODAY)  # type: ignore[arg-type]


def test_the_course_is_told_oldest_first() -> None:
    days = [item.note.written.at.day for item in summary([note(20), note(3), note(10)]).spots[0].notes]
    assert days == [3, 10, 20]


def test_notes_before_the_chosen_day_stay_away() -> None:
    kept = summary([note(3), note(20)], since=date(2026, 11, 8)).spots[0].notes
    assert [item.note.written.at.day for item in kept] == [20]


def test_only_the_newest_photos_go_in_and_the_oldest_of_them_first() -> None:
    photos = summary([note(day, photos=1) for day in range(1, 15)]).photos
    assert len(photos) == MOST_PHOTOS
    assert [photo.day.day for photo in photos] == list(range(7, 15))


def test_what_was_not_chosen_does_not_appear() -> None:
    page = summary([note(3, 1, "oil")], course=False, photos=False, care=False, body_map=False)
    assert (page.spots, page.photos, page.care, page.map_spots) == ((), (), (), ())


def test_care_is_listed_once_with_its_day() -> None:
    assert summary([note(3, care="oil "), note(10)]).care == ((date(2026, 11, 3), "oil"),)
