"""A symptom check on its way, apart from the widgets that show it."""

from dataclasses import dataclass
from typing import Literal

from guide.domain.check_session import CheckSession
from guide.domain.diary import new_id


@dataclass(frozen=True, slots=True)
class AgeChoice:
    """What was chosen and typed here, to be there again when one comes back."""

    kind: Literal["child", "typed", "unknown"]
    count: int
    unit: int
    early: int


class CheckState:
    """Kept by whoever builds the pages, so that these may be built anew at any time.

    ``check_id`` is given once: saving the same check twice keeps one.
    """

    def __init__(self) -> None:
        self.session: CheckSession | None = None
        self.child_id = ""
        self.age_choice: AgeChoice | None = None
        self.check_id = new_id()
