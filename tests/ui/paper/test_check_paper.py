"""The result of a check on paper: one sheet, the same words as on the screen."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from guide.content.loader import load_pack
from guide.domain.check_session import CheckSession
from guide.domain.checklist import SignAnswer
from guide.domain.diary import Child, Moment, SavedCheck
from guide.domain.pack import ContentPack
from guide.paths import resources_folder
from guide.ui.paper.check_paper import CheckPaper, CheckSheet
from guide.ui.paper.guide_paper import PrintedFor
from tests.ui.checklist.results import MILIA, ON_THE_BACK, answered, check_before
from tests.ui.paper.reading import needs_poppler, read_by, words_of

NOW = Moment(datetime(2026, 11, 22, 19, 40, tzinfo=UTC), "UTC")
MIA = Child("mia", "Mia", date(2026, 10, 17))
Made = Callable[..., CheckPaper]


@pytest.fixture(scope="module")
def shipped() -> ContentPack:
    return load_pack(resources_folder() / "content")


@pytest.fixture
def made(shipped: ContentPack, family: str) -> Made:
    def paper(
        session: CheckSession,
        before: SavedCheck | None = None,
        child: Child | None = MIA,
        region: str = "uk",
    ) -> CheckPaper:
        printed_for = PrintedFor(shipped, shipped.region(region), 2, family)
        return CheckPaper(CheckSheet(session.answers(), child, NOW, before), printed_for)

    return paper


@needs_poppler
def test_the_sheet_says_whose_check_it_is_what_to_do_and_when_to_look_again(
    made: Made, shipped: ContentPack, tmp_path: Path
) -> None:
    session = answered(shipped, MILIA)
    said = words_of(made(session), tmp_path)
    action = shipped.action[session.assessment().action]
    assert said.startswith("Symptom check Mia · 5 weeks old · 22 Nov 2026, 19:40")
    assert action.title in said
    assert all(each.text in said for each in action.do)
    assert action.look_again.text[:60] in said
    assert "Danger signs Asked:" in said
    assert "None of them was seen." in said


@needs_poppler
def test_the_answers_and_what_can_look_like_it_stand_in_words(
    made: Made, shipped: ContentPack, tmp_path: Path
) -> None:
    said = words_of(made(answered(shipped, MILIA)), tmp_path)
    assert f"{shipped.question['look'].ask} White bumps" in said
    fits = said[said.index("What can look like this") :]
    assert "Milia" in fits
    assert "Fits well" in fits
    assert "For: Look: White bumps" in fits
    assert "Only an examination can tell what it is." in fits


@needs_poppler
def test_signs_answered_yes_and_those_nobody_could_tell_are_named(
    made: Made, shipped: ContentPack, tmp_path: Path
) -> None:
    session = answered(shipped, E07=SignAnswer.YES, E03=SignAnswer.CANNOT_TELL)
    said = words_of(made(session), tmp_path)
    assert "Answered yes:" in said
    assert "Could not tell:" in said


@needs_poppler
def test_an_emergency_has_the_number_and_no_guess(made: Made, shipped: ContentPack, tmp_path: Path) -> None:
    said = words_of(made(answered(shipped, MILIA, E03=SignAnswer.YES), region="us"), tmp_path)
    assert "Call an ambulance now: 911 (US)" in said
    assert "What can look like this" not in said
    assert "Milia" not in said


@needs_poppler
def test_what_was_measured_is_written_in_the_regions_degrees(
    made: Made, shipped: ContentPack, tmp_path: Path
) -> None:
    session = answered(shipped, MILIA, temperature_c=37.1)
    assert "Temperature measured: 37.1 °C" in words_of(made(session), tmp_path)
    assert "Temperature measured: 98.8 °F" in words_of(made(session, region="us"), tmp_path)


@needs_poppler
def test_what_changed_since_the_last_check_is_told(made: Made, shipped: ContentPack, tmp_path: Path) -> None:
    before = check_before(shipped, {**MILIA, "place": "back"})
    said = words_of(made(answered(shipped, MILIA), before), tmp_path)
    assert "Since the check on 18 Nov 2026" in said
    assert "Where: Back → Face" in said


@needs_poppler
def test_the_danger_signs_the_number_and_who_reviewed_it_are_on_every_sheet(
    made: Made, shipped: ContentPack, tmp_path: Path
) -> None:
    for session in (answered(shipped, MILIA), answered(shipped), answered(shipped, E03=SignAnswer.YES)):
        said = words_of(made(session), tmp_path)
        assert "In an emergency call 999 in the UK" in said
        assert shipped.emergency_words[:60] in said
        assert shipped.info.review_words in said


@needs_poppler
def test_the_sheet_never_speaks_of_a_diagnosis_or_a_probability(
    made: Made, shipped: ContentPack, tmp_path: Path
) -> None:
    said = words_of(made(answered(shipped, ON_THE_BACK)), tmp_path).lower()
    assert "diagnos" not in said
    assert "%" not in said


@needs_poppler
def test_without_a_child_only_the_age_is_written(made: Made, shipped: ContentPack, tmp_path: Path) -> None:
    said = words_of(made(answered(shipped, MILIA), child=None), tmp_path)
    assert said.startswith("Symptom check 5 weeks old ·")


@needs_poppler
def test_the_paper_is_that_of_the_region(made: Made, shipped: ContentPack, tmp_path: Path) -> None:
    for region, paper in (("uk", "A4"), ("us", "letter")):
        assert paper in read_by("pdfinfo", made(answered(shipped, MILIA), region=region), tmp_path)


@pytest.mark.parametrize("region", ["uk", "us", "za"])
def test_however_much_was_answered_it_is_one_sheet(made: Made, shipped: ContentPack, region: str) -> None:
    yes = {rule.id: SignAnswer.YES for rule in shipped.rules if rule.group}
    everything = {question.id: question.options[-1].id for question in shipped.questions}
    calm = answered(shipped, everything)
    worst = answered(shipped, everything)
    worst.signs |= yes
    before = check_before(shipped, MILIA)
    for session in (calm, worst):
        assert made(session, before, region=region).page_count == 1


def test_no_name_of_a_child_is_in_the_title(made: Made, shipped: ContentPack) -> None:
    assert made(answered(shipped, MILIA)).title == "Symptom check"
