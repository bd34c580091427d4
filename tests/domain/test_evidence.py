"""What the answers say for and against each condition, and where "none of these" stands among them."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.domain.ages import Age, AgeLimits
from guide.domain.checklist import AGE_REASON, NONE_OF_THESE, Answers, Candidate, Tier, assess, rank
from guide.domain.conditions import Commonness, Frequency
from guide.domain.likelihoods import shares
from guide.domain.pack import ContentPack
from guide.domain.questions import Option, Question
from tests.domain.small_pack import condition, small_pack
from tests.domain.some_answers import parents_answers, shipped, without

FIVE_WEEKS, FOUR_MONTHS = Age(35, 1), Age(122, 4)
SIZE = Question("size", "look", "Size?", "", "one", tuple(Option(each, each) for each in "abc"))
SOME = settings(max_examples=80)


def with_size(**findings: Frequency) -> ContentPack:
    milia = condition("milia", "white", findings={"size": findings})
    return small_pack(conditions=(milia, condition("heat", "red")), questions=(SIZE,))


def chosen(**options: str) -> Answers:
    return Answers(None, {}, {question: frozenset(said.split()) for question, said in options.items()})


def of(pack: ContentPack, answers: Answers, name: str) -> Candidate:
    return next(each for each in rank(pack, answers) if each.condition == name)


def weights(pack: ContentPack, answers: Answers, name: str) -> dict[str, float]:
    return {reason.question: reason.weight for reason in of(pack, answers, name).reasons}


def test_an_answer_weighs_how_often_it_is_given_here_over_how_often_whatever_the_cause() -> None:
    found = weights(small_pack(), chosen(look="white", place="face"), "milia")
    assert found == pytest.approx({"look": math.log(0.95 / 0.2), "place": math.log(0.7 / 0.5)})


def test_a_finding_that_no_page_names_counts_as_not_common() -> None:
    found = weights(small_pack(), chosen(look="red"), "milia")
    assert found == pytest.approx({"look": math.log(0.05 / 0.2)})


def test_where_one_answer_may_be_chosen_how_often_they_are_given_sums_to_one() -> None:
    pack = with_size(a=Frequency.USUAL, b=Frequency.USUAL)
    found = shares(pack.weights, pack.condition["milia"], SIZE)
    assert found == pytest.approx((0.7 / 1.45, 0.7 / 1.45, 0.05 / 1.45))
    assert weights(pack, chosen(size="a"), "milia")["size"] == pytest.approx(math.log(0.7 / 1.45 / 0.2))


def test_every_answer_to_a_question_of_which_one_may_be_chosen_is_likely_as_often_as_not_in_sum() -> None:
    for question in shipped().likelihoods.questions:
        for page in shipped().likelihoods.conditions:
            found = shares(shipped().weights, page, question)
            assert all(0 < share < 1 for share in found)
            assert question.choose == "many" or math.fsum(found) == pytest.approx(1)


def test_several_answers_to_one_question_count_as_their_sum_over_the_root_of_how_many() -> None:
    white, red = (weights(small_pack(), chosen(look=look), "milia")["look"] for look in ("white", "red"))
    both = weights(small_pack(), chosen(look="white red"), "milia")["look"]
    assert both == pytest.approx((white + red) / math.sqrt(2))


def test_of_questions_that_go_together_the_strongest_counts_whole_and_the_others_in_part() -> None:
    pack = small_pack()
    together = replace(pack, weights=replace(pack.weights, together=(("place", "look"),), repeated=0.5))
    apart = weights(pack, chosen(look="white", place="face"), "milia")
    found = weights(together, chosen(look="white", place="face"), "milia")
    assert found == pytest.approx({"look": apart["look"], "place": apart["place"] * 0.5})
    assert weights(together, chosen(place="face"), "milia") == pytest.approx({"place": apart["place"]})


def test_what_is_no_evidence_weighs_nothing_and_is_no_reason() -> None:
    pack = small_pack()
    without_place = replace(pack, weights=replace(pack.weights, no_evidence=("place",)))
    found = rank(without_place, chosen(look="white", place="face"))
    assert found == rank(without_place, chosen(look="white"))


def test_that_a_professional_named_the_spots_is_no_evidence_in_the_shipped_pack() -> None:
    assert rank(shipped(), chosen(look="white-bumps", named="named-harmless")) == rank(
        shipped(), chosen(look="white-bumps")
    )


@pytest.mark.parametrize(("age", "weight"), [(Age(35, 1), 0.7), (Age(70, 2), -0.7), (FOUR_MONTHS, -3.0)])
def test_the_age_weighs_by_whether_it_is_usual_seldom_or_outside(age: Age, weight: float) -> None:
    milia = condition("milia", "white", usual_ages=AgeLimits(before_days=57))
    answers = replace(chosen(look="white"), age=age)
    assert weights(small_pack(conditions=(milia,)), answers, "milia")[AGE_REASON] == weight


def test_an_unknown_age_is_no_reason() -> None:
    assert AGE_REASON not in weights(small_pack(), chosen(look="white"), "milia")


def test_how_common_a_condition_is_moves_its_place_and_is_no_reason() -> None:
    pack = small_pack()
    prior = dict.fromkeys(Commonness, -1.5) | {Commonness.COMMON: -0.5}
    found = of(replace(pack, weights=replace(pack.weights, prior=prior)), chosen(look="white"), "milia")
    assert found.score == pytest.approx(math.log(0.95 / 0.2) - 0.5)
    assert [reason.question for reason in found.reasons] == ["look"]


def test_the_score_is_the_sum_of_its_reasons_and_of_how_common_it_is() -> None:
    for case in shipped().cases:
        answers = Answers(FIVE_WEEKS, {}, {name: frozenset(each) for name, each in case.chosen.items()})
        for found in assess(shipped(), answers).candidates:
            prior = shipped().weights.prior[shipped().condition[found.condition].commonness]
            assert found.score == pytest.approx(sum(each.weight for each in found.reasons) + prior)


@pytest.mark.parametrize(("looks", "offered"), [("white", ("milia",)), ("", ()), ("white red", ())])
def test_only_what_fits_better_than_none_of_these_is_offered(looks: str, offered: tuple[str, ...]) -> None:
    result = assess(small_pack(), chosen(look=looks))
    assert tuple(each.condition for each in result.offered) == offered
    assert NONE_OF_THESE not in [each.condition for each in result.candidates]


def test_none_of_these_stands_where_its_evidence_puts_it_and_nothing_speaks_for_it() -> None:
    result = assess(small_pack(), replace(chosen(look="white"), age=FIVE_WEEKS))
    assert [each.condition for each in result.ranking] == ["milia", NONE_OF_THESE, "heat"]
    none = result.ranking[1]
    assert (none.score, none.tier, none.reasons) == (1.0, Tier.LITTLE, ())


def test_an_age_alone_fits_nothing() -> None:
    assert {each.tier for each in assess(shipped(), Answers(FIVE_WEEKS)).ranking} == {Tier.LITTLE}


def test_equal_candidates_stand_by_name() -> None:
    pack = small_pack(conditions=(condition("pearls", "white"), condition("milia", "white")))
    names = [each.condition for each in assess(pack, chosen(look="white")).candidates]
    assert names == ["milia", "pearls"]


@SOME
@given(parents_answers())
def test_a_question_that_was_not_answered_touches_no_score(answers: Answers) -> None:
    answered = {question for question, options in answers.chosen.items() if options}
    for found in assess(shipped(), answers).candidates[:5]:
        assert {reason.question for reason in found.reasons} <= answered | {AGE_REASON}


@SOME
@given(parents_answers(), st.data())
def test_skipping_an_answer_changes_no_other_weight_but_of_what_goes_together(
    answers: Answers, data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from([each.id for each in shipped().questions]))
    akin = {each for group in shipped().weights.together if question in group for each in group}
    skipped = {each.condition: each for each in rank(shipped(), without(answers, question))}
    for before in rank(shipped(), answers):
        after = {each.question: each.weight for each in skipped[before.condition].reasons}
        was = {each.question: each.weight for each in before.reasons}
        assert {k: v for k, v in was.items() if k != question and k not in akin} == {
            k: v for k, v in after.items() if k not in akin
        }


@SOME
@given(parents_answers())
def test_what_was_said_of_danger_signs_and_fever_is_no_evidence(answers: Answers) -> None:
    assert rank(shipped(), answers) == rank(shipped(), replace(answers, signs={}, temperature_c=None))
