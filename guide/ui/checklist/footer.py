"""Back, skip and next; above them, where help comes first, a line that says so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guide.domain.conditions import Urgency
from guide.ui.checklist.step_button import StepButton
from guide.ui.theme import GAP, PAGE, SMALLER, Theme
from guide.ui.widgets.cards import Banner
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words

_ROOMY = 640


class _Ways(TurningRow):
    """A row as long as its buttons have room beside each other, whichever of them are shown."""

    def fit(self, least: int) -> None:
        self._least = least
        self.resizeEvent(QResizeEvent(self.size(), self.size()))


class Footer(QWidget):
    back_clicked = Signal()
    skip_clicked = Signal()
    next_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "page")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(GAP))
        self.urgent = Banner(
            theme, Urgency.EMERGENCY, self.tr("This needs help now. The next screen shows what to do.")
        )
        self._column.addWidget(self.urgent)
        self.urgent.hide()
        self.back_button = StepButton(theme, self.tr("Back"), "", "Alt+B")
        self.back_button.clicked.connect(self.back_clicked)
        self.skip_button = StepButton(theme, self.tr("Not sure, skip"), "", "Alt+S")
        self.skip_button.clicked.connect(self.skip_clicked)
        self.next_button = StepButton(theme, self.tr("Next"), "primary", "Alt+N")
        self.next_button.clicked.connect(self.next_clicked)
        self._detail_label = words("", "small-muted")
        self._detail_label.setMinimumWidth(1)
        self._detail_label.hide()
        self._ways = self._build_ways()
        self._column.addWidget(self._ways)

    def _build_ways(self) -> _Ways:
        """With large text in a narrow window "Back" stands above the other two."""
        across = _Ways(0, self._theme.px(GAP))
        ways_on = QWidget()
        row = QHBoxLayout(ways_on)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(GAP))
        row.addStretch(1)
        row.addWidget(self.skip_button)
        row.addWidget(self.next_button)
        across.row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        across.row.addWidget(self._detail_label, 100)
        across.row.addWidget(ways_on, 1)
        return across

    def show_ways(self, *, back: bool, skip: bool, on: bool) -> None:
        self.back_button.setVisible(back)
        self.skip_button.setVisible(skip)
        self.next_button.setVisible(on)
        self._fit()

    def be_pinned(self, pinned: bool) -> None:
        """Below the page that scrolls it keeps the page's distance; inside it needs none of its own."""
        side = self._theme.px(PAGE) if pinned else 0
        above = self._theme.px(SMALLER) if pinned else 0
        self._column.setContentsMargins(side, above, side, self._theme.px(GAP) if pinned else 0)

    def show_detail(self, text: str) -> None:
        """Between the buttons, where there is room."""
        self._detail_label.setText(text)
        self._detail_label.setVisible(bool(text) and self.width() >= self._theme.px(_ROOMY))

    def show_next(self, text: str, *, urgent: bool) -> None:
        self.urgent.setVisible(urgent)
        self.next_button.setText(text)
        wanted = "danger" if urgent else "primary"
        if self.next_button.property("look") != wanted:
            self.next_button.setProperty("look", wanted)
            self.next_button.style().unpolish(self.next_button)
            self.next_button.style().polish(self.next_button)
        self._fit()

    def _fit(self) -> None:
        buttons = (self.back_button, self.skip_button, self.next_button)
        widths = [each.sizeHint().width() for each in buttons if not each.isHidden()]
        self._ways.fit(sum(widths) + self._theme.px(GAP) * len(widths))
