"""The month to choose: by its name, its number, the list or the arrow keys."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox

from guide.ui.child.written_date import ends_in_separator, months_meant
from guide.ui.settings.wheel import let_wheel_pass

_NONE_YET, _NO_MONTH = 0, -1


class MonthCombo(QComboBox):
    """What is typed and stands for no month stays in sight, instead of choosing another one."""

    edited = Signal()
    finished = Signal()
    """A separator was typed after the month."""

    def __init__(self) -> None:
        super().__init__()
        self.addItem("")
        self.addItems([QLocale().standaloneMonthName(month) for month in range(1, 13)])
        self._typed, self._is_typing = "", False
        let_wheel_pass(self)
        self.activated.connect(self._on_chosen)

    def text(self) -> str:
        """The number of the month, or what was typed in its place."""
        return str(self.currentIndex()) if self.currentIndex() > _NONE_YET else self.placeholderText()

    def write(self, text: str) -> None:
        """As if it were typed: a number, a name or its beginning."""
        months = months_meant(text)
        self._typed = text
        self._is_typing = True
        self.setPlaceholderText("" if months else text)
        if months:
            self.setCurrentIndex(months[0])
        else:
            self.setCurrentIndex(_NO_MONTH if text else _NONE_YET)
        self.edited.emit()

    def await_typing(self) -> None:
        """A date is being typed through the fields: a space is a separator now and opens no list."""
        self._is_typing = True

    def _on_chosen(self) -> None:
        self._typed, self._is_typing = "", False
        self.setPlaceholderText("")
        self.edited.emit()

    def _type(self, letter: str) -> None:
        both = self._typed + letter
        starts_anew = not months_meant(both) and months_meant(letter) and self._is_complete()
        self.write(letter if starts_anew else both)

    def _is_complete(self) -> bool:
        """Whether a whole month was typed, so that what follows is another one."""
        if self._typed.isdecimal():
            return bool(months_meant(self._typed)) and len(self._typed) == 2
        return self._typed.casefold() == self.currentText().casefold()

    def _erase(self) -> None:
        """What stands for no month goes letter by letter, a month all at once."""
        self.write(self._typed[:-1] if self.currentIndex() == _NO_MONTH else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._erase()
        elif not letter or not letter.isprintable() or (letter == " " and not self._is_typing):
            super().keyPressEvent(event)
        elif not ends_in_separator(letter):
            self._type(letter)
        elif self._typed:
            self.finished.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed, self._is_typing = "", False
        super().focusInEvent(event)
