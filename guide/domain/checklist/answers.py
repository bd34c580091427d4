"""What a parent answered in a symptom check."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guide.domain.ages import Age


class SignAnswer(StrEnum):
    """What a parent said of a danger sign; ``CANNOT_TELL`` counts as yes."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True)
class Answers:
    """Everything a parent answered. ``signs`` is rule id -> answer, ``chosen`` question id -> option ids.

    ``age`` is the corrected age where the baby was born early, and None where it is not known.
    ``temperature_c`` is what a thermometer showed, in °C, None where nothing was measured.
    """

    age: Age | None
    signs: Mapping[str, SignAnswer] = field(default_factory=dict)
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    temperature_c: float | None = None

    def counts_as_yes(self, rule_id: str) -> bool:
        return self.signs.get(rule_id) in (SignAnswer.YES, SignAnswer.CANNOT_TELL)

    def of(self, question_id: str) -> frozenset[str]:
        """The options chosen for a question; none where it was skipped."""
        return self.chosen.get(question_id, frozenset())
