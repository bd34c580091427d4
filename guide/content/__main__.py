"""Tools for those who write content: ``python -m guide.content COMMAND``."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias

from guide.content.commands.accuracy import accuracy
from guide.content.commands.accuracy_data import KEYS as KEYS_OF_ACCURACY
from guide.content.commands.assess import assess_answers
from guide.content.commands.assess_data import KEYS as KEYS_OF_ASSESS
from guide.content.commands.check import check
from guide.content.commands.ending import CommandError, run_calmly
from guide.content.commands.export_schema import export_schema
from guide.content.commands.new_condition import new_condition
from guide.content.commands.pictures import USUAL_SIZE, USUAL_TONES, Wishes, pictures
from guide.content.commands.questions import questions
from guide.content.json_schema import KINDS
from guide.content.problems import did_you_mean, quoted
from guide.domain.conditions import Condition

_PROGRAM = "python -m guide.content"
_EXAMPLES = f"""\
examples:
  {_PROGRAM} check resources/content
  {_PROGRAM} questions resources/content
  {_PROGRAM} assess resources/content answers.yaml
  {_PROGRAM} accuracy resources/content
  {_PROGRAM} new-condition resources/content heat-rash
  {_PROGRAM} export-schema --into schemas
  {_PROGRAM} pictures resources/content sheet.png

'{_PROGRAM} COMMAND --help' tells more of one command.
The exit status is 0 if all went well, 1 if there are problems, 2 if nothing could be read or written."""
_CHECK = f"""\
Each problem is one line: file:line:column: what is wrong, what to do. Nothing is printed where all is well.
The reading level is measured where textstat is installed: each text at most grade 8, half of them grade 6.

example:
  {_PROGRAM} check resources/content --figures"""
_QUESTIONS = f"""\
First the danger signs, group by group, then the questions with their options, each with its id.

examples:
  {_PROGRAM} questions resources/content
  {_PROGRAM} questions resources/content --json > questions.json"""
_ASSESS = f"""\
A file of answers; every line may be left out:

  age: {{weeks: 3}}                 # or days, months, years
  birth: "2026-11-01"             # instead of the age, together with today
  today: "2026-11-22"
  weeks_early: 2                  # born before the due date
  temperature: 38.4               # measured, in °C
  signs: {{E07: "no", U07: "yes"}}  # yes, no or cannot-tell, by the ids of the command 'questions'
  other_signs: "no"               # signs that are not named: no, or unanswered (as if not asked yet)
  chosen: {{look: ["white-bumps"], place: ["face"]}}

{KEYS_OF_ASSESS}

examples:
  {_PROGRAM} assess resources/content answers.yaml
  {_PROGRAM} assess resources/content answers.yaml --trace"""
_ACCURACY = f"""\
It runs every family in cases/: the strict ones, each of which must come out as expected ('check' says so),
and those of files that begin with 'measured: true', which are only counted. It takes some seconds.
Goals that are not met are no error: the exit status is 0 all the same.

{KEYS_OF_ACCURACY}

examples:
  {_PROGRAM} accuracy resources/content
  {_PROGRAM} accuracy resources/content --misses --only core.yaml"""
_NEW = f"""\
The page lists every line with a remark, and every answer of the pack's checklist. 'check' names each place
that is left to "FILL IN". A page that is there already is never touched.

example:
  {_PROGRAM} new-condition resources/content heat-rash"""
_SCHEMA = f"""\
Kinds: {", ".join(KINDS)}.
Editors that know YAML use the schema of a file that begins with a line such as
  # yaml-language-server: $schema=../schemas/condition.schema.json

examples:
  {_PROGRAM} export-schema --into schemas
  {_PROGRAM} export-schema --kind condition"""

_PICTURES = f"""\
Each stage of each condition is a row, each tone of skin a column. Nothing but OUT.png is written, and that
only once it is whole. No screen is needed.

