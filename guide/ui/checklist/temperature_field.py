"""A temperature that was measured, typed as the thermometer shows it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from guide.domain.pack import Region
from guide.ui.diary.numbers_typed import THERMOMETER_C, celsius_typed
from guide.ui.theme import GAP, SMALLER, TINY, Theme
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words
from guide.ui.wording import temperature_words

_PAUSE_MS = 700
_SIGNS = " °CcFf"


def measured_celsius(typed: str, unit: str) -> float | None:
    """In the family's unit, "C" or "F", unless the other is written or only the other makes sense.

    None where nothing was typed, ValueError where no thermometer for people shows it.
    """
    number = typed.strip().rstrip(_SIGNS)
    written = typed.strip()[len(number) :].upper().strip(" °")
    other = "C" if unit == "F" else "F"
    for each in [written] if written else [unit, other]:
        try:
            return celsius_typed(number, each)
        except ValueError:
            continue
    raise ValueError("not a temperature a thermometer shows")


class TemperatureField(QWidget):
    """Tells the temperature once typing pauses or ends, so that half a number never counts."""

    temperature_changed = Signal()

    def __init__(self, theme: Theme, region: Region, celsius: float | None) -> None:
        super().__init__()
        self._region, self._told = region, celsius
        self.edit = QLineEdit()
        self.edit.setFixedWidth(theme.px(104))
        self.edit.setPlaceholderText(self.tr("not taken"))
        self.edit.setAccessibleName(self.tr("Temperature, if you measured it"))
        self.edit.setAccessibleDescription(f"°{region.temperature}")
        if celsius is not None:
            self.edit.setText(temperature_words(celsius, region).split()[0])
        self.note_label = words("", "small-muted")
        self.note_label.hide()
        self._lay_out(theme)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self._on_finished)

    def celsius(self) -> float | None:
        """None also for what cannot be a temperature."""
        try:
            return measured_celsius(self.edit.text(), self._region.temperature)
        except ValueError:
            return None

    @property
    def is_unreadable(self) -> bool:
        return bool(self.edit.text().strip()) and self.celsius() is None

    def ask_again(self) -> None:
        """Says what is wrong with what was typed, and stands ready to be corrected."""
        self._on_finished()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(TINY))
        column.setSpacing(theme.px(TINY))
        across = TurningRow(theme.px(420), theme.px(GAP))
        label = words(self.edit.accessibleName(), "h3", wrap=False)
        # Wrapped where the field stands below it; beside the field it would wrap although there is room.
        label.setMinimumWidth(1)
        across.turned.connect(lambda is_row: label.setWordWrap(not is_row))
        across.row.addWidget(label)
        field = QWidget()
        inside = QHBoxLayout(field)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(SMALLER))
        inside.addWidget(self.edit)
        inside.addWidget(words(f"°{self._region.temperature}", "muted", wrap=False))
        inside.addStretch(1)
        across.row.addWidget(field, 1)
        column.addWidget(across)
        column.addWidget(self.note_label)

    def _on_edited(self) -> None:
        self.note_label.hide()
        self._pause.start()

    def _on_finished(self) -> None:
        self._pause.stop()
        self._tell()
        self.note_label.setText(self._note())
        self.note_label.setVisible(bool(self.note_label.text()))

    def _note(self) -> str:
        """Why it does not count; or, where it was typed in the other unit, what it is in the family's."""
        typed, celsius = self.edit.text().strip(), self.celsius()
        if typed and celsius is None:
            least, most = (temperature_words(limit, self._region) for limit in THERMOMETER_C)
            said = self.tr("Please write it as the thermometer shows it, between {least} and {most}.")
            return said.format(least=least, most=most)
        if celsius is not None and not self._is_in_own_unit(typed):
            shown = temperature_words(celsius, self._region)
            return self.tr("That is {temperature}.").format(temperature=shown)
        return ""

    def _is_in_own_unit(self, typed: str) -> bool:
        try:
            return celsius_typed(typed.rstrip(_SIGNS), self._region.temperature) == self.celsius()
        except ValueError:
            return False

    def _tell(self) -> None:
        if self.celsius() != self._told:
            self._told = self.celsius()
            self.temperature_changed.emit()
