"""Which part may import which, in sentences. Imports inside functions count as well."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import guide

PACKAGE = Path(guide.__file__).parent
PARTS = {"domain", "content", "store", "ui", "__main__"}
TO_THE_NETWORK = [
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
]
TO_THE_NETWORK += ["urllib.request", "urllib3", "websockets", "PySide6.QtNetwork", "PySide6.QtWebSockets"]


# The authors' tools run without Qt, so that content can be checked on any machine; but one of them draws.
# What draws is handed to it: the tools' entry point alone may import it, and only this one module of the ui.
# That it does so no sooner than it draws is tested with the command itself.
DRAWING_FOR_AUTHORS = ("guide.content.__main__", "guide.ui.pictures.contact_sheet.")


class Import(NamedTuple):
    by: str
    of: str
    line: int

    def __str__(self) -> str:
        return f"{self.by}:{self.line} imports {self.of}"


def imports_in(source: str, module: str, is_package: bool = False) -> Iterator[Import]:
    """Every import in the source, relative ones spelled out: ``from guide import x`` is one of guide.x."""
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (Import(module, name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = from_where(node, package)
            yield from (Import(module, f"{base}.{name.name}", node.lineno) for name in node.names)


def from_where(node: ast.ImportFrom, package: str) -> str:
    if node.level == 0:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)


def part_of(module: str) -> str:
    """``guide.store.schema`` -> ``store``; nothing for what is not ours."""
    names = module.split(".")
    return names[1] if names[0] == "guide" and len(names) > 1 else ""


def draws_for_authors(each: Import) -> bool:
    by, of = DRAWING_FOR_AUTHORS
    return each.by == by and each.of.startswith(of)


Rule = Callable[[list[Import]], list[Import]]


def whole_package() -> list[Import]:
    found: list[Import] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        names = path.relative_to(PACKAGE.parent).with_suffix("").parts
        is_package = names[-1] == "__init__"
        module = ".".join(names[:-1] if is_package else names)
        found += imports_in(path.read_text("utf-8"), module, is_package)
    return found


# The rules: each gives the imports that break it.


def domain_importing_other_parts(imports: list[Import]) -> list[Import]:
    others = PARTS - {"domain"}
    return [each for each in imports if part_of(each.by) == "domain" and part_of(each.of) in others]


def content_importing_more_than_domain(imports: list[Import]) -> list[Import]:
    others = PARTS - {"content", "domain"}
    return [
        each
        for each in imports
        if part_of(each.by) == "content" and part_of(each.of) in others and not draws_for_authors(each)
    ]


def store_importing_more_than_domain(imports: list[Import]) -> list[Import]:
    others = PARTS - {"store", "domain"}
    return [each for each in imports if part_of(each.by) == "store" and part_of(each.of) in others]


def ui_imported_from_outside(imports: list[Import]) -> list[Import]:
    return [
        each
        for each in imports
        if part_of(each.of) == "ui"
        and part_of(each.by) not in ("ui", "__main__")
        and not draws_for_authors(each)
    ]


def main_imported_by_the_package(imports: list[Import]) -> list[Import]:
    return [each for each in imports if each.of.startswith("guide.__main__")]


def foundations_importing_ours(imports: list[Import]) -> list[Import]:
    foundations = ("paths", "errors")
    return [each for each in imports if part_of(each.by) in foundations and each.of.startswith("guide")]


def qt_outside_ui(imports: list[Import]) -> list[Import]:
    qt = ("PySide6", "shiboken6", "PyQt6")
    return [each for each in imports if each.of.split(".")[0] in qt and part_of(each.by) != "ui"]


def qt_parts_not_bundled(imports: list[Import]) -> list[Import]:
    bundled = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport")
    return [
        each for each in imports if each.of.startswith("PySide6.") and each.of.split(".")[1] not in bundled
    ]


def network(imports: list[Import]) -> list[Import]:
    return [each for each in imports if any(f"{each.of}.".startswith(f"{name}.") for name in TO_THE_NETWORK)]


def text(broken: list[Import]) -> str:
    return "\n".join(map(str, broken))


def test_domain_imports_no_other_part() -> None:
    assert text(domain_importing_other_parts(whole_package())) == ""


def test_content_imports_nothing_of_ours_but_domain() -> None:
    assert text(content_importing_more_than_domain(whole_package())) == ""


def test_store_imports_nothing_of_ours_but_domain() -> None:
    assert text(store_importing_more_than_domain(whole_package())) == ""


def test_only_main_and_the_drawing_for_authors_import_ui() -> None:
    assert text(ui_imported_from_outside(whole_package())) == ""


def test_nobody_imports_main() -> None:
    assert text(main_imported_by_the_package(whole_package())) == ""


def test_paths_and_errors_import_nothing_of_ours() -> None:
    assert text(foundations_importing_ours(whole_package())) == ""


def test_only_ui_imports_qt() -> None:
    assert text(qt_outside_ui(whole_package())) == ""


def test_only_the_parts_of_qt_that_we_ship_are_imported() -> None:
    assert text(qt_parts_not_bundled(whole_package())) == ""


def test_nothing_can_reach_the_network() -> None:
    assert text(network(whole_package())) == ""


def test_each_part_is_looked_at() -> None:
    assert {part_of(each.by) for each in whole_package()} >= PARTS


@pytest.mark.parametrize(
    ("rule", "module", "source"),
    [
        (domain_importing_other_parts, "guide.domain.x", "import guide.store.schema"),
        (domain_importing_other_parts, "guide.domain.x", "from guide import content"),
        (content_importing_more_than_domain, "guide.content.x", "def f():\n    import guide.store.schema"),
        (content_importing_more_than_domain, "guide.content.x", "from ..ui import theme"),
        (content_importing_more_than_domain, "guide.content.__main__", "from guide.ui.theme import LIGHT"),
        (
            ui_imported_from_outside,
            "guide.content.commands.pictures",
            "from guide.ui.pictures.contact_sheet import contact_sheet",
        ),
        (store_importing_more_than_domain, "guide.store.x", "from .. import content"),
        (ui_imported_from_outside, "guide.content.__main__", "if True:\n    import guide.ui.app as app"),
        (main_imported_by_the_package, "guide.ui.x", "from guide.__main__ import main"),
        (foundations_importing_ours, "guide.paths", "from guide import __version__"),
        (qt_outside_ui, "guide.store.x", "def f():\n    from PySide6.QtGui import QImage"),
        (qt_parts_not_bundled, "guide.ui.x", "from PySide6.QtSql import QSqlDatabase"),
        (network, "guide.ui.x", "class C:\n    from urllib import request"),
        (network, "guide.ui.x", "from PySide6.QtNetwork import QLocalServer"),
    ],
)
def test_a_breach_is_found(rule: Rule, module: str, source: str) -> None:
    assert rule(list(imports_in(source, module)))


@pytest.mark.parametrize(
    "source", ["from guide.domain import ages", "from urllib.parse import quote", "import sys"]
)
def test_what_is_allowed_is_not_called_a_breach(source: str) -> None:
    imports = list(imports_in(source, "guide.store.x"))
    assert not store_importing_more_than_domain(imports) + qt_outside_ui(imports) + network(imports)


def test_the_entry_point_of_the_authors_tools_may_import_what_draws_for_them() -> None:
    source = "def f():\n    from guide.ui.pictures.contact_sheet import contact_sheet"
    imports = list(imports_in(source, "guide.content.__main__"))
    assert not content_importing_more_than_domain(imports) + ui_imported_from_outside(imports)


def test_a_relative_import_in_a_package_file_is_its_own_neighbour() -> None:
    found = list(imports_in("from . import x\nfrom .y import z", "guide.store", is_package=True))
    assert [each.of for each in found] == ["guide.store.x", "guide.store.y.z"]
