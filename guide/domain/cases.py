"""Running the worked families: the pack's own tests."""

from guide.domain.ages import age_of_days
from guide.domain.checklist import Answers, SignAnswer, assess, with_signs_denied
from guide.domain.pack import ContentPack
from guide.domain.questions import Case


def answers_of(case: Case, pack: ContentPack) -> Answers:
    age = None if case.age_days is None else age_of_days(case.age_days)
    signs = dict.fromkeys(case.cannot_tell, SignAnswer.CANNOT_TELL) | dict.fromkeys(case.yes, SignAnswer.YES)
    chosen = {question: frozenset(options) for question, options in case.chosen.items()}
    return with_signs_denied(pack, Answers(age, signs, chosen, case.temperature_c))


def failures(case: Case, pack: ContentPack) -> list[str]:
    """What came out otherwise than expected, a sentence each; empty when the case passes."""
    result = assess(pack, answers_of(case, pack))
    expect = case.expect
    first = [candidate.condition for candidate in result.candidates[:3]]
    found = []
    if result.level is not expect.level:
        found.append(
            f"the level is {result.level}, expected {expect.level} (rules {', '.join(result.fired)})"
        )
    if expect.rule and expect.rule not in result.fired:
        found.append(f"rule {expect.rule} does not decide; {', '.join(result.fired) or 'none'} does")
    found += [
        f"{wanted} is not among the first three ({', '.join(first)})"
        for wanted in expect.first_three
        if wanted not in first
    ]
    if expect.nothing_fits and not result.nothing_fits:
        found.append(f"{first[0]} fits well, expected that nothing does")
    return found
