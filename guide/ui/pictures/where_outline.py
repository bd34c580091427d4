"""Where on the body, drawn: the fewest views that show every place, on screen and on paper."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from guide.domain.pack import BodyRegion
from guide.domain.places import Places
from guide.ui.body_map.outline import BOX, body_details, body_outline, paint_body

HEAD = QRectF(19, 0, 62, 62)
"""The part of the box that is shown alone where nothing below the neck is told of."""

_NECK_ENDS = 60.0
# The ellipses of the map leave gaps for a finger to tell them apart; grown by this much a place is one area.
_GROWN = 1.22
_NEAR = 1.48
_CORNERS = 32
# Of the picture's height: a mouth or a hand is still seen in a picture of 150 px.
_LEAST_RADIUS = 0.024
_LINE = 0.0088
_HATCH_STEP = 0.030
_WORD = 0.084
_GAP = 0.03


@dataclass(frozen=True, slots=True)
class WhereColours:
    """``fill`` is the body's colour, ``line`` its edge, ``place`` marks where it is seen."""

    line: QColor
    fill: QColor
    place: QColor


def views_of(regions: Sequence[BodyRegion], places: Places) -> tuple[str, ...]:
    """One view where one shows all; the front where there is a choice."""
    shown = {*places.usual, *places.sometimes} & {region.place for region in regions}
    for view in ("front", "back"):
        if shown <= {region.place for region in regions if region.view == view}:
            return (view,)
    return ("front", "back")


def is_of_the_head(regions: Sequence[BodyRegion], places: Places) -> bool:
    shown = _shown(regions, (*places.usual, *places.sometimes))
    return bool(shown) and all(region.y + region.ry <= _NECK_ENDS for region in shown)


def paint_where(
    painter: QPainter,
    rect: QRect | QRectF,
    regions: Sequence[BodyRegion],
    places: Places,
    colours: WhereColours,
) -> None:
    """The usual places filled, the others hatched; where there is a view from behind, each has its name."""
    rect = QRectF(rect)
    views = views_of(regions, places)
    crop = HEAD if is_of_the_head(regions, places) else BOX
    named = "back" in views
    word = _WORD * rect.height() if named else 0.0
    for view, part in zip(views, _parts(rect, crop, len(views), word), strict=True):
        _paint_view(
            painter, part, crop, view, [each for each in regions if each.view == view], places, colours
        )
        if named:
            _paint_word(painter, part, view, word, colours.line)


def _parts(rect: QRectF, crop: QRectF, views: int, word: float) -> list[QRectF]:
    """A place for each view, side by side in the middle, all of one size."""
    gap = _GAP * rect.height() if views > 1 else 0.0
    scale = min((rect.width() - gap) / views / crop.width(), (rect.height() - word) / crop.height())
    width, height = scale * crop.width(), scale * crop.height()
    left = rect.center().x() - (views * width + gap) / 2
    top = rect.center().y() - (height + word) / 2
    return [QRectF(left + at * (width + gap), top, width, height) for at in range(views)]


