"""The five skin tones of the drawings to choose from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from guide.ui.pictures.colour.colours import TONES
from guide.ui.theme import SMALLER, TINY, Theme
from guide.ui.widgets.words import words

_FIRST_DARK = 2


class ToneChooser(QWidget):
    """Swatches with their names beneath; the chosen one is ticked, so colour alone tells nothing."""

    tone_changed = Signal(int)

    def __init__(self, theme: Theme, tone: int) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(SMALLER))
        grid.setVerticalSpacing(theme.px(TINY))
        for index, name in enumerate(self._names()):
            self._group.addButton(self._swatch(index, name), index)
            grid.addWidget(self._group.button(index), 0, index)
            label = words(name, "small-muted")
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, 1, index)
            grid.setColumnStretch(index, 1)
        self._group.idToggled.connect(self._on_toggled)
        self.choose(tone)

    @property
    def tone(self) -> int:
        return self._group.checkedId()

    def choose(self, tone: int) -> None:
        self._group.button(tone).setChecked(True)

    def swatch(self, tone: int) -> QPushButton:
        button = self._group.button(tone)
        assert isinstance(button, QPushButton)  # noqa: S101 - the group holds nothing else
        return button

    def _swatch(self, index: int, name: str) -> QPushButton:
        swatch = QPushButton()
        swatch.setProperty("look", "tone")
        swatch.setCheckable(True)
        swatch.setAutoDefault(False)
        swatch.setAccessibleName(self.tr("Skin tone of the drawings: {name}").format(name=name))
        ink = "#ffffff" if index >= _FIRST_DARK else "#1f2b33"
        height = self._theme.px(40)
        swatch.setStyleSheet(
            f"QPushButton {{ background: {TONES[index]}; color: {ink}; min-height: {height}px; }}"
        )
        return swatch

    def _on_toggled(self, index: int, chosen: bool) -> None:
        self._group.button(index).setText("✓" if chosen else "")
        if chosen:
            self.tone_changed.emit(index)

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Light"),
            self.tr("Light brown"),
            self.tr("Brown"),
            self.tr("Dark brown"),
            self.tr("Black"),
        )
