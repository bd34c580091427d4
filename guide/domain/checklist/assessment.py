"""The result of a check: how soon to get help, and beside it what can look like this, with reasons."""

from dataclasses import dataclass, field
from functools import cached_property

from guide.domain.checklist.answers import Answers
from guide.domain.checklist.changes import Change, what_would_raise
from guide.domain.checklist.evidence import NONE_OF_THESE, Candidate, Tier, rank
from guide.domain.checklist.next_question import next_question, questions_for_urgency
from guide.domain.checklist.triage import triage
from guide.domain.conditions import Statement, Urgency
from guide.domain.pack import ContentPack


@dataclass(frozen=True)
class Assessment:
    """How soon to get help and why, and what can look like this.

    ``action`` is what to do, ``fired`` the rules that decided, both as ids. ``complete``: every sign there
    was to ask was answered. ``ranking`` has "none of these" among the conditions, where it stands.
    """

    level: Urgency
    action: str
    fired: tuple[str, ...]
    complete: bool
    ranking: tuple[Candidate, ...]
    look_again: Statement
    _pack: ContentPack = field(repr=False, compare=False)
    _answers: Answers = field(repr=False, compare=False)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The conditions, the best fit first."""
        return tuple(each for each in self.ranking if each.condition != NONE_OF_THESE)

    @property
    def better_than_none(self) -> tuple[Candidate, ...]:
        """The conditions that stand before "none of these", the best fit first."""
        names = [each.condition for each in self.ranking]
        return self.ranking[: names.index(NONE_OF_THESE)]

    @property
    def offered(self) -> tuple[Candidate, ...]:
        """The conditions that fit better than none of these, and not only a little; the best fit first.

        A grave one that fits partly is never left out because "none of these" stands above it.
        """
        before = self.better_than_none
        return tuple(
            each
            for each in self.candidates
            if each.tier is not Tier.LITTLE
            and (each in before or self._pack.condition[each.condition].is_grave)
        )

    @property
    def nothing_fits(self) -> bool:
        return not any(candidate.tier is Tier.WELL for candidate in self.offered)

    @cached_property
    def next_question(self) -> str | None:
        """The question, not answered yet, that would tell best what it can be; None where none would."""
        return next_question(self._pack, self._answers, self.ranking)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Other answers about the spots with which help would be needed sooner."""
        return what_would_raise(self._pack, self._answers)

    @cached_property
    def unanswered(self) -> frozenset[str]:
        """The questions left out on which the urgency hangs."""
        return frozenset(questions_for_urgency(self._pack, self._answers))


def assess(pack: ContentPack, answers: Answers) -> Assessment:
    """Triage comes from the rules only; the candidates never touch it."""
    found = triage(pack, answers)
    return Assessment(
        level=found.level,
        action=found.action,
        fired=found.deciding,
        complete=found.complete,
        ranking=rank(pack, answers),
        look_again=pack.action[found.action].look_again,
        _pack=pack,
        _answers=answers,
    )
