"""A small valid pack in a folder of its own for each test."""

import shutil
from pathlib import Path

import pytest

from guide.content.loader import load_pack
from guide.content.reading_level import grade_by_textstat
from tests.content.copies import copies

SMALL_PACK = Path(__file__).with_name("pack")
needs_textstat = pytest.mark.skipif(grade_by_textstat() is None, reason="textstat is not installed here")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    shutil.copytree(SMALL_PACK, folder)
    return folder


@pytest.fixture
def copy(pack: Path) -> Path:
    """The compiled form of the small pack."""
    load_pack(pack)
    (path,) = copies()
    return path
