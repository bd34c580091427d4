"""What the figures should be at least or at most, and why."""

from dataclasses import dataclass

from guide.domain.accuracy import Figures, Share

FIGURES = {
    "top_1": "named first",
    "top_3": "among the first three",
    "level_exact": "level exactly right",
    "emergencies_found": "emergencies found",
    "under": "too late (under-triage)",
    "under_by_two": "too late by two levels or more",
    "over": "too soon (over-triage)",
    "over_well": "well babies not kept at home",
}
"""The shares of ``Figures``, in words."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One of the two limits, as a share."""

    reason: str
    least: float = 0.0
    most: float = 1.0

    def is_met(self, share: Share) -> bool:
        return self.least <= share.value <= self.most

    @property
    def words(self) -> str:
        return f"{100 * self.least:.0f} % or more" if self.least else f"{100 * self.most:.0f} % or less"


GOALS = {
    "top_1": Goal(
        "a name that is mostly wrong is no help; look-alikes keep it from being higher", least=0.75
    ),
    "top_3": Goal("a parent reads about three pages", least=0.92),
    "emergencies_found": Goal("one emergency that is missed is one too many", least=1.0),
    "under": Goal("advice that is too calm costs time; none of it may be grave", most=0.02),
    "under_by_two": Goal("that is an emergency told to book a visit, or worse", most=0.0),
    "over_well": Goal("who is sent to a doctor for nothing stops asking", most=0.3),
}

SKIN_GAP = 0.05
"""How far the same figure may lie apart on two tones of skin: no baby may be served worse for its skin."""


def widest_gap(tones: list[Figures], name: str) -> float:
    """Between the tones on which a figure is highest and lowest; those with no case for it left out."""
    shares: list[Share] = [getattr(figures, name) for figures in tones]
    values = [share.value for share in shares if share.of]
    return max(values) - min(values) if values else 0.0


def gap_is_met(gap: float) -> bool:
    return gap <= SKIN_GAP + 1e-9


def may_be_chance(tones: list[Figures], name: str) -> bool:
    """Whether one and the same true share would lie in every tone's interval."""
    shares: list[Share] = [getattr(figures, name) for figures in tones]
    ends = [share.interval for share in shares if share.of]
    return max(least for least, _ in ends) <= min(most for _, most in ends)
