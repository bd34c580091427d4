"""Words that sound like a danger sign, and words that do not."""

import pytest

from guide.content.loader import load_pack
from guide.domain.search_danger import DangerWords
from guide.paths import resources_folder


@pytest.fixture(scope="module")
def danger() -> DangerWords:
    return DangerWords(load_pack(resources_folder() / "content"))


@pytest.mark.parametrize(
    "typed",
    [
        "rash that does not fade under a glass",
        "purple spots do not fade",
        "blue lips",
        "floppy baby",
        "hard to wake",
        "trouble breathing",
    ],
)
def test_a_danger_sign_is_heard(danger: DangerWords, typed: str) -> None:
    assert danger.sound_in(typed)


@pytest.mark.parametrize(
    "typed", ["", "white spots", "milk spots", "heat rash neck", "stork mark", "itchy at night", "🙂 <b>"]
)
def test_an_everyday_question_alarms_nobody(danger: DangerWords, typed: str) -> None:
    assert not danger.sound_in(typed)
