"""The list of sabotages keeps up with the program: each still fits, and the tests it names are there."""

import re
from collections import Counter

from tests.store.sabotages import ROOT, SABOTAGES


def test_each_sabotage_on_the_list_still_fits_the_program_and_changes_it() -> None:
    unfit = [f"{each.file}: {each.what}" for each in SABOTAGES if not each.fits(ROOT) or each.old == each.new]
    assert unfit == []


def test_each_test_named_on_the_list_is_there() -> None:
    named = {test_id for each in SABOTAGES for test_id in each.test_ids}
    assert [test_id for test_id in sorted(named) if not _is_there(test_id)] == []


def test_no_sabotage_is_on_the_list_twice() -> None:
    count = Counter((each.file, each.old, each.new) for each in SABOTAGES)
    assert [place for place, times in count.items() if times > 1] == []


def _is_there(test_id: str) -> bool:
    path, _, test = test_id.partition("::")
    text = (ROOT / path).read_text("utf-8") if (ROOT / path).exists() else ""
    name = test.partition("[")[0]
    return re.search(rf"^def {name}\(" if name else "^def test_", text, re.MULTILINE) is not None
