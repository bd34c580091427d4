"""All worked families through the check: as they were answered, with answers missing, and with wrong ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from guide.content.files import Cases
from guide.content.pieces import Piece
from guide.domain.accuracy import Change, Figures, Outcome, by_skin, dropping, figures, mistaking, outcomes
from guide.domain.pack import ContentPack
from guide.domain.questions import Case

DRAWS = 5
"""How often each family is drawn for each kind of worse answers: a few seconds for some 700 families."""

WORSE: dict[str, Change] = {
    "10 % left out": dropping(0.1),
    "30 % left out": dropping(0.3),
    "50 % left out": dropping(0.5),
    "10 % mistaken": mistaking(0.1),
    "20 % mistaken": mistaking(0.2),
}


@dataclass(frozen=True)
class Runs:
    """What came out; ``measured`` are ids, ``worse`` has the figures by what was done to the answers."""

    files: tuple[str, ...]
    measured: frozenset[str]
    found: tuple[Outcome, ...]
    worse: dict[str, Figures]

    @cached_property
    def figures(self) -> Figures:
        return figures(self.found)

    @cached_property
    def measured_figures(self) -> Figures | None:
        """Of the measured families alone; None where all are of one kind."""
        measured = [each for each in self.found if each.case.id in self.measured]
        return figures(measured) if 0 < len(measured) < len(self.found) else None

    @cached_property
    def tones(self) -> dict[str, Figures]:
        grouped = by_skin(self.found)
        return {tone: figures(grouped[tone]) for tone in ("light", "brown", "black") if tone in grouped}

    @property
    def misses(self) -> list[Outcome]:
        """Those that came out wrong, the gravest first."""
        wrong = [each for each in self.found if each.steps_over or not_found(each)]
        return sorted(wrong, key=_graveness)


def not_found(outcome: Outcome) -> bool:
    return outcome.named and not outcome.among_first(3)


def _graveness(outcome: Outcome) -> tuple[int, bool]:
    """Too late before all else, then what was not found, then too soon."""
    return min(0, outcome.steps_over), not not_found(outcome)


def run_all(pack: ContentPack, pieces: Sequence[Piece[Cases]]) -> Runs:
    cases: list[Case] = [case for piece in pieces for case in piece.value.cases]
    measured = frozenset(case.id for piece in pieces if piece.value.measured for case in piece.value.cases)
    worse = {words: figures(outcomes(pack, cases, change, DRAWS)) for words, change in WORSE.items()}
    return Runs(tuple(piece.file for piece in pieces), measured, tuple(outcomes(pack, cases)), worse)