examples:
  {_PROGRAM} pictures resources/content sheet.png
  {_PROGRAM} pictures resources/content milia.png --ids milia,molluscum --size 480x320 --tones 0-4:0.5"""


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    return run_calmly(lambda: command(options))


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        unknown = re.search(r"invalid choice: '(.*?)'", message)
        if unknown:
            known = [*_COMMANDS, *KINDS]
            message = f"{quoted(unknown[1])} is not known here.{did_you_mean(unknown[1], known)}"
        words = f"{message[:1].upper()}{message[1:].rstrip('.')}"
        self.exit(2, f"{words}{'' if words.endswith('?') else '.'} '{self.prog} --help' shows examples.\n")


_COMMANDS = ("check", "questions", "assess", "accuracy", "new-condition", "export-schema", "pictures")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=_PROGRAM,
        description="Tools for those who write the guide's content.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands)
    _add_questions(commands)
    _add_assess(commands)
    _add_accuracy(commands)
    _add_new_condition(commands)
    _add_export_schema(commands)
    _add_pictures(commands)
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _add(commands: _Commands, name: str, words: str, more: str) -> _Parser:
    layout = argparse.RawDescriptionHelpFormatter
    said = f"{words[:1].upper()}{words[1:]}."
    return commands.add_parser(
        name, help=words, description=said, epilog=more, formatter_class=layout, allow_abbrev=False
    )


def _add_folder(parser: _Parser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder that holds pack.yaml")


def _add_check(commands: _Commands) -> None:
    parser = _add(commands, "check", "list everything that is wrong with the pack in a folder", _CHECK)
    _add_folder(parser)
    parser.add_argument("--figures", action="store_true", help="also print the reading level, in one line")
    parser.set_defaults(command=lambda options: check(options.folder, options.figures))


def _add_questions(commands: _Commands) -> None:
    parser = _add(commands, "questions", "print everything that a check of the spots can ask", _QUESTIONS)
    _add_folder(parser)
    parser.add_argument("--json", action="store_true", help="print it for programs")
    parser.set_defaults(command=lambda options: questions(options.folder, options.json))


def _add_assess(commands: _Commands) -> None:
    parser = _add(commands, "assess", "print what the check says to a file of answers, and why", _ASSESS)
    _add_folder(parser)
    parser.add_argument("answers", metavar="ANSWERS.yaml", type=Path, help="the file of answers")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="print it for programs")
    how.add_argument("--trace", action="store_true", help="follow every number to its line in the files")
    parser.set_defaults(
        command=lambda options: assess_answers(options.folder, options.answers, options.json, options.trace)
    )


def _add_accuracy(commands: _Commands) -> None:
    words = "count how often the worked families come out right, and where they do not"
    parser = _add(commands, "accuracy", words, _ACCURACY)
    _add_folder(parser)
    parser.add_argument("--json", action="store_true", help="print it for programs")
    parser.add_argument("--misses", action="store_true", help="also list every family that came out wrong")
    files = "only the families of these files, such as core.yaml"
    parser.add_argument("--only", nargs="+", default=[], metavar="FILE", help=files)
    parser.set_defaults(
        command=lambda options: accuracy(options.folder, options.json, options.misses, options.only)
    )


def _add_new_condition(commands: _Commands) -> None:
    parser = _add(commands, "new-condition", "write a page to fill in, conditions/ID.yaml", _NEW)
    _add_folder(parser)
    parser.add_argument("id", metavar="ID", help="small letters, digits and hyphens, such as heat-rash")
    parser.set_defaults(command=lambda options: new_condition(options.folder, options.id))


def _add_export_schema(commands: _Commands) -> None:
    parser = _add(commands, "export-schema", "print the shape of the files as JSON Schema", _SCHEMA)
    parser.add_argument("--kind", choices=list(KINDS), metavar="KIND", help="only this kind of file")
    parser.add_argument("--into", metavar="FOLDER", type=Path, help="write a file for each kind there")
    parser.set_defaults(command=lambda options: export_schema(options.kind, options.into))


def _add_pictures(commands: _Commands) -> None:
    parser = _add(commands, "pictures", "draw every condition on every tone of skin, on one sheet", _PICTURES)
    _add_folder(parser)
    parser.add_argument("target", metavar="OUT.png", type=Path, help="the sheet to write; an old one goes")
    parser.add_argument("--size", default=USUAL_SIZE, metavar="WxH", help=f"of each picture ({USUAL_SIZE})")
    parser.add_argument("--ids", default="", metavar="A,B", help="only these conditions")
    tones = "how many tones, or which: a list from 0 to 4, or steps such as 0-4:0.5"
    parser.add_argument("--tones", default=USUAL_TONES, help=f"{tones} ({USUAL_TONES})")
    parser.set_defaults(
        command=lambda options: pictures(
            options.folder, options.target, Wishes(options.size, options.ids, options.tones), _draw
        )
    )


def _draw(
    title: str, conditions: Sequence[Condition], size: tuple[int, int], tones: Sequence[float]
) -> bytes:
    """Only here, and only now, does a tool for authors need what draws: all others run without Qt."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from guide.ui.pictures.contact_sheet import SheetTooLargeError, contact_sheet
    except ImportError:
        words = "Drawing needs PySide6, which is not installed or not complete here; nothing was written."
        raise CommandError(words) from None
    try:
        return contact_sheet(title, conditions, size, tones)
    except SheetTooLargeError:
        words = "The sheet would be too large; choose a smaller --size, fewer --tones or some --ids."
        raise CommandError(words) from None


if __name__ == "__main__":
    sys.exit(main())
