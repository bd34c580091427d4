"""Understands a date as parents write it, and says calmly what is missing or wrong."""

import calendar
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLocale

from guide.domain.ages import age_on

translate = QCoreApplication.translate

OLDEST_YEARS = 18
_LEAP_YEAR = 2024
_QUOTED = re.compile(r"'[^']*'")
_SEPARATOR = re.compile(r"[/.,\-\s]+")


class Part(Enum):
    """A field of a date, by its letter in the formats of QLocale."""

    DAY = "d"
    MONTH = "M"
    YEAR = "y"


Written = dict[Part, str]
"""What stands in each field, as it was written."""

_ISO = (Part.YEAR, Part.MONTH, Part.DAY)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why there is no date yet: a sentence, and the field to look at."""

    sentence: str
    part: Part


def part_order() -> tuple[Part, ...]:
    """The order in which the region writes a date."""
    form = _QUOTED.sub("", QLocale().dateFormat(QLocale.FormatType.ShortFormat))
    return tuple(sorted(Part, key=lambda part: form.find(part.value)))


def without_separators(text: str) -> str:
    """Without what stands before and after the words themselves."""
    return " ".join(_words(text))


def ends_in_separator(text: str) -> bool:
    return bool(_SEPARATOR.search(text[-1:]))


def months_meant(text: str) -> list[int]:
    """The months a number, a name or the beginning of one may stand for, in English too."""
    if text.isdecimal():
        return [int(text)] if 1 <= int(text) <= 12 else []
    begun = _plain(text)
    for locale in (QLocale(), QLocale.c()):
        found = [
            month
            for month in range(1, 13)
            if begun and any(_plain(name).startswith(begun) for name in _month_names(locale, month))
        ]
        if found:
            return found
    return []


def whole_date(text: str) -> Written | None:
    """The parts of a whole date in the order they were written; nothing where that would be a guess."""
    words = _words(text)
    if len(words) == 1:
        return _cut_digits(words[0])
    if len(words) != 3:
        return None
    written = dict(zip(_order_of(words), words, strict=False))
    return written if _is_whole(written) else None


def read_date(written: Mapping[Part, str], today: date) -> date | Wrong:
    """The birth date meant by the three fields."""
    order = part_order()
    clean = {part: without_separators(written[part]) for part in order}
    if not any(clean.values()):
        said = translate("child", "Please write day, month and year, or tick “Not known”.")
        return Wrong(said, order[0])
    if wrong := next(_complaints(clean, today), None):
        return wrong
    year = _year_meant(clean[Part.YEAR], today) or 0
    if year < today.year - OLDEST_YEARS - 1:
        return _too_long_ago()
    birth = date(year, months_meant(clean[Part.MONTH])[0], int(clean[Part.DAY]))
    if birth > today:
        return Wrong(translate("child", "The date is in the future."), order[0])
    return _too_long_ago() if age_on(today, birth).months // 12 > OLDEST_YEARS else birth


def _complaints(clean: Mapping[Part, str], today: date) -> Iterator[Wrong]:
    for part in part_order():
        if sentence := _unclear(part, clean[part], today):
            yield Wrong(sentence, part)
    # A 31 November is wrong in any year, so it is said before the year is asked for.
    if sentence := _no_such_day(clean, today):
        yield Wrong(sentence, Part.DAY)
    for part in part_order():
        if not clean[part]:
            yield Wrong(_missing(part), part)


def _unclear(part: Part, text: str, today: date) -> str:
    if not text:
        return ""
    if part is Part.DAY and not (text.isdecimal() and 1 <= int(text) <= 31):
        return translate("child", "The day is a number from 1 to 31.")
    if part is Part.MONTH and not months_meant(text):
        return translate("child", "There is no month “{month}”.").format(month=text)
    if part is Part.YEAR and _year_meant(text, today) is None:
        return translate("child", "Please write the year with four digits.")
    return ""


def _missing(part: Part) -> str:
    return {
        Part.DAY: translate("child", "Please write the day."),
        Part.MONTH: translate("child", "Please choose the month."),
        Part.YEAR: translate("child", "Please write the year with four digits."),
    }[part]


def _no_such_day(clean: Mapping[Part, str], today: date) -> str:
    day, months = clean[Part.DAY], months_meant(clean[Part.MONTH])
    if not day or not months:
        return ""
    name = QLocale().monthName(months[0])
    if int(day) > calendar.monthrange(_LEAP_YEAR, months[0])[1]:
        return translate("child", "There is no {day} {month}.").format(day=int(day), month=name)
    year = _year_meant(clean[Part.YEAR], today)
    if year and int(day) > calendar.monthrange(year, months[0])[1]:
        said = translate("child", "There is no {day} {month} {year}.")
        return said.format(day=int(day), month=name, year=year)
    return ""


def _too_long_ago() -> Wrong:
    said = translate("child", "This guide is for children up to {years} years old; please check the year.")
    return Wrong(said.format(years=OLDEST_YEARS), Part.YEAR)


def _year_meant(text: str, today: date) -> int | None:
    if not text.isdecimal() or len(text) not in (2, 4):
        return None
    if len(text) == 4:
        return int(text)
    year = today.year // 100 * 100 + int(text)
    return year if year <= today.year else None


def _order_of(words: list[str]) -> tuple[Part, ...]:
    named = [place for place, word in enumerate(words) if not word.isdecimal()]
    if len(named) == 1:
        return _order_around(named[0], [word for word in words if word.isdecimal()])
    return _ISO if len(words[0]) == 4 else part_order()


def _order_around(month_place: int, numbers: list[str]) -> tuple[Part, ...]:
    order: list[Part] = [part for part in part_order() if part is not Part.MONTH]
    if len(numbers[0]) == 4:
        order = [Part.YEAR, Part.DAY]
    elif len(numbers[1]) == 4:
        order = [Part.DAY, Part.YEAR]
    order.insert(month_place, Part.MONTH)
    return tuple(order)


def _cut_digits(digits: str) -> Written | None:
    """Eight digits in a row; which end is the year shows in the century."""
    if not digits.isdecimal() or len(digits) != 8:
        return None
    for order in (part_order(), _ISO):
        rest, written = iter(digits), Written()
        for part in order:
            written[part] = "".join(next(rest) for _ in range(4 if part is Part.YEAR else 2))
        if int(written[Part.YEAR]) // 100 in (19, 20):
            return written
    return None


def _is_whole(written: Written) -> bool:
    """Not so where 3/4/2026 stands in a region that writes the year first: its order would be a guess."""
    day, month, year = (written.get(part, "") for part in (Part.DAY, Part.MONTH, Part.YEAR))
    numbers = day.isdecimal() and len(day) <= 2 and year.isdecimal() and len(year) in (2, 4)
    return numbers and (len(month) <= 2 if month.isdecimal() else len(months_meant(month)) == 1)


def _words(text: str) -> list[str]:
    # Dates copied from right-to-left writing carry unseen marks of direction.
    seen = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return [word for word in _SEPARATOR.split(seen) if word]


def _month_names(locale: QLocale, month: int) -> Iterator[str]:
    for length in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
        yield locale.standaloneMonthName(month, length)
        yield locale.monthName(month, length)


def _plain(text: str) -> str:
    """Small letters without accents, so that "fevrier" is "février"."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
