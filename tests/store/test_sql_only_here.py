"""SQL stands in one folder, so that every statement can be read in one place."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import guide

PACKAGE = Path(guide.__file__).parent
STATEMENT = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|REPLACE|PRAGMA|VACUUM|ATTACH|BEGIN|COMMIT|ROLLBACK"
    r"|(CREATE|DROP|ALTER) (TABLE|INDEX|VIEW|TRIGGER))(\s|$)"
)


def texts(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_only_one_folder_holds_sql() -> None:
    modules = [module for module in PACKAGE.rglob("*.py") if any(map(STATEMENT.search, texts(module)))]
    assert {module.parent.relative_to(PACKAGE).as_posix() for module in modules} == {"store/sql"}


def test_the_store_knows_neither_the_window_nor_the_pack() -> None:
    source = "\n".join(module.read_text(encoding="utf-8") for module in (PACKAGE / "store").glob("*.py"))
    assert not re.search(r"PySide6|guide\.ui|guide\.content|\bsqlite3\b", source)
