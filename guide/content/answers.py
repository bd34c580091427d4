"""A file of answers, as an author writes one to try the pack, to what the check takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from guide.content.pieces import Piece
from guide.content.problems import FileProblemsError, Problem, did_you_mean, quoted
from guide.content.reading import MOST_BYTES, NotOrdinaryError, ordinary_bytes, reason
from guide.content.schema import structure
from guide.content.values import is_bodily, no_temperature
from guide.content.yaml_gate import read_tree
from guide.domain.ages import Age, age_from_count, corrected_age_on, younger_by_weeks
from guide.domain.checklist import Answers, SignAnswer, applying_rules, with_signs_denied
from guide.domain.pack import ContentPack

MOST_WEEKS_EARLY = 20


@dataclass(frozen=True, slots=True)
class AgeGiven:
    """One of the four."""

    days: int | None = None
    weeks: int | None = None
    months: int | None = None
    years: int | None = None

    @property
    def counts(self) -> dict[str, int]:
        counted = {"days": self.days, "weeks": self.weeks, "months": self.months, "years": self.years}
        return {unit: count for unit, count in counted.items() if count is not None}


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """Everything may be left out. Without an age every rule for the youngest babies applies.

    ``temperature`` is in °C.
    """

    age: AgeGiven | None = None
    birth: str = ""
    today: str = ""
    weeks_early: int = 0
    temperature: float | None = None
    signs: Mapping[str, SignAnswer] = field(default_factory=lambda: MappingProxyType({}))
    other_signs: Literal["no", "unanswered"] = "unanswered"
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


def read_answers(path: Path, pack: ContentPack) -> Answers:
    """``FileProblemsError`` with everything that does not fit, ``OSError`` where it cannot be read."""
    tree = read_tree(_bytes_of(path), path.name)
    piece = Piece(path.name, tree, structure(tree, AnswersFile, path.name))
    found = (_problems_of_age(piece), _problems_of_temperature(piece), _problems_of_choices(piece, pack))
    problems = sorted({problem for part in found for problem in part})
    if not problems:
        problems = sorted(_problems_of_signs(piece, pack))
    if problems:
        raise FileProblemsError(*problems)
    return _answers(piece.value, pack)


def _bytes_of(path: Path) -> bytes:
    try:
        return ordinary_bytes(path, MOST_BYTES + 1)
    except NotOrdinaryError:
        raise OSError("it is not an ordinary file") from None
    except (ValueError, RuntimeError) as error:
        raise OSError(reason(error)) from None


def _answers(given: AnswersFile, pack: ContentPack) -> Answers:
    chosen = {question: frozenset(options) for question, options in given.chosen.items() if options}
    answers = Answers(_age(given), dict(given.signs), chosen, given.temperature)
    return with_signs_denied(pack, answers) if given.other_signs == "no" else answers


def _age(given: AnswersFile) -> Age | None:
    if given.birth:
        today, birth = date.fromisoformat(given.today), date.fromisoformat(given.birth)
        return corrected_age_on(today, birth, given.weeks_early)
    for unit, count in (given.age.counts if given.age else {}).items():
        return younger_by_weeks(age_from_count(count, unit), given.weeks_early)
    return None


def _problems_of_age(piece: Piece[AnswersFile]) -> Iterator[Problem]:
    given = piece.value
    if given.age is not None:
        if len(given.age.counts) != 1:
            yield piece.problem(("age",), "give one of days, weeks, months and years, such as '{weeks: 3}'.")
        if any(not 0 <= count <= 10_000 for count in given.age.counts.values()):
            yield piece.problem(("age",), "an age is a number from 0 to 10,000.")
        if given.birth or given.today:
            yield piece.key_problem(("age",), "give either 'age' or 'birth' and 'today', not both.")
    if bool(given.birth) != bool(given.today):
        there = "birth" if given.birth else "today"
        yield piece.key_problem((there,), "'birth' and 'today' belong together; add the other one.")
    if not 0 <= given.weeks_early <= MOST_WEEKS_EARLY:
        yield piece.problem(("weeks_early",), f"this must be between 0 and {MOST_WEEKS_EARLY}.")
    yield from _problems_of_dates(piece)


def _problems_of_dates(piece: Piece[AnswersFile]) -> Iterator[Problem]:
    dates = {}
    for name in ("birth", "today"):
        if text := getattr(piece.value, name):
            try:
                dates[name] = date.fromisoformat(text)
            except ValueError:
                words = f"expected a date such as 2026-11-22 (year-month-day), found {quoted(text)}."
                yield piece.problem((name,), words)
    if len(dates) == 2 and dates["birth"] > dates["today"]:
        yield piece.problem(("birth",), "'birth' is later than 'today'; correct one of them.")


def _problems_of_temperature(piece: Piece[AnswersFile]) -> Iterator[Problem]:
    celsius = piece.value.temperature
    if celsius is not None and not is_bodily(celsius):
        yield piece.problem(("temperature",), no_temperature(celsius))


def _problems_of_choices(piece: Piece[AnswersFile], pack: ContentPack) -> Iterator[Problem]:
    for question_id, chosen in piece.value.chosen.items():
        question = pack.question.get(question_id)
        if question is None:
            words = f"there is no question {quoted(question_id)}.{did_you_mean(question_id, pack.question)}"
            yield piece.key_problem(("chosen", question_id), words)
            continue
        known = [option.id for option in question.options]
        for number, option in enumerate(chosen):
            if option not in known:
                hint = did_you_mean(option, known) or f" Known: {', '.join(known)}."
                words = f"the question '{question_id}' has no option {quoted(option)}.{hint}"
                yield piece.problem(("chosen", question_id, number), words)
        if question.choose == "one" and len(set(chosen)) > 1:
            words = f"only one answer may be chosen for '{question_id}'."
            yield piece.problem(("chosen", question_id), words)


def _problems_of_signs(piece: Piece[AnswersFile], pack: ContentPack) -> Iterator[Problem]:
    """A danger sign that would be passed over without a word is the one mistake not to make here."""
    asked = {rule.id for rule in pack.rules if rule.group}
    now = {rule.id for rule in applying_rules(pack, _age(piece.value))}
    for rule in piece.value.signs:
        if rule not in asked:
            hint = did_you_mean(rule, asked) or " The command 'questions' lists them."
            words = f"no danger sign that is asked has the id {quoted(rule)}.{hint}"
            yield piece.key_problem(("signs", rule), words)
        elif rule not in now:
            yield piece.key_problem(("signs", rule), f"'{rule}' is not asked at this age; delete this line.")
