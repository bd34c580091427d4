"""A small family and a small pack for the sheet."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QRadialGradient

from guide.domain.conditions import Statement, Urgency
from guide.domain.diary import Child, Moment, Note, NoteWithPhotos, Photo, SavedCheck, Spot
from guide.domain.pack import BodyRegion, ContentPack, PackInfo, Region
from guide.domain.questions import Rule, TriageAction
from guide.domain.summary import Choices, Summary, build_summary
from tests.ui.no_weights import NO_WEIGHTS

TODAY = date(2026, 11, 22)
MIA = Child("c1", "Mia", date(2026, 10, 17), allergies="none known")
BACK = Spot("s1", MIA.id, "Bumps on the back", "back", "upper-back", 47, 62, date(2026, 11, 3), "fading")
NOSE = Spot("s2", MIA.id, "Nose dots", "front", "nose", 50, 27, date(2026, 10, 25), "gone")

_FACTS = Statement("", ())


def at(day: date) -> Moment:
    return Moment(datetime(day.year, day.month, day.day, 19, 30, tzinfo=UTC), "Etc/UTC")


def pack() -> ContentPack:
    action = TriageAction("routine", Urgency.ROUTINE, "", "", (), "", _FACTS)
    return ContentPack(
        info=PackInfo("p", "", "en", "1", 1, "", "", "", ""),
        conditions=(),
        questions=(),
        groups=(),
        rules=(
            Rule("fever", "routine", "Fever of 38 °C or more.", _FACTS, group="g"),
            Rule("sleepy", "routine", "Hard to wake or very floppy", _FACTS, group="g"),
            Rule("blisters", "routine", "Blisters that spread", _FACTS, group="g"),
        ),
        actions=(action,),
        weights=NO_WEIGHTS,
        sources=(),
        regions=(region("any", "C"), region("us", "F")),
        body=(
            BodyRegion("upper-back", "upper back", "back", "trunk", 50, 60, 10, 10),
            BodyRegion("nose", "nose", "front", "face", 50, 27, 3, 3),
        ),
    )


def region(region_id: str, unit: Literal["C", "F"]) -> Region:
    return Region(region_id, region_id, "112", "", "", "", unit, "mm", "A4", "2026-11-22", ())


def note(day: date, text: str = "", photos: Sequence[Photo] = (), **facts: object) -> NoteWithPhotos:
    written = Note(f"n-{day}-{text[:9]}", BACK.id, at(day), text, **facts)  # type: ignore[arg-type]
    return NoteWithPhotos(written, tuple(photos))


def photo(number: int, width: int = 1200, height: int = 1600) -> Photo:
    return Photo(
        f"p{number}", "n", width, height, 300_000, datetime.fromisoformat(f"2026-11-{number:02}T10:00")
    )


def check(**signs: str) -> SavedCheck:
    asked = {"fever": "no", "sleepy": "no", "blisters": "no"} | signs
    lines = (
        ("What do the spots look like?", "Small white bumps; Smooth and firm"),
        ("Where are they?", "Back"),
        ("Do they seem to itch?", "No"),
    )
    done = at(date(2026, 11, 20))
    return SavedCheck(
        "k", MIA.id, None, done, "1", "routine", "Ask at the next visit", (), asked, {}, lines, 37.6
    )


def course() -> list[NoteWithPhotos]:
    return [
        note(date(2026, 11, 3), "first seen after bath", [photo(3)], how_many=15, largest_mm=2, itch=0),
        note(date(2026, 11, 6), how_many=22, largest_mm=2, itch=0, temperature_c=36.8, compared="new-ones"),
        note(
            date(2026, 11, 10),
            "warm room overnight, temp <38 & slept well",
            [photo(10, 1600, 1200)],
            how_many=20,
            largest_mm=2,
            itch=2,
            temperature_c=37.1,
            compared="same",
            care_tried="looser vest, no more wool",
        ),
        note(
            date(2026, 11, 16),
            "stopped the oil",
            [photo(16)],
            how_many=12,
            compared="better",
            care_tried="no oil",
        ),
        note(
            date(2026, 11, 20), "flatter", [photo(20)], how_many=8, largest_mm=1.5, itch=0, compared="better"
        ),
    ]


def choices(**chosen: object) -> Choices:
    why = "Small white bumps on the upper back since 3 Nov, about 8 now (most: about 22). Feeds well."
    questions = ("When should they be gone?", "Is fragrance-free cream all right?")
    return Choices(why=why, own_questions=questions, **chosen)  # type: ignore[arg-type]


def summary(
    child: Child = MIA, notes: list[NoteWithPhotos] | None = None, chosen: Choices | None = None
) -> Summary:
    of_nose = [
        note(date(2026, 10, 25), how_many=3),
        note(date(2026, 11, 9), "cannot see them any more", how_many=0),
    ]
    spots = [(BACK, course() if notes is None else notes), (NOSE, of_nose)]
    return build_summary(child, spots, check(blisters="cannot-tell"), chosen or choices(), TODAY)


def many_notes(count: int) -> list[NoteWithPhotos]:
    first = date(2026, 9, 1)
    return [
        note(first + timedelta(days=number), f"row {number} looked much the same as before", how_many=number)
        for number in range(count)
    ]


def photo_jpeg(photo_id: str) -> bytes:
    wide = photo_id == "p10"
    return _skin(1600 if wide else 1200, 1200 if wide else 1600)


@cache
def _skin(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#C08A64"))
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(90):
        x, y = (number * 397) % width, (number * 743) % height
        shade = QRadialGradient(x, y, 200)
        shade.setColorAt(0, QColor(230, 180, 140, 60))
        shade.setColorAt(1, QColor(230, 180, 140, 0))
        painter.setBrush(shade)
        painter.drawEllipse(x - 200, y - 200, 400, 400)
    painter.setBrush(QColor("#F7F3EC"))
    painter.drawEllipse(width // 2, height // 2, 60, 60)
    painter.drawEllipse(width // 3, height // 3, 50, 50)
    painter.end()
    return _encoded(image)


def _encoded(image: QImage) -> bytes:
    content = QByteArray()
    target = QBuffer(content)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(target, QByteArray(b"jpeg")).write(image)
    return bytes(content.data())
