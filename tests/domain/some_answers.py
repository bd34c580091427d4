"""Answers of any parent to the shipped pack's questions, for the laws that hold whatever is answered."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from guide.content.loader import load_pack
from guide.domain.ages import Age, age_of_days, age_on
from guide.domain.cases import answers_of
from guide.domain.checklist import Answers, SignAnswer, applying_rules
from guide.domain.pack import ContentPack
from guide.domain.questions import Question
from guide.paths import resources_folder

Signs = dict[str, SignAnswer]


@cache
def shipped() -> ContentPack:
    """Loaded with the first test that asks for it: what is kept of it then lies in that test's folders."""
    return load_pack(resources_folder() / "content")


def all_no(age: Age | None) -> Signs:
    return {rule.id: SignAnswer.NO for rule in applying_rules(shipped(), age) if rule.group}


def said(age: Age | int | None, *yes: str, **chosen: str) -> Answers:
    """Every sign answered no but those in ``yes``; several options are parted by a space."""
    age = age_of_days(age) if isinstance(age, int) else age
    signs = all_no(age) | dict.fromkeys(yes, SignAnswer.YES)
    return Answers(age, signs, {question: frozenset(each.split()) for question, each in chosen.items()})


def danger_signs() -> list[str]:
    """Every asked sign but the reasons to stay at home."""
    levels = {action.id: action.level for action in shipped().actions}
    return [rule.id for rule in shipped().rules if rule.group and levels[rule.action] != "home"]


def with_chosen(answers: Answers, question: str, *options: str) -> Answers:
    return replace(answers, chosen={**answers.chosen, question: frozenset(options)})


def without(answers: Answers, question: str) -> Answers:
    return replace(answers, chosen={name: each for name, each in answers.chosen.items() if name != question})


def ages() -> st.SearchStrategy[Age | None]:
    """From real dates, so that days and calendar months differ as they do in life."""
    born = st.dates(min_value=date(2023, 1, 1), max_value=date(2026, 12, 31))
    return st.none() | st.builds(_age_after, born, st.integers(0, 1200) | st.integers(0, 100))


def options_of(question: Question) -> st.SearchStrategy[frozenset[str]]:
    most = 1 if question.choose == "one" else 4
    return st.frozensets(
        st.sampled_from([option.id for option in question.options]), min_size=1, max_size=most
    )


@cache
def answered() -> st.SearchStrategy[tuple[str, frozenset[str]]]:
    """One question with the options chosen for it."""
    return st.one_of([st.tuples(st.just(each.id), options_of(each)) for each in shipped().questions])


def some_signs() -> st.SearchStrategy[Signs]:
    asked = [rule.id for rule in shipped().rules if rule.group]
    return st.dictionaries(st.sampled_from(asked), st.sampled_from(list(SignAnswer)), max_size=3)


def temperatures() -> st.SearchStrategy[float | None]:
    return st.none() | st.integers(340, 420).map(lambda tenths: tenths / 10)


@st.composite
def made_up(draw: st.DrawFn) -> Answers:
    """Any age, any signs, any options; most often with all other signs answered no."""
    age = draw(ages())
    asked = all_no(age) if draw(st.integers(0, 3)) else {}
    chosen = dict(draw(st.lists(answered(), max_size=7)))
    return Answers(age, asked | draw(some_signs()), chosen, draw(temperatures()))


@st.composite
def of_a_family(draw: st.DrawFn) -> Answers:
    """A worked family, with something left out and something else chosen: what is near the rules' edges."""
    answers = answers_of(draw(st.sampled_from(shipped().cases)), shipped())
    left_out = draw(st.sets(st.sampled_from([each.id for each in shipped().questions]), max_size=2))
    kept = {question: each for question, each in answers.chosen.items() if question not in left_out}
    chosen = {**kept, **dict(draw(st.lists(answered(), max_size=2)))}
    signs = {**answers.signs, **(draw(some_signs()) if draw(st.booleans()) else {})}
    return replace(answers, signs=signs, chosen=chosen)


def parents_answers() -> st.SearchStrategy[Answers]:
    return made_up() | of_a_family()


def _age_after(born: date, days: int) -> Age:
    return age_on(born + timedelta(days=days), born)
