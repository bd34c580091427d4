"""Every picture of a pack on one large sheet, for those who judge them: a row a stage, a column a tone."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from guide.domain.conditions import Condition
from guide.domain.lesions import Stage
from guide.ui.app import make_application
from guide.ui.pictures.colour.colours import MONK_TONES, TONES
from guide.ui.pictures.mishaps import interrupts_wait, painters_ended
from guide.ui.pictures.painter import paint_skin
from guide.ui.pictures.plans.scene import Scene, scene_of
from guide.ui.pictures.words import alt_text
from guide.ui.theme import FAMILY, LIGHT

translate = QCoreApplication.translate

MOST_HIGH = 16_000
"""A higher sheet goes on beside itself: many programs show no more."""

_MOST_PIXELS = 200_000_000
_DOTS_PER_METER = 3780  # 96 dpi, whatever the screen
_GAP, _EDGE, _LABEL = 8, 24, 300
_NAME, _SMALL = 17, 13
_PLAIN_WORDS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class SheetTooLargeError(Exception):
    """No picture of this size can be made."""


@dataclass(frozen=True, slots=True)
class Row:
    """One stage of one condition; ``words`` are its text description."""

    condition: Condition
    stage: Stage
    scene: Scene
    words: str
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where everything goes: the rows in blocks that stand side by side."""

    title: str
    picture: QSize
    tones: tuple[float, ...]
    blocks: tuple[tuple[Row, ...], ...]

    @property
    def block_width(self) -> int:
        return _LABEL + len(self.tones) * (self.picture.width() + _GAP)

    @property
    def size(self) -> QSize:
        tallest = max(_height(block) for block in self.blocks)
        wide = 2 * _EDGE + len(self.blocks) * self.block_width + (len(self.blocks) - 1) * _EDGE
        return QSize(wide, math.ceil(tallest) + 2 * _EDGE + _heading_height())


def contact_sheet(
    title: str, conditions: Sequence[Condition], size: tuple[int, int], tones: Sequence[float]
) -> bytes:
    """The sheet as a PNG; the same for the same conditions on every run. Needs no display."""
    if not QCoreApplication.instance():
        make_application(["little-spots"])
    sheet = planned(title, conditions, QSize(*size), tones)
    if sheet.size.width() * sheet.size.height() > _MOST_PIXELS or sheet.size.width() > 32_767:
        raise SheetTooLargeError
    return _png(_painted(sheet))


def planned(title: str, conditions: Sequence[Condition], picture: QSize, tones: Sequence[float]) -> Sheet:
    rows = [
        _row(condition, stage, picture) for condition in conditions for stage in condition.appearance.stages
    ]
    room = MOST_HIGH - 2 * _EDGE - _heading_height()
    blocks = math.ceil(sum(row.height + _GAP for row in rows) / room)
    while True:
        parted = _parted(rows, blocks)
        if max(map(_height, parted)) <= room or blocks >= len(rows):
            return Sheet(title, picture, tuple(tones), parted)
        blocks += 1


def tone_words(tone: float) -> str:
    """Like "Brown, Monk 6"; between two of those that are drawn, like "Tone 2.5"."""
    if tone != int(tone):
        return translate("pictures", "Tone {number}").format(number=f"{tone:g}")
    names = (
        translate("pictures", "Light"),
        translate("pictures", "Light brown"),
        translate("pictures", "Brown"),
        translate("pictures", "Dark brown"),
        translate("pictures", "Black"),
    )
    monk = next(number for number, code in MONK_TONES.items() if code == TONES[int(tone)])
    return translate("pictures", "{name}, Monk {number}").format(name=names[int(tone)], number=monk)


def _row(condition: Condition, stage: Stage, picture: QSize) -> Row:
    scene = scene_of(condition, stage)
    words = alt_text(scene)
    text = sum(_text_height(text, font) for text, font in _label_texts(condition, stage, words))
    return Row(condition, stage, scene, words, max(picture.height(), text))


def _parted(rows: Sequence[Row], blocks: int) -> tuple[tuple[Row, ...], ...]:
    each = math.ceil(len(rows) / blocks)
    return tuple(tuple(rows[at : at + each]) for at in range(0, len(rows), each))


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height + _GAP for row in rows)


def _heading_height() -> int:
    """The sheet's title and, below, the names of the tones."""
    return 2 * _NAME + 3 * _SMALL


def _painted(sheet: Sheet) -> QImage:
    image = QImage(sheet.size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise SheetTooLargeError
    image.setDotsPerMeterX(_DOTS_PER_METER)
    image.setDotsPerMeterY(_DOTS_PER_METER)
    image.fill(QColor(LIGHT.background))
    painter = QPainter(image)
    painter.setPen(QColor(LIGHT.ink))
    painter.setFont(_font(_NAME, bold=True))
    painter.drawText(QPointF(_EDGE, _EDGE + _NAME), sheet.title)
    with painters_ended(), interrupts_wait() as look:
        for at, block in enumerate(sheet.blocks):
            left = _EDGE + at * (sheet.block_width + _EDGE)
            _paint_block(painter, sheet, block, left, look)
    painter.end()
    return image


def _paint_block(
    painter: QPainter, sheet: Sheet, rows: Sequence[Row], left: float, look: Callable[[], None]
) -> None:
    """``look`` is called before each row, and may end the whole."""
    top = float(_EDGE + _heading_height())
    painter.setFont(_font(_SMALL, bold=True))
    painter.setPen(QColor(LIGHT.ink))
    for column, tone in zip(_columns(sheet, left), sheet.tones, strict=True):
        painter.drawText(QPointF(column, top - _SMALL / 2), tone_words(tone))
    for row in rows:
        look()
        _paint_label(painter, QRectF(left, top, _LABEL - _GAP, row.height), row)
        for column, tone in zip(_columns(sheet, left), sheet.tones, strict=True):
            place = QRectF(column, top, sheet.picture.width(), sheet.picture.height())
            paint_skin(painter, place, row.scene, tone, True)
        top += row.height + _GAP


def _columns(sheet: Sheet, left: float) -> Iterator[float]:
    for at in range(len(sheet.tones)):
        yield left + _LABEL + at * (sheet.picture.width() + _GAP)


def _paint_label(painter: QPainter, place: QRectF, row: Row) -> None:
    for text, font in _label_texts(row.condition, row.stage, row.words):
        height = _text_height(text, font)
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.ink if font.bold() else LIGHT.muted))
        painter.drawText(QRectF(place.left(), place.top(), place.width(), height), _PLAIN_WORDS, text)
        place.setTop(place.top() + height)


def _label_texts(condition: Condition, stage: Stage, words: str) -> list[tuple[str, QFont]]:
    small = _font(_SMALL)
    return [
        (condition.name, _font(_NAME, bold=True)),
        (f"{condition.id}/{stage.id}", small),
        (stage.name, _font(_SMALL, bold=True)),
        (words, small),
    ]


def _text_height(text: str, font: QFont) -> float:
    room = QRectF(0, 0, _LABEL - _GAP, 10_000)
    return math.ceil(QFontMetricsF(font).boundingRect(room, _PLAIN_WORDS, text).height())


def _font(size: int, bold: bool = False) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise SheetTooLargeError
    return bytes(buffer.data().data())
