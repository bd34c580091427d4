"""A note that is being written: all that was typed, apart from the widgets, so that it outlives them."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from guide.domain.diary import Compared, Moment, NewPhoto, Note, SavedCheck, Spot, new_id
from guide.domain.pack import BodyRegion
from guide.ui.diary.numbers_typed import celsius_typed, count_typed, millimetres_typed


@dataclass(frozen=True, slots=True)
class WaitingPhoto:
    """A photo still to be read: a file, or what was pasted, which is never written to a disk unread."""

    path: Path
    pasted: bytes | None = None


@dataclass
class NoteDraft:
    """Numbers stay as they were typed, so that a slip is still there to be put right.

    The ids are given once: saving again after a failure writes the same note, not a second one.
    ``written`` is the wall time chosen, None for the moment of saving. ``spot`` is None for a new spot.
    """

    child_id: str
    spot: Spot | None = None
    choose_spot: bool = False
    note_id: str = field(default_factory=new_id)
    new_spot_id: str = field(default_factory=new_id)
    spot_name: str = ""
    name_typed: bool = False
    place: BodyRegion | None = None
    x: float = 0
    y: float = 0
    first_seen: date | None = None
    written: datetime | None = None
    compared: Compared = ""
    how_many: str = ""
    largest: str = ""
    itch: int | None = None
    temperature: str = ""
    care_tried: str = ""
    text: str = ""
    photos: list[NewPhoto] = field(default_factory=list)
    waiting: list[WaitingPhoto] = field(default_factory=list)
    check: SavedCheck | None = None

    @property
    def holds_something(self) -> bool:
        """Whether leaving it would lose anything a parent did."""
        return self.says_something or self.name_typed or bool(self.written or self.waiting)

    @property
    def says_something(self) -> bool:
        """Whether there is anything to note beyond which spot it is."""
        typed = (self.how_many, self.largest, self.temperature, self.care_tried, self.text)
        chosen = self.compared or self.photos or self.check or self.itch is not None
        return bool(chosen) or any(text.strip() for text in typed)

    @property
    def title(self) -> str:
        """The name of the spot it is about; empty while that is not known."""
        return self.spot.name if self.spot else self.spot_name.strip()

    def choose_place(self, place: BodyRegion, x: float, y: float) -> None:
        """The region's name is proposed for the spot until a name is typed."""
        self.place, self.x, self.y = place, x, y
        if not self.name_typed:
            self.spot_name = place.name

    def new_spot(self) -> Spot | None:
        """The spot to be kept with the note; None for a note on one that is kept already."""
        if self.spot or self.place is None:
            return None
        return Spot(
            id=self.new_spot_id,
            child_id=self.child_id,
            name=self.title or self.place.name,
            view=self.place.view,
            region=self.place.id,
            x=self.x,
            y=self.y,
            first_seen=self.first_seen,
        )

    def note(self, now: Moment, temperature_unit: str) -> Note:
        """The note as it is kept; ValueError for what is no number, which the form's cards check first."""
        return Note(
            id=self.note_id,
            spot_id=self.spot_id,
            written=self._moment(now),
            text=self.text.strip(),
            compared=self.compared if self.spot else "",
            how_many=count_typed(self.how_many),
            largest_mm=millimetres_typed(self.largest),
            itch=self.itch,
            temperature_c=celsius_typed(self.temperature, temperature_unit),
            care_tried=self.care_tried.strip(),
        )

    def check_to_keep(self) -> SavedCheck | None:
        return replace(self.check, spot_id=self.spot_id) if self.check else None

    @property
    def spot_id(self) -> str:
        return self.spot.id if self.spot else self.new_spot_id

    def _moment(self, now: Moment) -> Moment:
        return Moment(self.written.astimezone(), now.zone) if self.written else now


class Drafts:
    """The note being written for each child, and the spot looked at last; they outlive the pages."""

    def __init__(self) -> None:
        self._open: dict[str, NoteDraft] = {}
        self.chosen_spot: dict[str, str] = {}
        self.in_view = False

    @property
    def unsaved(self) -> bool:
        """Whether closing the program now would lose something a parent wrote or added."""
        return any(draft.holds_something for draft in self._open.values())

    def of(self, child_id: str) -> NoteDraft | None:
        return self._open.get(child_id)

    def keep(self, draft: NoteDraft) -> None:
        self._open[draft.child_id] = draft

    def drop(self, child_id: str) -> None:
        self._open.pop(child_id, None)
