"""Cards: a framed place for things that belong together, one that can be pressed, and urgency banners."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from guide.domain.conditions import Urgency
from guide.ui.icons import LEVEL_ICONS, IconLabel
from guide.ui.theme import GAP, ROOM, SMALLER, TINY, Theme
from guide.ui.widgets.pressing import PushButton
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words


class Card(QFrame):
    """A framed column; `column` takes what goes in."""

    def __init__(self, theme: Theme, look: str = "card", spacing: int = SMALLER) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.column = QVBoxLayout(self)
        margin = theme.px(ROOM)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(theme.px(spacing))


class CardButton(PushButton):
    """A card that is a button: what lies in it is shown, and the whole of it is pressed."""

    def __init__(self, theme: Theme, name: str, margin: int = GAP) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.column = QVBoxLayout(self)
        inside = theme.px(margin)
        self.column.setContentsMargins(inside, inside, inside, inside)
        self.column.setSpacing(theme.px(TINY))

    def let_clicks_through(self) -> None:
        """To be called once filled: a press on a word or picture inside is a press of the card."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self.column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.column.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.column.totalHeightForWidth(width)


class LevelTag(QFrame):
    """An urgency as a tag: its icon and its word."""

    def __init__(self, theme: Theme, urgency: Urgency, text: str) -> None:
        super().__init__()
        self.setProperty("look", "tag")
        self.setProperty("level", urgency.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(SMALLER), theme.px(2), theme.px(SMALLER), theme.px(2))
        row.setSpacing(theme.px(6))
        row.addWidget(IconLabel(theme, LEVEL_ICONS[urgency], urgency.value, 15))
        row.addWidget(words(text, "tag", wrap=False))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class Banner(QFrame):
    """A strip in an urgency's colours: its icon, a heading, and room for more below."""

    def __init__(self, theme: Theme, urgency: Urgency, title: str, *, large: bool = False) -> None:
        super().__init__()
        self.setProperty("level", urgency.value)
        self._row = QHBoxLayout(self)
        side, top = theme.px(20), theme.px(ROOM)
        self._row.setContentsMargins(side, top, side, top)
        self._row.setSpacing(theme.px(ROOM))
        self._row.addWidget(
            IconLabel(theme, LEVEL_ICONS[urgency], urgency.value, 36 if large else 26),
            0,
            Qt.AlignmentFlag.AlignTop if large else Qt.AlignmentFlag.AlignVCenter,
        )
        said = QWidget()
        self.column = QVBoxLayout(said)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(TINY))
        self.column.addWidget(words(title, "level-h1" if large else "level-h3"))
        self._across = TurningRow(theme.px(540), theme.px(ROOM))
        self._across.row.addWidget(said, 1)
        self._row.addWidget(self._across, 1)

    def add_beside(self, widget: QWidget) -> None:
        """At the right, or below the words where the room is narrow."""
        self._across.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
