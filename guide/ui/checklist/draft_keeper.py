"""Keeps the check that is on its way in the diary, so that it can be gone on with after a restart."""

from dataclasses import replace
from datetime import timedelta

from guide.domain.check_draft import SIGNS_HOLD_HOURS, CheckDraft, Resumed, plain_values, resume
from guide.domain.pack import ContentPack
from guide.ui.checklist.state import CheckState
from guide.ui.family import Family


class DraftKeeper:
    """One unfinished check for each child; a finished one is kept until it is saved or started anew."""

    def __init__(self, pack: ContentPack, family: Family, state: CheckState) -> None:
        self._pack, self._family, self._state = pack, family, state

    def keep(self) -> None:
        """Nothing is kept before something but the age was answered, nor what is saved already."""
        draft = self._draft()
        if draft is not None and not self._state.saved:
            self._family.keep_check_draft(draft)

    def forget(self) -> None:
        self._family.forget_check_draft(self._state.child_id)

    def offer(self) -> None:
        """Look for a check of this child that can be gone on with."""
        draft = self._family.check_draft(self._state.child_id)
        if draft is not None:
            self._state.offered, self._state.offered_at = self._resumed(draft), draft.kept

    def move(self, child_id: str) -> None:
        """The child just added to the diary is the one that the check without a child was for."""
        draft = self._family.check_draft("")
        if draft is not None:
            self._family.keep_check_draft(replace(draft, child_id=child_id))
            self._family.forget_check_draft("")

    def is_too_old(self) -> bool:
        """Whether the window stood open for so long that the danger signs are to be asked again."""
        signs_at, session = self._state.signs_at, self._state.session
        if signs_at is None or session is None or session.at_result:
            return False
        return self._family.clock.now().at - signs_at > timedelta(hours=SIGNS_HOLD_HOURS)

    def _draft(self) -> CheckDraft | None:
        state = self._state
        if state.session is None or state.age_choice is None or len(state.session.answered_steps()) < 2:
            return None
        content = plain_values(state.session, state.age_choice, state.check_id, state.signs_at)
        return CheckDraft(state.child_id, self._family.clock.now(), content)

    def _resumed(self, draft: CheckDraft) -> Resumed | None:
        now, child = self._family.clock.now().at, self._family.child
        age = child.corrected_age_on(now.date()) if child else None
        return resume(draft, self._pack, now, age)
