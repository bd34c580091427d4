"""Changing one place of a pack's file, and counting where a text in it stands."""

from pathlib import Path

from guide.content.problems import Problem


def edit(pack: Path, file: str, old: str, new: str) -> str:
    """Replaces the first ``old`` and gives the file's new text."""
    path = pack / file
    text = path.read_text("utf-8")
    assert old in text, f"{file} has no {old!r}: the table no longer fits the pack"
    text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    return text


def place_of(text: str, part: str) -> tuple[int, int]:
    """Line and column, from 1, of the first ``part``; a ``|`` in it marks the place itself."""
    before, _, after = part.rpartition("|")
    start = text.index(before + after) + len(before)
    line_start = text.rfind("\n", 0, start) + 1
    return text.count("\n", 0, start) + 1, start - line_start + 1


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.file, problem.line, problem.column) for problem in problems]
