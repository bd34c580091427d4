"""Every picture on one sheet."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack
from guide.ui.pictures.colour.colours import TONES
from guide.ui.pictures.contact_sheet import (
    MOST_HIGH,
    SheetTooLargeError,
    contact_sheet,
    planned,
    tone_words,
)
from guide.ui.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")

FIVE = (0, 1, 2, 3, 4)


def some(pack: ContentPack) -> list[Condition]:
    return [pack.condition["milia"], pack.condition["molluscum"]]


def sheet(conditions: Sequence[Condition], tones: Sequence[float] = FIVE) -> QImage:
    image = QImage.fromData(contact_sheet("Sheet", conditions, (60, 40), tones))
    assert not image.isNull()
    return image


def test_the_same_conditions_are_the_same_bytes(pack: ContentPack) -> None:
    first, second = (contact_sheet("Sheet", some(pack), (60, 40), FIVE) for _ in range(2))
    assert first == second


def test_each_stage_is_a_row_in_the_order_of_the_pack(pack: ContentPack) -> None:
    (rows,) = planned("Sheet", some(pack), QSize(60, 40), FIVE).blocks
    told = [f"{row.condition.id}/{row.stage.id}" for row in rows]
    assert told == [f"{each.id}/{stage.id}" for each in some(pack) for stage in each.appearance.stages]
    assert all(row.words.startswith("Drawing: ") for row in rows)


def test_each_tone_is_a_column(pack: ContentPack) -> None:
    wide, narrow = sheet(some(pack)), sheet(some(pack), (0, 4))
    assert wide.height() == narrow.height()
    assert wide.width() - narrow.width() == 3 * (60 + 8)


def test_the_columns_go_from_the_lightest_to_the_darkest_skin(pack: ContentPack) -> None:
    image = sheet(some(pack))
    lights = []
    for at in range(len(FIVE)):
        left = 24 + 300 + at * 68
        colours = [QColor(image.pixel(x, y)) for x in range(left, left + 60, 3) for y in range(100, 125, 3)]
        lights.append(sum(colour.lightness() for colour in colours) / len(colours))
    assert lights == sorted(lights, reverse=True)
    assert lights[0] - lights[-1] > 80


def test_the_tones_are_told_with_their_number_on_the_published_scale() -> None:
    assert tone_words(0) == "Light, Monk 2"
    assert tone_words(4) == "Black, Monk 9"
    assert tone_words(2.5) == "Tone 2.5"
    assert len({tone_words(tone) for tone in range(len(TONES))}) == 5


def test_a_row_is_high_enough_for_its_words(pack: ContentPack) -> None:
    (rows,) = planned("Sheet", [pack.condition["chickenpox"]], QSize(60, 40), FIVE).blocks
    assert all(row.height >= 100 for row in rows)


def test_there_are_words_beside_the_pictures(pack: ContentPack) -> None:
    image = sheet(some(pack))
    label = [image.pixelColor(x, y).name() for x in range(24, 300) for y in range(90, 140)]
    assert LIGHT.ink.lower() in label
    assert LIGHT.background.lower() in label


def test_a_sheet_that_would_be_too_high_goes_on_beside_itself(pack: ContentPack) -> None:
    plan = planned("Sheet", pack.conditions, QSize(480, 320), FIVE)
    assert len(plan.blocks) > 1
    assert plan.size.height() <= MOST_HIGH
    rows = [row.stage for block in plan.blocks for row in block]
    assert rows == [stage for each in pack.conditions for stage in each.appearance.stages]


def test_a_sheet_that_no_program_could_show_is_refused(pack: ContentPack) -> None:
    with pytest.raises(SheetTooLargeError):
        contact_sheet("Sheet", pack.conditions, (2000, 2000), FIVE)
