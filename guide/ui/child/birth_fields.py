"""The birth date in three plain fields: day, month and year, in the region's order."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGroupBox, QLineEdit, QVBoxLayout, QWidget

from guide.ui.child.month_combo import MonthCombo
from guide.ui.child.written_date import (
    Part,
    Written,
    Wrong,
    ends_in_separator,
    part_order,
    read_date,
    whole_date,
    without_separators,
)
from guide.ui.theme import ROOM, TINY, Theme
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import words

_DIGITS = {Part.DAY: 2, Part.YEAR: 4}
_WIDTHS = {Part.DAY: 68, Part.MONTH: 180, Part.YEAR: 92}
# Room for a whole date; a shorter limit would cut off what is pasted.
_LONGEST = 60


class BirthFields(QGroupBox):
    """A whole date typed or pasted into the day or the year fills all three."""

    edited = Signal()

    def __init__(self, theme: Theme, birth: date | None) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Birth date"))
        # The group is there for screen readers; for the eye, the words above are enough.
        self.setStyleSheet("QGroupBox { border: none; margin: 0px; padding: 0px; }")
        self.day_edit, self.month_combo, self.year_edit = QLineEdit(), MonthCombo(), QLineEdit()
        self._fields: dict[Part, QLineEdit | MonthCombo] = {
            Part.DAY: self.day_edit,
            Part.MONTH: self.month_combo,
            Part.YEAR: self.year_edit,
        }
        row = FlowLayout(theme.px(ROOM))
        for part in part_order():
            row.addWidget(self._labelled(part))
        self.setLayout(row)
        if birth:
            self.write({Part.DAY: str(birth.day), Part.MONTH: str(birth.month), Part.YEAR: str(birth.year)})
        self._connect()

    def field(self, part: Part) -> QWidget:
        return self._fields[part]

    def read(self, today: date) -> date | Wrong:
        return read_date(self._written(), today)

    def write(self, written: Written) -> None:
        for part, text in written.items():
            field = self._fields[part]
            if isinstance(field, MonthCombo):
                field.write(text)
            else:
                field.setText(text)

    def _written(self) -> Written:
        return {part: field.text() for part, field in self._fields.items()}

    def _labelled(self, part: Part) -> QWidget:
        field, box = self._fields[part], QWidget()
        label, name = self._names(part)
        field.setAccessibleName(name)
        field.setFixedWidth(self._theme.px(_WIDTHS[part]))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(TINY))
        said = words(label, "small", wrap=False)
        said.setBuddy(field)
        column.addWidget(said)
        column.addWidget(field)
        return box

    def _names(self, part: Part) -> tuple[str, str]:
        """What stands above the field, and what a screen reader calls it."""
        return {
            Part.DAY: (self.tr("Day"), self.tr("Day of birth")),
            Part.MONTH: (self.tr("Month"), self.tr("Month of birth")),
            Part.YEAR: (self.tr("Year"), self.tr("Year of birth")),
        }[part]

    def _connect(self) -> None:
        for edit in (self.day_edit, self.year_edit):
            edit.setMaxLength(_LONGEST)
        self.day_edit.textEdited.connect(lambda text: self._on_text_edited(Part.DAY, text))
        self.year_edit.textEdited.connect(lambda text: self._on_text_edited(Part.YEAR, text))
        self.month_combo.edited.connect(self.edited)
        self.month_combo.finished.connect(lambda: self._move_on(Part.MONTH))

    def _on_text_edited(self, part: Part, text: str) -> None:
        whole = whole_date(text)
        if whole:
            # Where the date ended, the last of its digits may still be to come.
            self._fields[list(whole)[-1]].setFocus()
            self.write(whole)
        elif text and ends_in_separator(text):
            self._on_separator(part, without_separators(text))
        self.edited.emit()

    def _on_separator(self, part: Part, text: str) -> None:
        edit = self.day_edit if part is Part.DAY else self.year_edit
        if not text:
            edit.clear()
        elif self._is_part_done(part, text):
            edit.setText(text)
            self._move_on(part)

    def _is_part_done(self, part: Part, text: str) -> bool:
        """Otherwise a whole date is being typed into this field."""
        order, written = part_order(), self._written()
        before = order[: order.index(part)]
        is_number = text.isdecimal() and len(text) <= _DIGITS[part]
        return is_number and part is not order[-1] and all(written[earlier] for earlier in before)

    def _move_on(self, part: Part) -> None:
        if part is part_order()[-1]:
            return
        # As Tab does it, so that the page scrolls there and old digits are typed over.
        self.focusNextChild()
        if self.month_combo.hasFocus():
            self.month_combo.await_typing()
