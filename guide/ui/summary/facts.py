"""What the diary holds for the doctor's page, and the first words about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from guide.domain.diary import Child, NoteWithPhotos, SavedCheck, Spot
from guide.domain.pack import ContentPack
from guide.ui.family import Family
from guide.ui.wording import day_words

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Facts:
    """Each spot with its notes, in the diary's order; ``check`` is the newest one."""

    child: Child
    spots: list[tuple[Spot, list[NoteWithPhotos]]]
    check: SavedCheck | None

    @property
    def empty(self) -> bool:
        return not self.spots and self.check is None

    def notes(self, since: date | None) -> list[NoteWithPhotos]:
        """Those of all spots from that day on, oldest first."""
        found = [item for _, notes in self.spots for item in notes]
        chosen = [item for item in found if since is None or item.note.written.at.date() >= since]
        return sorted(chosen, key=lambda item: item.note.written.at)


def read_facts(family: Family, child: Child) -> Facts:
    spots = [(spot, family.notes(spot.id)) for spot in family.spots()]
    newest = max(family.checks(), key=lambda check: check.done.at, default=None)
    return Facts(child, spots, newest)


def proposed_why(facts: Facts, pack: ContentPack) -> str:
    """Why the family comes, from what was written down; a sentence for each spot."""
    places = {part.id: part.name for part in pack.body}
    return " ".join(_sentence(spot, notes, places) for spot, notes in facts.spots)


def _sentence(spot: Spot, notes: Sequence[NoteWithPhotos], places: Mapping[str, str]) -> str:
    said = _since(spot, notes)
    if place := places.get(spot.region, spot.name).strip():
        said = (
            translate("summary", "{place}: spots{since}").replace("{since}", said).replace("{place}", place)
        )
    else:
        said = translate("summary", "Spots{since}").replace("{since}", said)
    return said + _number_now(spot, notes) + "."


def _since(spot: Spot, notes: Sequence[NoteWithPhotos]) -> str:
    first = spot.first_seen or min((item.note.written.at.date() for item in notes), default=None)
    return translate("summary", " since {day}").replace("{day}", day_words(first)) if first else ""


def _number_now(spot: Spot, notes: Sequence[NoteWithPhotos]) -> str:
    """From the newest note that holds a number."""
    counted = [item.note for item in notes if item.note.how_many is not None]
    newest = max(counted, key=lambda note: note.written.at, default=None)
    number = newest.how_many if newest else None
    if spot.status == "gone" or number == 0:
        return translate("summary", ", gone now")
    if number is None:
        return ""
    if number == 1:
        return translate("summary", ", one now")
    return translate("summary", ", about {number} now").format(number=QLocale().toString(number))
