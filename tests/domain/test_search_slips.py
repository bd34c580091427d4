"""Which words are taken for slips of the finger, and how words are brought to one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.domain.ages import age_from_count
from guide.domain.search_spelling import Spelling, slips, slips_allowed
from guide.domain.search_words import age_in, asked_words, fold, stem, tokens_of

LETTERS = st.text("abcde", max_size=8)


@pytest.mark.parametrize(
    ("typed", "meant", "many"),
    [
        ("eczema", "eczema", 0),
        ("exzema", "eczema", 1),
        ("ezcema", "eczema", 1),
        ("eczma", "eczema", 1),
        ("ecczema", "eczema", 1),
        ("exzima", "eczema", 2),
        ("rash", "wart", 3),
    ],
)
def test_letters_left_out_added_wrong_or_swapped_are_one_slip_each(typed: str, meant: str, many: int) -> None:
    assert slips(typed, meant, 2) == many


@given(LETTERS, LETTERS)
def test_slips_are_the_same_both_ways(one: str, other: str) -> None:
    assert slips(one, other, 2) == slips(other, one, 2)


@given(st.lists(st.text("abcde", min_size=4, max_size=9), max_size=30), st.text("abcde", max_size=9))
def test_no_word_within_the_slips_is_missed(words: list[str], typed: str) -> None:
    allowed = slips_allowed(typed)
    away = {word: slips(typed, word, allowed) for word in words if allowed}
    near = {word for word in away if away[word] <= (allowed if word[0] == typed[0] else 1)}
    assert {word for word, _ in Spelling(set(words)).near(typed)} == near


def test_short_words_are_taken_as_they_are() -> None:
    assert Spelling(["spot", "tans"]).near("tan") == []


def test_with_two_slips_the_first_letter_must_be_right() -> None:
    assert Spelling(["feeding", "bleeding"]).near("bleedign") == [("bleeding", 1)]
    assert Spelling(["feeding"]).near("bleeding") == []


@pytest.mark.parametrize(
    "words",
    [
        "spot spots",
        "rash rashes",
        "patch patches patchy",
        "baby babies",
        "naevus nevus",
        "seborrhoeic seborrheic",
        "haemangioma hemangioma",
        "diaper nappy nappies diapers",
        "colour color",
        "itch itchy itching itches",
        "flake flaky flakes",
        "foot feet",
        "grey gray",
    ],
)
def test_forms_of_a_word_are_one(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_scabies_are_no_scabs() -> None:
    assert stem("scabies") != stem("scabs")


@given(st.text(max_size=30))
def test_words_without_case_and_accents_stay_so(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "count", "unit", "left"),
    [
        ("white dots 3 weeks old", 3, "weeks", "white dots"),
        ("6mo rash", 6, "months", "rash"),
        ("2-year-old spots", 2, "years", "spots"),
        ("10 days", 10, "days", ""),
    ],
)
def test_an_age_is_read_and_left_out_of_the_words(typed: str, count: int, unit: str, left: str) -> None:
    age, words = age_in(typed)
    assert (age, words.split()) == (age_from_count(count, unit), left.split())


@pytest.mark.parametrize("typed", ["3 wet patches", "white dots", "5 marks", "week 3"])
def test_a_number_before_another_word_is_no_age(typed: str) -> None:
    assert age_in(typed) == (None, typed)


def test_words_said_in_every_question_count_only_when_there_are_no_others() -> None:
    assert asked_words("what is it on my babys arm") == ("arm",)
    assert asked_words("what is it") == ("what", "is", "it")


def test_what_is_said_not_to_be_there_ends_with_the_clause() -> None:
    negated = [
        token.form for token in tokens_of("No itch or fever, but pain. Not red. Soft") if token.negated
    ]
    assert negated == ["itch", "or", "fever", "red"]
