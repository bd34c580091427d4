"""What time it is for the family: wall time, offset and zone."""

from datetime import date, datetime

from PySide6.QtCore import QTimeZone

from guide.domain.diary import Moment


class Clock:
    """The computer's clock; tests give a page one that stands still."""

    def now(self) -> Moment:
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        return Moment(datetime.now().astimezone().replace(microsecond=0), zone)

    def today(self) -> date:
        return self.now().at.date()


class StandingClock(Clock):
    """A clock that shows one moment: for the tour, whose pictures must not change from day to day."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment

    def now(self) -> Moment:
        return self._moment
