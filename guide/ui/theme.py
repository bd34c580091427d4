"""Colours, spacing and type sizes: the one place they are decided, light and dark."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from guide.domain.conditions import Urgency
from guide.paths import resources_folder
from guide.ui.stylesheet import stylesheet

FAMILY = "Atkinson Hyperlegible Next"
BODY, SMALL = 16, 14
TINY, SMALLER, GAP, ROOM, WIDE, PAGE = 4, 8, 12, 16, 24, 32
CONTROL_RADIUS, CARD_RADIUS = 10, 14
TEXT_PERCENTS = (80, 90, 100, 110, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Level:
    """The colours of one urgency: ``strong`` on ``soft`` and on any page colour keeps 4.5:1."""

    strong: str
    soft: str


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme, by what a colour is for."""

    dark: bool
    background: str
    surface: str
    sunken: str
    line: str
    control_line: str
    ink: str
    muted: str
    brand: str
    brand_hover: str
    brand_soft: str
    on_brand: str
    accent: str
    accent_text: str
    accent_soft: str
    emergency_hover: str
    on_emergency: str
    levels: dict[Urgency, Level]

    def level(self, urgency: Urgency) -> Level:
        return self.levels[urgency]


LIGHT = Colours(
    dark=False,
    background="#FAF7F2",
    surface="#FFFFFF",
    sunken="#F3EEE6",
    line="#E4DCD0",
    control_line="#8B8578",
    ink="#1F2B33",
    muted="#5A6872",
    brand="#0E6467",
    brand_hover="#0A4F52",
    brand_soft="#DDEFEE",
    on_brand="#FFFFFF",
    accent="#C9672B",
    accent_text="#9F4A15",
    accent_soft="#FBE9DC",
    emergency_hover="#8A1414",
    on_emergency="#FFFFFF",
    levels={
        Urgency.EMERGENCY: Level("#A61B1B", "#FCE8E6"),
        Urgency.SAME_DAY: Level("#9A4A00", "#FDEBD3"),
        Urgency.ROUTINE: Level("#22558F", "#E2EDF9"),
        Urgency.HOME: Level("#256B41", "#E1F2E7"),
    },
)

DARK = Colours(
    dark=True,
    background="#14191D",
    surface="#1D2429",
    sunken="#171D21",
    line="#333D44",
    control_line="#7C8890",
    ink="#EEF1F2",
    muted="#A9B4BB",
    brand="#6CC7C5",
    brand_hover="#8AD6D4",
    brand_soft="#173B3D",
    on_brand="#10181B",
    accent="#F0A26B",
    accent_text="#F0A26B",
    accent_soft="#3B2718",
    emergency_hover="#FFB3AC",
    on_emergency="#2A0A09",
    levels={
        Urgency.EMERGENCY: Level("#FF9A92", "#431614"),
        Urgency.SAME_DAY: Level("#FFBE78", "#3C2508"),
        Urgency.ROUTINE: Level("#9CC6FF", "#14293F"),
        Urgency.HOME: Level("#8AD6A4", "#12311E"),
    },
)


class Theme(QObject):
    """The scheme and text size in use; ``changed`` tells everything that paints for itself."""

    changed = Signal()

    def __init__(self, appearance: str = "system", text_percent: int = 100) -> None:
        super().__init__()
        self._appearance = appearance
        self._percent = text_percent
        self.colours = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def text_percent(self) -> int:
        return self._percent

    def px(self, size: float) -> int:
        """A length given at 100 % text, at the text size in use."""
        return round(size * self._percent / 100)

    def font(self, size: float = BODY, *, bold: bool = False) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def set_appearance(self, appearance: str) -> None:
        if appearance != self._appearance:
            self._appearance = appearance
            self.apply()

    def set_text_percent(self, percent: int) -> None:
        self._percent = percent
        self.apply()

    def apply(self) -> None:
        """Dress the whole application anew."""
        self.colours = self._wanted()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(_palette(self.colours))
            app.setFont(self.font())
            app.setStyleSheet(_sheet(self.colours, self.px))
        self.changed.emit()

    def _wanted(self) -> Colours:
        if self._appearance == "system":
            system = QGuiApplication.styleHints().colorScheme()
            return DARK if system is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._appearance == "dark" else LIGHT

    def _on_system_changed(self) -> None:
        if self._appearance == "system" and self._wanted() is not self.colours:
            self.apply()


def _sheet(colours: Colours, px: Callable[[float], int]) -> str:
    names = {name: getattr(colours, name) for name in colours.__slots__ if name not in ("dark", "levels")}
    emergency = colours.level(Urgency.EMERGENCY)
    scheme = "dark" if colours.dark else "light"
    icons = resources_folder() / "icons"
    names |= {
        "emergency": emergency.strong,
        "emergency_soft": emergency.soft,
        "arrow": (icons / f"control-arrow-{scheme}.svg").as_posix(),
        "arrow_up": (icons / f"control-up-{scheme}.svg").as_posix(),
        "tick": (icons / f"control-tick-{scheme}.svg").as_posix(),
    }
    levels = {urgency.value: (level.strong, level.soft) for urgency, level in colours.levels.items()}
    return stylesheet(names, levels, px)


def _palette(colours: Colours) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in {
        roles.Window: colours.background,
        roles.WindowText: colours.ink,
        roles.Base: colours.surface,
        roles.AlternateBase: colours.sunken,
        roles.Text: colours.ink,
        roles.PlaceholderText: colours.muted,
        roles.Button: colours.surface,
        roles.ButtonText: colours.ink,
        roles.BrightText: colours.on_emergency,
        roles.Highlight: colours.brand,
        roles.HighlightedText: colours.on_brand,
        roles.ToolTipBase: colours.surface,
        roles.ToolTipText: colours.ink,
        roles.Link: colours.brand,
        roles.Light: colours.surface,
        roles.Mid: colours.line,
        roles.Dark: colours.control_line,
        roles.Accent: colours.brand,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette
