"""Finding a condition by the words a parent types."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.domain.ages import AgeLimits
from guide.domain.conditions import Commonness, Frequency, Statement, Urgency
from guide.domain.questions import Option, Question
from guide.domain.search import ConditionIndex, Hit
from tests.domain.small_pack import condition, say

QUESTIONS = (
    Question(
        "look",
        "look",
        "Look?",
        "",
        "many",
        (Option("white", "White beads", "Like grains of sugar."), Option("red", "Red or darker bumps")),
    ),
    Question("place", "place", "Where?", "", "many", (Option("face", "Face"), Option("arms", "Arms"))),
)
ECZEMA = condition(
    "eczema",
    "red",
    parents_names=("Dry patches",),
    one_line="Rough and red",
    gist=say("It sits in the folds. Cream helps."),
    ages=AgeLimits(from_days=91, from_months=3),
)
MILIA = condition("milia", "white", parents_names=("Milk spots",), one_line="Tiny firm beads")
HAEMANGIOMA = condition("haemangioma", "red", parents_names=("Strawberry mark",), one_line="Soft and bright")
GOOSEBUMPS = condition("keratosis", "red", parents_names=("Goosebumps that stay",), one_line="Rough points")
ALL = (ECZEMA, MILIA, HAEMANGIOMA, GOOSEBUMPS)
INDEX = ConditionIndex(ALL, QUESTIONS)


def first(typed: str, index: ConditionIndex = INDEX) -> Hit:
    return index.search(typed)[0]


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.spans]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("milk spots", MILIA),
        ("spots milk", MILIA),
        ("MILK SPOT", MILIA),
        ("Mil", MILIA),
        ("mila", MILIA),
        ("mliia", MILIA),
        ("exzema", ECZEMA),
        ("exze", ECZEMA),
        ("patch dryy", ECZEMA),
        ("hemangioma", HAEMANGIOMA),
        ("hemang", HAEMANGIOMA),
        ("hæmangioma", HAEMANGIOMA),
        ("strawbery", HAEMANGIOMA),
        ("goose bumps", GOOSEBUMPS),
        ("bump goose", GOOSEBUMPS),
        ("milkspots", MILIA),
    ],
)
def test_beginnings_slips_spellings_and_other_orders_are_found(typed: str, found: object) -> None:
    assert first(typed).condition is found


@pytest.mark.parametrize(
    ("typed", "where", "text", "words"),
    [
        ("milia", "name", "Milia", ["Milia"]),
        ("my baby has milk spots", "other-name", "Milk spots", ["Milk", "spots"]),
        ("firm", "short", "Tiny firm beads", ["firm"]),
        ("sugar", "look", "Like grains of sugar.", ["sugar"]),
        ("arm", "place", "Arms", ["Arm"]),
        ("folds", "text", "It sits in the folds.", ["folds"]),
        ("strawb", "other-name", "Strawberry mark", ["Strawb"]),
        ("strawbury", "other-name", "Strawberry mark", ["Strawberry"]),
    ],
)
def test_a_hit_says_where_it_was_found_and_marks_the_words(
    typed: str, where: str, text: str, words: list[str]
) -> None:
    on_arms = replace(ECZEMA, findings={"place": {"arms": Frequency.USUAL}})
    hit = first(typed, ConditionIndex((on_arms, MILIA, HAEMANGIOMA, GOOSEBUMPS), QUESTIONS))
    assert (hit.where, hit.text, marked(hit)) == (where, text, words)


def test_what_a_condition_only_sometimes_looks_like_is_not_its_look() -> None:
    seldom = replace(MILIA, findings={"look": {"white": Frequency.SOMETIMES}})
    assert ConditionIndex((seldom,), QUESTIONS).search("sugar") == ()


@pytest.mark.parametrize("typed", ["", "   ", "?! -", "12", "xqzv", "xqzv wvkj"])
def test_nothing_typed_and_nonsense_find_nothing(typed: str) -> None:
    assert INDEX.search(typed) == ()


def test_a_word_found_nowhere_does_not_hide_what_the_others_find() -> None:
    assert first("milk xqzvw spots").condition is MILIA


def test_words_found_nowhere_are_named_as_they_were_typed() -> None:
    assert INDEX.loosen("Xqzvw on my milia, Wvkj?") == ("Xqzvw", "Wvkj")


def test_an_age_in_the_words_hides_nothing_and_favours_conditions_of_that_age() -> None:
    young = condition("young", "red", parents_names=(), one_line="Pink rash", ages=AgeLimits(before_days=60))
    older = condition("older", "red", parents_names=(), one_line="Pink rash", ages=AgeLimits(from_days=60))
    index = ConditionIndex((older, young))
    assert [hit.condition.id for hit in index.search("pink rash 3 weeks old")] == ["young", "older"]
    assert [hit.condition.id for hit in index.search("pink rash, 2 years")] == ["older", "young"]


def test_only_an_age_finds_what_is_seen_then() -> None:
    assert ECZEMA not in [hit.condition for hit in INDEX.search("3 weeks old")]
    assert [hit.condition for hit in INDEX.search("2 years")] == [ECZEMA]


def test_a_page_that_says_no_pain_comes_after_one_that_says_pain() -> None:
    calm, sore = (
        condition(name, "red", parents_names=(), glance=MILIA.glance, symptoms=say(symptoms))
        for name, symptoms in (("a", "No itch and no pain."), ("b", "An itch and a pain."))
    )
    assert first("pain", ConditionIndex((calm, sore))).condition is sore


def test_of_equals_the_commoner_comes_first() -> None:
    rare = condition("alike", "red", commonness=Commonness.RARE)
    usual = condition("alike", "red", commonness=Commonness.COMMON)
    assert [hit.condition.commonness for hit in ConditionIndex((rare, usual)).search("alike")] == [
        Commonness.COMMON,
        Commonness.RARE,
    ]


def test_of_pages_that_fit_alike_the_grave_one_comes_first() -> None:
    mild = condition("a", "red", parents_names=("Round blisters",))
    grave = condition("b", "red", parents_names=("Round blisters",), urgency=Urgency.EMERGENCY)
    assert first("blisters", ConditionIndex((mild, grave))).condition is grave


def test_a_name_typed_in_full_comes_before_longer_names_with_it() -> None:
    longer = condition("early milia", "white", parents_names=())
    assert first("milia", ConditionIndex((longer, MILIA))).condition is MILIA


def test_more_of_the_words_come_before_one_of_them_in_a_name() -> None:
    two = condition("two", "red", parents_names=(), one_line="Velvet", gist=say("A crusty ear."))
    one = condition("one", "red", parents_names=("Ear",), one_line="Silk")
    assert first("crusty ear", ConditionIndex((one, two))).condition is two


def test_asked_for_catching_those_that_are_come_with_the_words_that_say_so() -> None:
    glance = replace(MILIA.glance, catching=Statement("Yes, very", ("S1",)))
    catching = replace(MILIA, glance=glance)
    not_so = replace(ECZEMA, glance=replace(glance, catching=Statement("No", ("S1",))))
    hits = ConditionIndex((not_so, catching)).search("is it contagious")
    assert [(hit.condition, hit.text, marked(hit)) for hit in hits] == [(catching, "Yes, very", ["Yes"])]


def test_what_only_the_rest_of_a_page_says_is_found_there() -> None:
    page = replace(MILIA, childcare=say("No need to stay at home. Nursery is fine."))
    hit = first("nursery", ConditionIndex((ECZEMA, page)))
    assert (hit.condition, hit.where, hit.text) == (page, "text", "Nursery is fine.")


def test_the_rest_of_a_page_is_not_searched_for_words_that_pages_are_about() -> None:
    page = replace(MILIA, cause=say("Nothing like a strawberry mark."))
    hits = ConditionIndex((HAEMANGIOMA, page)).search("strawberry")
    assert [hit.condition for hit in hits] == [HAEMANGIOMA]


def test_words_that_stand_together_come_before_words_far_apart() -> None:
    apart = condition("a", "red", parents_names=(), gist=say("Crusty. Then on an ear."))
    together = condition("b", "red", parents_names=(), gist=say("A crusty ear. Then more."))
    assert first("ear crusty", ConditionIndex((apart, together))).condition is together


def test_one_or_two_letters_count_for_names_only() -> None:
    index = ConditionIndex((condition("a", "red", gist=say("Zebra stripes.")), MILIA))
    assert (index.search("ze"), len(index.search("zeb"))) == ((), 1)
    assert first("mi", index).condition is MILIA


def test_a_page_that_is_never_offered_comes_after_one_that_fits_alike() -> None:
    never = condition("a", "red", parents_names=("Scaly marks",), matched=False)
    offered = condition("b", "red", parents_names=("Scaly marks",))
    assert first("scaly marks", ConditionIndex((never, offered))).condition is offered


def test_when_it_was_seen_first_is_no_word_about_a_condition() -> None:
    since = {"since": {"yesterday-morning": Frequency.USUAL}}
    assert ConditionIndex((replace(MILIA, findings=since),)).search("yesterday") == ()


def test_who_asks_for_what_is_not_there_is_answered_by_pages_that_say_so() -> None:
    index = ConditionIndex((condition("a", "red", symptoms=say("No pain.")), MILIA))
    assert first("no pain", index).score > first("pain", index).score


def test_a_compound_is_found_by_either_part() -> None:
    index = ConditionIndex((condition("goose", "red"), condition("bumps", "red"), GOOSEBUMPS))
    assert GOOSEBUMPS in [hit.condition for hit in index.search("bumps")]


def test_a_word_only_begun_does_not_yet_mean_what_others_say_for_it() -> None:
    other = condition("a", "red", parents_names=("Pimples",))
    index = ConditionIndex((replace(other, name="A"), MILIA))
    names = [{hit.text for hit in index.search(typed)} for typed in ("pimp", "pimple")]
    assert names == [{"Pimples"}, {"Pimples", "Milk spots"}]


def test_of_words_that_may_be_meant_only_the_nearest_count() -> None:
    near, far = condition("molluscum", "red"), condition("molustun", "red")
    assert [hit.condition for hit in ConditionIndex((far, near)).search("moluscum")] == [near]


def test_an_index_of_no_pages_finds_nothing() -> None:
    assert ConditionIndex(()).search("milia") == ()


WORDS = st.lists(
    st.sampled_from(
        [
            "milk",
            "spots",
            "exzema",
            "dry",
            "goose",
            "red",
            "arms",
            "no",
            "xqzv",
            "f",
            "the",
            "tiny",
            "strawbery",
        ]
    ),
    max_size=6,
)


@given(st.text(max_size=80))
def test_any_text_is_answered(typed: str) -> None:
    INDEX.loosen(typed)
    for hit in INDEX.search(typed):
        assert hit.text


@pytest.mark.parametrize(
    "typed", ["<q>", "%z", "((((", "\x00", "ß" * 5000, "🍼", "a" * 5000, "a " * 2000, "٣ weeks"]
)
def test_odd_text_is_answered(typed: str) -> None:
    assert isinstance(INDEX.search(typed), tuple)


@given(WORDS)
def test_spans_lie_in_the_text_in_order_and_apart(words: list[str]) -> None:
    for hit in INDEX.search(" ".join(words)):
        ends = [end for span in hit.spans for end in span]
        assert ends == sorted(ends)
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.spans)


@given(WORDS, st.randoms(use_true_random=False))
def test_the_order_of_the_words_changes_nothing(words: list[str], chance: object) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    found = [INDEX.search(" ".join(each)) for each in (words, shuffled)]
    told = [[(hit.condition.id, hit.score, hit.text, hit.spans) for hit in hits] for hits in found]
    assert told[0] == told[1]


@given(WORDS)
def test_scores_fall_from_hit_to_hit_and_each_condition_comes_once(words: list[str]) -> None:
    hits = INDEX.search(" ".join(words))
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.condition.id for hit in hits}) == len(hits)
