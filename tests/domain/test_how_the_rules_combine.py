"""The nine points on how the safety rules combine, each on the shipped pack."""

import re
from datetime import date

import pytest

from guide.content.loader import load_pack
from guide.domain.ages import Age, age_of_days, corrected_age_on
from guide.domain.check_session import CheckSession, StepKind
from guide.domain.checklist import Answers, Assessment, SignAnswer, applying_rules, asked_rules, assess
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.paths import resources_folder

NEWBORN, FIVE_WEEKS, TWO_MONTHS = age_of_days(10), age_of_days(36), age_of_days(65)
FOUR_MONTHS, EIGHT_MONTHS, TWO_YEARS = age_of_days(125), age_of_days(245), age_of_days(760)
AGES = [NEWBORN, FIVE_WEEKS, TWO_MONTHS, FOUR_MONTHS, EIGHT_MONTHS, TWO_YEARS]
MILIA = {"look": "white-bumps", "place": "face", "since": "at-birth", "touch": "firm", "redness": "none"}


@pytest.fixture(scope="module")
def pack() -> ContentPack:
    return load_pack(resources_folder() / "content")


def checked(pack: ContentPack, age: Age | None, *yes: str, unsure: str = "", **chosen: str) -> Assessment:
    """Every sign answered no but those in ``yes`` and ``unsure``; several options are parted by a space."""
    signs = {rule.id: SignAnswer.NO for rule in applying_rules(pack, age) if rule.group}
    signs |= dict.fromkeys(yes, SignAnswer.YES) | ({unsure: SignAnswer.CANNOT_TELL} if unsure else {})
    return assess(pack, Answers(age, signs, {name: frozenset(said.split()) for name, said in chosen.items()}))


def level(pack: ContentPack, rule: str) -> Urgency:
    return pack.action[pack.rule[rule].action].level


# ---- All 89 rules of the safety review are there ---------------------------------------------------------


@pytest.mark.parametrize(("kind", "count"), [("E", 25), ("U", 34), ("R", 20), ("H", 10)])
def test_every_rule_of_the_safety_review_is_in_the_pack(pack: ContentPack, kind: str, count: int) -> None:
    there = {match[1] for rule in pack.rules if (match := re.fullmatch(r"([EURH]\d\d)[a-z]?", rule.id))}
    assert {f"{kind}{number:02}" for number in range(1, count + 1)} <= there


@pytest.mark.parametrize(
    ("kind", "lowest"), [("E", Urgency.EMERGENCY), ("U", Urgency.SAME_DAY), ("R", Urgency.ROUTINE)]
)
def test_no_asked_sign_has_a_lower_level_than_the_review_gives_it(
    pack: ContentPack, kind: str, lowest: Urgency
) -> None:
    asked = [rule for rule in pack.rules if rule.group and rule.id.startswith(kind)]
    assert all(level(pack, rule.id).rank >= lowest.rank for rule in asked)


# ---- 1. Emergency signs first, the highest rule wins, a guess at the cause never lowers it ---------------


@pytest.mark.parametrize("age", [None, *AGES])
def test_1_all_emergency_signs_are_asked_before_anything_else(pack: ContentPack, age: Age | None) -> None:
    before = walked_until_a_question(pack, age)
    emergency = {
        rule.id
        for rule in applying_rules(pack, age)
        if rule.group and level(pack, rule.id) is Urgency.EMERGENCY
    }
    assert emergency <= before.signs.keys()
    asked_of = {pack.rule[rule].group for rule in before.signs}
    assert asked_of == {group.id for group in pack.groups if group.stage == "emergency"}


def walked_until_a_question(pack: ContentPack, age: Age | None) -> CheckSession:
    """Every danger sign that comes before the first question about the spots, answered no."""
    session = CheckSession(pack)
    session.give_age(age)
    session.go_on()
    while session.step.kind is StepKind.SIGNS:
        session.answer_signs({})
        session.go_on()
    assert session.step.kind is StepKind.QUESTION
    return session


def test_1_the_highest_rule_wins_over_a_harmless_look(pack: ContentPack) -> None:
    assert checked(pack, FIVE_WEEKS, **MILIA).level is Urgency.HOME
    assert checked(pack, FIVE_WEEKS, "U09", **MILIA).level is Urgency.SAME_DAY
    assert checked(pack, FIVE_WEEKS, "U09", "E06", **MILIA).fired == ("E06",)


