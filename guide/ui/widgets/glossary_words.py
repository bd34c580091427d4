"""Words of the glossary, found in sentences: which characters they take, and what they mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guide.domain.conditions import GlossaryWord

_SHORT = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A word at its place in a text."""

    start: int
    end: int
    word: GlossaryWord

    @property
    def said(self) -> str:
        """The word and its meaning, in one line of plain text."""
        return f"{self.word.word}: {self.word.meaning.text}"


class GlossaryWords:
    """Built once from a pack's glossary."""

    def __init__(self, glossary: Iterable[GlossaryWord]) -> None:
        self._of: dict[str, GlossaryWord] = {}
        for word in glossary:
            for form in (word.word, *word.forms):
                self._of.setdefault(_key(form), word)
        longest_first = sorted(self._of, key=lambda form: -len(form))
        choices = "|".join(
            re.escape(form) if _is_initials(form) else _any_case(form) for form in longest_first
        )
        self._pattern = re.compile(rf"(?<!\w)(?:{choices})(?!\w)") if choices else None

    def section(self, leave_out: Iterable[str] = ()) -> "GlossarySection":
        """``leave_out``: names that need no explaining here, such as the page's own."""
        own = {self._of[_key(name)].id for name in leave_out if _key(name) in self._of}
        return GlossarySection(self, own)

    def all_in(self, text: str) -> tuple[Known, ...]:
        if self._pattern is None:
            return ()
        found = self._pattern.finditer(text)
        return tuple(Known(each.start(), each.end(), self._of[_key(each.group())]) for each in found)


class GlossarySection:
    """A part of a page: each word is explained where it stands first, and only there."""

    def __init__(self, glossary: GlossaryWords, explained: set[str]) -> None:
        self._glossary, self._explained = glossary, explained

    def new_in(self, text: str) -> tuple[Known, ...]:
        new: list[Known] = []
        for known in self._glossary.all_in(text):
            if known.word.id not in self._explained:
                self._explained.add(known.word.id)
                new.append(known)
        return tuple(new)


def _is_initials(form: str) -> bool:
    """Written large and short, as GP and ER: in small letters these are other words."""
    return form.isupper() and len(form) <= _SHORT


def _key(form: str) -> str:
    return form if _is_initials(form) else form.casefold()


def _any_case(form: str) -> str:
    return rf"(?i:{re.escape(form)})"
