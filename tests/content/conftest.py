"""A small valid pack in a folder of its own for each test."""

import shutil
from pathlib import Path

import pytest

SMALL_PACK = Path(__file__).with_name("pack")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    shutil.copytree(SMALL_PACK, folder)
    return folder
