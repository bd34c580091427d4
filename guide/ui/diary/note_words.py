"""What a note, a spot or a photo is called in words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from guide.domain.diary import Compared, Note, NoteWithPhotos, SavedCheck, Spot
from guide.domain.pack import Region
from guide.errors import GuideError
from guide.ui.wording import day_words, size_words, temperature_words


def compared_words(compared: Compared) -> str:
    return {
        "": "",
        "gone": _tr("gone"),
        "better": _tr("better"),
        "same": _tr("same"),
        "worse": _tr("worse"),
        "new-ones": _tr("new ones"),
    }[compared]


def compared_choices() -> list[tuple[Compared, str]]:
    """What can be chosen in the form, from the best news to the worst."""
    return [
        ("gone", _tr("Gone")),
        ("better", _tr("Better")),
        ("same", _tr("Same")),
        ("worse", _tr("Worse")),
        ("new-ones", _tr("New ones")),
    ]


def itch_words(itch: int | None) -> str:
    if itch is None:
        return _tr("not written down")
    return _tr("{number} of 10").format(number=itch) if itch else _tr("none")


def note_facts(note: Note, region: Region) -> list[str]:
    """The note's numbers and choices, a few words each; what was not written down is left out."""
    facts = [
        _tr("about {number}").format(number=note.how_many) if note.how_many is not None else "",
        size_words(note.largest_mm) if note.largest_mm is not None else "",
        _itch_fact(note.itch),
        compared_words(note.compared),
        temperature_words(note.temperature_c, region) if note.temperature_c is not None else "",
    ]
    return [fact for fact in facts if fact]


def spot_facts(spot: Spot, notes: Sequence[NoteWithPhotos]) -> str:
    """How many notes, since when, and how it was compared last: one line under the spot's name."""
    since = spot.first_seen or min((item.note.written.at.date() for item in notes), default=None)
    latest: Compared = next((item.note.compared for item in notes if item.note.compared), "")
    facts = [
        counted(_tr("%n note(s)", len(notes)), len(notes)),
        _tr("since {day}").format(day=day_words(since)) if since else "",
        compared_words(latest),
    ]
    return " · ".join(fact for fact in facts if fact)


def first_seen_words(spot: Spot) -> str:
    if spot.first_seen is None:
        return _tr("first seen: not known")
    return _tr("first seen {day}").format(day=day_words(spot.first_seen))


def photo_words(spot_name: str, day: date) -> str:
    """What a screen reader says of a photo."""
    return _tr("Photo of {spot}, {day}").format(spot=spot_name, day=day_words(day))


def check_words(check: SavedCheck, today: date) -> str:
    """The line in the form that says a symptom check will be kept with the note."""
    day = check.done.at.date()
    when = _tr("today") if day == today else day_words(day)
    said = _tr("With this note: symptom check of {day}, {title}")
    return said.format(day=when, title=check.title)


def read_only_words(problem: GuideError | None) -> str:
    """Why nothing can be saved, as far as that is known."""
    return str(problem or _tr("This diary can be read but not changed."))


def counted(text: str, number: int) -> str:
    """English needs its plurals too where no translation is loaded."""
    return text.replace("(s)", "" if number == 1 else "s")


def _itch_fact(itch: int | None) -> str:
    if itch is None:
        return ""
    return _tr("itch {number} of 10").format(number=itch) if itch else _tr("no itch")


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("diary", text, None, number)
