"""How the check is measured on worked families: shares with their intervals, and answers made worse."""

import random
from dataclasses import replace

import pytest

from guide.domain.accuracy import (
    Change,
    Figures,
    Outcome,
    Share,
    by_condition,
    by_skin,
    confusions,
    dropping,
    figures,
    mistaking,
    outcome,
    outcomes,
)
from guide.domain.ages import Age
from guide.domain.cases import answers_of
from guide.domain.checklist import Answers, SignAnswer
from guide.domain.conditions import Urgency
from guide.domain.questions import Case, Expected
from tests.domain.small_pack import small_pack

PACK = small_pack()
ROUNDING = 1e-12
BOTH = {"look": ("white",), "place": ("face",)}


def case(name: str, level: Urgency = Urgency.HOME, **changes: object) -> Case:
    fields: dict[str, object] = {"age_days": 35, "condition": "milia", "chosen": BOTH}
    return Case(name, "A family.", Expected(level), **(fields | changes))  # type: ignore[arg-type]


def made(level: Urgency, expected: Urgency, *names: str, condition: str = "milia", skin: str = "") -> Outcome:
    family = case("one", expected, condition=condition, skin=skin)
    return Outcome(family, level, (), names, False)


# ---- Shares -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "of", "lower", "upper"),
    [
        (0, 100, 0.0, 0.0370),
        (100, 100, 0.9630, 1.0),
        (50, 100, 0.4038, 0.5962),
        (81, 263, 0.2553, 0.3662),
        (1, 29, 0.0061, 0.1718),
        (0, 1, 0.0, 0.7935),
    ],
)
def test_the_interval_of_a_share_is_wilsons(count: int, of: int, lower: float, upper: float) -> None:
    assert Share(count, of).interval == pytest.approx((lower, upper), abs=0.00006)


@pytest.mark.parametrize("of", [1, 7, 150])
def test_a_share_lies_in_its_interval_and_between_0_and_1(of: int) -> None:
    for count in range(of + 1):
        lower, upper = Share(count, of).interval
        value = Share(count, of).value
        assert 0 <= lower <= value + ROUNDING and value - ROUNDING <= upper <= 1


def test_of_none_nothing_is_known() -> None:
    assert (Share(0, 0).value, Share(0, 0).interval) == (0.0, (0.0, 1.0))


# ---- Figures ----------------------------------------------------------------------------------------------


def test_a_family_is_named_rightly_where_its_condition_comes_first() -> None:
    found = outcome(PACK, case("one"), answers_of(case("one"), PACK))
    assert (found.names, found.level) == (("milia", "heat"), Urgency.HOME)
    assert found.among_first(1) and found.steps_over == 0


def test_advice_too_calm_and_too_urgent_are_counted_apart() -> None:
    found = figures(
        [
            made(Urgency.HOME, Urgency.HOME, "milia"),
            made(Urgency.ROUTINE, Urgency.HOME, "heat", "milia"),
            made(Urgency.ROUTINE, Urgency.EMERGENCY, "heat", "acne", "hives", "milia"),
            made(Urgency.EMERGENCY, Urgency.EMERGENCY, "milia"),
        ]
    )
    assert found == Figures(
        cases=4,
        top_1=Share(2, 4),
        top_3=Share(3, 4),
        level_exact=Share(2, 4),
        emergencies_found=Share(1, 2),
        under=Share(1, 4),
        under_by_two=Share(1, 4),
        over=Share(1, 4),
        over_well=Share(1, 2),
    )


@pytest.mark.parametrize("condition", ["", "none"])
def test_a_family_without_a_name_to_find_counts_only_for_the_urgency(condition: str) -> None:
    found = figures([made(Urgency.HOME, Urgency.HOME, "milia", condition=condition)])
    assert (found.top_1, found.level_exact) == (Share(0, 0), Share(1, 1))


def test_families_are_grouped_by_condition_and_by_skin() -> None:
    found = [
        made(Urgency.HOME, Urgency.HOME, "milia", skin="black"),
        made(Urgency.HOME, Urgency.HOME, "milia", condition="heat", skin="black"),
        made(Urgency.HOME, Urgency.HOME, "milia", condition=""),
    ]
    assert {name: len(each) for name, each in by_condition(found).items()} == {"heat": 1, "milia": 1}
    assert {name: len(each) for name, each in by_skin(found).items()} == {"black": 2}


def test_what_was_named_first_instead_is_counted() -> None:
    wrong, right = (made(Urgency.HOME, Urgency.HOME, first, "x") for first in ("heat", "milia"))
    assert confusions([wrong, wrong, right]) == {("milia", "heat"): 2}


# ---- Answers made worse -----------------------------------------------------------------------------------


def changed(change: Change) -> Answers:
    return change(PACK, answers_of(case("one", temperature_c=37.2), PACK), random.Random(1))


def test_dropping_none_or_all_of_the_answers() -> None:
    given = answers_of(case("one", temperature_c=37.2), PACK)
    assert changed(dropping(0)) == given
    assert changed(dropping(1)) == replace(given, chosen={})


def test_danger_signs_age_and_temperature_are_never_dropped_or_mistaken() -> None:
    for change in (dropping(1), mistaking(1)):
        found = changed(change)
        assert (found.age, found.temperature_c) == (Age(35, 1), 37.2)
        assert set(found.signs.values()) == {SignAnswer.NO}
        assert found.signs.keys() == {"E1", "E2", "U1", "W1"}


def test_a_mistake_keeps_the_question_and_chooses_another_answer() -> None:
    assert changed(mistaking(1)).chosen == {"look": frozenset(["red"]), "place": frozenset(["back"])}
    assert changed(mistaking(0)).chosen == answers_of(case("one"), PACK).chosen


def test_where_every_answer_was_chosen_there_is_no_other_to_mistake_it_for() -> None:
    every = case("every", chosen={"look": ("white", "red")})
    found = mistaking(1)(PACK, answers_of(every, PACK), random.Random(1))
    assert found.chosen == {"look": frozenset(["white", "red"])}


def test_about_the_asked_share_of_answers_is_dropped() -> None:
    chance = random.Random(3)
    given = answers_of(case("one"), PACK)
    left = sum(len(dropping(0.3)(PACK, given, chance).chosen) for _ in range(1000))
    assert 1300 < left < 1500


def test_the_same_family_is_made_worse_in_the_same_way_each_time() -> None:
    cases = [case("one"), case("two", chosen=BOTH)]
    for change in (dropping(0.5), mistaking(0.5)):
        assert outcomes(PACK, cases, change, draws=8) == outcomes(PACK, cases, change, draws=8)
        alone = outcomes(PACK, cases[1:], change, draws=8)
        assert outcomes(PACK, cases, change, draws=8)[8:] == alone


def test_each_draw_makes_it_worse_in_another_way() -> None:
    found = outcomes(PACK, [case("one")], dropping(0.5), draws=20)
    assert len(found) == 20
    assert len({each.level for each in found}) > 1


def test_without_a_change_each_family_is_checked_once_as_it_is() -> None:
    assert [each.case.id for each in outcomes(PACK, [case("one"), case("two")])] == ["one", "two"]
