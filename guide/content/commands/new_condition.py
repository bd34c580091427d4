"""``new-condition``: a page to fill in, made for the checklist of the pack it goes into."""

import re
from pathlib import Path

from guide.content.commands.ending import CLEAN, CommandError, say, say_problems
from guide.content.files import CONDITIONS, Checklist
from guide.content.loader import read_folder
from guide.content.problems import FileProblemsError, visible
from guide.content.reading import reason
from guide.content.template import new_page
from guide.content.yaml_pack import piece_of
from guide.domain.questions import Weights

LONGEST_ID = 60
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Windows keeps these for itself, with any ending.
_NEVER = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


def new_condition(folder: Path, condition_id: str) -> int:
    _refuse_bad(condition_id)
    try:
        files = read_folder(folder)
        checklist = piece_of(files, "checklist.yaml", Checklist).value
        weights = piece_of(files, "weights.yaml", Weights).value
    except FileProblemsError as error:
        return say_problems(list(error.problems))
    path = folder / CONDITIONS / f"{condition_id}.yaml"
    questions = [each for each in checklist.questions if each.id not in weights.no_evidence]
    _write(path, new_page(condition_id, questions))
    say(f"Written: {visible(path)}. Fill it in, then run the command 'check'.")
    return CLEAN


def _refuse_bad(condition_id: str) -> None:
    if not _ID.fullmatch(condition_id) or len(condition_id) > LONGEST_ID or _NEVER.fullmatch(condition_id):
        words = (
            f"An id has small letters, digits and single hyphens, at most {LONGEST_ID}, such as 'heat-rash'"
        )
        raise CommandError(f"{words}; nothing was written.")


def _write(path: Path, text: str) -> None:
    created = False
    try:
        if not path.parent.is_dir():
            path.parent.mkdir()
        with path.open("x", encoding="utf-8", newline="\n") as file:
            created = True
            file.write(text)
    except OSError as error:
        if created:
            path.unlink(missing_ok=True)
        elif path.exists():
            words = f"{visible(path)} is there already and was left as it is; choose another id."
            raise CommandError(words) from None
        words = f"{visible(path)} could not be written ({reason(error)}); nothing was changed."
        raise CommandError(words) from None
