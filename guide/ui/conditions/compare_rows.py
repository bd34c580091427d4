"""What is compared: the rows, and whether two conditions differ in one by more than its wording."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from guide.domain.conditions import Condition, Frequency
from guide.domain.pack import ContentPack
from guide.ui.conditions.sections import glance_names

translate = QCoreApplication.translate

_OFTEN = (Frequency.ALWAYS, Frequency.USUAL)
# Which answers of the checklist stand behind a fact at a glance.
_QUESTIONS = {"where": "place", "feel": "touch", "itch": "itch"}
_LIGHTEST, _DARKEST = 1, 4

_Says = Callable[[Condition], str]


@dataclass(frozen=True, slots=True)
class Row:
    """One text for each condition. ``differs`` is None where it is no question of the same or not."""

    id: str
    name: str
    texts: tuple[str, ...]
    differs: bool | None


def compare_rows(conditions: Sequence[Condition], pack: ContentPack, tone: int) -> list[Row]:
    def row(row_id: str, name: str, text: _Says, key: Callable[[Condition], Hashable]) -> Row:
        texts = tuple(map(text, conditions))
        return Row(row_id, name, texts, len(set(texts)) > 1 and len(set(map(key, conditions))) > 1)

    level = translate("compare", "How soon to get help")
    rows = [row("level", level, lambda each: pack.short_words(each.urgency), lambda each: each.urgency)]
    for fact, name in glance_names().items():
        rows.append(row(fact, name, partial(_glance, fact=fact), partial(_key, fact=fact)))
    rows.append(row("look", _look_name(tone), partial(_look, tone=tone), partial(_often, question="look")))
    helps = translate("compare", "What helps")
    rows.append(row("helps", helps, _helps, _helps))
    tell = tuple(_tell_apart(each, conditions) for each in conditions)
    rows.append(Row("tell-apart", translate("compare", "How to tell them apart"), tell, None))
    return rows


def _glance(condition: Condition, fact: str) -> str:
    return str(getattr(condition.glance, fact).text)


def _key(condition: Condition, fact: str) -> Hashable:
    """By what the pack knows in a few fixed words where it does, else by what is written."""
    if fact in _QUESTIONS and _QUESTIONS[fact] in condition.findings:
        return _often(condition, _QUESTIONS[fact])
    if fact == "age":
        return condition.ages
    text = _glance(condition, fact).casefold()
    return text.replace(",", " ").split()[0] if fact == "catching" and text else text


def _often(condition: Condition, question: str) -> Hashable:
    options = condition.findings.get(question, {})
    return frozenset(option for option, often in options.items() if often in _OFTEN)


def _look_name(tone: int) -> str:
    if tone <= _LIGHTEST:
        return translate("compare", "How it looks on light skin")
    if tone < _DARKEST:
        return translate("compare", "How it looks on brown skin")
    return translate("compare", "How it looks on black skin")


def _look(condition: Condition, tone: int) -> str:
    looks = condition.appearance
    if tone <= _LIGHTEST:
        return looks.on_light_skin.text
    return looks.on_brown_skin.text if tone < _DARKEST else looks.on_black_skin.text


def _helps(condition: Condition) -> str:
    return "\n".join(f"• {each.text}" for each in condition.helps)


def _tell_apart(condition: Condition, all_shown: Sequence[Condition]) -> str:
    """As its own page tells it from the others; where it does not, as theirs tell them from it."""
    others = [each for each in all_shown if each.id != condition.id]
    lines = [_difference(condition, other) or _difference(other, condition) for other in others]
    nothing = translate("compare", "No single difference is written down.")
    return "\n".join(line for line in lines if line) or nothing


def _difference(condition: Condition, other: Condition) -> str:
    return next((each.tell_apart for each in condition.look_alikes if each.id == other.id), "")
