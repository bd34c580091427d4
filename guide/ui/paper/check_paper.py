"""The result of a symptom check on one sheet: what to do, what was answered, what can look like it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QPainter

from guide.domain.check_differences import differences
from guide.domain.check_record import record_check
from guide.domain.checklist import Answers, Candidate, Reason, assess
from guide.domain.conditions import Urgency
from guide.domain.diary import Child, Moment, SavedCheck
from guide.ui.checklist.result_words import (
    difference_lines,
    level_change_words,
    nothing_fits_words,
    only_examination,
    reason_words,
    shown_candidates,
    sign_words,
    sooner_signs,
)
from guide.ui.conditions.sections import call_words
from guide.ui.paper.check_words import other_answers, signs_asked
from guide.ui.paper.contents import Looks
from guide.ui.paper.flow import FOOTER, Flow
from guide.ui.paper.guide_paper import GuidePaper, PrintedFor, add_bullets, add_part
from guide.ui.paper.table import Column, Table, add_table
from guide.ui.paper.text import one_line
from guide.ui.wording import age_words, day_words, temperature_words, tier_words, time_words, with_number

translate = QCoreApplication.translate

_FITTINGS = ((4, 99, 1.0), (4, 99, 0.93), (4, 99, 0.87), (2, 8, 0.87), (1, 5, 0.8), (0, 3, 0.7), (0, 1, 0.62))
"""How many reasons each, how many signs with why, how large the letters: as it takes to stay on one sheet."""


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """``answers.age`` is the corrected age; ``before`` is the check this one is compared with."""

    answers: Answers
    child: Child | None
    done: Moment
    before: SavedCheck | None = None


class CheckPaper(GuidePaper):
    """The title names no child: it shows in the printer's queue."""

    def __init__(self, sheet: CheckSheet, printed_for: PrintedFor) -> None:
        self._sheet = sheet
        pack = printed_for.pack
        self._assessment = assess(pack, sheet.answers)
        self._action = pack.action[self._assessment.action]
        self._record = record_check("", pack, sheet.answers, "", sheet.done, "")
        self._reasons = self._signs = 0
        super().__init__(translate("paper", "Symptom check"), printed_for)

    def _laid_out(self, size: QSizeF) -> Flow:
        looks = self._looks
        flow = Flow(size)
        for self._reasons, self._signs, scale in _FITTINGS:
            self._looks = _scaled(looks, scale)
            flow = self._filled(size)
            if len(flow.pages) == 1:
                break
        return flow

    def _filled(self, size: QSizeF) -> Flow:
        flow = Flow(size)
        self._add_heading(flow)
        self._add_what_to_do(flow)
        self._add_signs(flow)
        self._add_answers(flow)
        self._add_candidates(flow)
        self._add_since(flow)
        self._add_sooner(flow)
        flow.gap(6)
        flow.text(self._for.pack.info.review_words, self._looks.small)
        return flow

    def _add_heading(self, flow: Flow) -> None:
        flow.text(self.title, self._looks.title)
        done = self._sheet.done.at
        said = translate("paper", "{day}, {time}").format(day=day_words(done.date()), time=time_words(done))
        flow.text(" · ".join([*self._child_words(done.date()), said]), self._looks.body)

    def _child_words(self, day: date) -> list[str]:
        """Who it is and how old; where counted from the due date, that too."""
        counted, child = self._sheet.answers.age, self._sheet.child
        if child is None:
            return [age_words(counted)]
        born = child.age_on(day)
        said = [child.name.strip(), age_words(born or counted)]
        if born and counted and counted != born:
            age = translate("paper", "counted here as {age}").format(age=age_words(counted))
            said.append(age)
        return [each for each in said if each]

    def _add_what_to_do(self, flow: Flow) -> None:
        region, action = self._for.region, self._action
        level, title = self._for.pack.short_words(self._assessment.level), with_number(action.title, region)
        self._part(flow, title if title.startswith(level) else f"{level}: {title}")
        self._add_fired(flow)
        do = [with_number(each.text, region) for each in action.do]
        if self._assessment.level is not Urgency.EMERGENCY:
            do += [call_words(self._for.pack, region, self._assessment.level)]
        add_bullets(flow, filter(None, do), self._looks.body)
        say, again = with_number(action.say, region), with_number(action.look_again.text, region)
        if say:
            self._led(flow, translate("paper", "What to say on the phone:"), say)
        self._led(flow, translate("paper", "When to look again:"), again)

    def _add_fired(self, flow: Flow) -> None:
        fired = self._assessment.fired
        for rule in fired[: self._signs]:
            sign = sign_words(self._for.pack, self._for.region, self._sheet.answers, rule)
            self._led(flow, sign, self._for.pack.rule[rule].why.text)
        self._add_more(flow, len(fired) - self._signs)

    def _add_signs(self, flow: Flow) -> None:
        self._part(flow, translate("paper", "Danger signs"))
        self._led(flow, translate("paper", "Asked:"), signs_asked(self._record, self._for.pack))
        if self._sheet.answers.temperature_c is not None:
            shown = temperature_words(self._sheet.answers.temperature_c, self._for.region)
            self._led(flow, translate("paper", "Temperature measured:"), shown)

    def _add_answers(self, flow: Flow) -> None:
        if answers := other_answers(self._record):
            self._part(flow, translate("paper", "What was seen"))
            self._add_pairs(flow, answers, 0.48)

    def _add_candidates(self, flow: Flow) -> None:
        """In an emergency nothing is guessed."""
        if self._assessment.level is Urgency.EMERGENCY:
            return
        offered = shown_candidates(self._assessment)
        self._part(flow, translate("paper", "What can look like this"))
        if self._assessment.nothing_fits:
            title, text = nothing_fits_words(offered)
            self._led(flow, f"{title}.", text)
        self._add_pairs(flow, [self._candidate_row(each) for each in offered], 0.26)
        flow.text(only_examination(), self._looks.small)

    def _candidate_row(self, candidate: Candidate) -> tuple[str, str]:
        name = self._for.pack.condition[candidate.condition].name
        told = (
            (translate("paper", "For: {reasons}"), candidate.speaks_for),
            (translate("paper", "Against: {reasons}"), candidate.speaks_against),
        )
        lines = [said.replace("{reasons}", self._reasons_said(of)) for said, of in told if of]
        return f"{name}\n{tier_words(candidate.tier)}", "\n".join(lines if self._reasons else [])

    def _reasons_said(self, reasons: Sequence[Reason]) -> str:
        shown = [reason_words(self._for.pack, self._sheet.answers.age, each) for each in reasons]
        return "; ".join(shown[: self._reasons])

    def _add_since(self, flow: Flow) -> None:
        before = self._sheet.before
        if before is None:
            return
        pack, region = self._for.pack, self._for.region
        found = differences(pack, before, self._sheet.answers, self._assessment.level)
        day = day_words(before.done.at.date())
        self._part(flow, translate("paper", "Since the check on {day}").format(day=day))
        lines = [level_change_words(pack, found), *difference_lines(pack, region, found)]
        most = 3 * self._signs
        add_bullets(flow, lines[:most], self._looks.body)
        self._add_more(flow, len(lines) - most)

    def _add_more(self, flow: Flow, left_out: int) -> None:
        if left_out > 0:
            said = translate("paper", "and {count} more").format(count=left_out)
            flow.text(said, self._looks.body)

    def _add_sooner(self, flow: Flow) -> None:
        """What is graver than now, then the emergency signs and the number."""
        pack, signs = self._for.pack, sooner_signs(self._for.pack, self._for.region, self._assessment)
        title = translate("paper", "Get help sooner if") if signs else translate("paper", "Keep watching for")
        self._part(flow, title)
        for level in dict.fromkeys(level for level, _ in signs):
            lead = f"{pack.short_words(level)}:"
            self._led(flow, lead, " ".join(text for each, text in signs if each is level))
        call = translate("paper", "In an emergency call {number}:")
        call = call.replace("{number}", self._for.region.emergency_words)
        self._led(flow, call, f"{pack.emergency_words}.")

    def _add_pairs(self, flow: Flow, pairs: Sequence[tuple[str, str]], share: float) -> None:
        add_table(flow, Table((Column("", share), Column("", 1 - share)), self._looks.body), pairs)

    def _led(self, flow: Flow, lead: str, text: str) -> None:
        flow.text(f"{lead} {text}", self._looks.body, bold_first=len(lead))

    def _part(self, flow: Flow, title: str) -> None:
        add_part(flow, title, self._looks.part, 2 * self._looks.body.height)

    def _paint_edges(self, painter: QPainter, flow: Flow, index: int) -> None:
        frame, info, small = flow.frame, self._for.pack.info, self._looks.small
        said = translate("paper", "{title}, facts read {day} in the sources named there. {examination}")
        said = said.format(title=info.title, day=info.reviewed_on, examination=only_examination())
        footer = one_line(frame.width(), said, small)
        footer.paint(painter, frame.left(), frame.bottom() + FOOTER - footer.height)


def _scaled(looks: Looks, scale: float) -> Looks:
    """Everything but the title in smaller letters."""
    return replace(
        looks,
        part=replace(looks.part, size=looks.part.size * scale),
        body=replace(looks.body, size=looks.body.size * scale),
        small=replace(looks.small, size=looks.small.size * scale),
    )
