"""Two or three conditions side by side."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.domain.lesions import Lesion, Range
from guide.domain.pack import ContentPack
from guide.ui.conditions.compare import CompareView
from guide.ui.conditions.compare_pictures import at_one_scale, common_field
from guide.ui.conditions.compare_rows import compare_rows
from guide.ui.pictures.plans.description import plan_picture
from guide.ui.pictures.plans.scene import Scene, scene_of
from guide.ui.theme import Theme
from tests.ui.reading import words_on

THREE = ("milia", "molluscum", "keratosis-pilaris")


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, pack: ContentPack) -> CompareView:
    view = CompareView(theme, pack)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_conditions(THREE)
    qtbot.waitUntil(lambda: view.table.heads.field_mm > 0)
    return view


def test_every_fact_of_each_is_in_its_row(view: CompareView, pack: ContentPack) -> None:
    for number, condition in enumerate(pack.condition[each] for each in THREE):
        said = {row: view.table.rows[row].cells[number].label.text() for row in view.table.rows}
        assert said["level"] == pack.short_words(condition.urgency)
        assert said["age"] == condition.glance.age.text
        assert said["catching"] == condition.glance.catching.text
        assert all(each.text in said["helps"] for each in condition.helps)


def test_a_row_that_differs_says_so_in_words(view: CompareView) -> None:
    catching, itch = view.table.rows["catching"].mark_label, view.table.rows["itch"].mark_label
    assert catching
    assert catching.text() == "≠ Differs"
    assert itch
    assert itch.text() == "= Much the same"


def test_a_condition_beside_itself_would_differ_in_nothing(pack: ContentPack) -> None:
    twice = [pack.condition["milia"], replace(pack.condition["milia"], name="Other")]
    assert not any(row.differs for row in compare_rows(twice, pack, 2))


def test_each_tells_itself_from_the_others(view: CompareView, pack: ContentPack) -> None:
    told = view.table.rows["tell-apart"].cells[0].label.text()
    own = [each.tell_apart for each in pack.condition["milia"].look_alikes if each.id in THREE]
    assert own
    assert all(line in told for line in own)


def test_all_drawings_have_one_scale_one_size_and_one_tone(view: CompareView) -> None:
    pictures = view.table.heads.pictures
    sizes = {(each.picture_rect().width(), each.picture_rect().height()) for each in pictures}
    assert len(sizes) == 1
    width, height = sizes.pop()
    assert len({plan_picture(each.scene, width, height).width for each in pictures}) == 1
    view.tone_buttons.button(4).click()
    assert [each.tone for each in pictures] == [4, 4, 4]


@pytest.mark.parametrize("width", [150, 260, 420])
def test_the_widest_decides_the_scale_and_nobody_loses_a_mark(pack: ContentPack, width: int) -> None:
    scenes = [scene_of(each) for each in pack.conditions[:12]]
    height = width / 1.48
    field = common_field(scenes, width, height)
    for scene in scenes:
        alone = plan_picture(scene, width, height)
        beside = plan_picture(replace(scene, field_mm=field), width, height)
        assert beside.width == field >= alone.width
        assert len(beside.marks) == len(alone.marks)


def test_a_picture_that_is_crowded_at_the_scale_of_the_other_makes_both_show_more_skin() -> None:
    """Its marks lie elsewhere there, and may find no room where they had some."""
    many = Lesion("white", "raised", Range(2, 6), Range(20, 40), arrangement="line")
    crowded = Scene((many,), "1")
    field = 1.02 * plan_picture(crowded, 260, 176).width
    calm = Scene((Lesion("white", "raised", Range(2, 2), Range(1, 1)),), "calm", field_mm=field)
    assert plan_picture(replace(crowded, field_mm=field), 260, 176).width > field
    widths = {plan_picture(each, 260, 176).width for each in at_one_scale([crowded, calm], 260, 176)}
    assert len(widths) == 1


def test_the_look_is_told_for_the_tone_that_is_shown(view: CompareView, pack: ContentPack) -> None:
    view.tone_buttons.button(4).click()
    looks = pack.condition["milia"].appearance
    assert view.table.rows["look"].name_label.text() == "How it looks on black skin"
    assert view.table.rows["look"].cells[0].label.text() == looks.on_black_skin.text


def test_one_is_taken_away_and_another_one_added(view: CompareView, pack: ContentPack, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.conditions_changed) as told:
        view.table.heads.remove_buttons["molluscum"].click()
    assert told.args == [("milia", "keratosis-pilaris")]
    assert view.focusWidget() is view.choice_combo
    view.choice_combo.setCurrentIndex(view.choice_combo.findData("hives"))
    qtbot.keyClick(view.add_button, Qt.Key.Key_Return)
    assert view.shown_ids == ("milia", "keratosis-pilaris", "hives")


def test_there_are_three_at_most(view: CompareView) -> None:
    assert not view.add_button.isEnabled()
    view.show_conditions([*THREE, "hives", "milia", "no-such-page"])
    assert view.shown_ids == THREE


def test_with_one_only_its_look_alikes_are_offered(view: CompareView, pack: ContentPack) -> None:
    view.show_conditions(["milia"])
    assert not view.print_button.isEnabled()
    assert set(view.suggestions) == {each.id for each in pack.condition["milia"].look_alikes}
    view.suggestions["molluscum"].click()
    assert view.shown_ids == ("milia", "molluscum")
    assert view.print_button.isEnabled()


def test_escape_closes_and_a_name_leads_to_its_page(view: CompareView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view.print_button, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.condition_requested) as asked:
        view.table.heads.page_buttons["milia"].click()
    assert asked.args == ["milia"]
    with qtbot.waitSignal(view.print_requested) as printed:
        view.print_button.click()
    assert printed.args == [THREE]


def test_where_columns_do_not_fit_each_cell_says_whose_it_is(view: CompareView, qtbot: QtBot) -> None:
    cell = view.table.rows["age"].cells[0]
    assert not cell.name_label.isVisible()
    view.resize(420, 600)
    qtbot.waitUntil(lambda: cell.name_label.isVisible())
    assert view.horizontalScrollBar().maximum() == 0


def test_a_screen_reader_hears_whose_fact_it_is(view: CompareView, pack: ContentPack) -> None:
    label = view.table.rows["age"].cells[1].label
    assert label.accessibleName() == f"Molluscum. Age: {pack.condition['molluscum'].glance.age.text}"


def test_every_control_has_a_name(view: CompareView) -> None:
    stops = [
        each
        for each in view.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    assert all(each.accessibleName() or getattr(each, "text", str)() for each in stops)
    assert "Remove" in words_on(view)
