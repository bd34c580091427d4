"""Single steps of the self-test: each says so when the part it is there for is missing or wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.paths import resources_folder
from guide.ui import sample_heic
from guide.ui.self_test import SelfTest, StepError

pytestmark = pytest.mark.usefixtures("qapp")

Steps = dict[str, Callable[[], str]]


@pytest.fixture
def steps(tmp_path: Path) -> Steps:
    return dict(SelfTest(resources_folder() / "content", tmp_path).steps())


def test_an_iphone_photo_comes_out_in_its_colours(steps: Steps) -> None:
    assert steps["iPhone photo"]().startswith("64×64")


def test_a_decoder_that_is_missing_fails_the_iphone_photo(
    steps: Steps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_pi_heif.py").write_text("raise ImportError", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(GuideError):
        steps["iPhone photo"]()


def test_a_photo_in_other_colours_fails_the_iphone_photo(
    steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample_heic, "TONES", sample_heic.TONES[::-1])
    with pytest.raises(StepError, match="another picture"):
        steps["iPhone photo"]()


@pytest.mark.parametrize("name", ["passphrase", "backup"])
def test_a_diary_without_notes_proves_nothing(steps: Steps, name: str) -> None:
    with pytest.raises(StepError, match="no diary"):
        steps[name]()
