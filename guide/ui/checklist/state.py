"""A symptom check on its way, apart from the widgets that show it."""

from collections.abc import Mapping
from datetime import datetime

from guide.domain.check_draft import AgeChoice, Resumed
from guide.domain.check_session import CheckSession, Step
from guide.domain.checklist import SignAnswer
from guide.domain.diary import Moment, new_id


class CheckState:
    """Kept by whoever builds the pages, so that these may be built anew at any time.

    ``check_id`` is given once: saving the same check twice keeps one. ``signs_at`` is when the first danger
    sign was answered, ``marked`` what was ticked on a screen of signs and not gone on from; ``offered``, kept
    at ``offered_at``, is the unfinished check that waits for "Go on" or "Start again".
    """

    def __init__(self) -> None:
        self.session: CheckSession | None = None
        self.child_id = ""
        self.so_far_hidden = False
        self.begin()

    def begin(self) -> None:
        """Forget the answers; the next session starts from nothing."""
        self.session = None
        self.offered: Resumed | None = None
        self.offered_at: Moment | None = None
        self.saved = False
        self.age_choice: AgeChoice | None = None
        self.check_id = new_id()
        self.signs_at: datetime | None = None
        self.marked: dict[Step, Mapping[str, SignAnswer]] = {}

    def take_up(self, resumed: Resumed) -> None:
        self.begin()
        self.session, self.age_choice = resumed.session, resumed.age_choice
        self.check_id = resumed.check_id or self.check_id
        self.signs_at = resumed.signs_at
