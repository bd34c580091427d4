"""What a parent chose and typed for the doctor's page; kept apart from the widgets, which come and go."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from guide.domain.summary import Choices

PARTS = ("details", "body_map", "course", "photos", "check", "care", "questions")
_RECENT = timedelta(days=14)


@dataclass
class ChildDraft:
    """``why`` is None until the parent changed it; ``left_out`` names the parts not wanted."""

    why: str | None = None
    questions: str = ""
    left_out: set[str] = field(default_factory=set)
    recent_only: bool = False

    def since(self, today: date) -> date | None:
        """The first day that counts, or None for all of them."""
        return today - _RECENT if self.recent_only else None

    def choices(self, proposed_why: str, today: date) -> Choices:
        return Choices(
            **{part: part not in self.left_out for part in PARTS},
            since=self.since(today),
            why=proposed_why if self.why is None else self.why,
            own_questions=tuple(_lines(self.questions.splitlines())),
        )


class SummaryDraft:
    """One draft for each child."""

    def __init__(self) -> None:
        self._drafts: dict[str, ChildDraft] = {}

    def of(self, child_id: str) -> ChildDraft:
        return self._drafts.setdefault(child_id, ChildDraft())


def _lines(typed: Iterable[str]) -> Iterable[str]:
    return (line.strip() for line in typed if line.strip())
