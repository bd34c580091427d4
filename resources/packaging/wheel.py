"""Lets an installed copy of the program carry its content, fonts and icons."""

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

RESOURCES = Path("resources")
CARRIED = ("content", "fonts", "icons", "licences")


class BuildWithResources(build_py):
    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            for name in CARRIED:
                target = Path(self.build_lib, "guide", "_resources", name)
                shutil.copytree(RESOURCES / name, target, dirs_exist_ok=True)

    def get_source_files(self) -> list[str]:
        """What a source archive must hold besides the modules."""
        resources = [str(path) for path in RESOURCES.rglob("*") if path.is_file()]
        return [*super().get_source_files(), *resources, "build.spec"]
