"""A condition's page on paper: the same parts in the same order as on the screen, on one or two pages."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from guide.domain.conditions import Claim, Condition, Urgency
from guide.ui.conditions.claim_words import quoted, verdict_words
from guide.ui.conditions.sections import call_words, glance_names
from guide.ui.conditions.sections_further import claims_of, good_to_know_pairs, on_skin_pairs, source_lines
from guide.ui.paper.flow import Flow
from guide.ui.paper.guide_paper import (
    DRAWN_HEIGHT,
    DRAWN_WIDTH,
    GuidePaper,
    PrintedFor,
    add_bullets,
    add_part,
    drawn,
    paint_drawing,
)
from guide.ui.paper.table import Column, Table, add_table
from guide.ui.pictures.plans.scene import scene_of
from guide.ui.wording import with_number

translate = QCoreApplication.translate

_PICTURE_WIDTH = 170.0
_MOST_PAGES = 2
_CLAIMS = (6, 3, 0)


def write_page_pdf(path: Path, condition: Condition, printed_for: PrintedFor) -> None:
    """GuideError where it cannot be kept there."""
    PagePaper(condition, printed_for).save_pdf(path)


class PagePaper(GuidePaper):
    """As many claims as fit on two pages."""

    def __init__(self, condition: Condition, printed_for: PrintedFor) -> None:
        self._condition = condition
        super().__init__(condition.name, printed_for)

    @cached_property
    def _picture(self) -> QImage:
        return drawn(scene_of(self._condition), self._for.tone)

    def _laid_out(self, size: QSizeF) -> Flow:
        flow = self._filled(size, 0)
        for claims in _CLAIMS:
            flow = self._filled(size, claims)
            if len(flow.pages) <= _MOST_PAGES:
                break
        return flow

    def _filled(self, size: QSizeF, claims: int) -> Flow:
        flow = Flow(size)
        condition = self._condition
        flow.text(condition.name, self._looks.title)
        said = translate("paper", "say “{how}”").format(how=condition.say)
        flow.text(" · ".join([*condition.parents_names[:2], said]), self._looks.small)
        self._add_see_doctor(flow)
        self._add_facts(flow)
        self._add_list(flow, translate("paper", "What helps"), [each.text for each in condition.helps], "✓")
        self._add_list(flow, translate("paper", "Do not"), [each.text for each in condition.do_not], "✕")
        self._add_look_alikes(flow)
        self._add_skin(flow)
        self._add_good_to_know(flow)
        self._add_list(flow, translate("paper", "Questions to ask the doctor"), condition.questions)
        shown = claims_of(self._for.pack, condition)[:claims]
        self._add_claims(flow, shown)
        self._add_sources(flow, shown)
        return flow

    def _add_see_doctor(self, flow: Flow) -> None:
        self._part(flow, translate("paper", "See a doctor if"))
        signs = self._condition.see_doctor
        for level in sorted({sign.level for sign in signs}, key=lambda each: -each.rank):
            lead = self._for.pack.short_words(level)
            call = call_words(self._for.pack, self._for.region, level)
            flow.gap(2)
            flow.need(2 * self._looks.body.height)
            flow.text(f"{lead}. {call}" if call else lead, self._looks.body, bold_first=len(lead))
            texts = [with_number(sign.text, self._for.region) for sign in signs if sign.level is level]
            add_bullets(flow, texts, self._looks.body)
        if all(sign.level is not Urgency.EMERGENCY for sign in signs):
            said = translate("paper", "In an emergency call {number}.")
            flow.text(said.replace("{number}", self._for.region.emergency_words), self._looks.body)

    def _add_facts(self, flow: Flow) -> None:
        """Beside the drawing."""
        flow.gap(9)
        height = _PICTURE_WIDTH * DRAWN_HEIGHT / DRAWN_WIDTH
        flow.beside(_PICTURE_WIDTH, height, self._paint_picture)
        flow.y -= 9
        self._part(flow, translate("paper", "At a glance"))
        for fact, name in glance_names().items():
            text = getattr(self._condition.glance, fact).text
            flow.text(f"{name}: {text}", self._looks.body, bold_first=len(name) + 1)
        flow.gap(3)
        flow.text(self._condition.gist.text, self._looks.body)
        flow.clear_beside()

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        paint_drawing(painter, area, self._picture)

    def _add_look_alikes(self, flow: Flow) -> None:
        pairs = [
            (self._for.pack.condition[each.id].name, each.tell_apart) for each in self._condition.look_alikes
        ]
        self._add_pairs(flow, translate("paper", "Easily mixed up with"), pairs)

    def _add_skin(self, flow: Flow) -> None:
        self._add_pairs(flow, translate("paper", "How it looks"), on_skin_pairs(self._condition))

    def _add_good_to_know(self, flow: Flow) -> None:
        professional = translate("paper", "What a professional may do")
        pairs = [
            *good_to_know_pairs(self._condition),
            (professional, self._condition.professional.text),
        ]
        self._add_pairs(flow, translate("paper", "Good to know"), pairs)

    def _add_claims(self, flow: Flow, claims: Sequence[Claim]) -> None:
        if claims:
            self._part(flow, translate("paper", "Heard online"))
        for claim in claims:
            lead = f"{verdict_words(claim.verdict)}: {quoted(claim)}"
            flow.text(f"{lead} {claim.fact.text}", self._looks.body, bold_first=len(lead))

    def _add_sources(self, flow: Flow, claims: Sequence[Claim]) -> None:
        self._part(flow, translate("paper", "Where this comes from"))
        flow.text(self._for.pack.info.review_words, self._looks.small)
        lines = source_lines(self._for.pack, self._condition, claims)
        flow.text("; ".join(lines), self._looks.small)

    def _add_list(self, flow: Flow, title: str, texts: list[str] | tuple[str, ...], mark: str = "•") -> None:
        self._part(flow, title)
        add_bullets(flow, texts, self._looks.body, mark)

    def _add_pairs(self, flow: Flow, title: str, pairs: list[tuple[str, str]]) -> None:
        if pairs:
            self._part(flow, title)
            add_table(flow, Table((Column("", 0.24), Column("", 0.76)), self._looks.body), pairs)

    def _part(self, flow: Flow, title: str) -> None:
        add_part(flow, title, self._looks.part, 2 * self._looks.body.height)