def _paint_view(
    painter: QPainter,
    part: QRectF,
    crop: QRectF,
    view: str,
    regions: Sequence[BodyRegion],
    places: Places,
    colours: WhereColours,
) -> None:
    scale = part.width() / crop.width()
    left, top = part.left() - scale * crop.left(), part.top() - scale * crop.top()
    body = QRectF(left, top, scale * BOX.width(), scale * BOX.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if crop is not BOX:
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
    paint_body(painter, body, view, colours.line, colours.fill)
    painter.setTransform(QTransform(scale, 0, 0, scale, left, top), combine=True)
    unit = part.height() / scale
    for place, usual in _largest_first(regions, places):
        area = place_path(tuple(_shown(regions, (place,))), view, round(_LEAST_RADIUS * unit, 3))
        _paint_area(painter, area, usual, unit, colours)
        if usual:
            _paint_details(painter, area, view, colours.fill)
    painter.restore()


def _largest_first(regions: Sequence[BodyRegion], places: Places) -> list[tuple[str, bool]]:
    """With whether it is usual; a mouth lies on a face, so the small ones are painted over the large ones."""
    told = [(place, False) for place in places.sometimes] + [(place, True) for place in places.usual]
    return sorted(told, key=lambda each: -sum(part.rx * part.ry for part in _shown(regions, each[:1])))


@lru_cache(maxsize=256)
def place_path(regions: tuple[BodyRegion, ...], view: str, least: float) -> QPainterPath:
    """The regions of one place on the body, none with a radius below ``least``; neighbours are one area."""
    area = QPainterPath()
    for together in _neighbours(regions):
        part = QPainterPath()
        part.addPolygon(_hull([point for region in together for point in _rim(region, least)]))
        part.closeSubpath()
        area = area.united(part)
    return area.intersected(body_outline(view))


def _neighbours(regions: Iterable[BodyRegion]) -> list[list[BodyRegion]]:
    """Upper and lower arm together, the left and the right leg apart."""
    groups: list[list[BodyRegion]] = []
    for region in regions:
        near = [group for group in groups if any(_is_next_to(region, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([region, *(other for group in near for other in group)])
    return groups


def _is_next_to(one: BodyRegion, other: BodyRegion) -> bool:
    """Close, and with skin between them."""
    across = (one.x - other.x) / (_NEAR * (one.rx + other.rx))
    down = (one.y - other.y) / (_NEAR * (one.ry + other.ry))
    between = QPointF((one.x + other.x) / 2, (one.y + other.y) / 2)
    return math.hypot(across, down) <= 1.0 and body_outline(one.view).contains(between)


def _rim(region: BodyRegion, least: float) -> Iterator[QPointF]:
    across, down = max(least, _GROWN * region.rx), max(least, _GROWN * region.ry)
    for at in range(_CORNERS):
        turn = math.tau * at / _CORNERS
        yield QPointF(region.x + across * math.cos(turn), region.y + down * math.sin(turn))


def _hull(points: Iterable[QPointF]) -> QPolygonF:
    """As a rubber band round the points (Andrew's monotone chain)."""
    ordered = sorted(points, key=lambda point: (point.x(), point.y()))
    return QPolygonF(_half_hull(ordered)[:-1] + _half_hull(ordered[::-1])[:-1])


def _half_hull(points: Iterable[QPointF]) -> list[QPointF]:
    hull: list[QPointF] = []
    for point in points:
        while len(hull) > 1 and _turns_right(hull[-2], hull[-1], point):
            hull.pop()
        hull.append(point)
    return hull


def _turns_right(first: QPointF, second: QPointF, third: QPointF) -> bool:
    to_second, to_third = second - first, third - first
    return to_second.x() * to_third.y() - to_second.y() * to_third.x() <= 0


def _paint_area(
    painter: QPainter, area: QPainterPath, usual: bool, height: float, colours: WhereColours
) -> None:
    """Full or hatched, so that it is told apart without colour; the hatching lies on bare skin."""
    painter.setPen(QPen(colours.place, _LINE * height))
    painter.setBrush(colours.place if usual else colours.fill)
    painter.drawPath(area)
    if usual:
        return
    painter.save()
    painter.setClipPath(area, Qt.ClipOperation.IntersectClip)
    box, step = area.boundingRect(), _HATCH_STEP * height
    at = box.left() - box.height() - (box.left() - box.height()) % step
    while at < box.right():
        painter.drawLine(QPointF(at, box.bottom()), QPointF(at + box.height(), box.top()))
        at += step
    painter.restore()


def _paint_details(painter: QPainter, area: QPainterPath, view: str, colour: QColor) -> None:
    """Eyes and mouth are still a face where all of it is filled."""
    painter.save()
    painter.setClipPath(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, 0.9))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(body_details(view))
    painter.restore()


def _paint_word(painter: QPainter, part: QRectF, view: str, height: float, colour: QColor) -> None:
    words = {
        "front": QCoreApplication.translate("pictures", "Front"),
        "back": QCoreApplication.translate("pictures", "Back"),
    }
    painter.save()
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(0.95 * height)))
    painter.setFont(font)
    painter.setPen(colour)
    place = QRectF(part.left() - height, part.bottom(), part.width() + 2 * height, 1.1 * height)
    painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words[view])
    painter.restore()


def _shown(regions: Iterable[BodyRegion], places: Sequence[str]) -> list[BodyRegion]:
    return [region for region in regions if region.place in places]
