"""One symptom check from its first answer to the diary: whose it is, what is kept of it, and its end."""

from collections.abc import Callable
from contextlib import suppress

from guide.domain.check_record import record_check
from guide.domain.check_session import RESULT, CheckSession, Step, StepKind
from guide.domain.diary import SavedCheck
from guide.domain.pack import ContentPack, Region
from guide.domain.places import PLACE
from guide.errors import GuideError
from guide.ui.checklist.draft_keeper import DraftKeeper
from guide.ui.checklist.state import CheckState
from guide.ui.family import Family
from guide.ui.wording import with_number


class CheckRun:
    """The check on its way, without its widgets. What was answered is kept in the diary after each step."""

    def __init__(
        self, pack: ContentPack, family: Family, region: Callable[[], Region], state: CheckState
    ) -> None:
        self._pack, self._family, self._region, self.state = pack, family, region, state
        self._keeper = DraftKeeper(pack, family, state)
        if state.session is None and state.offered is None:
            state.child_id = self._child_id
            self._keeper.offer()
        else:
            # While there was no page nobody told it that another child was chosen.
            self.turn_to_child()

    @property
    def session(self) -> CheckSession:
        if self.state.session is None:
            self.state.session = CheckSession(self._pack)
        return self.state.session

    @property
    def before(self) -> SavedCheck | None:
        """The check of this child that was saved last, other than this one."""
        with suppress(GuideError):
            others = (check for check in self._family.checks() if check.id != self.state.check_id)
            return next(others, None)
        return None

    @property
    def result_words(self) -> str:
        action = self._pack.action[self.session.assessment().action]
        return with_number(action.title, self._region())

    @property
    def one_place(self) -> str:
        """Where the spots are, if that is one place."""
        chosen = self.session.chosen.get(PLACE, frozenset())
        return next(iter(chosen)) if len(chosen) == 1 else ""

    def start_anew(self) -> None:
        self._keeper.forget()
        self.state.begin()

    def take_up(self) -> None:
        """Go on with the unfinished check that is offered."""
        if self.state.offered:
            self.state.take_up(self.state.offered)

    def go_on(self) -> None:
        self.session.go_on()
        self._keep()

    def answer_at_result(self, question_id: str, options: frozenset[str]) -> None:
        """Back to the result, unless a danger sign is to be asked because of it."""
        session = self.session
        session.go_to(Step(StepKind.QUESTION, question_id))
        session.choose(options)
        session.go_on()
        if session.step.kind is StepKind.QUESTION:
            session.go_to(RESULT)
        self._keep()

    def note_signs_answered(self) -> None:
        """The oldest answer says how long they all hold."""
        self.state.signs_at = self.state.signs_at or self._family.clock.now().at
        self.state.marked.pop(self.session.step, None)

    def save(self) -> SavedCheck:
        """The check as the diary keeps it, and there at once; the note that it goes with may never come."""
        check = record_check(
            self.state.check_id,
            self._pack,
            self.session.answers(),
            self._child_id,
            self._family.clock.now(),
            self.result_words,
        )
        if self._child_id:
            self._family.save_check(check)
            self.state.saved = True
            self._keeper.forget()
        return check

    def turn_to_child(self) -> bool:
        """Whether what is shown changes with it.

        Answers for one child never count for another; a child just added is the one they were for.
        """
        before, after = self.state.child_id, self._child_id
        if before == after:
            return self.session.step.kind is StepKind.AGE
        if before:
            self._keeper.keep()
            self.state.begin()
        else:
            self._keeper.move(after)
        self.state.child_id = after
        if before:
            self._keeper.offer()
        return True

    def offer_if_too_old(self) -> bool:
        """After hours on another page the danger signs are asked again, as after a restart."""
        if not self._keeper.is_too_old():
            return False
        self._keeper.keep()
        self.state.begin()
        self._keeper.offer()
        return True

    def _keep(self) -> None:
        self.state.saved = False
        self._keeper.keep()

    @property
    def _child_id(self) -> str:
        child = self._family.child
        return child.id if child else ""
