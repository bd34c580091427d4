"""How long one answer of a symptom check takes, with the pack's pages and with 400."""

import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guide.domain.check_session import CheckSession
    from guide.domain.checklist import Answers
    from guide.domain.conditions import Condition
    from guide.domain.pack import ContentPack
    from guide.domain.questions import Case

GOAL_MS, MANY, FIXED_STEPS = 5, 400, 100_000
ANSWER = ("ranking (assess)", "next question", "one answer (go_on)")
RESULT = "what would raise it, at the result"


def main() -> int:
    from guide.content.loader import load_pack
    from guide.paths import resources_folder

    pack = load_pack(resources_folder() / "content")
    print(f"a loop of {FIXED_STEPS} sums: {_fixed_loop():.2f} ms")
    large = replace(pack, conditions=tuple(many_like(pack.conditions)))
    slow = [_measure(each) for each in (pack, large)]
    return int(any(slow))


def many_like(conditions: Sequence["Condition"]) -> Iterator["Condition"]:
    """The pages again and again under other ids."""
    for number in range(MANY):
        turn, place = divmod(number, len(conditions))
        yield replace(conditions[place], id=f"{conditions[place].id}-{turn}") if turn else conditions[place]


def _fixed_loop() -> float:
    """The same work on every machine, to hold the other times against."""
    return statistics.median(
        _ms(lambda: math.fsum(step * 0.5 for step in range(FIXED_STEPS))) for _ in range(9)
    )


def _measure(pack: "ContentPack") -> bool:
    built = _ms(lambda: pack.likelihoods)
    taken: dict[str, list[float]] = {what: [] for what in (*ANSWER, RESULT)}
    for case in pack.cases:
        for what, milliseconds in _way_through(pack, case):
            taken[what].append(milliseconds)
    print(f"{len(pack.conditions)} conditions: the table of likelihoods built once in {built:.1f} ms")
    at_99 = {what: _print(what, sorted(taken[what])) for what in (*ANSWER, RESULT)}
    return any(at_99[what] > GOAL_MS for what in ANSWER)


def _print(what: str, taken: Sequence[float]) -> float:
    at_99 = statistics.quantiles(taken, n=100)[98]
    middle, most = statistics.median(taken), taken[-1]
    goal = f" (goal {GOAL_MS})" if what in ANSWER else ""
    print(
        f"  {what}, {len(taken)} times: median {middle:.2f} ms, p99 {at_99:.2f} ms{goal}, max {most:.2f} ms"
    )
    return at_99


def _way_through(pack: "ContentPack", case: "Case") -> Iterator[tuple[str, float]]:
    """A worked family from the first question to the last, as a parent would answer it."""
    from guide.domain.check_session import CheckSession, StepKind

    session = _begun(CheckSession(pack), case)
    while session.step.kind is StepKind.QUESTION:
        session.choose(case.chosen.get(session.step.id, ()))
        yield from _answered(pack, session.answers(), session.passed)
        yield ANSWER[-1], _ms(session.go_on)


def _begun(session: "CheckSession", case: "Case") -> "CheckSession":
    from guide.domain.ages import age_of_days
    from guide.domain.check_session import StepKind

    session.give_age(None if case.age_days is None else age_of_days(case.age_days))
    session.go_on()
    while session.step.kind is StepKind.SIGNS:
        session.answer_signs({})
        session.go_on()
    return session


def _answered(pack: "ContentPack", answers: "Answers", passed: Sequence[str]) -> Iterator[tuple[str, float]]:
    from guide.domain.checklist import assess
    from guide.domain.checklist.next_question import next_question

    ranking, following, _ = ANSWER
    yield ranking, _ms(lambda: assess(pack, answers))
    result = assess(pack, answers)
    yield following, _ms(lambda: next_question(pack, answers, result.ranking, passed))
    yield RESULT, _ms(lambda: result.changes)


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
