"""Scale: fine and dry, silvery in plates, or yellow and greasy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QImage, QPainter

from guide.domain.lesions import Lesion
from guide.ui.pictures.colour.colours import Lab, darkness, erythema, mark_colour, mix
from guide.ui.pictures.marks.flakes import BRAN, CLOD, KINDS, PLATE, Sort, flake_heights, flakes
from guide.ui.pictures.marks.relief import Heights
from guide.ui.pictures.marks.scatter import Spot, packed, strewn
from guide.ui.pictures.marks.shapes import LIGHT_FROM, WHITE
from guide.ui.pictures.marks.stamps import Print, haze, lay, lay_heights, lump, stepped
from guide.ui.pictures.plans.plan import Mark

RIM = (0.62, 1.0)
"""Where the scale of a ring lies, in radii: at its edge, where the fungus grows."""


@dataclass(frozen=True, slots=True)
class _Style:
    """A flake's width in mm and at least in pixels, how much of the mark they cover, how high they stand.

    They reach so far ``outer`` on the mark; on a small one they shrink to ``least`` of their width.
    """

    sort: Sort
    size: float
    least_px: float
    cover: float
    lift: float
    outer: float = 0.97
    least: float = 0.4


_FINE = _Style(Sort(BRAN, 0.34, 0.38, 0.04), 0.62, 2.4, 0.44, 0.035)
_PLATES = (
    _Style(Sort(PLATE, 0.32, 0.22), 3.6, 6.0, 3.6, 0.022, 0.88),
    _Style(Sort(BRAN, 0.30, 0.36), 1.1, 3.2, 0.34, 0.04, 0.84),
)
_WAX = (
    _Style(Sort(CLOD, 0.55, 0.0), 2.6, 5.5, 1.7, 0.05, 0.95, 0.8),
    _Style(Sort(BRAN, 0.30, 0.34), 0.9, 2.8, 0.26, 0.08, 0.97),
)
_THIN_WAX = (_Style(Sort(BRAN, 0.40, 0.22, 0.10), 1.15, 3.0, 0.62, 0.045, 0.92),)
_MOST_SPOTS = 210
# Of the plates of grease, so many have come off.
_BARE = 0.25
# On a mark smaller than this many times its usual size a flake is smaller as well.
_FLAKES_ACROSS = 5.5


def paint_scale(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    scale = painter.transform().m11()
    for mark in marks:
        colour = scale_colour(mark.lesion, skin)
        if mark.lesion.surface == "silvery":
            _film(painter, mark, colour, scale)
        elif _WAX[0] in _styles(mark):
            _gaps(painter, mark, erythema(skin), scale)
        for style in _styles(mark):
            pixels = _pixels(style, mark, scale)
            lay(painter, _prints(flakes(style.sort, pixels, colour), style, mark, scale))


def raise_scale(heights: Heights, marks: Iterable[Mark]) -> None:
    for mark in marks:
        for style in _styles(mark):
            stamps = flake_heights(style.sort, _pixels(style, mark, heights.scale))
            lay_heights(heights, _prints(stamps, style, mark, heights.scale), style.lift)
            if style is _WAX[0]:
                _swell(heights, mark, style)


def shine_on_wax(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """Grease mirrors the lamp dully: broad and faint, on the side of each plate that faces it."""
    scale, dark = painter.transform().m11(), darkness(skin)
    style = _WAX[0]
    for mark in marks:
        if mark.lesion.elevation == "flat":
            continue
        size = _size(style, mark, scale)
        stamp = haze(stepped(0.26 * size * scale), WHITE, 0.24 - 0.06 * dark)
        aside = LIGHT_FROM * 0.16 * size
        lit = [spot for spot in _spots(style, mark, scale) if spot.chance > 0.45]
        lay(painter, (Print(spot.x + aside.x(), spot.y + aside.y(), stamp) for spot in lit))


def _styles(mark: Mark) -> tuple[_Style, ...]:
    """On a cradle cap grease is thick; on a flat rash it is a thin yellowish film that flakes."""
    if mark.lesion.surface == "scaly":
        return (_FINE,)
    if mark.lesion.surface == "silvery":
        return _PLATES
    return _THIN_WAX if mark.lesion.elevation == "flat" else _WAX


def scale_colour(lesion: Lesion, skin: Lab) -> Lab:
    """Horn full of air scatters light; on black skin it looks like ash, for the skin shows through."""
    dark, under = darkness(skin), mark_colour(lesion.colour, skin)
    if lesion.surface == "silvery":
        return mix(under, Lab(0.965 - 0.16 * dark, 0.0, 0.005), 0.94 - 0.05 * dark)
    if lesion.surface == "greasy":
        thick = lesion.elevation != "flat"
        wax = Lab(0.865 - 0.15 * dark, 0.012 + 0.008 * dark, 0.088 if thick else 0.062)
        return mix(skin if thick else under, wax, (0.92 if thick else 0.80) - 0.12 * dark)
    return mix(under, Lab(0.985 - 0.25 * dark, 0.004, 0.014), 0.90 - 0.10 * dark)


def _film(painter: QPainter, mark: Mark, colour: Lab, scale: float) -> None:
    """Between the plates it is silvery as well, and only the edge is red."""
    style = _PLATES[0]
    stamp = haze(stepped(0.50 * _size(style, mark, scale) * scale), colour, 0.40)
    lay(painter, (Print(x, y, stamp) for x, y, *_ in _spots(style, mark, scale)))


def _gaps(painter: QPainter, mark: Mark, colour: Lab, scale: float) -> None:
    """Between plates of grease, and where they end, the skin below shines through."""
    style = _WAX[0]
    stamp = haze(stepped(0.62 * _size(style, mark, scale) * scale), colour, 0.50)
    spots = (spot for spot in _spots(style, mark, scale) if spot.chance < _BARE + 0.45 * (spot.out > 0.7))
    lay(painter, (Print(x, y, stamp) for x, y, *_ in spots))


def _swell(heights: Heights, mark: Mark, style: _Style) -> None:
    """Greasy scale is thick, and rounded where it sticks together."""
    size = _size(style, mark, heights.scale)
    small, large = (lump(stepped(wide * size * heights.scale), 1.1) for wide in (0.34, 0.55))
    spots = _spots(style, mark, heights.scale)
    lay_heights(heights, (Print(x, y, large) for x, y, *_ in spots[::2]), 0.08)
    lay_heights(heights, (Print(x, y, small) for x, y, *_ in spots[1::2]), 0.08)


def _prints(stamps: tuple[QImage, ...], style: _Style, mark: Mark, scale: float) -> Iterator[Print]:
    for spot in _spots(style, mark, scale):
        if style is _WAX[0] and spot.chance < _BARE:
            continue
        yield Print(spot.x, spot.y, stamps[int(spot.lot * KINDS)])


def _spots(style: _Style, mark: Mark, scale: float) -> tuple[Spot, ...]:
    """Where flakes lie: few hang together, so there are as many as cover their share of the mark."""
    size = _size(style, mark, scale)
    if style.sort.cut.together == 1:
        inside = style.outer - 0.5 * size / mark.size
        return packed(mark, round(size / style.cover**0.5, 3), max(0.4, inside))
    inner, outer = RIM if mark.lesion.shape == "ring" else (0.0, style.outer)
    area = mark.size * 0.6 if mark.lesion.shape == "line" else 0.785 * mark.size**2 * (outer**2 - inner**2)
    clump = 0.30 * style.sort.cut.together * size**2
    many = round(style.cover * area / clump)
    return strewn(mark, max(3, min(_MOST_SPOTS, many)), inner, outer - 0.5 * size / mark.size)


def _size(style: _Style, mark: Mark, scale: float) -> float:
    natural = min(style.size, max(style.least * style.size, mark.size / _FLAKES_ACROSS))
    if mark.lesion.shape == "line":
        natural = 0.5 * style.size
    return max(natural, style.least_px / scale)


def _pixels(style: _Style, mark: Mark, scale: float) -> float:
    return stepped(_size(style, mark, scale) * scale)
