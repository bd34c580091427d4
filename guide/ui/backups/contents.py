"""What is in the diary and in a backup, in the same words, so that one can be held against the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from guide.domain.diary import Moment
from guide.store.backup import Backup, Inside, MissingPhoto
from guide.store.backup.snapshot import alive_in
from guide.store.diary_store import DiaryStore
from guide.ui.wording import day_words, time_words

translate = QCoreApplication.translate
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Contents:
    children: tuple[str, ...]
    notes: int
    photos: int
    newest_note: Moment | None
    missing: tuple[MissingPhoto, ...] = ()

    def lines(self) -> list[str]:
        names = ", ".join(self.children)
        said = [names or translate("backups", "No child yet"), counts_words(self.notes, self.photos)]
        if self.newest_note is not None:
            newest = translate("backups", "Newest note: {when}")
            said.append(newest.replace("{when}", moment_words(self.newest_note.at)))
        return said


def contents_of(store: DiaryStore) -> Contents:
    """Reads for a while: not on the window's thread."""
    children = store.children()
    counts = store.look(lambda connection, _key: alive_in(connection))
    newest = [
        found[0].note.written
        for child in children
        for spot in store.spots(child.id)
        if (found := store.notes(spot.id, limit=1))
    ]
    last = max(newest, key=lambda moment: moment.at, default=None)
    return Contents(tuple(child.name for child in children), counts["notes"], counts["photos"], last)


def contents_in(inside: Inside) -> Contents:
    counts = inside.backup.counts or {}
    return Contents(
        inside.children, counts.get("notes", 0), inside.photos, inside.newest_note, inside.missing
    )


def counts_words(notes: int, photos: int) -> str:
    locale = QLocale()
    said_notes = translate("backups", "1 note") if notes == 1 else translate("backups", "{number} notes")
    said_photos = translate("backups", "1 photo") if photos == 1 else translate("backups", "{number} photos")
    return translate("backups", "{notes} and {photos}").format(
        notes=said_notes.format(number=locale.toString(notes)),
        photos=said_photos.format(number=locale.toString(photos)),
    )


def backup_words(backup: Backup) -> str:
    """When it was made and what it counts; the time is what the clock said then."""
    when = moment_words(backup.when) if backup.when else translate("backups", "Time not known")
    return f"{when} · {counts_in(backup.counts or {})}"


def counts_in(counts: Mapping[str, int]) -> str:
    return counts_words(counts.get("notes", 0), counts.get("photos", 0))


def moment_words(moment: datetime) -> str:
    return f"{day_words(moment.date())}, {time_words(moment)}"


def missing_words(missing: Sequence[MissingPhoto]) -> str:
    """Which photos are not whole; their notes are there all the same."""
    if len(missing) == 1:
        said = translate("backups", "1 photo is not whole in this backup. Its note is there:")
    else:
        said = translate("backups", "{number} photos are not whole in this backup. Their notes are there:")
    lines = [f"{each.child}, {each.spot}, {moment_words(each.written.at)}" for each in missing[:_MOST_NAMED]]
    if len(missing) > _MOST_NAMED:
        more = translate("backups", "and {number} more")
        lines.append(more.replace("{number}", str(len(missing) - _MOST_NAMED)))
    return "\n".join([said.replace("{number}", str(len(missing))), *lines])