@pytest.mark.parametrize("age", [None, *AGES])
def test_1_no_screen_asks_more_than_seven_signs(pack: ContentPack, age: Age | None) -> None:
    assert max(len(asked_rules(pack, Answers(age), group.id)) for group in pack.groups) <= 7


# ---- 2. Not sure is asked once more, then counts as yes --------------------------------------------------


@pytest.mark.parametrize("age", [None, *AGES])
def test_2_not_sure_of_any_danger_sign_counts_as_yes(pack: ContentPack, age: Age | None) -> None:
    for rule in applying_rules(pack, age):
        if rule.group and rule.id[0] in "EU":
            assert checked(pack, age, unsure=rule.id).level.rank >= level(pack, rule.id).rank


def test_2_every_danger_sign_that_can_be_asked_again_says_how_to_look(pack: ContentPack) -> None:
    assert all(rule.help for rule in pack.rules if rule.group)


def test_2_not_sure_is_no_reason_to_stay_at_home(pack: ContentPack) -> None:
    assert checked(pack, TWO_MONTHS, "H04").level is Urgency.HOME
    assert checked(pack, TWO_MONTHS, unsure="H04").level is Urgency.ROUTINE


# ---- 3. Corrected age; an unknown age counts as the youngest ---------------------------------------------


def test_3_a_baby_born_at_30_weeks_is_asked_the_signs_of_its_corrected_age(pack: ContentPack) -> None:
    corrected = corrected_age_on(date(2026, 11, 22), date(2026, 7, 5), weeks_early=10)
    assert corrected.days == 70
    assert checked(pack, corrected, "E07").level is Urgency.EMERGENCY


def test_3_an_unknown_age_is_asked_every_sign_of_the_youngest(pack: ContentPack) -> None:
    asked = {rule.id for rule in applying_rules(pack, None)}
    assert asked >= {rule.id for rule in applying_rules(pack, age_of_days(0))}


def test_3_an_unknown_age_is_never_sent_home_by_a_rule_for_older_children(pack: ContentPack) -> None:
    named = {"look": "dimple-bumps", "place": "tummy", "redness": "none", "named": "named-harmless"}
    assert checked(pack, TWO_YEARS, **named).level is Urgency.HOME
    assert checked(pack, None, **named).level is not Urgency.HOME


def test_3_an_unknown_age_at_home_rests_on_no_rule_for_older_children(pack: ContentPack) -> None:
    seen = {"look": "red-bumps", "place": "face neck", "warm": "after-warm"}
    assert checked(pack, TWO_MONTHS, **seen).fired == ("H02a", "H05", "H05b")
    assert checked(pack, None, **seen).fired == ("H02a",)


# ---- 4. No thermometer: hot or cold to the touch counts under 3 months -----------------------------------


@pytest.mark.parametrize("age", [None, NEWBORN, FIVE_WEEKS, TWO_MONTHS])
def test_4_without_a_thermometer_hot_or_cold_counts_under_three_months(
    pack: ContentPack, age: Age | None
) -> None:
    assert checked(pack, age, "E07h", **MILIA).level is Urgency.EMERGENCY
    assert checked(pack, age, unsure="E07h").level is Urgency.EMERGENCY


# ---- 5. Home only with every sign asked and all that was chosen known to be harmless ---------------------


def test_5_home_needs_every_sign_to_be_asked(pack: ContentPack) -> None:
    chosen = {name: frozenset([said]) for name, said in MILIA.items()}
    assert assess(pack, Answers(FIVE_WEEKS, {}, chosen)).level is Urgency.ROUTINE


@pytest.mark.parametrize("age", AGES)
def test_5_nothing_chosen_is_never_home(pack: ContentPack, age: Age) -> None:
    assert checked(pack, age).level is (Urgency.SAME_DAY if age is NEWBORN else Urgency.ROUTINE)


@pytest.mark.parametrize("age", [NEWBORN, FIVE_WEEKS])
def test_5_one_more_look_that_no_home_rule_knows_is_not_home(pack: ContentPack, age: Age) -> None:
    """Milia may be taken for bumps of the colour of the skin: that look their rule knows too."""
    known = {"white-bumps", "skin-bumps"}
    for option in pack.question["look"].options:
        result = checked(pack, age, **MILIA | {"look": f"white-bumps {option.id}"})
        assert (result.level is Urgency.HOME) is (option.id in known), option.id


