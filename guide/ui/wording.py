"""How ages, dates and numbers are said, in the parent's language."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from guide.domain.ages import Age
from guide.domain.checklist import Tier
from guide.domain.pack import Region

translate = QCoreApplication.translate


def age_words(age: Age | None) -> str:
    """Days for the first two weeks, weeks to 3 months, months to 2 years, then years."""
    if age is None:
        return translate("wording", "age not given")
    if age.days < 14:
        return _plural(translate("wording", "%n day(s) old", None, age.days), age.days)
    if age.months < 3:
        return _plural(translate("wording", "%n week(s) old", None, age.days // 7), age.days // 7)
    if age.months < 24:
        return _plural(translate("wording", "%n month(s) old", None, age.months), age.months)
    return _plural(translate("wording", "%n year(s) old", None, age.months // 12), age.months // 12)


def day_words(day: date) -> str:
    """A day as written on paper in the family's region: "22 Nov 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def ago_words(day: date, today: date) -> str:
    """How long ago, from the calendar and not from hours, so that yesterday evening is yesterday."""
    days = (today - day).days
    if days == 0:
        return translate("wording", "today")
    if days == 1:
        return translate("wording", "yesterday")
    return _plural(translate("wording", "%n day(s) ago", None, days), days) if days > 0 else day_words(day)


def time_words(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def size_words(millimetres: float) -> str:
    return translate("wording", "{number} mm").format(number=QLocale().toString(float(millimetres), "g", 3))


def temperature_words(celsius: float, region: Region) -> str:
    locale = QLocale()
    if region.temperature == "F":
        return f"{locale.toString(celsius * 9 / 5 + 32, 'f', 1)} °F"
    return f"{locale.toString(celsius, 'f', 1)} °C"


def tier_words(tier: Tier) -> str:
    return {
        Tier.WELL: translate("wording", "Fits well"),
        Tier.PARTLY: translate("wording", "Fits partly"),
        Tier.LITTLE: translate("wording", "Fits little"),
    }[tier]


def with_number(text: str, region: Region) -> str:
    """The pack's text with the region's numbers in their places."""
    poison_line = region.poison or translate("wording", "the one of your country")
    numbers = {"{emergency_number}": region.emergency_number, "{poison_line}": poison_line}
    for place, number in numbers.items():
        text = text.replace(place, number)
    return text


def number_typed(text: str) -> float | None:
    """A number with a decimal dot or comma; nothing else, so that "1,000" is never taken for a thousand."""
    typed = text.strip().replace(",", ".")
    digits = typed.replace(".", "", 1)
    return float(typed) if digits.isascii() and digits.isdigit() and len(digits) < 8 else None


def _plural(said: str, number: int) -> str:
    """Where no translation with Qt's plural forms is loaded, English itself needs them too."""
    return said.replace("(s)", "" if number == 1 else "s")
