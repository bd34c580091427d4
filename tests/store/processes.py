"""Other programs that use a diary: started, spoken to through pipes, killed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NO_RIGHTS = [
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-dac_override,-dac_read_search",
]


def python(module: str, *arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", f"tests.store.{module}", *map(str, arguments)]


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def start(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def output_of(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True).stdout


def can(command: list[str]) -> bool:
    """Whether this machine lets us do that at all."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def can_mount() -> bool:
    return can(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"])


def mounted(script: str, *arguments: str | Path) -> list[str]:
    """Runs a shell script that may mount what it likes: nobody else sees it, and it ends with the script."""
    return ["unshare", "-m", "sh", "-ec", script, "sh", *map(str, arguments)]


def obeying_permissions(command: list[str]) -> list[str]:
    """Root may read and write everything, which would make a test of permissions worthless."""
    return [*NO_RIGHTS, *command] if os.geteuid() == 0 else command


def can_obey_permissions() -> bool:
    return os.name == "posix" and (os.geteuid() != 0 or can([*NO_RIGHTS, "true"]))
