"""A family to store: one of everything."""

import hashlib
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Care, Child, Moment, NewPhoto, Note, Reminder, SavedCheck, Spot
from guide.store.diary_store import FILE_NAME, DiaryStore

SUMMER = timezone(timedelta(hours=2))
MIA = Child(
    *("child-1", "Mia", date(2026, 8, 30)),
    weeks_early=5,
    skin_tone=3,
    allergies="none known",
    family_history="eczema",
)
BACK = Spot(
    "spot-1", "child-1", "on the back", "back", "upper-back", 48.25, 71.5, date(2026, 9, 3), "changing"
)
CARE = Care(
    "care-1", "child-1", "spot-1", "an ointment", date(2026, 9, 5), date(2026, 9, 9), "unsure", "thin"
)
REMINDER = Reminder("reminder-1", "child-1", None, date(2026, 9, 20), "look again")
PHOTO = NewPhoto(b"\xff\xd8" + bytes(range(256)) * 8 + b"\xff\xd9", b"\xff\xd8small\xff\xd9", 1600, 1200)


def moment(hour: int = 9, minute: int = 0) -> Moment:
    return Moment(datetime(2026, 9, 4, hour, minute, 7, 250_001, SUMMER), "Europe/Berlin")


def note(note_id: str = "note-1", text: str = "Three small white bumps.", hour: int = 9) -> Note:
    return Note(note_id, BACK.id, moment(hour), text, "same", 3, 1.5, 2, 36.9, "warm water only")


def check(check_id: str = "check-1", hour: int = 10) -> SavedCheck:
    return SavedCheck(
        id=check_id,
        child_id=MIA.id,
        spot_id=BACK.id,
        done=moment(hour),
        pack_version="2026.11",
        level="routine",
        title="Ask at the next visit",
        reasons=("No danger sign was named.", "It has been there for a day."),
        signs={"fever-under-3-months": "no", "floppy": "cant-tell"},
        chosen={"colour": ("white", "yellow"), "edge": ()},
        lines=(("What colour is it?", "White or yellow"), ("Fever?", "No")),
        temperature_c=37.4,
    )


def check_draft(child_id: str = MIA.id) -> CheckDraft:
    content = {"age": None, "signs": {"E1": "no"}, "temperature_c": 38.4, "passed": ["look"]}
    return CheckDraft(child_id, moment(21, 40), content)


def fill(store: DiaryStore) -> None:
    store.save_child(MIA)
    store.save_note(note(), [PHOTO], spot=BACK, check=check())
    store.save_care(CARE)
    store.save_reminder(REMINDER)


def filled_diary(folder: Path) -> Path:
    """The path of a closed diary that holds one of everything."""
    with DiaryStore.open(folder) as store:
        fill(store)
        store.keep_check_draft(check_draft())
    return folder / FILE_NAME


def what_is_in(folder: Path) -> dict[str, str]:
    """Every name in the folder with the hash of its bytes or the kind of thing it is."""
    return {path.name: _fingerprint(path) for path in sorted(folder.iterdir())}


def _fingerprint(path: Path) -> str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "not a file"
