"""Cells that a spreadsheet shows as they were written and never works out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide.domain.diary import Care
from guide.store.diary_store import DiaryStore
from guide.store.export import export
from guide.store.export.tables import guarded, unguarded
from tests.store.export.readers import cells, table
from tests.store.families import BACK, MIA, check, fill, note

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =HYPERLINK(1)",
    "\u00a0=1",
    "＝1",
    "'=1",
    "'",
    "=cmd|' /C calc'!A0",
    '"=1',
    "-",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_taken_for_a_formula_and_none_is_changed(store: DiaryStore, out: Path, text: str) -> None:
    store.save_child(replace(MIA, name=text, allergies=text))
    store.save_note(note(text=text), spot=replace(BACK, name=text), check=replace(check(), title=text))
    store.save_care(Care("care-1", MIA.id, None, text, date(2026, 9, 1), text=text))
    folder = export(store, out).folder
    for name, columns in {
        "children": ("name", "allergies"),
        "spots": ("child", "name"),
        "notes": ("child", "spot", "text"),
        "checks": ("title",),
        "cares": ("name", "text"),
    }.items():
        [line] = table(folder, name)
        assert [line[column] for column in columns] == [text] * len(columns)
        head, raw = cells(folder, name)
        shown = [cell for column, cell in zip(head, raw, strict=True) if column in columns]
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in shown)
        assert not any(cell.startswith(("\t", "\r", "\n")) for cell in shown)


@given(TEXT)
@example("'''=")
def test_any_text_comes_back_from_its_cell(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_number_below_zero_stays_a_number(store: DiaryStore, out: Path) -> None:
    fill(store)
    store.save_note(replace(note(), temperature_c=-1.5))
    folder = export(store, out).folder
    head, line = cells(folder, "notes")
    assert line[head.index("temperature_c")] == "-1.5"
