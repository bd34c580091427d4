"""``pictures``: every picture of a pack on one sheet, for those who judge them.

What draws is handed in: this part of the program knows nothing of windows and of colours.
"""

import contextlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from guide.content.commands.ending import CLEAN, CommandError, say, say_problems
from guide.content.loader import PackError, load_pack
from guide.content.problems import did_you_mean, quoted, visible
from guide.content.reading import reason
from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack

Draw: TypeAlias = Callable[[str, Sequence[Condition], tuple[int, int], Sequence[float]], bytes]
"""From a title, conditions, the size of each picture and the tones to the bytes of a PNG."""

USUAL_SIZE, USUAL_TONES = "240x160", "5"
_LEAST, _MOST = 40, 2000
_DARKEST, _MOST_TONES = 4.0, 41
_ENDING = ".png"
_UNCHANGED = "nothing was written."


@dataclass(frozen=True, slots=True)
class Wishes:
    """As they were typed; empty ``ids`` for all."""

    size: str = USUAL_SIZE
    ids: str = ""
    tones: str = USUAL_TONES


def pictures(folder: Path, target: Path, wishes: Wishes, draw: Draw) -> int:
    size, tones = _size_of(wishes.size), _tones_of(wishes.tones)
    _refuse_target(target)
    try:
        pack = load_pack(folder)
    except PackError as error:
        if not error.problems:
            raise
        return say_problems(list(error.problems))
    chosen = _chosen(pack, wishes.ids)
    with _beside(target) as new:
        new.write_bytes(draw(_title(pack, chosen), chosen, size, tones))
    say(f"Written: {visible(target)}")
    return CLEAN


def _title(pack: ContentPack, chosen: Sequence[Condition]) -> str:
    stages = sum(len(condition.appearance.stages) for condition in chosen)
    drawn = f"{len(chosen)} conditions, {stages} stages"
    return f"{pack.info.title} {pack.info.version}: {drawn}, on tones of the Monk Skin Tone Scale"


def _refuse_target(target: Path) -> None:
    """Before anything is drawn, as that takes a while."""
    if target.is_dir():
        words = f"{visible(target)} is a folder; name a file in it, such as {visible(target / 'sheet.png')}"
        raise CommandError(f"{words}; {_UNCHANGED}")
    if target.suffix.lower() != _ENDING:
        raise CommandError(
            f"{visible(target)} does not end in {_ENDING}, which is what is made; {_UNCHANGED}"
        )
    if not target.parent.is_dir():
        raise CommandError(f"There is no folder {visible(target.parent)}; make it first; {_UNCHANGED}")


def _chosen(pack: ContentPack, ids: str) -> list[Condition]:
    wanted = [each.strip() for each in ids.split(",") if each.strip()]
    for each in wanted:
        if each not in pack.condition:
            words = f"{quoted(each)} is no condition of this pack.{did_you_mean(each, pack.condition)}"
            raise CommandError(words)
    return [each for each in pack.conditions if not wanted or each.id in wanted]


def _size_of(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", text.strip().lower(), re.ASCII)
    if not found or not all(_LEAST <= int(number) <= _MOST for number in found.groups()):
        words = f"A size is two numbers from {_LEAST} to {_MOST}, such as {USUAL_SIZE}, found {quoted(text)}"
        raise CommandError(f"{words}; {_UNCHANGED}")
    return int(found[1]), int(found[2])


def _tones_of(text: str) -> tuple[float, ...]:
    """``5``: so many, from the lightest to the darkest; ``0,2.5``: these; ``1-3`` and ``0-4:0.5``: steps."""
    try:
        tones = _listed(text.strip())
    except ValueError:
        tones = ()
    if not 0 < len(tones) <= _MOST_TONES or not all(0 <= tone <= _DARKEST for tone in tones):
        words = "Tones are a count such as 5, a list from 0 to 4 such as 0,2.5,4, or steps such as 0-4:0.5"
        raise CommandError(f"{words}, found {quoted(text)}; {_UNCHANGED}")
    return tones


def _listed(text: str) -> tuple[float, ...]:
    if re.fullmatch(r"\d{1,2}", text, re.ASCII):
        count = int(text)
        return tuple(round(_DARKEST * at / max(1, count - 1), 3) for at in range(count))
    steps = re.fullmatch(r"([\d.]+)-([\d.]+)(?::([\d.]+))?", text, re.ASCII)
    if steps is None:
        return tuple(float(each) for each in text.split(",") if each.strip())
    first, last, step = float(steps[1]), float(steps[2]), max(0.1, float(steps[3] or 1))
    count = min(_MOST_TONES + 1, int((last - first) / step + 1.000001))
    return tuple(round(first + step * at, 3) for at in range(count))


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A new file to write into; it takes the target's place only when it is whole."""
    new = target.parent / f".little-spots-{os.getpid()}.part"
    try:
        new.open("xb").close()
        try:
            yield new
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        words = f"{visible(target)} could not be written ({reason(error)}); what was there is unchanged."
        raise CommandError(words) from None
