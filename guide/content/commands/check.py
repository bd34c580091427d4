"""``check``: everything that is wrong with a pack, one problem a line; nothing where all is well."""

from pathlib import Path

from guide.content.commands.ending import say, say_aside, say_problems
from guide.content.families import problems_of_families
from guide.content.loader import read_folder
from guide.content.pieces import Pieces
from guide.content.reading_level import Measured, figures, grade_by_textstat, measured, problems_of
from guide.content.yaml_pack import assembled, read_pieces

_NOT_MEASURED = "The reading level was not measured:"
_MISSING = f"{_NOT_MEASURED} textstat is not installed; 'pip install little-spots[authors]' brings it."
_OTHER_LANGUAGE = f"{_NOT_MEASURED} this can only be done for English."


def check(folder: Path, with_figures: bool) -> int:
    pieces, problems = read_pieces(read_folder(folder))
    if not problems:
        problems = problems_of_families(pieces, assembled(pieces))
    texts = _measured(pieces)
    status = say_problems(sorted([*problems, *problems_of(texts)]))
    if with_figures and texts:
        say(figures(texts))
    return status


def _measured(pieces: Pieces) -> list[Measured]:
    if pieces.info and pieces.info.value.language.partition("-")[0] != "en":
        say_aside(_OTHER_LANGUAGE)
        return []
    grade = grade_by_textstat()
    if grade is None:
        say_aside(_MISSING)
        return []
    return measured(pieces, grade)
