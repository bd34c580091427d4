"""Ways to spoil the program, each of which a quick test must notice; tests/store/sabotage.py tries them."""

from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
PROGRAM, TESTS = Path("guide"), Path("tests")


@dataclass(frozen=True)
class Sabotage:
    """In ``file`` below guide, ``old`` becomes ``new``; of the tests named one must fail.

    A test is named by its file and its own name below tests, both without ``test_``: store/trash::a_name.
    """

    what: str
    file: str
    old: str
    new: str
    tests: str
    times: int = 1

    def path(self, root: Path) -> Path:
        return root / PROGRAM / self.file

    def fits(self, root: Path) -> bool:
        path = self.path(root)
        return path.exists() and path.read_text("utf-8").count(self.old) == self.times

    def done_to(self, text: str) -> str:
        return text.replace(self.old, self.new)

    @property
    def test_ids(self) -> list[str]:
        """As pytest takes them."""
        return [_test_id(name) for name in self.tests.split()]


def _test_id(name: str) -> str:
    file, _, test = name.partition("::")
    folder, _, module = file.rpartition("/")
    path = (TESTS / folder / f"test_{module}.py").as_posix()
    return f"{path}::test_{test}" if test else path


def _listed() -> tuple[Sabotage, ...]:
    found = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    return tuple(Sabotage(**each) for each in found)


SABOTAGES = _listed()
