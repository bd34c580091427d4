"""Icons: the program's own SVG files, drawn in a colour of the theme."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from guide.domain.conditions import Urgency
from guide.paths import resources_folder
from guide.ui.theme import CONTROL_RADIUS, Colours, Theme
from guide.ui.widgets.pressing import PushButton

# Drawn larger than ever shown, so that scaling only ever makes smaller: crisp at 100 to 400 %.
_DRAWN = 128
_GAP_AFTER = 0.4

LEVEL_ICONS = {
    Urgency.EMERGENCY: "triangle-alert",
    Urgency.SAME_DAY: "clock",
    Urgency.ROUTINE: "calendar",
    Urgency.HOME: "check",
}


def icon_file(name: str) -> Path:
    return resources_folder() / "icons" / f"{name}.svg"


@cache
def icon(name: str, colour: str, *, room_after: float = 0) -> QIcon:
    """``room_after`` is left empty at the right, as a share of the width: style sheets know no gap there."""
    svg = icon_file(name).read_text("utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(_DRAWN * (1 + room_after)), _DRAWN)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, _DRAWN, _DRAWN))
    painter.end()
    return QIcon(pixmap)


class IconLabel(QLabel):
    """An icon that follows the theme; it says nothing to a screen reader, the words beside it do."""

    def __init__(
        self, theme: Theme, name: str, colour: str, size: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._colour, self._size = theme, name, colour, size
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        side = self._theme.px(self._size)
        pixmap = icon(self._name, colour_named(self._theme.colours, self._colour)).pixmap(
            QSize(side, side), self.devicePixelRatioF()
        )
        self.setPixmap(pixmap)
        self.setFixedSize(side, side)


class ThemedButton(PushButton):
    """A button in one of the style sheet's looks, with an icon in that look's colour."""

    def __init__(self, theme: Theme, text: str, look: str = "", icon_name: str = "") -> None:
        super().__init__(text)
        self._theme, self._icon_name = theme, icon_name
        self.setProperty("look", look)
        theme.changed.connect(self._draw)
        self.toggled.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        if self._icon_name:
            side = self._theme.px(20)
            self.setIcon(icon(self._icon_name, self._icon_colour(), room_after=_GAP_AFTER))
            self.setIconSize(QSize(round(side * (1 + _GAP_AFTER)), side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A filled button has its focus ring inside, where its colour is sure to stand out."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("look") in ("primary", "danger"):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._icon_colour()), 2))
            radius = self._theme.px(CONTROL_RADIUS) - 4
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), radius, radius)

    def _icon_colour(self) -> str:
        colours = self._theme.colours
        strong = colours.level(Urgency.EMERGENCY).strong
        plain = colours.brand if self.isChecked() else colours.muted
        return {
            "primary": colours.on_brand,
            "danger": colours.on_emergency,
            "danger-soft": strong,
            "rail": plain,
            "pill": colours.muted,
        }.get(str(self.property("look")), colours.brand)


def colour_named(colours: Colours, name: str) -> str:
    """A colour of the scheme: a field's name, or an urgency's value for its strong colour."""
    if name in list(Urgency):
        return colours.level(Urgency(name)).strong
    return str(getattr(colours, name))
