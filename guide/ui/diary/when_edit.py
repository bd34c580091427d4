"""Day and time of a note: now, or earlier; never later than now."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit

from guide.ui.clock import Clock
from guide.ui.diary.wheel_guard import leave_wheel_to_page

_EARLIEST = QDate(1990, 1, 1)


class WhenEdit(QDateTimeEdit):
    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.setAccessibleName(self.tr("Day and time of the note"))
        self.setDisplayFormat("d MMM yyyy, HH:mm")
        leave_wheel_to_page(self)
        self.setCalendarPopup(True)
        self.setMinimumDate(_EARLIEST)

    def show_moment(self, written: datetime | None) -> None:
        self._keep_past()
        self.blockSignals(True)
        self.setDateTime(_wall_time(written or self._clock.now().at))
        self.blockSignals(False)

    def take(self, moment: datetime) -> None:
        """Choose this moment; a camera's clock may be ahead, so at most now."""
        self._keep_past()
        self.setDateTime(min(_wall_time(moment), self.maximumDateTime()))

    def moment(self) -> datetime:
        """Wall time without an offset, as chosen."""
        day, time = self.date(), self.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())  # noqa: DTZ001

    def _keep_past(self) -> None:
        self.setMaximumDateTime(_wall_time(self._clock.now().at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The form may have been open for an hour.
        self._keep_past()
        super().focusInEvent(event)


class DayEdit(QDateEdit):
    """A day up to today."""

    def __init__(self, clock: Clock, name: str) -> None:
        super().__init__()
        self._clock = clock
        self.setAccessibleName(name)
        self.setDisplayFormat("d MMM yyyy")
        leave_wheel_to_page(self)
        self.setCalendarPopup(True)
        self.setMinimumDate(_EARLIEST)

    def show_day(self, day: date | None) -> None:
        today, shown = self._clock.today(), day or self._clock.today()
        self.blockSignals(True)
        self.setMaximumDate(QDate(today.year, today.month, today.day))
        self.setDate(QDate(shown.year, shown.month, shown.day))
        self.blockSignals(False)

    def day(self) -> date:
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())


def _wall_time(moment: datetime) -> QDateTime:
    day = QDate(moment.year, moment.month, moment.day)
    return QDateTime(day, QTime(moment.hour, moment.minute))
