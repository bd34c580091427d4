"""A birth date typed, pasted and chosen, and what is understood by it."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from guide.ui.child.birth_fields import BirthFields
from guide.ui.child.written_date import Part, Wrong
from guide.ui.theme import Theme

TODAY = date(2026, 11, 22)
OCT_18 = date(2026, 10, 18)
Show = Callable[..., BirthFields]


@pytest.fixture
def region() -> Iterator[Callable[[str], None]]:
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.fixture
def show(qtbot: QtBot, region: Callable[[str], None]) -> Show:
    def show(name: str = "en_GB", birth: date | None = None, percent: int = 100) -> BirthFields:
        region(name)
        fields = BirthFields(Theme("light", percent), birth)
        qtbot.addWidget(fields)
        fields.show()
        fields.activateWindow()
        qtbot.waitUntil(fields.isActiveWindow)
        return fields

    return show


def type_keys(start: QWidget, keys: str) -> None:
    """Each key into what has the focus by then; a tabulator is the Tab key."""
    start.setFocus()
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if key == "\t":
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(focused, key)


def paste(fields: BirthFields, text: str, part: Part = Part.DAY) -> None:
    QGuiApplication.clipboard().setText(text)
    fields.field(part).setFocus()
    QTest.keyClick(fields.field(part), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def sentence(fields: BirthFields) -> str:
    wrong = fields.read(TODAY)
    assert isinstance(wrong, Wrong), wrong
    return wrong.sentence


WRITTEN = [
    "18/10/2026",
    "18.10.2026",
    "18-10-2026",
    "18 10 2026",
    "18/10/26",
    "2026-10-18",
    "18 Oct 2026",
    "18. Oct. 2026",
    "18 october 26",
    "18102026",
    "20261018",
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_whole_date_typed_into_the_day_is_understood(show: Show, written: str) -> None:
    fields = show()
    type_keys(fields.day_edit, written)
    assert fields.read(TODAY) == OCT_18


@pytest.mark.parametrize("written", [*WRITTEN, " 18/10/2026\n", "Oct 18, 2026"])
def test_a_whole_date_pasted_into_the_day_fills_all_three(show: Show, written: str) -> None:
    fields = show(birth=date(2026, 11, 2))
    fields.day_edit.selectAll()
    paste(fields, written)
    assert fields.read(TODAY) == OCT_18
    assert fields.day_edit.text() == "18"
    assert fields.month_combo.currentText() == "October"
    assert fields.year_edit.text() in ("2026", "26")


@pytest.mark.parametrize("written", ["18/10/2026", "2026-10-18", "18 Oct 2026"])
def test_a_whole_date_typed_into_the_year_is_understood(show: Show, written: str) -> None:
    fields = show()
    type_keys(fields.year_edit, written)
    assert fields.read(TODAY) == OCT_18


def test_eight_digits_are_not_taken_for_another_day(show: Show) -> None:
    fields = show()
    type_keys(fields.day_edit, "31082026")
    assert fields.read(TODAY) == date(2026, 8, 31)


def test_digits_typed_over_everything_replace_the_date(show: Show) -> None:
    fields = show(birth=date(2026, 11, 2))
    fields.day_edit.setFocus()
    QTest.keyClick(fields.day_edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_keys(fields.day_edit, "18102026")
    assert fields.read(TODAY) == OCT_18


def test_a_date_typed_over_another_replaces_each_part(show: Show) -> None:
    fields = show(birth=date(2025, 3, 2))
    fields.day_edit.selectAll()
    type_keys(fields.day_edit, "18/10/2026")
    assert fields.read(TODAY) == OCT_18


@pytest.mark.parametrize("written", ["10/18/2026", "10 18 26", "Oct 18 2026", "10182026"])
def test_the_month_comes_first_where_people_write_it_first(show: Show, written: str) -> None:
    fields = show("en_US")
    paste(fields, written)
    assert fields.read(TODAY) == OCT_18
    typed = show("en_US")
    type_keys(typed.day_edit, written)
    assert typed.read(TODAY) == OCT_18


@pytest.mark.parametrize("name", ["en_US", "en_GB", "en_CA"])
def test_a_date_that_starts_with_the_year_means_the_same_everywhere(show: Show, name: str) -> None:
    fields = show(name)
    paste(fields, "2026-03-04")
    assert fields.read(TODAY) == date(2026, 3, 4)


def test_a_date_that_could_be_two_is_not_guessed(show: Show) -> None:
    fields = show("en_CA")
    paste(fields, "03/04/2026")
    assert fields.day_edit.text() == "03/04/2026"
    assert isinstance(fields.read(TODAY), Wrong)


@pytest.mark.parametrize(
    ("name", "typed"), [("en_GB", "18\t10\t2026"), ("en_US", "10\t18\t2026"), ("sv_SE", "2026\tokt\t18")]
)
def test_tab_goes_in_the_order_of_the_region(show: Show, name: str, typed: str) -> None:
    fields = show(name)
    first = {"en_GB": Part.DAY, "en_US": Part.MONTH, "sv_SE": Part.YEAR}[name]
    type_keys(fields.field(first), typed)
    assert fields.read(TODAY) == OCT_18


def test_a_separator_moves_on_and_is_not_kept(show: Show) -> None:
    fields = show()
    type_keys(fields.day_edit, "18/")
    assert fields.day_edit.text() == "18"
    assert fields.month_combo.hasFocus()


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("1", "January"),
        ("10", "October"),
        ("05", "May"),
        ("m", "March"),
        ("may", "May"),
        ("sept", "September"),
        ("1011", "November"),
        ("0", ""),
    ],
)
def test_typing_in_the_month_chooses_it(show: Show, typed: str, month: str) -> None:
    fields = show()
    type_keys(fields.month_combo, typed)
    assert fields.month_combo.currentText() == month


@pytest.mark.parametrize(("typed", "month"), [("dez", "Dezember"), ("marz", "März"), ("may", "Mai")])
def test_months_are_understood_in_the_region_and_in_english(show: Show, typed: str, month: str) -> None:
    fields = show("de_DE")
    type_keys(fields.month_combo, typed)
    assert fields.month_combo.currentText() == month


def test_a_month_that_is_none_stays_in_sight_until_it_is_corrected(show: Show) -> None:
    fields = show()
    type_keys(fields.month_combo, "febu")
    assert sentence(fields) == "There is no month “febu”."
    assert fields.month_combo.placeholderText() == "febu"
    QTest.keyClick(fields.month_combo, Qt.Key.Key_Backspace)
    assert fields.month_combo.currentText() == "February"


def test_the_arrow_keys_choose_a_month(show: Show) -> None:
    fields = show()
    QTest.keyClick(fields.month_combo, Qt.Key.Key_Down)
    assert fields.month_combo.currentText() == "January"


def test_the_space_bar_opens_the_months(show: Show) -> None:
    fields = show()
    fields.month_combo.setFocus()
    QTest.keyClick(fields.month_combo, Qt.Key.Key_Space)
    assert fields.month_combo.view().isVisible()
    fields.month_combo.hidePopup()


@pytest.mark.parametrize(
    ("day", "month", "year", "said"),
    [
        ("", "", "", "Please write day, month and year, or tick “Not known”."),
        ("", "10", "2026", "Please write the day."),
        ("18", "", "2026", "Please choose the month."),
        ("18", "10", "", "Please write the year with four digits."),
        ("18", "10", "202", "Please write the year with four digits."),
        ("18", "10", "98", "Please write the year with four digits."),
        ("18", "10", "20266", "Please write the year with four digits."),
        ("32", "10", "2026", "The day is a number from 1 to 31."),
        ("0", "10", "2026", "The day is a number from 1 to 31."),
        ("x", "10", "2026", "The day is a number from 1 to 31."),
        ("18", "13", "2026", "There is no month “13”."),
        ("31", "11", "", "There is no 31 November."),
        ("30", "2", "2024", "There is no 30 February."),
        ("29", "2", "2025", "There is no 29 February 2025."),
        ("23", "11", "2026", "The date is in the future."),
        ("1", "1", "9999", "The date is in the future."),
        ("22", "11", "2007", "This guide is for children up to 18 years old; please check the year."),
        ("1", "1", "0000", "This guide is for children up to 18 years old; please check the year."),
    ],
)
def test_what_is_missing_or_wrong_is_said(show: Show, day: str, month: str, year: str, said: str) -> None:
    fields = show()
    fields.write({Part.DAY: day, Part.MONTH: month, Part.YEAR: year})
    assert sentence(fields) == said


@pytest.mark.parametrize(
    ("day", "month", "year", "birth"),
    [
        ("22", "11", "2026", TODAY),
        ("29", "2", "2024", date(2024, 2, 29)),
        ("23", "11", "2007", date(2007, 11, 23)),
        ("7", "8", "09", date(2009, 8, 7)),
        ("١٨", "10", "٢٠٢٦", OCT_18),
    ],
)
def test_what_three_fields_mean(show: Show, day: str, month: str, year: str, birth: date) -> None:
    fields = show()
    fields.write({Part.DAY: day, Part.MONTH: month, Part.YEAR: year})
    assert fields.read(TODAY) == birth


def test_the_fields_say_what_they_are(show: Show) -> None:
    fields = show()
    group = QAccessible.queryAccessibleInterface(fields)
    assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Birth date")
    labels = {label.buddy(): label.text() for label in fields.findChildren(QLabel)}
    said = [(labels[fields.field(part)], fields.field(part).accessibleName()) for part in Part]
    assert said == [("Day", "Day of birth"), ("Month", "Month of birth"), ("Year", "Year of birth")]


def test_at_large_text_the_fields_wrap(show: Show) -> None:
    fields = show(percent=200)
    fields.resize(640, fields.heightForWidth(640))
    day, month, year = (fields.field(part).mapTo(fields, QPoint()) for part in Part)
    assert day.y() == month.y() < year.y()
    assert year.y() + fields.year_edit.height() <= fields.height()
