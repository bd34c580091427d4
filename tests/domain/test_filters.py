"""Choosing conditions by what is seen, with the counts beside each choice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.domain.ages import Age, AgeLimits, age_of_days
from guide.domain.conditions import Appearance, Commonness, Condition, Frequency, Statement
from guide.domain.filters import (
    AGE,
    AGE_BANDS,
    CATCHING,
    LOOK,
    NOW,
    PLACE,
    RISE,
    Facets,
    Filters,
    by_fit_to_age,
    catching_of,
    rise_of,
)
from guide.domain.lesions import Lesion, Range, Skin, Stage
from tests.domain.small_pack import NEWBORN, condition, say, small_pack

FLAT_MARK = Lesion("white", "flat", Range(1, 2), Range(1, 2))
BEAD = Lesion("white", "raised", Range(1, 2), Range(1, 2))


def catching(text: str, of: Condition) -> Condition:
    return replace(of, glance=replace(of.glance, catching=Statement(text, ("S1",))))


def drawn(*marks: Lesion, skin: Skin | None = None) -> Appearance:
    return Appearance((Stage("usual", "Usual", marks, skin or Skin()),), say("l"), say("b"), say("d"))


MILIA = catching("No", condition("milia", "white", ages=NEWBORN, appearance=drawn(BEAD)))
HEAT = catching("Hardly", condition("heat", "red", appearance=drawn(FLAT_MARK, BEAD)))
POX = catching(
    "Yes, very",
    condition(
        "pox",
        "red",
        ages=AgeLimits(from_days=91, from_months=3),
        findings={
            LOOK: {"red": Frequency.USUAL, "white": Frequency.RARE},
            PLACE: {"back": Frequency.ALWAYS, "face": Frequency.SOMETIMES},
        },
    ),
)
ALL = (MILIA, HEAT, POX)
FACETS = Facets(small_pack(conditions=ALL))


def chosen(**options: str) -> Filters:
    return Filters({facet: frozenset(each.split()) for facet, each in options.items()})


def passing(filters: Filters, age: Age | None = None) -> list[str]:
    return [each.id for each in FACETS.passing(ALL, filters, age)]


def test_nothing_chosen_lets_all_pass_in_their_order() -> None:
    assert passing(Filters()) == ["milia", "heat", "pox"]


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (chosen(look="red"), ["heat", "pox"]),
        (chosen(look="red white"), ["milia", "heat", "pox"]),
        (chosen(look="red", place="back"), ["pox"]),
        (chosen(look="white", place="back"), []),
        (chosen(catching="yes"), ["pox"]),
        (chosen(catching="partly no"), ["milia", "heat"]),
        (chosen(rise="raised"), ["milia", "heat"]),
        (chosen(rise="flat"), ["heat"]),
        (chosen(age="first-weeks"), ["milia", "heat"]),
        (chosen(age="over-one-year"), ["pox"]),
    ],
)
def test_one_option_of_a_facet_is_enough_and_every_facet_counts(filters: Filters, left: list[str]) -> None:
    assert passing(filters) == left


def test_a_band_of_ages_holds_what_begins_and_ends_within_it() -> None:
    short = condition("short", "red", ages=AgeLimits(from_days=100, before_days=150))
    facets = Facets(small_pack(conditions=(short,)))
    bands = [band for band in AGE_BANDS if facets.passing((short,), chosen(age=band), None)]
    assert bands == ["to-one-year"]


def test_now_follows_the_childs_age() -> None:
    assert passing(chosen(age=NOW), age_of_days(40)) == ["heat"]
    assert passing(chosen(age=NOW), age_of_days(400)) == ["pox"]


def test_now_hides_nothing_while_no_age_is_known() -> None:
    assert passing(chosen(age=NOW)) == ["milia", "heat", "pox"]
    assert (AGE, NOW) not in FACETS.counts(ALL, Filters(), None)


def test_what_no_facet_knows_hides_nothing() -> None:
    assert passing(chosen(colour="green", look="unheard-of")) == ["milia", "heat", "pox"]


def test_where_nothing_is_usual_what_is_seen_at_times_is_not_hidden() -> None:
    findings = {PLACE: {"face": Frequency.SOMETIMES, "back": Frequency.NEVER}}
    any_place = condition("any", "red", findings=findings)
    facets = Facets(small_pack(conditions=(any_place,)))
    assert facets.passing((any_place,), chosen(place="face"), None) == (any_place,)
    assert facets.passing((any_place,), chosen(place="back"), None) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("No", "no"),
        ("No, it is a birthmark", "no"),
        ("Yes", "yes"),
        ("Yes: people, pets, towels", "yes"),
        ("Hardly", "partly"),
        ("Some kinds", "partly"),
        ("Between mouth and mother's nipple", "partly"),
        ("", "partly"),
    ],
)
def test_the_first_word_says_whether_it_is_catching(text: str, kind: str) -> None:
    assert catching_of(catching(text, MILIA)) == kind


def test_skin_pale_all_over_is_flat() -> None:
    assert rise_of(replace(MILIA, appearance=drawn(skin=Skin(pale_all_over=True)))) == {"flat"}


def test_options_carry_the_packs_texts_and_the_others_none() -> None:
    texts = {(facet.id, option.id): option.text for facet in FACETS.facets for option in facet.options}
    assert texts[LOOK, "white"] == "White"
    assert texts[CATCHING, "yes"] == texts[RISE, "flat"] == ""


@given(st.integers(0, 5000))
def test_every_age_lies_in_one_band(days: int) -> None:
    age = age_of_days(days)
    assert len([band for band, limits in AGE_BANDS.items() if limits.include(age)]) == 1


OPTIONS = [(facet.id, option.id) for facet in FACETS.facets for option in facet.options]
CHOICES = st.lists(st.sampled_from(OPTIONS), max_size=5)
AGES = st.none() | st.integers(0, 5000).map(age_of_days)


def all_of(choices: list[tuple[str, str]]) -> Filters:
    filters = Filters()
    for facet, option in choices:
        filters = filters.with_option(facet, option)
    return filters


@given(CHOICES, AGES)
def test_each_count_is_what_choosing_gives(choices: list[tuple[str, str]], age: Age | None) -> None:
    filters = all_of(choices)
    for (facet, option), count in FACETS.counts(ALL, filters, age).items():
        alone = filters.without_facet(facet).with_option(facet, option)
        assert count == len(FACETS.passing(ALL, alone, age))


@given(CHOICES, AGES)
def test_a_further_facet_never_adds_a_condition(choices: list[tuple[str, str]], age: Age | None) -> None:
    filters = all_of(choices)
    before = set(passing(filters, age))
    for facet, option in OPTIONS:
        if facet not in filters.chosen:
            assert set(passing(filters.with_option(facet, option), age)) <= before


@given(CHOICES, AGES)
def test_taking_a_choice_back_leads_back(choices: list[tuple[str, str]], age: Age | None) -> None:
    filters = all_of(choices)
    for facet, option in OPTIONS:
        if option not in filters.chosen.get(facet, frozenset()):
            again = filters.with_option(facet, option).without_option(facet, option)
            assert passing(again, age) == passing(filters, age)


def test_seen_at_this_age_come_first_and_the_commonest_of_them_first() -> None:
    rare = replace(HEAT, id="rare", commonness=Commonness.RARE)
    usual = replace(HEAT, id="usual", commonness=Commonness.VERY_COMMON)
    ordered = by_fit_to_age((POX, rare, MILIA, usual), age_of_days(40))
    assert [each.id for each in ordered] == ["usual", "rare", "milia", "pox"]


def test_without_an_age_all_come_by_how_common_they_are_then_by_name() -> None:
    rare = replace(MILIA, id="rare", commonness=Commonness.RARE)
    assert [each.id for each in by_fit_to_age((rare, POX, HEAT), None)] == ["heat", "pox", "rare"]
