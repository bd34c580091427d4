"""Where compiled copies lie: one for each pack, for this account alone, and inside the built program."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from guide.content import compiled
from guide.content.loader import compile_pack, load_pack
from guide.paths import cache_folder
from tests.content.copies import change_a_letter, copies, is_compiled, other_name


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_copy_is_for_this_account_alone(pack: Path, copy: Path) -> None:
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(copy.parent.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize("of_folder", [True, False])
def test_copy_that_others_may_write_is_not_trusted(pack: Path, copy: Path, of_folder: bool) -> None:
    (copy.parent if of_folder else copy).chmod(0o777)
    assert not is_compiled(pack)
    assert load_pack(pack).condition["beads"].name == "Beads"


@pytest.mark.parametrize("place", ["file", "/proc/nowhere", "/dev/null"])
def test_cache_that_cannot_be_written_is_no_problem(
    pack: Path, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / place))
    assert [load_pack(pack).condition["beads"].name for _ in range(2)] == ["Beads", "Beads"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_read_only_cache_is_no_problem(pack: Path, copy: Path) -> None:
    change_a_letter(pack)
    copy.parent.chmod(0o500)
    assert load_pack(pack).condition["beads"].name == "Beans"


def test_what_a_crash_left_half_written_is_cleared_away(pack: Path, copy: Path) -> None:
    left = copy.with_name(f"{copy.stem}-abc.new")
    left.write_bytes(b"half")
    change_a_letter(pack)
    load_pack(pack)
    assert copies() == [copy]


def test_each_pack_folder_has_its_own_copy(pack: Path, copy: Path, tmp_path: Path) -> None:
    shutil.copytree(pack, tmp_path / "other")
    load_pack(tmp_path / "other")
    assert len(copies()) == 2


@pytest.fixture
def built_program(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands for the built program: no files of code, and the compiled form inside it."""
    monkeypatch.setattr(compiled, "PACKAGE", tmp_path / "guide")
    monkeypatch.setattr(compiled, "resources_folder", lambda: tmp_path / "resources")
    shipped = tmp_path / "resources" / compiled.SHIPPED
    compile_pack(pack, shipped)
    shutil.rmtree(cache_folder())
    return shipped


def test_built_program_reads_what_it_ships_and_writes_nothing(pack: Path, built_program: Path) -> None:
    assert load_pack(pack).condition["beads"].name == "Beads"
    assert is_compiled(pack)
    assert copies() == []


def test_what_is_shipped_does_not_speak_for_a_changed_pack(pack: Path, built_program: Path) -> None:
    change_a_letter(pack)
    assert load_pack(pack).condition["beads"].name == "Beans"
    assert len(copies()) == 1


def test_damaged_shipped_form_does_no_harm(pack: Path, built_program: Path) -> None:
    built_program.write_bytes(other_name(built_program.read_bytes()))
    assert load_pack(pack).condition["beads"].name == "Beads"
