"""Adding a child and changing what is written about one."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from guide.domain.diary import Child, Moment
from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from guide.ui.child.dialog import ChildDialog
from guide.ui.clock import StandingClock
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme
from tests.ui.reading import turn_the_wheel_over

TODAY = date(2026, 11, 22)
Asker = Callable[..., ChildDialog]
CLOCK = StandingClock(Moment(datetime(2026, 11, 22, 10, tzinfo=UTC), "Etc/UTC"))
MIA = Child("c1", "Mia", date(2026, 10, 17), weeks_early=3, skin_tone=4, allergies="egg")


@pytest.fixture
def family(qtbot: QtBot, tmp_path: Path) -> Iterator[Family]:
    with DiaryStore.open(tmp_path) as store:
        yield Family(store, Preferences(tmp_path), CLOCK)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog opens over, and what keeps it alive."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def ask(qtbot: QtBot, window: QWidget, family: Family) -> Asker:
    def ask(child: Child | None = None, diary: Family = family) -> ChildDialog:
        dialog = ChildDialog.ask(window, Theme("light"), CLOCK, diary.save_child, child)
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return ask


def type_into(dialog: ChildDialog, *typed: str | Qt.Key) -> None:
    """Words and keys, each into what has the focus then."""
    for what in typed:
        if isinstance(what, str):
            QTest.keyClicks(dialog.focusWidget(), what)
        else:
            QTest.keyClick(dialog.focusWidget(), what)


def test_a_child_is_added_by_keyboard_alone(ask: Asker, family: Family) -> None:
    dialog = ask()
    keys = Qt.Key
    birth, past_not_known = ("03", keys.Key_Tab, "nov", keys.Key_Tab, "2026"), keys.Key_Tab
    weeks, tone = keys.Key_Down, (keys.Key_Right, keys.Key_Space)
    type_into(dialog, "  Ben <b> ", keys.Key_Tab, *birth, keys.Key_Tab, past_not_known, weeks, keys.Key_Tab)
    type_into(dialog, *tone, keys.Key_Tab, "egg", keys.Key_Return)
    (child,) = family.all_children()
    said = (child.name, child.birth_date, child.weeks_early, child.skin_tone, child.allergies)
    assert said == ("Ben <b>", date(2026, 11, 3), 1, 1, "egg")
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("pasted", "sentence", "field"),
    [
        ("23/11/2026", "The date is in the future.", "day_edit"),
        ("31/11/2026", "There is no 31 November.", "day_edit"),
        ("18/13/2026", "There is no month “13”.", "month_combo"),
        ("18/10/2006", "This guide is for children up to 18 years old; please check the year.", "year_edit"),
        ("18", "Please choose the month.", "month_combo"),
    ],
)
def test_a_wrong_birth_date_is_refused_where_it_is_wrong(
    ask: Asker, family: Family, pasted: str, sentence: str, field: str
) -> None:
    dialog = ask()
    dialog.form.name_edit.setText("Ben")
    dialog.form.birth.day_edit.insert(pasted)
    dialog.save_button.click()
    assert dialog.problem_label.text() == sentence
    assert dialog.problem_label.isVisible()
    focused = dialog.focusWidget()
    assert focused is getattr(dialog.form.birth, field)
    assert focused.accessibleDescription() == sentence
    assert dialog.form.birth.day_edit.text() == pasted[:2]
    assert family.all_children() == []


def test_the_refusal_goes_once_the_date_is_changed(ask: Asker, family: Family) -> None:
    dialog = ask()
    dialog.form.name_edit.setText("Ben")
    dialog.form.birth.day_edit.insert("23/11/2026")
    dialog.save()
    dialog.form.birth.month_combo.setFocus()
    type_into(dialog, "oct")
    assert not dialog.problem_label.isVisible()
    assert dialog.form.birth.day_edit.accessibleDescription() == ""


@pytest.mark.parametrize("typed", ["", "   "])
def test_a_name_is_asked_for(ask: Asker, family: Family, typed: str) -> None:
    dialog = ask()
    dialog.form.name_edit.setText(typed)
    dialog.save()
    assert dialog.problem_label.text().startswith("Please write a name.")
    assert dialog.focusWidget() is dialog.form.name_edit
    assert family.all_children() == []


def test_a_birth_date_nobody_wrote_is_asked_for(ask: Asker, family: Family) -> None:
    dialog = ask()
    dialog.form.name_edit.setText("Ben")
    dialog.save()
    assert dialog.problem_label.text() == "Please write day, month and year, or tick “Not known”."
    assert dialog.focusWidget() is dialog.form.birth.day_edit
    assert family.all_children() == []


def test_the_birth_date_may_be_unknown(ask: Asker, family: Family) -> None:
    dialog = ask()
    dialog.form.name_edit.setText("Ben")
    dialog.form.unknown_box.click()
    assert not dialog.form.birth.day_edit.isEnabled()
    dialog.save()
    assert [child.birth_date for child in family.all_children()] == [None]


def test_the_age_is_said_beneath_the_date(ask: Asker) -> None:
    form = ask(MIA).form
    assert form.age_label.text() == "17 Oct 2026 · 5 weeks old"
    form.birth.year_edit.insert("7")
    assert form.age_label.text() == "Please write the year with four digits."


@pytest.mark.parametrize("field", ["day_edit", "month_combo", "year_edit"])
def test_enter_in_the_birth_date_saves(ask: Asker, family: Family, field: str) -> None:
    dialog = ask(MIA)
    QTest.keyClick(getattr(dialog.form.birth, field), Qt.Key.Key_Return)
    assert family.all_children() == [MIA]


def test_a_birth_date_set_aside_comes_back(ask: Asker, family: Family) -> None:
    dialog = ask(MIA)
    dialog.form.unknown_box.click()
    dialog.form.unknown_box.click()
    assert dialog.form.child() == MIA


def test_changing_a_child_starts_from_what_is_written(ask: Asker, family: Family) -> None:
    family.save_child(MIA)
    dialog = ask(MIA)
    dialog.form.allergies_edit.setText("egg, milk")
    dialog.save()
    (child,) = family.all_children()
    assert child == Child("c1", "Mia", date(2026, 10, 17), 3, 4, "egg, milk")


def test_a_failing_save_says_why_and_keeps_what_was_typed(ask: Asker, tmp_path: Path) -> None:
    problem = GuideError("The disk is full. Nothing was changed.")
    closed = Family(None, Preferences(tmp_path), CLOCK, problem)
    dialog = ask(MIA, closed)
    dialog.form.name_edit.setText("Mia Lou")
    dialog.save()
    (box,) = dialog.findChildren(QMessageBox)
    assert box.text() == "The disk is full. Nothing was changed."
    assert dialog.isVisible()
    assert dialog.form.name_edit.text() == "Mia Lou"
    box.close()
    dialog.close()


def test_escape_saves_nothing(ask: Asker, family: Family) -> None:
    dialog = ask()
    QTest.keyClicks(dialog.form.name_edit, "Ben")
    QTest.keyClick(dialog.form.name_edit, Qt.Key.Key_Escape)
    assert family.all_children() == []


def test_enter_on_cancel_saves_nothing(ask: Asker, family: Family) -> None:
    dialog = ask(MIA)
    dialog.cancel_button.setFocus()
    QTest.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
    assert family.all_children() == []


def test_the_chosen_skin_tone_is_ticked(ask: Asker) -> None:
    tones = ask(MIA).form.tones
    tones.swatch(1).click()
    assert [tones.swatch(tone).text() for tone in range(5)] == ["", "✓", "", "", ""]
    assert tones.tone == 1


def test_every_field_has_a_name_for_screen_readers(ask: Asker) -> None:
    form = ask().form
    fields: list[QWidget] = [form.name_edit, form.birth, form.unknown_box, form.early_combo]
    fields += [form.allergies_edit, *(form.tones.swatch(tone) for tone in range(5))]
    assert all(field.accessibleName() for field in fields)


@pytest.mark.parametrize("place", range(4))
def test_the_wheel_changes_no_value(ask: Asker, place: int) -> None:
    form = ask(MIA).form
    birth = form.birth
    fields: list[QWidget] = [birth.day_edit, birth.month_combo, birth.year_edit, form.early_combo]
    field = fields[place]
    field.setFocus()
    turn_the_wheel_over(field)
    assert form.child() == MIA


def test_a_long_name_is_shown_plain_and_kept_short(ask: Asker) -> None:
    dialog = ask()
    name: QLineEdit = dialog.form.name_edit
    name.insert("<i>" + "x" * 500)
    assert name.text().startswith("<i>")
    assert len(name.text()) == 80
