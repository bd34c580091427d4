"""Finding conditions by the words a parent types, ranked, and with the words of the page that say why."""

import heapq
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress

from guide.domain.ages import Age, age_of_days
from guide.domain.conditions import Commonness, Condition, Urgency
from guide.domain.filters import by_fit_to_age
from guide.domain.questions import Question
from guide.domain.search_asked import FOUND_AT_ALL, Asked, Reason, Word
from guide.domain.search_pages import Level, PageReader, Passage
from guide.domain.search_vocabulary import SHORTEST_BEGUN, Vocabulary
from guide.domain.search_words import age_in, asked_words, fold, is_negated

_LEAST_SHARE, _FEW, _LEAST_OF_FEW = 0.4, 5, 0.15
"""Of the best score; a page with less has only the odd word in common, unless hardly any page has more."""
_LOOKED_AT_CLOSELY = 50
_AGE_FITS, _NOT_MATCHED, _GRAVE = 1.3, 0.8, 1.2
_COMMON = {
    Commonness.VERY_COMMON: 0.7,
    Commonness.COMMON: 0.5,
    Commonness.UNCOMMON: 0.2,
    Commonness.RARE: 0.0,
}
_NEWBORN = age_of_days(7)
_REMEMBERED = 500
_BITS = bytes.maketrans(b"01", b"\x00\x01")


@dataclass(slots=True, eq=False)
class Hit:
    """A condition found, and the words of its page that say why; these are looked up when first asked for.

    ``where`` is "name", "other-name", "short", "look", "place", "feel" or "text"; ``spans`` are the matched
    characters of ``text``, from and to, in order.
    """

    condition: Condition
    score: float
    _page: Sequence[Passage] = field(repr=False)
    _asked: Asked = field(repr=False)
    _why: Reason | None = field(default=None, repr=False)

    @property
    def where(self) -> str:
        return self._reason().where

    @property
    def text(self) -> str:
        return self._reason().text

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        return self._reason().spans

    def _reason(self) -> Reason:
        if self._why is None:
            self._why = self._asked.reason(self._page)
        return self._why


