"""A folder of YAML files to a whole content pack, or to everything that is wrong with it.

The program starts through here, so what reads YAML is imported only where the compiled form does not do.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from guide.content.compiled import keep_compiled, kept_pack, ship_compiled
from guide.content.files import CONDITIONS, SINGLE_FILES
from guide.content.problems import Problem, visible
from guide.content.reading import PackFiles, read_pack_files, reason, yaml_names
from guide.domain.pack import ContentPack
from guide.errors import GuideError

if TYPE_CHECKING:
    from guide.content.pieces import Pieces


class PackError(GuideError):
    """A pack that cannot be used. ``problems`` is empty where the folder itself could not be read."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message, details="\n".join(map(str, problems)))
        self.problems = problems


def load_pack(folder: Path) -> ContentPack:
    """The pack in the folder, checked; ``PackError`` with all its problems where there are any.

    Once it was found without problems, a compiled copy of it is kept and read until a file changes.
    """
    files = read_folder(folder)
    pack = kept_pack(files)
    if pack is None:
        _, pack = _from_yaml(files)
        keep_compiled(files, pack)
    return pack


def compile_pack(folder: Path, target: Path) -> None:
    """Writes the compiled form that is shipped inside the built program."""
    ship_compiled(read_folder(folder), load_pack(folder), target)


def check_folder(folder: Path) -> list[Problem]:
    """Everything wrong, worked families included; ``PackError`` where the folder cannot be read at all."""
    from guide.content.families import problems_of_families
    from guide.content.yaml_pack import assembled, read_pieces

    pieces, problems = read_pieces(read_folder(folder))
    return problems or problems_of_families(pieces, assembled(pieces))


def load_with_lines(folder: Path) -> "tuple[Pieces, ContentPack]":
    """The same as ``load_pack``, with its files: for those who need to know where something stands."""
    return _from_yaml(read_folder(folder))


def _from_yaml(files: PackFiles) -> "tuple[Pieces, ContentPack]":
    from guide.content.yaml_pack import assembled, read_pieces

    pieces, problems = read_pieces(files)
    if problems:
        raise _error(files.folder, problems)
    return pieces, assembled(pieces)


def _error(folder: Path, problems: list[Problem]) -> PackError:
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    begin = f"The guide's content in {visible(folder)} could not be used: {count}."
    word = "It is" if len(problems) == 1 else "The first"
    return PackError(f"{begin} {word}: {problems[0]}", tuple(problems))


def read_folder(folder: Path) -> PackFiles:
    """The pack's files, not yet looked into; ``PackError`` where there is no pack to read."""
    begin = f"The guide's content in {visible(folder)} could not be used:"
    try:
        if not folder.exists():
            raise PackError(f"{begin} there is no such folder.")
        if not folder.is_dir():
            raise PackError(f"{begin} this is a file, a folder is needed.")
        files = read_pack_files(folder, yaml_names(folder))
    except (OSError, RuntimeError, ValueError) as error:
        raise PackError(f"{begin} the folder could not be read ({reason(error)}).") from None
    if not any(name.startswith(CONDITIONS) or name in SINGLE_FILES for name in files.names):
        raise PackError(f"{begin} no pack is in it, not even a file pack.yaml.")
    return files
