"""The laws of triage and of the evidence."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.domain.ages import Age, AgeLimits
from guide.domain.checklist import Answers, SignAnswer, Tier, applying_rules, asked_rules, assess
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.domain.questions import Match, Option, Question, TemperatureLimits
from tests.domain.small_pack import condition, rule, small_pack

PACK = small_pack()
FIVE_WEEKS, FOUR_MONTHS, TEN_DAYS = Age(35, 1), Age(122, 4), Age(10, 0)
AGES = st.sampled_from([None, TEN_DAYS, FIVE_WEEKS, FOUR_MONTHS])
SIGNS = st.dictionaries(st.sampled_from(["E1", "E2", "U1", "W1"]), st.sampled_from(list(SignAnswer)))
CHOSEN = st.fixed_dictionaries(
    {},
    optional={
        "look": st.frozensets(st.sampled_from(["white", "red"])),
        "place": st.frozensets(st.sampled_from(["face", "back"])),
    },
)


def all_no(age: Age | None, pack: ContentPack = PACK) -> dict[str, SignAnswer]:
    return {rule.id: SignAnswer.NO for rule in applying_rules(pack, age) if rule.group}


def answers(age: Age | None = FIVE_WEEKS, *yes: str, **chosen: str) -> Answers:
    signs = all_no(age) | dict.fromkeys(yes, SignAnswer.YES)
    return Answers(age, signs, {question: frozenset([option]) for question, option in chosen.items()})


def test_one_emergency_sign_makes_an_emergency() -> None:
    assert assess(PACK, answers(FIVE_WEEKS, "E1", look="white", place="face")).level is Urgency.EMERGENCY


def test_the_gravest_action_of_several_signs_is_the_one_to_take() -> None:
    assert assess(PACK, answers(FIVE_WEEKS, "E1", "E2")).action == "ambulance"
    assert assess(PACK, answers(FIVE_WEEKS, "E2")).action == "department"


def test_cannot_tell_counts_as_yes() -> None:
    signs = all_no(FIVE_WEEKS) | {"E1": SignAnswer.CANNOT_TELL}
    assert assess(PACK, Answers(FIVE_WEEKS, signs)).level is Urgency.EMERGENCY


def test_a_sign_for_younger_babies_is_not_asked_of_older_ones() -> None:
    assert "E2" not in all_no(FOUR_MONTHS)
    assert "E2" in all_no(FIVE_WEEKS)


def test_an_unknown_age_is_asked_what_the_youngest_are_asked() -> None:
    assert all_no(TEN_DAYS).keys() <= all_no(None).keys()


def test_home_care_needs_a_matching_look_and_every_sign_answered() -> None:
    matching = {"look": "white", "place": "face"}
    assert assess(PACK, answers(FIVE_WEEKS, **matching)).level is Urgency.HOME
    unanswered = Answers(FIVE_WEEKS, {}, answers(FIVE_WEEKS, **matching).chosen)
    assert assess(PACK, unanswered).level is Urgency.ROUTINE


def test_home_care_does_not_stand_on_a_look_that_its_rule_does_not_name() -> None:
    both = {"look": frozenset(["white", "red"]), "place": frozenset(["face"])}
    assert assess(PACK, Answers(FIVE_WEEKS, all_no(FIVE_WEEKS), both)).level is Urgency.ROUTINE
    assert assess(PACK, Answers(TEN_DAYS, all_no(TEN_DAYS), both)).level is Urgency.SAME_DAY


def test_home_care_does_not_stand_on_a_place_that_its_rule_does_not_name() -> None:
    places = {"look": frozenset(["white"]), "place": frozenset(["face", "back"])}
    assert assess(PACK, Answers(FIVE_WEEKS, all_no(FIVE_WEEKS), places)).level is Urgency.ROUTINE


def test_two_home_rules_together_speak_for_two_looks() -> None:
    pack = small_pack(rules=(*PACK.rules, rule("H2", "home", when=(Match("look", ("red",)),))))
    both = {"look": frozenset(["white", "red"]), "place": frozenset(["face"])}
    assert assess(pack, Answers(FIVE_WEEKS, all_no(FIVE_WEEKS), both)).level is Urgency.HOME


def test_a_visit_for_one_look_does_not_hide_another_in_a_newborn() -> None:
    pack = small_pack(rules=(*PACK.rules, rule("R1", "book", when=(Match("look", ("red",)),))))
    assert assess(pack, answers(TEN_DAYS, look="red")).level is Urgency.ROUTINE
    both = {"look": frozenset(["white", "red"])}
    assert assess(pack, Answers(TEN_DAYS, all_no(TEN_DAYS), both)).level is Urgency.SAME_DAY
    assert assess(pack, Answers(FIVE_WEEKS, all_no(FIVE_WEEKS), both)).fired == ("R1",)


def test_an_asked_reason_to_stay_home_needs_a_clear_yes_and_no_other_look() -> None:
    pack = small_pack(rules=(*PACK.rules, rule("H3", "home", group="today")))
    said = all_no(FIVE_WEEKS, pack)
    assert assess(pack, Answers(FIVE_WEEKS, said | {"H3": SignAnswer.YES})).level is Urgency.HOME
    assert assess(pack, Answers(FIVE_WEEKS, said | {"H3": SignAnswer.CANNOT_TELL})).level is Urgency.ROUTINE
    red = {"look": frozenset(["red"])}
    assert assess(pack, Answers(FIVE_WEEKS, said | {"H3": SignAnswer.YES}, red)).level is Urgency.ROUTINE


def test_an_unknown_age_is_never_sent_home_by_a_rule_that_leaves_out_the_youngest() -> None:
    older = rule("H4", "home", when=(Match("look", ("red",)),), ages=AgeLimits(from_months=3))
    pack = small_pack(rules=(*PACK.rules, older))
    assert assess(pack, answers(FOUR_MONTHS, look="red")).level is Urgency.HOME
    assert assess(pack, answers(None, look="red")).level is Urgency.SAME_DAY


def test_home_care_never_stands_against_an_answer_that_speaks_against_it() -> None:
    itch = Question("itch", "feel", "Itch?", "", "one", (Option("none", "None"), Option("a-lot", "A lot")))
    pack = small_pack(questions=(*PACK.questions, itch), not_at_home=(Match("itch", ("a-lot",)),))
    matching = {"look": "white", "place": "face"}
    assert assess(pack, answers(FIVE_WEEKS, **matching, itch="none")).level is Urgency.HOME
    assert assess(pack, answers(FIVE_WEEKS, **matching, itch="a-lot")).level is Urgency.ROUTINE
    assert assess(pack, answers(TEN_DAYS, **matching, itch="a-lot")).level is Urgency.SAME_DAY


def test_a_home_rule_may_name_an_answer_that_would_speak_against_it() -> None:
    itch = Question("itch", "feel", "Itch?", "", "one", (Option("none", "None"), Option("a-lot", "A lot")))
    heat = rule("H2", "home", when=(Match("look", ("red",)),), also=(Match("itch", ("a-lot",)),))
    pack = small_pack(
        questions=(*PACK.questions, itch),
        rules=(*PACK.rules, heat),
        not_at_home=(Match("itch", ("a-lot",)),),
    )
    assert assess(pack, answers(FIVE_WEEKS, look="red", itch="a-lot")).level is Urgency.HOME


def test_an_answer_that_speaks_against_a_home_rule_takes_it_away() -> None:
    heat = rule("H2", "home", when=(Match("look", ("red",)),), unless=(Match("place", ("back",)),))
    pack = small_pack(rules=(*PACK.rules, heat))
    assert assess(pack, answers(FIVE_WEEKS, look="red")).level is Urgency.HOME
    assert assess(pack, answers(FIVE_WEEKS, look="red", place="back")).level is Urgency.ROUTINE
    assert assess(pack, answers(TEN_DAYS, look="red", place="back")).level is Urgency.SAME_DAY


def test_a_rule_that_says_which_answers_speak_against_it_stands_with_every_other_one() -> None:
    heat = rule(
        "H2",
        "home",
        when=(Match("look", ("red",)), Match("place", ("face",))),
        unless=(Match("place", ("leg",)),),
    )
    where = Question(
        "place", "place", "Where?", "", "many", tuple(Option(each, each) for each in ("face", "back", "leg"))
    )
    pack = small_pack(questions=(PACK.questions[0], where), rules=(*PACK.rules, heat))
    for places, level in (("back", Urgency.HOME), ("leg", Urgency.ROUTINE)):
        chosen = {"look": frozenset(["red"]), "place": frozenset(["face", places])}
        assert assess(pack, Answers(FIVE_WEEKS, all_no(FIVE_WEEKS), chosen)).level is level


def test_a_look_that_a_rule_says_may_be_there_too_takes_nothing_from_it() -> None:
    both = {"look": frozenset(["white", "red"]), "place": frozenset(["face"])}
    known = rule("H2", "home", when=(Match("look", ("white",)),), also=(Match("look", ("red",)),))
    pack = small_pack(rules=(*PACK.rules, known))
    assert assess(pack, Answers(FIVE_WEEKS, all_no(FIVE_WEEKS), both)).level is Urgency.HOME
    assert assess(pack, answers(FIVE_WEEKS, look="red")).level is Urgency.ROUTINE


def test_a_visit_for_something_else_does_not_hide_what_speaks_against_home_in_a_newborn() -> None:
    itch = Question("itch", "feel", "Itch?", "", "one", (Option("none", "None"), Option("a-lot", "A lot")))
    pack = small_pack(
        questions=(*PACK.questions, itch),
        rules=(*PACK.rules, rule("R1", "book", group="today")),
        not_at_home=(Match("itch", ("a-lot",)),),
    )
    seen = {"look": "white", "place": "face", "itch": "a-lot"}
    assert assess(pack, answers(TEN_DAYS, **seen)).level is Urgency.SAME_DAY
    assert assess(pack, answers(TEN_DAYS, "R1", **seen)).level is Urgency.SAME_DAY


def test_a_sign_of_one_look_is_left_out_only_where_another_look_was_chosen() -> None:
    asked = rule("U2", "same-day", group="today", asked_if=(Match("look", ("red",)),))
    pack = small_pack(rules=(*PACK.rules, asked))
    for seen, expected in (({}, True), ({"look": "red"}, True), ({"look": "white"}, False)):
        given_answers = answers(FIVE_WEEKS, **seen)
        assert (asked in asked_rules(pack, given_answers, "today")) is expected
        assert assess(pack, given_answers).complete is not expected


def test_what_a_thermometer_shows_says_yes_to_a_sign_that_was_answered_no() -> None:
    fever = rule("E3", "department", group="heat", temperature=TemperatureLimits(from_c=38.0))
    pack = small_pack(rules=(*PACK.rules, fever))
    no = all_no(FIVE_WEEKS, pack)
    assert assess(pack, Answers(FIVE_WEEKS, no, temperature_c=37.9)).level is Urgency.ROUTINE
    assert assess(pack, Answers(FIVE_WEEKS, no, temperature_c=38.0)).fired == ("E3",)


def test_spots_that_match_nothing_are_shown_at_a_visit_and_in_a_newborn_the_same_day() -> None:
    assert assess(PACK, answers(FIVE_WEEKS, look="red")).level is Urgency.ROUTINE
    assert assess(PACK, answers(TEN_DAYS, look="red")).level is Urgency.SAME_DAY


def test_strong_worry_lifts_the_result_one_level() -> None:
    matching = {"look": "white", "place": "face"}
    assert assess(PACK, answers(FIVE_WEEKS, "W1", **matching)).level is Urgency.ROUTINE
    assert assess(PACK, answers(FIVE_WEEKS, "U1", "W1")).level is Urgency.EMERGENCY
    assert assess(PACK, answers(FIVE_WEEKS, "E1", "W1")).level is Urgency.EMERGENCY


def test_a_result_that_worry_lifted_names_the_worry_first() -> None:
    assert assess(PACK, answers(FIVE_WEEKS, "W1", look="red")).fired == ("W1", "R0")


def test_a_mild_sign_never_takes_the_place_of_what_holds_for_a_newborn() -> None:
    pack = small_pack(rules=(*PACK.rules, rule("R1", "book", group="today")))
    assert assess(pack, answers(TEN_DAYS, "R1", look="red")).level is Urgency.SAME_DAY


def test_the_result_names_the_rules_that_decided() -> None:
    assert assess(PACK, answers(FIVE_WEEKS, "E2", "U1")).fired == ("E2",)


@given(AGES, SIGNS, CHOSEN, st.sampled_from(["E1", "E2", "U1", "W1"]))
def test_adding_a_danger_sign_never_lowers_the_level(
    age: Age | None, signs: dict[str, SignAnswer], chosen: dict[str, frozenset[str]], added: str
) -> None:
    before = assess(PACK, Answers(age, all_no(age) | signs, chosen)).level
    after = assess(PACK, Answers(age, all_no(age) | signs | {added: SignAnswer.YES}, chosen)).level
    assert after.rank >= before.rank


@given(AGES, SIGNS, CHOSEN)
def test_the_candidates_never_touch_the_level(
    age: Age | None, signs: dict[str, SignAnswer], chosen: dict[str, frozenset[str]]
) -> None:
    other = small_pack(conditions=(condition("other", "red", urgency=Urgency.EMERGENCY),))
    given_answers = Answers(age, signs, chosen)
    assert assess(PACK, given_answers).level is assess(other, given_answers).level


@given(AGES, SIGNS, CHOSEN, st.randoms())
def test_the_order_of_answers_does_not_matter(
    age: Age | None,
    signs: dict[str, SignAnswer],
    chosen: dict[str, frozenset[str]],
    shuffling: random.Random,
) -> None:
    shuffled = list(signs.items())
    shuffling.shuffle(shuffled)
    turned = dict(reversed(chosen.items()))
    assert assess(PACK, Answers(age, signs, chosen)) == assess(PACK, Answers(age, dict(shuffled), turned))


@given(AGES, CHOSEN)
def test_a_skipped_question_counts_for_nothing(age: Age | None, chosen: dict[str, frozenset[str]]) -> None:
    skipped = chosen | {"unasked": frozenset[str]()} | {k: v for k, v in chosen.items() if not v}
    without = {question: options for question, options in chosen.items() if options}
    assert assess(PACK, Answers(age, {}, skipped)) == assess(PACK, Answers(age, {}, without))


def test_what_fits_the_answers_is_ranked_first_with_the_weightiest_reason_first() -> None:
    first = assess(PACK, answers(FIVE_WEEKS, look="white", place="face")).candidates[0]
    assert (first.condition, first.tier) == ("milia", Tier.WELL)
    assert [reason.question for reason in first.speaks_for] == ["look", "age", "place"]


def test_what_does_not_fit_says_what_speaks_against_it_the_weightiest_first() -> None:
    last = assess(PACK, answers(FOUR_MONTHS, look="white")).candidates[-1]
    assert last.condition == "heat"
    assert [reason.question for reason in last.speaks_against] == ["age", "look"]


def test_with_no_answer_nothing_fits() -> None:
    assert assess(PACK, answers(FIVE_WEEKS)).nothing_fits


def test_a_page_that_is_no_baby_condition_is_never_offered() -> None:
    pack = small_pack(conditions=(condition("adult", "white", matched=False), condition("milia", "white")))
    offered = [candidate.condition for candidate in assess(pack, answers(look="white")).candidates]
    assert offered == ["milia"]


@pytest.mark.parametrize("level", list(Urgency))
def test_a_level_raised_is_never_lower(level: Urgency) -> None:
    assert level.raised().rank == min(level.rank + 1, Urgency.EMERGENCY.rank)