class ConditionIndex:
    """Every word of every page, made ready once so that each key press is answered at once.

    The pages that hold a word are the bits of one whole number for each level, the commonest condition first:
    thousands of pages are joined in one operation, and equal scores are in order without a further look.
    """

    def __init__(self, conditions: Sequence[Condition], questions: Sequence[Question] = ()) -> None:
        self._conditions = by_fit_to_age(conditions, None)
        self._pages = _read(self._conditions, questions)
        self._vocabulary = Vocabulary(token for page in self._pages for each in page for token in each.tokens)
        self._holding = _holding(self._pages)
        self._words: dict[str, Word] = {}

    def search(self, typed: str) -> tuple[Hit, ...]:
        """The best first; nothing for nothing typed."""
        asked = self._ask(typed)
        scores = self._scores(asked)
        best = max(scores, default=0.0)
        if not best:
            return () if asked.words else self._of_age(asked)
        least = _least(scores, best)
        kept = [place for place, score in enumerate(scores) if score >= least]
        self._favour(scores, kept, asked.age)
        kept.sort(key=scores.__getitem__, reverse=True)
        close = [self._hit(place, scores, asked) for place in kept[:_LOOKED_AT_CLOSELY]]
        for hit in close:
            hit.score += hit._reason().closeness
        close.sort(key=lambda hit: hit.score, reverse=True)
        return (*close, *(self._hit(place, scores, asked) for place in kept[_LOOKED_AT_CLOSELY:]))

    def loosen(self, typed: str) -> tuple[str, ...]:
        """The typed words that are found nowhere, as they were typed."""
        _, words = age_in(typed)
        return tuple(word for word in asked_words(words) if not self._meant(fold(word)))

    def _ask(self, typed: str) -> Asked:
        age, words = age_in(typed)
        asked = asked_words(words)
        if age is None and "newborn" in words.casefold():
            age = _NEWBORN
        # In one order, so that sums come out alike to the last digit in whatever order the words are typed.
        meant = {word.form: word for each in asked for word in self._meant(fold(each))}
        return Asked([meant[form] for form in sorted(meant)], age, is_negated(words))

    def _meant(self, form: str) -> tuple[Word, ...]:
        found = (self._word(part) for part in self._vocabulary.words_in(form))
        return tuple(word for word in found if word.stems)

    def _word(self, form: str) -> Word:
        """A word is typed letter by letter beside others, so what it means is remembered."""
        if form not in self._words:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            stems = self._vocabulary.meant(form)
            holding = 0
            for stem in stems:
                for pages in self._holding[stem].values():
                    holding |= pages
            told = math.log(1 + len(self._pages) / max(1, holding.bit_count()))
            self._words[form] = Word(form, stems, told)
        return self._words[form]

    def _scores(self, asked: Asked) -> list[float]:
        scores = [0.0] * len(self._pages)
        for word in asked.words:
            for value, pages in self._values(word, asked):
                added = word.weight * (value + FOUND_AT_ALL)
                for place in _places(pages):
                    scores[place] += added
        return scores

    def _values(self, word: Word, asked: Asked) -> Iterator[tuple[float, int]]:
        """Each value the word has and the pages where it has it, every page once and at its best."""
        pages_of: dict[float, int] = {}
        few_letters = len(word.form) < SHORTEST_BEGUN
        for stem, sure in word.stems.items():
            for level, pages in self._holding[stem].items():
                if not few_letters or level <= Level.SHORT:
                    value = sure * asked.weight(level)
                    pages_of[value] = pages_of.get(value, 0) | pages
        seen = 0
        for value in sorted(pages_of, reverse=True):
            yield value, pages_of[value] & ~seen
            seen |= pages_of[value]

    def _favour(self, scores: list[float], kept: Sequence[int], age: Age | None) -> None:
        for place in kept:
            condition = self._conditions[place]
            if not condition.matched:
                scores[place] *= _NOT_MATCHED
            elif age is not None and condition.ages.include(age):
                scores[place] *= _AGE_FITS
            # Of pages that fit about as well the grave one is read first: blisters on a newborn cannot wait.
            if condition.urgency is Urgency.EMERGENCY:
                scores[place] *= _GRAVE
            scores[place] += _COMMON[condition.commonness]

    def _hit(self, place: int, scores: Sequence[float], asked: Asked) -> Hit:
        return Hit(self._conditions[place], scores[place], self._pages[place], asked)

    def _of_age(self, asked: Asked) -> tuple[Hit, ...]:
        """Only an age was typed: those seen at it, the commonest first."""
        if asked.age is None:
            return ()
        fitting = (each for each in self._conditions if each.matched and each.ages.include(asked.age))
        return tuple(Hit(each, 1.0, (), asked, Reason("text", each.glance.age.text, ())) for each in fitting)


def _read(conditions: Sequence[Condition], questions: Sequence[Question]) -> list[tuple[Passage, ...]]:
    reader = PageReader(questions)
    pages = [reader.passages(condition) for condition in conditions]
    known = {token.stem for page in pages for passage in page for token in passage.tokens}
    return [
        page + reader.further(condition, known) for page, condition in zip(pages, conditions, strict=True)
    ]


def _holding(pages: Sequence[Sequence[Passage]]) -> dict[str, dict[Level, int]]:
    """Stem -> level -> the pages that hold it there, as bits."""
    places: dict[tuple[str, Level], bytearray] = {}
    length = (len(pages) + 7) // 8
    for place, page in enumerate(pages):
        byte, bit = place >> 3, 1 << (place & 7)
        for stem, level in {(token.stem, each.level_of(token)) for each in page for token in each.tokens}:
            bits = places.get((stem, level))
            if bits is None:
                bits = places[stem, level] = bytearray(length)
            bits[byte] |= bit
    found: dict[str, dict[Level, int]] = {}
    for (stem, level), bits in places.items():
        found.setdefault(stem, {})[level] = int.from_bytes(bits, "little")
    return found


def _least(scores: Sequence[float], best: float) -> float:
    few = heapq.nlargest(_FEW, scores)
    return max(min(_LEAST_SHARE * best, few[-1]), _LEAST_OF_FEW * best)


def _places(pages: int) -> Iterator[int]:
    """The bits that are set, by way of their text: much quicker than one by one."""
    text = bin(pages)[:1:-1].encode().translate(_BITS)
    return compress(range(len(text)), text)
