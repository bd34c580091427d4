"""A made-up family: for the tour, the self-test and whoever wants to look around."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from guide.domain.diary import Child, Compared, Moment, NewPhoto, Note, Spot, new_id
from guide.domain.pack import ContentPack
from guide.store.diary_store import DiaryStore
from guide.ui.pictures.painter import paint_skin
from guide.ui.pictures.plans.scene import Scene, scene_of

TODAY = Moment(datetime(2026, 11, 22, 19, 40, tzinfo=UTC), "UTC")
CHILD = Child(new_id(), "Mia", date(2026, 10, 17), allergies="none known")


@dataclass(frozen=True, slots=True)
class _Seen:
    days_ago: int
    many: int
    size: float
    text: str
    compared: Compared = ""
    care: str = ""


_NOTES = (
    _Seen(19, 15, 2, "First seen after the bath."),
    _Seen(16, 22, 2, "More of them today.", "worse", "almond oil"),
    _Seen(12, 20, 2, "Warm room overnight; a few more.", "same", "almond oil"),
    _Seen(6, 12, 1.5, "Stopped the oil, looser vest.", "better", "looser vest"),
    _Seen(2, 8, 1, "Fewer, flatter. Slept well.", "better", "looser vest"),
)

ReadPhoto = Callable[[Path], NewPhoto]


def write_family(store: DiaryStore, pack: ContentPack, folder: Path, read_photo: ReadPhoto) -> None:
    """Mia, one spot on her back, five notes with a drawn "photo" each. The pictures pass through `folder`."""
    store.save_child(CHILD)
    region = next(region for region in pack.body if region.place == "back")
    first_seen = (TODAY.at - timedelta(days=_NOTES[0].days_ago)).date()
    spot = Spot(
        new_id(), CHILD.id, region.name, region.view, region.id, region.x, region.y, first_seen, "fading"
    )
    scene = scene_of(pack.for_front_page()[0])
    for seen in _NOTES:
        photo = read_photo(draw_photo(replace(scene, seed=str(seen.days_ago)), folder))
        store.save_note(_note(seen, spot), [photo], spot=spot)


def draw_photo(scene: Scene, folder: Path) -> Path:
    """A file that a parent could have taken: larger than what is kept."""
    image = QImage(2000, 1500, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_skin(painter, QRectF(image.rect()), scene, CHILD.skin_tone, scale_bar=False)
    painter.end()
    path = folder / f"photo-{Path(scene.seed).name}.jpg"
    image.save(str(path), quality=90)
    return path


def _note(seen: _Seen, spot: Spot) -> Note:
    return Note(
        id=new_id(),
        spot_id=spot.id,
        written=Moment(TODAY.at - timedelta(days=seen.days_ago), TODAY.zone),
        text=seen.text,
        compared=seen.compared,
        how_many=seen.many,
        largest_mm=seen.size,
        itch=0,
        care_tried=seen.care,
    )
