"""Builds what is shown for each step of the check."""

from collections.abc import Callable

from guide.domain.check_session import CheckSession, StepKind
from guide.domain.checklist import SignAnswer, asked_rules
from guide.domain.conditions import Urgency
from guide.domain.diary import SavedCheck
from guide.domain.pack import ContentPack, Region
from guide.domain.places import PLACE
from guide.domain.questions import Rule, RuleGroup
from guide.ui.checklist.age_view import AgeView
from guide.ui.checklist.place_view import PlaceView
from guide.ui.checklist.question_view import QuestionView
from guide.ui.checklist.sign_row import Asked
from guide.ui.checklist.signs_view import GatesView, SignsView
from guide.ui.checklist.state import CheckState
from guide.ui.checklist.step_view import StepView
from guide.ui.checklist.step_words import group_of, translate
from guide.ui.family import Family
from guide.ui.theme import Theme
from guide.ui.wording import day_words, with_number


class StepMaker:
    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        family: Family,
        region: Callable[[], Region],
        state: CheckState,
    ) -> None:
        self._theme, self._pack, self._family, self._region = theme, pack, family, region
        self._state = state

    def make(self, session: CheckSession, tone: int, before: SavedCheck | None) -> StepView:
        """``before`` is the check before this one. Its signs are never filled in: they may have changed."""
        step = session.step
        if step.kind is StepKind.QUESTION:
            return self._question(session, tone, before)
        if step.kind is StepKind.SIGNS:
            return self._signs(session)
        if step.kind is StepKind.GATES:
            return self._gates(session)
        said = self._last_check_words(before) if before else ""
        return AgeView(self._theme, self._family, self._state.age_choice, said)

    def _question(self, session: CheckSession, tone: int, before: SavedCheck | None) -> QuestionView:
        question = self._pack.question[session.step.id]
        chosen = session.chosen.get(question.id, frozenset())
        last_time = before.chosen.get(question.id, ()) if before else ()
        if question.id == PLACE and self._pack.body:
            return PlaceView(self._theme, question, self._pack.body, chosen, tone, last_time)
        return QuestionView(self._theme, question, chosen, tone, last_time)

    def _signs(self, session: CheckSession) -> SignsView:
        return SignsView(
            self._theme,
            [self._asked(rule) for rule in session.rules_here()],
            session.signs | self._marked(session),
            self._region(),
            session.temperature_c,
            field=group_of(self._pack, session.step).measure == "temperature",
            again=session.asking_again,
        )

    def _gates(self, session: CheckSession) -> GatesView:
        asked = [self._gate(group, session) for group in session.gates_here()]
        given = session.gates | self._marked(session)
        return GatesView(self._theme, asked, given, self._region(), session.temperature_c)

    def _gate(self, group: RuleGroup, session: CheckSession) -> Asked:
        rules = asked_rules(self._pack, session.answers(), group.id)
        listed = tuple(with_number(rule.brief, self._region()) for rule in rules if rule.brief)
        return Asked(group.id, with_number(group.gate, self._region()), group.help, rules, listed=listed)

    def _marked(self, session: CheckSession) -> dict[str, SignAnswer]:
        """What was ticked here before one went to look at something else."""
        return dict(self._state.marked.get(session.step, {}))

    def _asked(self, rule: Rule) -> Asked:
        urgent = self._pack.action[rule.action].level is Urgency.EMERGENCY and not rule.lifts
        return Asked(rule.id, with_number(rule.sign, self._region()), rule.help, (rule,), urgent)

    def _last_check_words(self, before: SavedCheck) -> str:
        known = before.level in list(Urgency)
        level = self._pack.short_words(Urgency(before.level)) if known else before.title
        said = translate("checklist", "Last check: {day}, {level}. This check will show what has changed.")
        return said.format(day=day_words(before.done.at.date()), level=level)
