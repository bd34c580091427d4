"""Checks of the pack's numbers and dates: each in its bounds, each range the right way round."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from guide.content.pieces import Found, Piece, Pieces
from guide.content.problems import Problem, quoted
from guide.content.tree import Steps
from guide.domain.ages import Age, AgeLimits, age_from_count, age_of_days
from guide.domain.conditions import Source
from guide.domain.lesions import Halo, Lesion, Range, Stage
from guide.domain.pack import PackInfo, Region
from guide.domain.questions import Case, Option, TemperatureLimits

SCHEMA = 1
"""The shape of the files this program reads."""

_DATES = ((PackInfo, "reviewed_on"), (PackInfo, "review_by"), (Source, "seen"), (Region, "checked"))
_BOX = {"x": 100, "y": 200}
_MOST_MARKS = 60
LEAST_C, MOST_C = 30.0, 45.0
"""A body that is measured as colder or hotter was measured or written down wrongly."""

LEAST_QUESTIONS, MOST_QUESTIONS = 5, 20


def ranges_run_upwards(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.all:
        for steps, span in piece.each(Range):
            if span.least > span.most:
                words = f"'least' ({span.least:g}) is more than 'most' ({span.most:g}); swap them."
                yield piece.problem((*steps, "least"), words)


def sizes_are_above_zero(pieces: Pieces) -> Iterator[Problem]:
    for piece in _pictured(pieces):
        spans: list[tuple[Steps, Range]] = []
        for steps, lesion in piece.each(Lesion):
            spans += [((*steps, "size_mm"), lesion.size_mm), ((*steps, "count"), lesion.count)]
        spans += [((*steps, "size_mm"), halo.size_mm) for steps, halo in piece.each(Halo)]
        for steps, span in spans:
            if span.least <= 0:
                yield piece.problem((*steps, "least"), "this must be more than 0.")


def _pictured(pieces: Pieces) -> list[Piece[Any]]:
    """The files that say what is drawn."""
    return [*pieces.conditions, *([pieces.checklist] if pieces.checklist else [])]


def counts_fit_a_picture(pieces: Pieces) -> Iterator[Problem]:
    for piece in _pictured(pieces):
        for steps, lesion in piece.each(Lesion):
            if lesion.count.most > _MOST_MARKS:
                words = f"a picture holds at most {_MOST_MARKS} marks of a kind, found {lesion.count.most:g}."
                yield piece.problem((*steps, "count", "most"), words)


def halos_are_wider_than_their_marks(pieces: Pieces) -> Iterator[Problem]:
    for piece in _pictured(pieces):
        for steps, lesion in piece.each(Lesion):
            around = lesion.halo.size_mm if lesion.halo else None
            for end in ("least", "most") if around else ():
                mark = getattr(lesion.size_mm, end)
                if 0 < getattr(around, end) <= mark:
                    words = f"the colour around is measured with the mark in it: write more than {mark:g}."
                    yield piece.problem((*steps, "halo", "size_mm", end), words)


def satellites_have_something_to_lie_round(pieces: Pieces) -> Iterator[Problem]:
    for piece in _pictured(pieces):
        drawn: list[Found[Stage] | Found[Option]] = [*piece.each(Stage), *piece.each(Option)]
        for steps, picture in drawn:
            for number in _alone(picture.lesions):
                words = "'satellites' lie round a mark of a kind before them; name that kind first."
                yield piece.problem((*steps, "lesions", number, "arrangement"), words)


def _alone(lesions: Sequence[Lesion]) -> Iterator[int]:
    """The satellites that come before anything they could lie round."""
    for number, lesion in enumerate(lesions):
        if lesion.arrangement != "satellites":
            return
        yield number


def body_parts_lie_in_the_picture(pieces: Pieces) -> Iterator[Problem]:
    if pieces.body is None:
        return
    for number, part in enumerate(pieces.body.value.body):
        for name, end in _BOX.items():
            if not 0 <= getattr(part, name) <= end:
                words = f"'{name}' must be between 0 and {end}, inside the picture."
                yield pieces.body.problem(("body", number, name), words)
            if getattr(part, f"r{name}") <= 0:
                yield pieces.body.problem(("body", number, f"r{name}"), "this must be more than 0.")


def dates_are_dates(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.all:
        for kind, name in _DATES:
            for steps, value in piece.each(kind):
                text = getattr(value, name)
                if text and not _is_date(text):
                    words = f"expected a date such as 2026-11-22 (year-month-day), found {quoted(text)}."
                    yield piece.problem((*steps, name), words)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def review_comes_after(pieces: Pieces) -> Iterator[Problem]:
    if pieces.info is None:
        return
    info = pieces.info.value
    if _is_date(info.reviewed_on) and _is_date(info.review_by) and info.review_by <= info.reviewed_on:
        yield pieces.info.problem(("review_by",), "the next review must come after 'reviewed_on'.")


def schema_is_known(pieces: Pieces) -> Iterator[Problem]:
    if pieces.info and pieces.info.value.schema != SCHEMA:
        words = (
            f"this program reads schema {SCHEMA}; use a pack made for it, or a program made for this pack."
        )
        yield pieces.info.problem(("schema",), words)


def ages_run_upwards(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.all:
        for steps, ages in piece.each(AgeLimits):
            if _is_empty(ages):
                yield piece.problem(
                    steps,
                    "no child is of this age: it ends before it begins; correct 'from_…' or 'before_…'.",
                )
            for name in ("from_days", "before_days", "from_months", "before_months"):
                if (getattr(ages, name) or 0) < 0:
                    yield piece.problem((*steps, name), "an age cannot be below 0.")
        for steps, case in piece.each(Case):
            if (case.age_days or 0) < 0:
                yield piece.problem((*steps, "age_days"), "an age cannot be below 0.")


def _is_empty(ages: AgeLimits) -> bool:
    """Whether even the youngest child the limits begin with is too old for them."""
    by_months = age_from_count(ages.from_months or 0, "months")
    return not ages.include(age_of_days(max(ages.from_days or 0, by_months.days)))


def usual_ages_lie_within_ages(pieces: Pieces) -> Iterator[Problem]:
    """A limit that is left out is the one of ``ages``."""
    for piece in pieces.conditions:
        condition = piece.value
        if _is_empty(condition.ages) or _is_empty(condition.usual_ages):
            continue
        if not all(condition.ages.include(age) for age in _ends(condition.usual_ages)):
            words = "these must lie within 'ages'; make them narrower, or 'ages' wider."
            yield piece.problem(("usual_ages",), words)


def _ends(ages: AgeLimits) -> Iterator[Age]:
    """The youngest and the oldest age that the limits name."""
    if ages.from_days is not None or ages.from_months is not None:
        yield _latest(ages.from_days, ages.from_months)
    if ages.before_days is not None or ages.before_months is not None:
        yield age_of_days(_latest(ages.before_days, ages.before_months).days - 1)


def _latest(days: int | None, months: int | None) -> Age:
    return age_of_days(max(days or 0, age_from_count(months or 0, "months").days))


def temperatures_can_be(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.all:
        for steps, limits in piece.each(TemperatureLimits):
            yield from _of_limits(piece, steps, limits)
        for steps, case in piece.each(Case):
            if case.temperature_c is not None and not is_bodily(case.temperature_c):
                yield piece.problem((*steps, "temperature_c"), no_temperature(case.temperature_c))


def _of_limits(piece: Piece[Any], steps: Steps, limits: TemperatureLimits) -> Iterator[Problem]:
    given = {name: getattr(limits, name) for name in ("from_c", "below_c")}
    there = {name: celsius for name, celsius in given.items() if celsius is not None}
    for name, celsius in there.items():
        if not is_bodily(celsius):
            yield piece.problem((*steps, name), no_temperature(celsius))
    if not there:
        yield piece.problem(steps, "no limit is here; add 'from_c: …' or 'below_c: …', in °C.")
    if len(there) == 2 and there["from_c"] >= there["below_c"]:
        yield piece.problem((*steps, "below_c"), "'below_c' must be more than 'from_c'; swap them.")


def is_bodily(celsius: float) -> bool:
    return LEAST_C <= celsius <= MOST_C


def no_temperature(celsius: float) -> str:
    return f"a temperature is from {LEAST_C:g} to {MOST_C:g} °C, found {celsius:g}."


def a_check_asks_enough_and_not_too_much(pieces: Pieces) -> Iterator[Problem]:
    if pieces.checklist and not LEAST_QUESTIONS <= pieces.checklist.value.most_questions <= MOST_QUESTIONS:
        words = (
            f"this must be between {LEAST_QUESTIONS} and {MOST_QUESTIONS}: fewer questions tell too little"
        )
        yield pieces.checklist.problem(("most_questions",), f"{words}, more are not answered with care.")
