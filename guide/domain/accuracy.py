"""How well the check does on families whose true answer is known: naming, urgency, and how sure that is."""

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from guide.domain.cases import answers_of
from guide.domain.checklist import Answers, assess
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.domain.questions import Case

NO_PAGE = "none"
"""What a case is of that no page is about."""

_Z = 1.959964
"""How many standard deviations hold 95 in 100 of a normal distribution."""

Change = Callable[[ContentPack, Answers, random.Random], Answers]
"""Makes a family's answers worse, as a tired parent would."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the check said of one family; ``names`` are the conditions in their order, the best fit first."""

    case: Case
    level: Urgency
    fired: tuple[str, ...]
    names: tuple[str, ...]
    nothing_fits: bool

    @property
    def named(self) -> bool:
        """Whether there is a name to find."""
        return self.case.condition not in ("", NO_PAGE)

    @property
    def steps_over(self) -> int:
        """By how many levels the advice was more urgent than right; below 0 where it was too calm."""
        return self.level.rank - self.case.expect.level.rank

    def among_first(self, count: int) -> bool:
        return self.case.condition in self.names[:count]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def value(self) -> float:
        return self.count / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """95 in 100 such samples have the true share in it (Wilson 1927)."""
        if not self.of:
            return 0.0, 1.0
        middle = (self.value + _Z**2 / (2 * self.of)) / (1 + _Z**2 / self.of)
        spread = self.value * (1 - self.value) / self.of + _Z**2 / (4 * self.of**2)
        half = _Z * math.sqrt(spread) / (1 + _Z**2 / self.of)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Figures:
    """``over_well``: families who could stay at home and were sent somewhere."""

    cases: int
    top_1: Share
    top_3: Share
    level_exact: Share
    emergencies_found: Share
    under: Share
    under_by_two: Share
    over: Share
    over_well: Share


def outcome(pack: ContentPack, case: Case, answers: Answers) -> Outcome:
    result = assess(pack, answers)
    names = tuple(each.condition for each in result.candidates)
    return Outcome(case, result.level, result.fired, names, result.nothing_fits)


def outcomes(
    pack: ContentPack, cases: Iterable[Case], change: Change | None = None, draws: int = 1
) -> list[Outcome]:
    """Each family once, or ``draws`` times with its answers changed at random, always in the same way."""
    found = []
    for case in cases:
        answers = answers_of(case, pack)
        for draw in range(draws):
            # Seeded, so that two reports differ only in what was changed between them.
            chance = random.Random(f"{case.id} {draw}")  # noqa: S311
            changed = change(pack, answers, chance) if change else answers
            found.append(outcome(pack, case, changed))
    return found


def figures(found: Sequence[Outcome]) -> Figures:
    named = [each for each in found if each.named]
    well = [each for each in found if each.case.expect.level is Urgency.HOME]
    grave = [each for each in found if each.case.expect.level is Urgency.EMERGENCY]
    return Figures(
        cases=len(found),
        top_1=_share(named, lambda each: each.among_first(1)),
        top_3=_share(named, lambda each: each.among_first(3)),
        level_exact=_share(found, lambda each: each.steps_over == 0),
        emergencies_found=_share(grave, lambda each: each.level is Urgency.EMERGENCY),
        under=_share(found, lambda each: each.steps_over < 0),
        under_by_two=_share(found, lambda each: each.steps_over <= -2),
        over=_share(found, lambda each: each.steps_over > 0),
        over_well=_share(well, lambda each: each.steps_over > 0),
    )


def by_condition(found: Iterable[Outcome]) -> Mapping[str, list[Outcome]]:
    return _grouped(found, lambda each: each.case.condition)


def by_skin(found: Iterable[Outcome]) -> Mapping[str, list[Outcome]]:
    return _grouped(found, lambda each: each.case.skin)


def confusions(found: Iterable[Outcome]) -> Counter[tuple[str, str]]:
    """What it was and what was named first instead, with how often."""
    return Counter(
        (each.case.condition, each.names[0]) for each in found if each.named and not each.among_first(1)
    )


def dropping(share: float) -> Change:
    """Leaves out each answer about the spots with this probability; danger signs cannot be left out."""

    def drop(_: ContentPack, answers: Answers, chance: random.Random) -> Answers:
        kept = {question: chosen for question, chosen in answers.chosen.items() if chance.random() >= share}
        return replace(answers, chosen=kept)

    return drop


def mistaking(share: float) -> Change:
    """Puts with this probability any other answer of the question in the place of what was chosen."""

    def mistake(pack: ContentPack, answers: Answers, chance: random.Random) -> Answers:
        chosen = dict(answers.chosen)
        for question, options in answers.chosen.items():
            if chance.random() < share:
                others = [each.id for each in pack.question[question].options if each.id not in options]
                chosen[question] = frozenset(chance.sample(others, 1)) if others else options
        return replace(answers, chosen=chosen)

    return mistake


def _share(found: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> Share:
    return Share(sum(1 for each in found if holds(each)), len(found))


def _grouped(found: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    groups: dict[str, list[Outcome]] = {}
    for each in found:
        if key(each):
            groups.setdefault(key(each), []).append(each)
    return dict(sorted(groups.items()))
