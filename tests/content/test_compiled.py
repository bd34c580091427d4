"""The compiled form is read while it fits its files; a changed file, program or Python makes it anew."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from guide.content import compiled
from guide.content.compiled import kept_pack
from guide.content.loader import PackError, check_folder, load_pack, read_folder
from guide.domain.conditions import Frequency
from guide.domain.pack import ContentPack
from guide.domain.questions import Question
from guide.paths import PACKAGE
from tests.content.conftest import SMALL_PACK
from tests.content.copies import (
    change_a_letter,
    change_a_letter_in_the_same_moment,
    copies,
    good_line,
    is_compiled,
)
from tests.content.edits import edit
from tests.content.fault import BEADS, INFO

ROOT = Path(__file__).parents[2]
LOADED = "import sys; from pathlib import Path; from guide.content.loader import load_pack; "


def test_first_load_leaves_a_compiled_copy(pack: Path) -> None:
    assert not is_compiled(pack)
    load_pack(pack)
    assert is_compiled(pack)


def test_second_start_imports_nothing_that_reads_yaml(pack: Path, copy: Path) -> None:
    code = f"{LOADED} load_pack(Path(sys.argv[1])); print({{'yaml', 'cattrs', 'attrs'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, pack], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.strip() == b"set()"


def kinds_of(value: object) -> object:
    """The classes of all parts, so that a list is not taken for a tuple that equals nothing."""
    if is_dataclass(value):
        return (type(value), [kinds_of(getattr(value, field.name)) for field in fields(value)])
    if isinstance(value, tuple):
        return (tuple, [kinds_of(item) for item in value])
    if isinstance(value, Mapping):
        return (Mapping, [(kinds_of(key), kinds_of(item)) for key, item in value.items()])
    return type(value)


def test_compiled_pack_is_the_same_to_the_last_part(pack: Path) -> None:
    from_yaml, from_copy = load_pack(pack), kept_pack(read_folder(pack))
    assert from_copy == from_yaml
    assert kinds_of(from_copy) == kinds_of(from_yaml)


def test_order_of_tables_is_kept(pack: Path) -> None:
    from_yaml = load_pack(pack)
    from_copy = load_pack(pack)
    assert list(from_copy.condition["beads"].findings) == list(from_yaml.condition["beads"].findings)
    assert list(from_copy.weights.frequency) == list(from_yaml.weights.frequency)


def add_a_file(pack: Path) -> None:
    (pack / "cases" / "more.yaml").write_text("cases: []")


def remove_a_file(pack: Path) -> None:
    (pack / "cases" / "families.yaml").unlink()


def rename_a_file(pack: Path) -> None:
    (pack / "cases" / "families.yaml").rename(pack / "cases" / "others.yaml")


def move_a_line_to_another_file(pack: Path) -> None:
    (pack / "cases" / "z.yaml").write_text((pack / "cases" / "families.yaml").read_text())
    (pack / "cases" / "families.yaml").write_text("cases: []")


CHANGES = [
    change_a_letter,
    change_a_letter_in_the_same_moment,
    add_a_file,
    remove_a_file,
    rename_a_file,
    move_a_line_to_another_file,
]


@pytest.mark.parametrize("change", CHANGES)
def test_changed_source_is_noticed_and_compiled_anew(
    pack: Path, copy: Path, change: Callable[[Path], None]
) -> None:
    before = copy.read_bytes()
    change(pack)
    assert not is_compiled(pack)
    load_pack(pack)
    assert is_compiled(pack)
    assert copies() == [copy]
    assert copy.read_bytes() != before


def test_change_is_what_is_read_next(pack: Path, copy: Path) -> None:
    change_a_letter_in_the_same_moment(pack)
    assert [load_pack(pack).condition["beads"].name for _ in range(2)] == ["Beans", "Beans"]


def test_pack_that_gets_a_problem_is_refused_although_it_was_compiled(pack: Path, copy: Path) -> None:
    before = copy.read_bytes()
    edit(pack, BEADS, "helps:", "helpz:")
    for _ in range(2):
        with pytest.raises(PackError):
            load_pack(pack)
    assert copy.read_bytes() == before


def test_pack_with_a_problem_is_never_compiled(pack: Path) -> None:
    edit(pack, BEADS, "helps:", "helpz:")
    with pytest.raises(PackError):
        load_pack(pack)
    assert copies() == []


def test_file_that_cannot_be_read_is_not_passed_over(pack: Path, copy: Path) -> None:
    (pack / INFO).unlink()
    (pack / INFO).mkdir()
    with pytest.raises(PackError, match="not an ordinary file"):
        load_pack(pack)


def test_new_file_that_cannot_be_read_is_not_passed_over(pack: Path, copy: Path) -> None:
    (pack / "conditions" / "new.yaml").mkdir()
    with pytest.raises(PackError, match=r"conditions/new\.yaml:1:1: this is not an ordinary file"):
        load_pack(pack)


def test_compiled_pack_cannot_be_changed(pack: Path, copy: Path) -> None:
    beads = load_pack(pack).condition["beads"]
    with pytest.raises(TypeError):
        beads.findings["look"] = {}  # type: ignore[index]
    with pytest.raises(TypeError):
        beads.findings["look"]["beads"] = Frequency.RARE  # type: ignore[index]


def test_another_program_compiles_anew(pack: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "__version__", "99.0")
    assert not is_compiled(pack)


def test_other_fields_compile_anew(pack: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(Question.__dataclass_fields__, "short")
    assert not is_compiled(pack)


def test_changed_code_compiles_anew(
    pack: Path, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(PACKAGE / "domain", tmp_path / "guide" / "domain")
    monkeypatch.setattr(compiled, "PACKAGE", tmp_path / "guide")
    assert not is_compiled(pack)


def test_checking_never_looks_at_the_copy(pack: Path, copy: Path) -> None:
    copy.write_bytes(good_line(copy, b"[]"))
    assert check_folder(pack) == []


def test_every_field_of_a_pack_is_compiled() -> None:
    pack = load_pack(SMALL_PACK)
    assert all(getattr(pack, field.name) for field in fields(ContentPack))
