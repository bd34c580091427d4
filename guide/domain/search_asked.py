"""What was typed, word by word, and where on a page it is answered best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.domain.ages import Age
from guide.domain.search_pages import WEIGHTS, Level, Passage
from guide.domain.search_words import STOP_WORDS, Token

FOUND_AT_ALL = 4.0
"""What a word found anywhere adds, so that a page with more of the words comes first."""

_TOGETHER, _WHOLE_NAME = 2.0, 6.0


@dataclass(frozen=True, slots=True)
class Word:
    """A typed word: its stems and how sure each is, and how much it tells (a rare word tells more)."""

    form: str
    stems: Mapping[str, float]
    weight: float


@dataclass(frozen=True, slots=True)
class Reason:
    """The name or sentence that answers best; ``closeness`` is more where the words stand together."""

    where: str
    text: str
    spans: tuple[tuple[int, int], ...]
    closeness: float = 0.0


class Asked:
    """``age`` is one told in the words; ``negated`` where the words say that something is not there."""

    def __init__(self, words: Sequence[Word], age: Age | None, negated: bool) -> None:
        self.words, self.age, self.negated = words, age, negated
        self._by_stem: dict[str, list[tuple[int, float]]] = {}
        for place, word in enumerate(words):
            for stem, sure in word.stems.items():
                self._by_stem.setdefault(stem, []).append((place, sure))

    def weight(self, level: Level) -> float:
        return WEIGHTS[Level.TEXT if level is Level.NEGATED and self.negated else level]

    def reason(self, page: Sequence[Passage]) -> Reason:
        """That of the best passage; the first of equals."""
        best, found = 0.0, Reason("text", "", ())
        for passage in page:
            if not self._by_stem.keys().isdisjoint(passage.stems):
                values = self._values(passage)
                close = self._closeness(passage, values)
                score = close + sum(
                    self.words[place].weight * (value + FOUND_AT_ALL) for place, value in values.items()
                )
                if score > best:
                    best, found = score, Reason(passage.where, passage.text, self._spans(passage), close)
        return found

    def _values(self, passage: Passage) -> dict[int, float]:
        """Place of the word -> its value in this passage."""
        values: dict[int, float] = {}
        for token in passage.tokens:
            for place, sure in self._by_stem.get(token.stem, ()):
                value = sure * self.weight(passage.level_of(token))
                values[place] = max(values.get(place, 0.0), value)
        return values

    def _closeness(self, passage: Passage, values: Mapping[int, float]) -> float:
        tokens = [token for token in passage.tokens if token.form not in STOP_WORDS]
        matched = [at for at, token in enumerate(tokens) if token.stem in self._by_stem]
        if not matched:
            return 0.0
        weights = sorted(self.words[place].weight for place in values)
        extent = matched[-1] - matched[0] + 1
        close = _TOGETHER * sum(weights[:-1]) * min(1.0, len(values) / extent)
        return close + (self._whole_name(tokens, values) if passage.where in ("name", "other-name") else 0.0)

    def _whole_name(self, tokens: Sequence[Token], values: Mapping[int, float]) -> float:
        """More for a name that was typed as it is, and nothing else."""
        sure = min(max((s for _, s in self._by_stem.get(token.stem, ())), default=0.0) for token in tokens)
        return _WHOLE_NAME * sure * len(values) / len(self.words)

    def _spans(self, passage: Passage) -> tuple[tuple[int, int], ...]:
        spans = {self._span(token) for token in passage.tokens if token.stem in self._by_stem}
        return tuple(sorted(spans))

    def _span(self, token: Token) -> tuple[int, int]:
        """The letters typed so far of a word that is only begun; otherwise the whole word."""
        typed = {self.words[place].form for place, _ in self._by_stem[token.stem]}
        if len(token.form) == token.end - token.start and all(map(token.form.startswith, typed)):
            return token.start, token.start + max(map(len, typed))
        return token.start, token.end
