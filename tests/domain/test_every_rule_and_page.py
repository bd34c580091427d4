"""Nothing in the shipped pack is there in vain: every rule can decide, every page can come first."""

from collections.abc import Iterator
from itertools import product

from guide.domain.ages import Age, age_of_days
from guide.domain.cases import answers_of
from guide.domain.checklist import Answers, assess
from guide.domain.checklist.triage import triage
from guide.domain.conditions import Condition, Frequency
from guide.domain.questions import Question, Rule
from tests.domain.some_answers import all_no, said, shipped

SOME_AGES = [age_of_days(days) for days in (0, 3, 10, 20, 36, 50, 70, 125, 245, 500, 1000)]
OFTEN = [Frequency.ALWAYS, Frequency.USUAL, Frequency.SOMETIMES]


def test_every_rule_can_decide() -> None:
    decided = {
        rule for case in shipped().cases for rule in triage(shipped(), answers_of(case, shipped())).deciding
    }
    never = [rule.id for rule in shipped().rules if rule.id not in decided and not can_decide(rule)]
    assert not never


def can_decide(rule: Rule) -> bool:
    return any(
        rule.id in triage(shipped(), answers).deciding
        for age in SOME_AGES
        if rule.ages.include(age)
        for answers in answers_that_meet(rule, age)
    )


def answers_that_meet(rule: Rule, age: Age) -> Iterator[Answers]:
    yes = [rule.id] if rule.group else []
    for options in product(*(match.any_of for match in rule.when)):
        chosen: dict[str, str] = {}
        for match, option in zip(rule.when, options, strict=True):
            chosen[match.question] = f"{chosen.get(match.question, '')} {option}"
        yield said(age, *yes, **chosen)


def test_every_page_that_may_be_offered_comes_first_for_what_is_most_usual_in_it() -> None:
    first = {
        page.id: assess(shipped(), most_usual(page)).ranking[0].condition
        for page in shipped().likelihoods.conditions
    }
    assert {page: led for page, led in first.items() if page != led} == {}


def most_usual(page: Condition) -> Answers:
    """The most frequent answer to each question, several where several are as frequent."""
    chosen = {
        question.id: options for question in shipped().questions if (options := most_frequent(page, question))
    }
    age = an_age_for(page)
    return Answers(age, all_no(age), chosen)


def most_frequent(page: Condition, question: Question) -> frozenset[str]:
    found = page.findings.get(question.id, {})
    for word in OFTEN:
        options = [option for option, often in found.items() if often is word]
        if options:
            return frozenset(options if question.choose == "many" else options[:1])
    return frozenset()


def an_age_for(page: Condition) -> Age:
    """In the years this guide is for; warts and some others are mostly seen later, and seldom before."""
    seen = [age for age in map(age_of_days, range(1096)) if page.ages.include(age)]
    return next((age for age in seen if page.usual_ages.include(age)), seen[0])
