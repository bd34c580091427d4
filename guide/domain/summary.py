"""The page for the doctor: which facts of the diary go in, and in which order; no guess among them."""

from dataclasses import dataclass, field
from datetime import date

from guide.domain.diary import Child, NoteWithPhotos, Photo, SavedCheck, Spot

MOST_PHOTOS = 8


@dataclass(frozen=True, slots=True)
class Choices:
    """What the parent lets onto the page."""

    details: bool = True
    body_map: bool = True
    course: bool = True
    photos: bool = True
    check: bool = True
    care: bool = True
    questions: bool = True
    since: date | None = None
    why: str = ""
    own_questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpotCourse:
    """One spot and its notes, oldest first, as many as were chosen."""

    number: int
    spot: Spot
    notes: tuple[NoteWithPhotos, ...]


@dataclass(frozen=True, slots=True)
class DatedPhoto:
    day: date
    spot_number: int
    photo: Photo


@dataclass(frozen=True)
class Summary:
    """The facts of the page. An empty or missing part was not chosen, or there is nothing to say."""

    child: Child
    made_on: date
    details: bool
    why: str
    spots: tuple[SpotCourse, ...] = ()
    map_spots: tuple[SpotCourse, ...] = ()
    photos: tuple[DatedPhoto, ...] = ()
    check: SavedCheck | None = None
    care: tuple[tuple[date, str], ...] = ()
    questions: tuple[str, ...] = field(default=())


def build_summary(
    child: Child,
    spots: list[tuple[Spot, list[NoteWithPhotos]]],
    check: SavedCheck | None,
    choices: Choices,
    made_on: date,
) -> Summary:
    """``spots`` in the diary's order, each with its notes in any order."""
    courses = tuple(
        SpotCourse(number, spot, _chosen_notes(notes, choices.since))
        for number, (spot, notes) in enumerate(spots, start=1)
    )
    return Summary(
        child=child,
        made_on=made_on,
        details=choices.details,
        why=choices.why.strip(),
        spots=courses if choices.course else (),
        map_spots=courses if choices.body_map else (),
        photos=_photos(courses) if choices.photos else (),
        check=check if choices.check else None,
        care=_care(courses) if choices.care else (),
        questions=choices.own_questions if choices.questions else (),
    )


def _chosen_notes(notes: list[NoteWithPhotos], since: date | None) -> tuple[NoteWithPhotos, ...]:
    kept = [item for item in notes if since is None or item.note.written.at.date() >= since]
    return tuple(sorted(kept, key=lambda item: item.note.written.at))


def _photos(courses: tuple[SpotCourse, ...]) -> tuple[DatedPhoto, ...]:
    """The newest few, shown oldest first."""
    photos = [
        DatedPhoto((photo.taken or item.note.written.at).date(), course.number, photo)
        for course in courses
        for item in course.notes
        for photo in item.photos
    ]
    return tuple(sorted(photos, key=lambda dated: dated.day)[-MOST_PHOTOS:])


def _care(courses: tuple[SpotCourse, ...]) -> tuple[tuple[date, str], ...]:
    care = [
        (item.note.written.at.date(), item.note.care_tried.strip())
        for course in courses
        for item in course.notes
        if item.note.care_tried.strip()
    ]
    return tuple(sorted(set(care)))
