"""``export-schema`` says in JSON Schema what the loader takes, one schema for each kind of file."""

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from guide.content.__main__ import main
from guide.content.json_schema import DIALECT, KINDS, schema_of, schema_of_all
from guide.content.tree import Items, Map, Node
from guide.content.yaml_gate import read_tree
from tests.content.conftest import SMALL_PACK
from tests.content.edits import edit
from tests.content.fault import BEADS, CHECKLIST, CLAIMS, SIGNS, WEIGHTS


def misfits(node: Node, schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[str]:
    """What of the few words of JSON Schema that are used here does not hold for a tree of texts."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].removeprefix("#/$defs/")]
    if schema.get("type") == "object":
        yield from misfits_of_object(node, schema, definitions)
    elif schema.get("type") == "array":
        if not isinstance(node, Items):
            yield "a list is needed"
        else:
            for item in node:
                yield from misfits(item, schema["items"], definitions)
    elif not isinstance(node, str):
        yield "a text is needed"
    elif "enum" in schema and node not in schema["enum"]:
        yield f"{node} is none of {schema['enum']}"


def misfits_of_object(node: Node, schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[str]:
    if not isinstance(node, Map):
        yield "names are needed"
        return
    others = schema["additionalProperties"]
    for name, value in node.items():
        inner = schema.get("properties", {}).get(name, others)
        if inner is False:
            yield f"{name} is not known"
        else:
            yield from misfits(value, inner, definitions)
    yield from (f"{name} is missing" for name in schema.get("required", []) if name not in node)


def misfits_in(pack: Path, name: str) -> list[str]:
    kind = {"conditions": "condition", "cases": "cases"}.get(Path(name).parent.name, Path(name).stem)
    schema = schema_of(kind)
    return list(misfits(read_tree((pack / name).read_bytes(), name), schema, schema["$defs"]))


ALL_FILES = sorted(path.relative_to(SMALL_PACK).as_posix() for path in SMALL_PACK.rglob("*.yaml"))


@pytest.mark.parametrize("name", ALL_FILES)
def test_file_that_the_loader_takes_fits_its_schema(name: str) -> None:
    assert misfits_in(SMALL_PACK, name) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (BEADS, "helps:", "helpz:"),
        (BEADS, "one_line: Tiny white beads\n", ""),
        (BEADS, "urgency: home", "urgency: hom"),
        (BEADS, "name: Beads", "name: [Beads]"),
        (BEADS, "always", "allways"),
        (BEADS, "[book]}", "[book], by: me}"),
        (CHECKLIST, "choose: one", "choose: two"),
        (SIGNS, "stage: emergency", "stage: later"),
        (WEIGHTS, "usual_background: 0.25\n", ""),
        (CLAIMS, "verdict: wrong", "verdict: bad"),
    ],
)
def test_file_that_the_loader_refuses_does_not_fit(pack: Path, name: str, old: str, new: str) -> None:
    edit(pack, name, old, new)
    assert len(misfits_in(pack, name)) >= 1


@pytest.mark.parametrize("kind", KINDS)
def test_schema_names_every_line_and_which_must_be_there(kind: str) -> None:
    schema = schema_of(kind)
    assert schema["$schema"] == DIALECT == "https://json-schema.org/draft/2020-12/schema"
    top = schema["$defs"][KINDS[kind].__name__]
    assert list(top["properties"]) == [field.name for field in fields(KINDS[kind])]
    needed = {each.name for each in fields(KINDS[kind]) if each.default is each.default_factory is MISSING}
    assert set(top["required"]) == needed
    assert top["additionalProperties"] is False


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from ([part["$ref"]] if "$ref" in part else [])
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from references(inner)


@pytest.mark.parametrize("schema", [*map(schema_of, KINDS), schema_of_all()])
def test_each_reference_leads_somewhere(schema: dict[str, Any]) -> None:
    assert {name.removeprefix("#/$defs/") for name in references(schema)} == set(schema["$defs"])


def test_editors_show_what_a_line_is_for() -> None:
    name = schema_of("condition")["$defs"]["Condition"]["properties"]["one_line"]
    assert name == {"description": "at most 6 words, for the card", "type": "string"}


def test_description_is_never_the_list_of_fields() -> None:
    words = {name: part.get("description", "") for name, part in schema_of_all()["$defs"].items()}
    assert not [name for name, text in words.items() if text.startswith(f"{name}(")]


def test_all_kinds_are_printed_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export-schema"]) == 0
    assert len(json.loads(capsys.readouterr().out)["anyOf"]) == len(KINDS)


def test_one_kind_is_printed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export-schema", "--kind", "glossary"]) == 0
    assert json.loads(capsys.readouterr().out) == schema_of("glossary")


def test_a_file_for_each_kind_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export-schema", "--into", str(tmp_path / "a" / "b")]) == 0
    written = {path.name: json.loads(path.read_text("utf-8")) for path in (tmp_path / "a" / "b").iterdir()}
    assert written == {f"{kind}.schema.json": schema_of(kind) for kind in KINDS}


def test_folder_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["export-schema", "--into", str(tmp_path / "file")]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("The schemas could not be written into ")
    assert shown.count("\n") == 1
