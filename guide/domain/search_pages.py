"""What the search reads of a page: its names, sentences and findings, and how much each counts."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import IntEnum

from guide.domain.conditions import CallSign, Condition, Frequency, Statement
from guide.domain.filters import PARTLY, YES, catching_of
from guide.domain.places import PLACE
from guide.domain.questions import Question
from guide.domain.search_words import OTHER_WORDS, Token, stem, tokens_of

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)")
_USUAL = (Frequency.ALWAYS, Frequency.USUAL)
# Answers about this child's story, such as "Not yet" or "Day 1 to 5", say nothing of the condition in words.
_UNTOLD = frozenset({"size", "since", "named"})


class Level(IntEnum):
    """How much a word counts where it stands; ``NEGATED`` is said not to be there."""

    NAME, OTHER_NAME, SHORT, LOOK, MAIN, TEXT, ASIDE, NEGATED = range(8)


WEIGHTS = {
    Level.NAME: 9.0,
    Level.OTHER_NAME: 8.5,
    Level.SHORT: 7.0,
    Level.LOOK: 6.0,
    Level.MAIN: 5.0,
    Level.TEXT: 3.0,
    Level.ASIDE: 2.0,
    Level.NEGATED: 0.5,
}
_NAMES = (Level.NAME, Level.OTHER_NAME, Level.SHORT)


@dataclass(frozen=True, slots=True)
class Passage:
    """One name or sentence of a page."""

    where: str
    level: Level
    text: str
    tokens: tuple[Token, ...]
    stems: frozenset[str]

    def level_of(self, token: Token) -> Level:
        """A name may say what is not there ("spots that do not tan") and still be the name."""
        return Level.NEGATED if token.negated and self.level not in _NAMES else self.level


class PageReader:
    """Reads pages into passages; one that stands on several pages is read and kept once."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions: Mapping[str, Question] = {question.id: question for question in questions}
        self._read: dict[tuple[str, Level, str], Passage] = {}

    def passages(self, condition: Condition) -> tuple[Passage, ...]:
        found = [*_named(condition), *_told(condition), *self._findings(condition)]
        passages = [self._passage(where, level, text) for where, level, text in found if text]
        catching = _catching(condition)
        return tuple(passages + ([catching] if catching else []))

    def further(self, condition: Condition, known: Set[str]) -> tuple[Passage, ...]:
        """The rest of the page, for words that are in no passage of any page.

        Signs to see a doctor, care and causes are much the same on many pages: only what nothing else answers
        is looked for there.
        """
        found = (self._passage("text", Level.ASIDE, text) for text in _further(condition))
        kept = ((each.text, tuple(t for t in each.tokens if t.stem not in known)) for each in found)
        return tuple(_passage("text", Level.ASIDE, text, tokens) for text, tokens in kept if tokens)

    def _passage(self, where: str, level: Level, text: str) -> Passage:
        key = where, level, text
        if key not in self._read:
            self._read[key] = _passage(where, level, text, tokens_of(text))
        return self._read[key]

    def _findings(self, condition: Condition) -> Iterator[tuple[str, Level, str]]:
        for question_id, findings in condition.findings.items():
            if question_id not in _UNTOLD:
                for option, frequency in findings.items():
                    if frequency in _USUAL:
                        yield from self._option(question_id, option)

    def _option(self, question_id: str, option_id: str) -> Iterator[tuple[str, Level, str]]:
        where = question_id if question_id in ("look", PLACE) else "feel"
        level = {"look": Level.LOOK, PLACE: Level.MAIN}.get(where, Level.ASIDE)
        question = self._questions.get(question_id)
        options = question.options if question else ()
        option = next((each for each in options if each.id == option_id), None)
        yield where, level, option.text if option else option_id.replace("-", " ")
        if option and option.detail:
            yield where, Level.TEXT if where != "feel" else Level.ASIDE, option.detail


def _catching(condition: Condition) -> Passage | None:
    """A "Yes, very" answers a question for "catching", in whatever word it is asked."""
    text, kind = condition.glance.catching.text, catching_of(condition)
    tokens = tokens_of(text)
    if kind not in (YES, PARTLY) or not tokens:
        return None
    stems = {stem("catching"), *OTHER_WORDS["catching"]}
    answer = tuple(tokens[0]._replace(form=word, stem=word, negated=False) for word in sorted(stems))
    return _passage("text", Level.SHORT if kind == YES else Level.TEXT, text, answer)


def _passage(where: str, level: Level, text: str, tokens: tuple[Token, ...]) -> Passage:
    return Passage(where, level, text, tokens, frozenset(token.stem for token in tokens))


def _named(condition: Condition) -> Iterator[tuple[str, Level, str]]:
    yield "name", Level.NAME, condition.name
    for name in condition.parents_names:
        yield "other-name", Level.OTHER_NAME, name
    yield "short", Level.SHORT, condition.one_line


def _told(condition: Condition) -> Iterator[tuple[str, Level, str]]:
    glance, looks = condition.glance, condition.appearance
    told: list[tuple[str, Level, str]] = [
        ("text", Level.MAIN, condition.gist.text),
        ("place", Level.MAIN, glance.where.text),
        ("feel", Level.MAIN, glance.feel.text),
        ("feel", Level.MAIN, glance.itch.text),
        ("text", Level.TEXT, glance.age.text),
        ("look", Level.TEXT, looks.on_light_skin.text),
        ("look", Level.TEXT, looks.on_brown_skin.text),
        ("look", Level.TEXT, looks.on_black_skin.text),
        ("text", Level.TEXT, condition.symptoms.text),
        ("text", Level.TEXT, condition.begins.text),
    ]
    for where, level, text in told:
        yield from ((where, level, sentence) for sentence in _SENTENCE_END.split(text))


def _further(condition: Condition) -> Iterator[str]:
    said: tuple[Statement | CallSign, ...] = (
        *condition.see_doctor,
        *condition.helps,
        *condition.do_not,
        condition.glance.lasts,
        condition.course,
        condition.cause,
        condition.how_common,
        condition.childcare,
        condition.professional,
    )
    for statement in said:
        yield from _SENTENCE_END.split(statement.text)