def test_5_heat_rash_may_look_white_on_darker_skin(pack: ContentPack) -> None:
    heat = {"place": "back neck", "warm": "after-warm", "redness": "none"}
    assert checked(pack, FOUR_MONTHS, look="white-bumps", **heat).fired == ("H02a",)
    assert checked(pack, FOUR_MONTHS, look="white-bumps", **heat | {"warm": "not-warm"}).fired == ("R06",)


def test_5_milia_that_came_later_are_not_home_after_the_first_weeks(pack: ContentPack) -> None:
    assert checked(pack, FIVE_WEEKS, **MILIA).level is Urgency.HOME
    assert checked(pack, FIVE_WEEKS, **MILIA | {"since": "one-to-three-months"}).level is Urgency.ROUTINE


def test_5_one_more_place_that_the_home_rule_does_not_know_is_not_home(pack: ContentPack) -> None:
    assert checked(pack, NEWBORN, **MILIA | {"place": "face back"}).level is Urgency.SAME_DAY


def test_5_marbled_skin_is_home_only_where_no_spots_were_chosen(pack: ContentPack) -> None:
    assert checked(pack, NEWBORN, "H04").level is Urgency.HOME
    assert checked(pack, NEWBORN, "H04", look="red-bumps").level is Urgency.SAME_DAY


def test_5_what_is_named_does_not_hide_what_is_not_in_a_newborn(pack: ContentPack) -> None:
    assert checked(pack, NEWBORN, look="mouth-white").level is Urgency.ROUTINE
    assert checked(pack, NEWBORN, look="mouth-white red-bumps").level is Urgency.SAME_DAY


# ---- 6. Any fever is at least the same day, and an emergency under 3 months ------------------------------


@pytest.mark.parametrize("age", AGES)
def test_6_any_fever_with_spots_is_at_least_the_same_day(pack: ContentPack, age: Age) -> None:
    young = age.days < 91
    signs = [rule.id for rule in applying_rules(pack, age) if rule.id in ("E07", "U02", "U03")]
    assert signs
    for sign in signs:
        assert checked(pack, age, sign, **MILIA).level is (Urgency.EMERGENCY if young else Urgency.SAME_DAY)


def test_6_the_signs_of_fever_count_old_spots_too(pack: ContentPack) -> None:
    assert all("new or old" in pack.rule[rule].help for rule in ("U02", "U03"))


# ---- 7. Every result says when to look again, and what to do if it gets worse ----------------------------


def test_7_every_result_says_when_to_look_again(pack: ContentPack) -> None:
    again = {action.id: action.look_again.text for action in pack.actions}
    assert all(again.values())
    assert "once in the night" in again["same-day"]
    assert "once a day" in again["home"] and "once a day" in again["book"]


def test_7_the_emergency_signs_are_known_in_one_line_for_every_result(pack: ContentPack) -> None:
    shorts = [group.short for group in pack.groups if group.stage == "emergency"]
    assert all(shorts)
    assert all(short.casefold() in pack.emergency_words.casefold() for short in shorts)


# ---- 8. Strong worry lifts one level ---------------------------------------------------------------------


@pytest.mark.parametrize("age", AGES)
def test_8_strong_worry_lifts_every_result_one_level(pack: ContentPack, age: Age) -> None:
    for signs in ((), ("U09",), ("E06",)):
        without = checked(pack, age, *signs, **MILIA).level
        assert checked(pack, age, *signs, "W01", **MILIA).level is without.raised()


def test_8_under_eight_weeks_strong_worry_is_an_emergency_of_its_own(pack: ContentPack) -> None:
    assert checked(pack, age_of_days(56), "E23", **MILIA).level is Urgency.EMERGENCY
    assert "E23" not in {rule.id for rule in applying_rules(pack, age_of_days(57))}


# ---- 9. A lower number after medicine, or spots that fade, are no all-clear ------------------------------


def test_9_fever_medicine_and_fading_spots_are_no_all_clear(pack: ContentPack) -> None:
    assert "after fever medicine" in pack.rule["E07"].help
    assert "after medicine still counts" in next(group.help for group in pack.groups if group.id == "fever")
    assert "do not make a sick baby safe" in pack.rule["E06"].help


def test_9_no_answer_about_the_spots_takes_back_a_danger_sign(pack: ContentPack) -> None:
    for question in pack.questions:
        for option in question.options:
            assert checked(pack, TWO_YEARS, "U31", **{question.id: option.id}).level is Urgency.SAME_DAY
