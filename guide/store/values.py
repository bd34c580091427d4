"""Days, moments, numbers and lists as the diary's columns keep them; what does not fit raises ValueError."""

import json
import math
from collections.abc import Mapping
from datetime import UTC, date, datetime

from guide.domain.diary import Moment


def moment_row(name: str, moment: Moment) -> Mapping[str, str]:
    return {
        f"{name}_at": moment.at.isoformat(),
        f"{name}_zone": moment.zone,
        f"{name}_utc": utc_of(moment),
    }


def utc_of(moment: Moment) -> str:
    """As text that sorts."""
    return moment.at.astimezone(UTC).isoformat(timespec="microseconds")


def moment_from(at: str, zone: str) -> Moment:
    return Moment(datetime.fromisoformat(at), zone)


def day_text(day: date | None) -> str | None:
    # A datetime is a date as well; called this way its time is left out.
    return None if day is None else date.isoformat(day)


def day_from(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def finite(value: float | None) -> float | None:
    """SQLite would silently keep "not a number" as nothing at all."""
    if value is not None and not math.isfinite(value):
        raise ValueError("not a finite number")
    return value


def json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def words_from(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("a list is expected here")
    return tuple(word(item) for item in value)


def word(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("text is expected here")
    return value
