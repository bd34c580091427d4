"""The pack that is shipped, tested as data: nothing wrong in it, every strict family as expected."""

from functools import cache
from pathlib import Path

import pytest

from guide.content.__main__ import main
from guide.content.loader import check_folder, load_pack
from guide.content.tree import Map
from guide.content.yaml_gate import read_tree
from guide.domain.cases import failures
from guide.domain.pack import ContentPack
from tests.content.conftest import needs_textstat

SHIPPED = Path(__file__).parents[2] / "resources" / "content"


@cache
def shipped_pack() -> ContentPack:
    return load_pack(SHIPPED)


def case_ids() -> list[str]:
    """Read without the schema, so that a broken pack fails the tests and not their collection."""
    trees = [read_tree(path.read_bytes(), path.name) for path in sorted((SHIPPED / "cases").glob("*.yaml"))]
    strict = [tree for tree in trees if isinstance(tree, Map) and "measured" not in tree]
    return [case["id"] for tree in strict for case in tree["cases"]]  # type: ignore[call-overload,index,misc]


def test_nothing_is_wrong_with_the_shipped_pack() -> None:
    assert [str(problem) for problem in check_folder(SHIPPED)] == []


@pytest.mark.parametrize("case_id", case_ids())
def test_family_gets_the_expected_result(case_id: str) -> None:
    pack = shipped_pack()
    (case,) = [case for case in pack.cases if case.id == case_id]
    assert failures(case, pack) == []


@needs_textstat
def test_the_check_is_silent_and_every_text_is_easy_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SHIPPED)]) == 0
    assert capsys.readouterr() == ("", "")
