"""The words of a text as the search compares them: case, plurals, spellings and other words for the same."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from guide.domain.ages import Age, age_from_count

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PAUSE = re.compile(r"[.,;:!?()]|\bbut\b")
_AGE = re.compile(
    r"(?<!\w)(\d{1,3})\s*-?\s*(d|w|m|y)(?:ays?|eeks?|ks?|onths?|ths?|o|ears?|rs?)?\b(?:[\s-]*olds?\b)?",
    re.IGNORECASE,
)
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}

_NEGATIONS = "no not never none without nor neither cannot cant wont dont doesnt didnt isnt arent"
_SAID_ANYWAY = (
    "a about above after all also am an and any are around as at babies baby babys be been behind",
    "below between boy but by came can child children childs come comes coming could daughter day",
    "days do does for from get gets getting girl go goes going got had has have he help her him his",
    "how i if im in inside into is it its just keep keeps kid kids know like little looks lots many",
    "me month months more mother my near new newborn newborns now of off old older on one only or",
    "our over said same say she should so some son still stuff that the their them there these they",
    "thing things this to toddler too under up very want was week weeks went what whats when where",
    "which who why will with year years you your",
)
NEGATIONS = frozenset(_NEGATIONS.split())
STOP_WORDS = NEGATIONS | frozenset(" ".join(_SAID_ANYWAY).split())
"""Said in nearly every question, so they tell nothing while there are other words; ages are read apart."""

IRREGULAR = {
    "feet": "foot",
    "teeth": "tooth",
    "grey": "gray",
    "diaper": "nappy",
}
_KEPT = frozenset({"scabies"})
"""Looks like a plural, and is none: a scab is something else."""

_GROUPS = (
    "newborn neonatal",
    "hot heat warm sweat",
    "sun summer",
    "tummy belly stomach abdomen",
    "bottom bum buttock nappy",
    "spot dot pimple zit bump lump",
    "patch blotch mark",
    "flaky scaly dry peeling",
    "dimple dent dip",
    "catching contagious infectious spreading",
    "hand palm",
    "foot sole",
    "crust scab",
    "insect bug mosquito",
    "pale light lighter",
    "pale white",
    "yellow honey golden",
    "fever temperature",
    "pain sore hurt painful",
    "family home",
    "blister vesicle",
    "pus pustule whitehead",
    "itch scratch",
    "ring circle",
    "rash spot",
)
"""Words that parents use for one another."""

_PARTS_OF = {
    "scalp": "head",
    "face": "nose cheek chin forehead ear eyelid eyebrow",
    "mouth": "tongue gum palate lip",
    "arm": "elbow wrist shoulder",
    "hand": "finger",
    "leg": "knee thigh shin calf ankle",
    "foot": "toe heel",
    "chest": "trunk body",
    "tummy": "trunk body",
    "back": "trunk body",
    "fold": "armpit groin knee elbow",
}
"""Who names the part means the whole as well, but not the other way about."""


class Token(NamedTuple):
    """A word where it stands in its text; ``negated`` where the text says that there is none of it."""

    form: str
    stem: str
    start: int
    end: int
    negated: bool


@lru_cache(maxsize=512)
def tokens_of(text: str) -> tuple[Token, ...]:
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    negated, before = False, 0
    for found in _WORD.finditer(text):
        if _PAUSE.search(text, before, found.start()):
            negated = False
        form = fold(found.group())
        yield Token(form, stem(form), found.start(), found.end(), negated)
        negated = form in NEGATIONS or (negated and form != "but")
        before = found.end()


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Without case, accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if letter.isalpha())


@lru_cache(maxsize=20_000)
def stem(form: str) -> str:
    """What the forms of a word have in common, in British and American spelling alike."""
    if form in _KEPT:
        return form
    word = _without_plural(IRREGULAR.get(form, _american(form)))
    word = IRREGULAR.get(word, word)
    return _without_ending(word)


def _american(word: str) -> str:
    if len(word) < 5:
        return word
    word = word.replace("ae", "e").replace("oe", "e")
    return re.sub(r"our(s|ed|less|ing)?$", r"or\1", word)


def _without_plural(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and re.search(r"(ss|sh|ch|x|z)es$", word):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    """Itchy and itching become itch, flaky and flakes flak, spotted spot."""
    for ending, least in (("ing", 6), ("ed", 6), ("y", 5), ("e", 5)):
        if len(word) >= least and word.endswith(ending):
            if ending == "y" and word[-2] in "aeiou":
                return word
            short = word[: -len(ending)]
            return short[:-1] if ending != "e" and short[-1] == short[-2] not in "ls" else short
    return word


def _others() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in _GROUPS:
        words = group.split()
        for word in words:
            found.setdefault(word, set()).update(stem(other) for other in words if other != word)
    for whole, parts in _PARTS_OF.items():
        for part in parts.split():
            found.setdefault(part, set()).add(stem(whole))
    return {word: frozenset(others) for word, others in found.items()}


OTHER_WORDS = _others()
"""A word -> the stems of what others say for it."""


def age_in(typed: str) -> tuple[Age | None, str]:
    """The age that is told in the words, and the words without it."""
    found = _AGE.search(typed)
    if found is None:
        return None, typed
    age = age_from_count(int(found[1]), _UNITS[found[2].casefold()])
    return age, _AGE.sub(" ", typed)


def asked_words(typed: str) -> tuple[str, ...]:
    """The words that tell something, each once, as typed; if none does, all of them."""
    words = {fold(found): found for found in _WORD.findall(typed)}
    words.pop("", None)
    telling = [word for form, word in words.items() if form not in STOP_WORDS and len(form) > 1]
    return tuple(telling or words.values())


def is_negated(typed: str) -> bool:
    return any(fold(found) in NEGATIONS for found in _WORD.findall(typed))
