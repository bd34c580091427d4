"""What stands on the sheet, in words: each says what was written down, none says what it may be."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from guide.domain.diary import Child, Note, Spot
from guide.domain.pack import ContentPack, Region
from guide.ui.wording import age_words, day_words, size_words, temperature_words

translate = QCoreApplication.translate

_NOTHING = "–"
_CORRECTED_UNTIL_MONTHS = 24


def heading(child: Child) -> str:
    if not child.name.strip():
        return translate("paper", "Skin summary")
    return translate("paper", "Skin summary: {name}").format(name=child.name.strip())


def details(child: Child, today: date) -> str:
    """Birth and age, and allergies; one that was not written down is not "none"."""
    allergies = child.allergies.strip() or translate("paper", "not noted")
    said = translate("paper", "allergies: {allergies}").format(allergies=allergies)
    return " · ".join([*_birth(child, today), said])


def spot_details(spot: Spot, pack: ContentPack) -> str:
    place = next((part.name for part in pack.body if part.id == spot.region), "")
    seen = spot.first_seen and translate("paper", "first seen {day}").format(day=day_words(spot.first_seen))
    return " · ".join(part for part in (place, seen, _status(spot)) if part)


def course_titles() -> list[str]:
    return [
        translate("paper", "Date"),
        translate("paper", "Number"),
        translate("paper", "Largest"),
        translate("paper", "Itch"),
        translate("paper", "Temp"),
        translate("paper", "Compared"),
        translate("paper", "Note"),
    ]


def course_row(note: Note, region: Region) -> list[str]:
    celsius = note.temperature_c
    return [
        day_words(note.written.at.date()),
        _number(note.how_many),
        size_words(float(note.largest_mm)) if note.largest_mm is not None else _NOTHING,
        _itch(note.itch),
        temperature_words(float(celsius), region) if celsius is not None else _NOTHING,
        _compared(note) or _NOTHING,
        note.text.strip() or _NOTHING,
    ]


def caption(day: date, spot_number: int) -> str:
    return translate("paper", "{day} · spot {number}").format(day=day_words(day), number=spot_number)


def _birth(child: Child, today: date) -> list[str]:
    age = child.age_on(today)
    if child.birth_date is None or age is None:
        return [translate("paper", "birth date not noted")]
    said = [translate("paper", "born {day}").format(day=day_words(child.birth_date)), age_words(age)]
    if child.weeks_early > 0 and age.months < _CORRECTED_UNTIL_MONTHS:
        said.append(_early(child, today))
    return said


def _early(child: Child, today: date) -> str:
    weeks = translate("paper", "born %n week(s) early", None, child.weeks_early)
    weeks = weeks.replace("(s)", "" if child.weeks_early == 1 else "s")
    by_due_date = translate("paper", "{weeks}, counted from the due date {age}")
    return by_due_date.format(weeks=weeks, age=age_words(child.corrected_age_on(today)))


def _status(spot: Spot) -> str:
    return {
        "new": translate("paper", "new"),
        "changing": translate("paper", "changing"),
        "fading": translate("paper", "fading"),
        "gone": translate("paper", "gone"),
    }.get(spot.status, "")


def _compared(note: Note) -> str:
    return {
        "gone": translate("paper", "gone"),
        "better": translate("paper", "better"),
        "same": translate("paper", "the same"),
        "worse": translate("paper", "worse"),
        "new-ones": translate("paper", "new ones"),
    }.get(note.compared, "")


def _number(how_many: int | None) -> str:
    if how_many is None:
        return _NOTHING
    if how_many == 0:
        return translate("paper", "none")
    return translate("paper", "about {number}").format(number=QLocale().toString(how_many))


def _itch(itch: int | None) -> str:
    if itch is None:
        return _NOTHING
    if itch == 0:
        return translate("paper", "none")
    return translate("paper", "{number} of 10").format(number=itch)
