"""The note in the making, without any widget."""

from datetime import UTC, datetime

import pytest

from guide.ui.diary.draft import NoteDraft
from guide.ui.diary.numbers_typed import celsius_typed, count_typed, millimetres_typed
from tests.ui.diary.household import BACK, NOW, check_of_mia, spot_of_mia


@pytest.mark.parametrize("typed", ["37,5", "37.5", " 37.5 "])
def test_decimal_comma_and_dot_are_the_same(typed: str) -> None:
    assert celsius_typed(typed, "C") == 37.5


def test_fahrenheit_is_kept_as_celsius() -> None:
    assert celsius_typed("100.4", "F") == 38.0


@pytest.mark.parametrize("typed", ["375", "98.6", "warm", "-37", "37.5.1", "1e2"])
def test_what_no_thermometer_shows_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        celsius_typed(typed, "C")


@pytest.mark.parametrize("typed", ["2.5", "many", "1000", "-1"])
def test_a_count_is_a_whole_number(typed: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        count_typed(typed)


def test_no_size_is_zero() -> None:
    with pytest.raises(ValueError, match="not a size"):
        millimetres_typed("0")


def test_empty_fields_are_not_written_down() -> None:
    note = NoteDraft("mia", spot_of_mia()).note(NOW, "C")
    assert (note.how_many, note.largest_mm, note.itch, note.temperature_c) == (None, None, None, None)


def test_no_itch_is_written_down_as_zero() -> None:
    assert NoteDraft("mia", spot_of_mia(), itch=0).note(NOW, "C").itch == 0


def test_saving_twice_writes_the_same_note() -> None:
    draft = NoteDraft("mia", place=BACK)
    assert draft.note(NOW, "C").id == draft.note(NOW, "C").id
    assert draft.new_spot() == draft.new_spot()


def test_an_untouched_time_is_the_time_of_saving() -> None:
    assert NoteDraft("mia", spot_of_mia()).note(NOW, "C").written == NOW


def test_a_chosen_time_is_kept_with_the_offset_it_has_here() -> None:
    chosen = datetime(2026, 11, 20, 8, 15)  # noqa: DTZ001 - wall time, as the form gives it
    written = NoteDraft("mia", spot_of_mia(), written=chosen).note(NOW, "C").written
    assert written.at.replace(tzinfo=None) == chosen
    assert written.at.utcoffset() is not None


def test_the_check_is_kept_for_the_spot_of_the_note() -> None:
    draft = NoteDraft("mia", place=BACK, check=check_of_mia())
    check = draft.check_to_keep()
    assert check is not None
    assert check.spot_id == draft.note(NOW, "C").spot_id


def test_the_region_names_a_new_spot_until_a_name_is_typed() -> None:
    draft = NoteDraft("mia")
    draft.choose_place(BACK, 50, 70)
    assert draft.title == "Upper back"
    draft.spot_name, draft.name_typed = "Little dots", True
    draft.choose_place(BACK, 40, 60)
    assert draft.title == "Little dots"


def test_a_spot_without_a_name_has_that_of_its_region() -> None:
    draft = NoteDraft("mia", place=BACK, spot_name="  ")
    spot = draft.new_spot()
    assert spot is not None
    assert spot.name == "Upper back"


def test_a_pointed_place_alone_is_nothing_to_lose() -> None:
    assert not NoteDraft("mia", place=BACK, spot_name=BACK.name).holds_something


def test_anything_typed_is_something_to_lose() -> None:
    assert NoteDraft("mia", text="x").holds_something
    assert NoteDraft("mia", written=datetime(2026, 11, 1, tzinfo=UTC)).holds_something
    assert NoteDraft("mia", check=check_of_mia()).holds_something
