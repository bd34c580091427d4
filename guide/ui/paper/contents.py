"""The sheet from top to bottom: which part follows which, and how each is set."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from guide.domain.diary import SavedCheck
from guide.domain.pack import ContentPack, Region
from guide.domain.summary import SpotCourse, Summary
from guide.ui.paper.check_words import other_answers, signs_asked
from guide.ui.paper.figures import (
    CHIP,
    PhotoJpeg,
    add_body_map,
    add_notes_box,
    add_photos,
    paint_chip,
)
from guide.ui.paper.flow import Flow
from guide.ui.paper.table import Column, Heads, Table, add_table
from guide.ui.paper.text import BRAND, MUTED, Line, Look, lines_in, one_line, typeset
from guide.ui.paper.words import (
    course_row,
    course_titles,
    details,
    heading,
    spot_details,
)
from guide.ui.wording import day_words, temperature_words

translate = QCoreApplication.translate

_TITLE_SIZE, _PART_SIZE, _BODY_SIZE, _TABLE_SIZE, _SMALL_SIZE = 16.0, 10.0, 9.2, 8.8, 8.2
_META_WIDTH = 120.0
_PHOTO_HEIGHT, _SMALL_PHOTO_HEIGHT = 128.0, 92.0
_PART_GAP = 11.0
_CHIP_ROOM = CHIP + 5
_COURSE_SHARES = (0.118, 0.098, 0.086, 0.078, 0.09, 0.104, 0.426)


@dataclass(frozen=True, slots=True)
class Looks:
    """The few sizes and colours everything is set in."""

    title: Look
    part: Look
    body: Look
    bold: Look
    small: Look
    head: Look
    photo_height: float

    @property
    def with_small_photos(self) -> "Looks":
        return replace(self, photo_height=_SMALL_PHOTO_HEIGHT)

    @classmethod
    def of(cls, family: str) -> "Looks":
        body = Look(family, _BODY_SIZE)
        return cls(
            title=Look(family, _TITLE_SIZE, bold=True),
            part=Look(family, _PART_SIZE, bold=True, colour=BRAND),
            body=body,
            bold=replace(body, bold=True),
            small=Look(family, _SMALL_SIZE, colour=MUTED),
            head=Look(family, _SMALL_SIZE, bold=True),
            photo_height=_PHOTO_HEIGHT,
        )


def fill(
    flow: Flow, summary: Summary, pack: ContentPack, region: Region, jpeg: PhotoJpeg, looks: Looks
) -> None:
    _add_heading(flow, summary, looks)
    _add_why_and_spots(flow, summary, pack, looks)
    _add_course(flow, summary.spots, region, looks)
    if summary.photos:
        _add_part(flow, translate("paper", "Photos"), looks, looks.photo_height + 3 * looks.body.height)
        flow.gap(2)
        add_photos(flow, summary.photos, jpeg, looks.small, looks.photo_height)
    if summary.check:
        _add_check(flow, summary.check, pack, region, looks)
    if summary.care:
        _add_part(flow, translate("paper", "Care tried"), looks)
        _add_pairs(flow, [(day_words(day), text) for day, text in summary.care], 0.15, looks)
    _add_questions(flow, summary.questions, looks)
    flow.gap(_PART_GAP)
    add_notes_box(flow, one_line(flow.width, translate("paper", "Doctor’s notes"), looks.small))


def _add_heading(flow: Flow, summary: Summary, looks: Looks) -> None:
    top = flow.y
    _add_meta(flow, summary, looks)
    for line in typeset(heading(summary.child), looks.title, lambda: flow.width - _META_WIDTH):
        flow.line(line)
    if summary.details:
        for line in typeset(details(summary.child, summary.made_on), looks.body, lambda: flow.width):
            flow.line(line)
    flow.y = max(flow.y, top + 2 * looks.small.height) + 5
    flow.block(1.5, _paint_brand_rule)
    flow.y += 3


def _add_meta(flow: Flow, summary: Summary, looks: Looks) -> None:
    said = translate("paper", "prepared by a parent") + "\n" + day_words(summary.made_on)
    lines = lines_in(_META_WIDTH, said, replace(looks.small, to_right=True))
    left, top = flow.frame.right() - _META_WIDTH, flow.y + 3

    def paint(painter: QPainter) -> None:
        y = top
        for line in lines:
            line.paint(painter, left, y)
            y += line.height

    flow.mark(paint)


def _paint_brand_rule(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QPen(QColor(BRAND), area.height()))
    painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()))


def _add_why_and_spots(flow: Flow, summary: Summary, pack: ContentPack, looks: Looks) -> None:
    """Beside the body map, as far as that reaches."""
    if summary.map_spots:
        flow.y += 4
        add_body_map(flow, summary.map_spots, looks.small)
        flow.y -= 4
    if summary.why:
        _add_part(flow, translate("paper", "Why we came"), looks)
        flow.text(summary.why, looks.body)
    spots = summary.map_spots or summary.spots
    if spots:
        _add_part(flow, translate("paper", "Where"), looks)
        for course in spots:
            _add_spot_name(flow, course, looks)
            flow.text(spot_details(course.spot, pack), replace(looks.body, colour=MUTED), _CHIP_ROOM)
            flow.y += 2
    flow.clear_beside()


def _add_spot_name(flow: Flow, course: SpotCourse, looks: Looks) -> None:
    flow.need(2 * looks.body.height)
    x, y = flow.left, flow.y + (looks.body.height - CHIP) / 2
    number = one_line(CHIP * 3, str(course.number), replace(looks.bold, size=7.4, colour="#FFFFFF"))

    def paint(painter: QPainter) -> None:
        paint_chip(painter, x, y, course.number)
        number.paint(painter, x + (CHIP - number.natural_width) / 2, y + (CHIP - number.height) / 2)

    flow.mark(paint)
    flow.text(course.spot.name or translate("paper", "Spot"), looks.bold, _CHIP_ROOM)


def _add_course(flow: Flow, spots: Sequence[SpotCourse], region: Region, looks: Looks) -> None:
    written = [course for course in spots if course.notes]
    if not written:
        return
    _add_part(flow, translate("paper", "What changed over time"), looks, 5 * looks.body.height)
    for number, course in enumerate(written):
        flow.gap(6 if number else 2)
        flow.need(4.5 * looks.body.height)
        if len(spots) > 1:
            _add_spot_name(flow, course, looks)
        again = translate("paper", "{number} · {spot}, continued").format(
            number=course.number, spot=course.spot.name
        )
        columns = tuple(map(Column, course_titles(), _COURSE_SHARES))
        table = Table(columns, replace(looks.body, size=_TABLE_SIZE), Heads(looks.head, again, looks.small))
        add_table(flow, table, [course_row(item.note, region) for item in course.notes])


def _add_check(flow: Flow, check: SavedCheck, pack: ContentPack, region: Region, looks: Looks) -> None:
    title = translate("paper", "Last symptom check, {day}").format(day=day_words(check.done.at.date()))
    _add_part(flow, title, looks)
    _add_led(flow, translate("paper", "Advice shown:"), check.title, looks)
    _add_led(flow, translate("paper", "Danger signs asked:"), signs_asked(check, pack), looks)
    if check.temperature_c is not None:
        shown = temperature_words(check.temperature_c, region)
        _add_led(flow, translate("paper", "Temperature measured:"), shown, looks)
    if answers := other_answers(check):
        flow.y += 2
        _add_pairs(flow, answers, 0.44, looks)


def _add_led(flow: Flow, lead: str, text: str, looks: Looks) -> None:
    flow.text(f"{lead} {text}", looks.body, bold_first=len(lead))


def _add_pairs(flow: Flow, pairs: Sequence[tuple[str, str]], share: float, looks: Looks) -> None:
    columns = (Column("", share), Column("", 1 - share))
    add_table(flow, Table(columns, replace(looks.body, size=_TABLE_SIZE)), pairs)


def _add_questions(flow: Flow, questions: Sequence[str], looks: Looks) -> None:
    if not questions:
        return
    _add_part(flow, translate("paper", "Our questions"), looks)
    for number, question in enumerate(questions, start=1):
        label: Line = one_line(_CHIP_ROOM, f"{number}.", looks.body)
        flow.need(label.height)
        _mark_label(flow, label)
        flow.text(question, looks.body, _CHIP_ROOM)


def _mark_label(flow: Flow, label: Line) -> None:
    x, y = flow.left, flow.y
    flow.mark(lambda painter: label.paint(painter, x, y))


def _add_part(flow: Flow, title: str, looks: Looks, with_it: float = 0) -> None:
    """A heading, on the same page as the beginning of what it stands over."""
    flow.gap(_PART_GAP if flow.room > 0 else 0)
    flow.need(looks.part.height + max(with_it, 2 * looks.body.height))
    flow.text(title, looks.part)
    flow.y += 1.5
