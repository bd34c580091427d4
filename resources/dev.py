#!/usr/bin/env python3
"""The developer's commands; needs nothing but Python 3.11 and installs the rest into .venv by itself."""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python may well be asked to start this very file
    sys.exit(f"Little Spots needs Python 3.11 or newer; this is {sys.version_info[0]}.{sys.version_info[1]}.")

from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "little-spots-ready"
TOUR = ROOT / "build" / "tour"
DIST = ROOT / "dist"
BENCHMARKS = ROOT / "tests" / "benchmarks"

# What Qt loads from the system on Linux, and the Debian package that brings it.
PAINTING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
ON_SCREEN = PAINTING | {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# PyInstaller wants Python as a library too, which Debian keeps apart from its own Python.
MINOR = sys.version_info[1]
PACKED = {f"libpython3.{MINOR}.so.1.0": f"libpython3.{MINOR}"} if sys.base_prefix == "/usr" else {}
NEEDS_NO_WINDOW = {"--tour", "--self-test", "--version", "--help", "-h"}


class SetupError(Exception):
    """One sentence for the developer: what is missing and what to type."""


def say(message: str) -> None:
    print(message, flush=True)


def quiet(command: Sequence[str | Path]) -> bool:
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


# System packages


def provide_system_parts(libraries: Mapping[str, str], programs: Mapping[str, str] | None = None) -> None:
    missing = missing_system_parts(libraries, programs or {})
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise SetupError(
            f"Please install these with your system's package manager first: {', '.join(missing)}."
        )
    packages = sorted(set(missing.values()))
    become_root = root_prefix()
    if become_root is not None:
        say(f"Installing system packages: {' '.join(packages)} ...")
        if install_system_packages(packages, become_root):
            return
    raise SetupError(
        f"System packages are missing. Please type this once, then try again:\n{by_hand(packages)}"
    )


def provide_strace() -> None:
    """Power cuts are laid out from what it records; without it their tests say so and are left out."""
    become_root = root_prefix() if sys.platform == "linux" and shutil.which("apt-get") else None
    if become_root is not None and not shutil.which("strace"):
        say("Installing strace ...")
        install_system_packages(["strace"], become_root)


def missing_system_parts(libraries: Mapping[str, str], programs: Mapping[str, str]) -> dict[str, str]:
    """What this Linux lacks, and the Debian package that brings it; Windows and macOS lack nothing."""
    if sys.platform != "linux":
        return {}
    missing = {name: package for name, package in libraries.items() if not can_load(name)}
    missing |= {name: package for name, package in programs.items() if not shutil.which(name)}
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        # Debian keeps it in a package of its own, and "python3 -m venv" fails without it.
        missing["ensurepip"] = f"python3.{MINOR}-venv"
    return missing


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def root_prefix() -> list[str] | None:
    """What to put before a command so that it runs as root; None where that would need a password."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and quiet(["sudo", "-n", "true"]) else None


def install_system_packages(packages: Sequence[str], become_root: Sequence[str]) -> bool:
    as_root = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive"]
    apt = [*as_root, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    quiet([*apt, "update"])  # a list that cannot be fetched need not matter: the next line decides
    return quiet([*apt, "install", "--yes", "--no-install-recommends", *packages])


def by_hand(packages: Sequence[str]) -> str:
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"  {sudo}apt-get update && {sudo}apt-get install --no-install-recommends {' '.join(packages)}"


# Python packages


def provide_python_parts(extra: str = "") -> None:
    """Make .venv and install the program into it, unless the stamp says that this was done."""
    wanted = fingerprint()
    if is_ready(extra, wanted):
        return
    STAMP.unlink(missing_ok=True)
    if not venv_works():
        make_venv()
    say("Installing Python packages into .venv (about 100 MB the first time) ...")
    if not pip_install(extra):
        say("That did not work; trying once more in a new .venv ...")
        make_venv()
        if not pip_install(extra):
            raise SetupError("pip could not install what is needed; its own words are above.")
    STAMP.write_text(f"{wanted} {extra}", encoding="utf-8")


def fingerprint() -> str:
    """Changes when the list of packages, the place or the Python changes."""
    parts = [(ROOT / "pyproject.toml").read_text(encoding="utf-8"), str(ROOT), sys.version]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def is_ready(extra: str, wanted: str) -> bool:
    if not (PYTHON.exists() and STAMP.is_file()):
        return False
    done, _, installed = STAMP.read_text(encoding="utf-8").partition(" ")
    return done == wanted and installed in (extra, "dev")


def venv_works() -> bool:
    """False for a .venv that is missing, half made, moved or of another Python version."""
    probe = "import sys, pip; print(*sys.version_info[:2], sys.prefix)"
    try:
        answer = subprocess.run([PYTHON, "-c", probe], capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == f"3 {MINOR} {VENV}"


def make_venv() -> None:
    say("Making .venv ...")
    # This file may itself run on .venv's Python, which cannot replace itself.
    base = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run([base, "-m", "venv", "--clear", VENV], capture_output=True, text=True)
    if made.returncode != 0:
        words = (made.stdout + made.stderr).strip().splitlines() or ["it gave no reason"]
        raise SetupError(f"Python could not make .venv: {words[-1]}")


def pip_install(extra: str) -> bool:
    what = f".[{extra}]" if extra else "."
    command = ["-m", "pip", "install", "-qq", "--disable-pip-version-check", "--editable", what]
    return call_python(command) == 0


def call_python(arguments: Sequence[str | Path], folder: Path | None = ROOT, **variables: str) -> int:
    return subprocess.run([PYTHON, *arguments], cwd=folder, env=os.environ | variables).returncode


# Is there a display?


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal"):
        return False
    return platform in ("win32", "darwin") or any(answers(place) for place in display_sockets(environment))


def display_sockets(environment: Mapping[str, str]) -> list[str | tuple[str, int]]:
    """Where the servers named by WAYLAND_DISPLAY and DISPLAY listen: a path, or host and port."""
    sockets: list[str | tuple[str, int]] = []
    if environment.get("WAYLAND_DISPLAY"):
        sockets.append(str(Path(environment.get("XDG_RUNTIME_DIR", "/run"), environment["WAYLAND_DISPLAY"])))
    host, _, number = environment.get("DISPLAY", "").rpartition(":")
    number = number.partition(".")[0]
    if number.isdecimal() and host in ("", "unix"):
        sockets += [f"/tmp/.X11-unix/X{number}", f"\0/tmp/.X11-unix/X{number}"]
    elif number.isdecimal():
        sockets.append((host, 6000 + int(number)))
    return sockets


def answers(place: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(socket.AF_UNIX if isinstance(place, str) else socket.AF_INET) as probe:
            probe.settimeout(1)
            probe.connect(place)
    except OSError:
        return False
    return True


# The commands; each docstring is the command's line of help


def run(arguments: list[str]) -> int:
    """start the program; without a display, take its picture tour instead"""
    screen = has_display(sys.platform, os.environ)
    provide_system_parts(ON_SCREEN if screen else PAINTING)
    provide_python_parts()
    if screen:
        return call_python(["-m", "guide", *arguments], folder=None)
    return run_without_display(arguments)


def run_without_display(arguments: list[str]) -> int:
    chosen = arguments_without_display(arguments)
    touring = chosen != arguments
    if touring:
        say("There is no display here, so the program plays its tour and leaves a picture of every page.")
        shutil.rmtree(TOUR, ignore_errors=True)
    status = call_python(["-m", "guide", *chosen], folder=None, QT_QPA_PLATFORM="offscreen")
    if touring and TOUR.is_dir():
        names = [f"  {file.name}" for file in sorted(TOUR.iterdir())]
        say("\n".join([f"The pictures are in {TOUR}:", *names]))
    return status


def arguments_without_display(arguments: list[str]) -> list[str]:
    if any(argument.partition("=")[0] in NEEDS_NO_WINDOW for argument in arguments):
        return arguments
    return ["--tour", str(TOUR), *arguments]


def test(arguments: list[str]) -> int:
    """run the tests, on every core; what follows is passed on to pytest, which then uses one"""
    provide_system_parts(PAINTING)
    provide_strace()
    provide_python_parts("dev")
    spread = [] if arguments else ["-n", "auto", "--dist", "loadfile"]
    return call_python(["-m", "pytest", *spread, *arguments], QT_QPA_PLATFORM="offscreen")


def check(_arguments: list[str]) -> int:
    """look at the code: ruff check, ruff format --check, mypy"""
    provide_system_parts({})
    provide_python_parts("dev")
    tools = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])
    results = [call_python(["-m", *tool]) for tool in tools]
    return int(any(results))


def bench(arguments: list[str]) -> int:
    """measure beside a bare Qt window; name files of tests/benchmarks to run only those"""
    provide_system_parts(PAINTING)
    provide_python_parts("dev")
    scripts = [
        script for script in sorted(BENCHMARKS.glob("*.py")) if not arguments or script.stem in arguments
    ]
    if not scripts:
        raise SetupError(f"There is no such benchmark in {BENCHMARKS}.")
    results = [call_python([script]) for script in scripts]
    return int(any(results))


def faults(arguments: list[str]) -> int:
    """try all that may befall a diary, and print what was lost; --minutes N, --only WORDS"""
    provide_system_parts({})
    provide_strace()
    provide_python_parts("dev")
    return call_python(["-m", "tests.store.faults", *arguments])


def sabotage(arguments: list[str]) -> int:
    """spoil store and photos in many ways, and print which of them no test notices; --only WORDS"""
    provide_system_parts({})
    provide_python_parts("dev")
    return call_python(["-m", "tests.store.sabotage", *arguments])


def build(_arguments: list[str]) -> int:
    """build dist/little-spots and let it test itself with no Python, no settings and no network"""
    provide_system_parts(ON_SCREEN | PACKED, {"objdump": "binutils"})
    provide_python_parts("dev")
    say(f"Building {DIST / 'little-spots'} ...")
    folders = ["--workpath", str(ROOT / "build" / "pyinstaller"), "--distpath", str(DIST)]
    if call_python(["-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *folders, "build.spec"]) != 0:
        raise SetupError("PyInstaller could not build the program; its own words are above.")
    return self_test(DIST / "little-spots")


def self_test(folder: Path) -> int:
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    say(f"Built {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB. The program now tests itself ...")
    program = folder / ("little-spots.exe" if os.name == "nt" else "little-spots")
    # Nothing is passed on, so no Python can be found; only Windows cannot do without its own folder's name.
    environment = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    status = subprocess.run(
        [*without_network(), program, "--self-test"], env=environment, cwd=folder
    ).returncode
    say(f"The built program {'passed' if status == 0 else 'FAILED'} its self-test.")
    return int(status != 0)


def without_network() -> list[str]:
    """A command that cuts the network off, where this system lets us."""
    unshare = shutil.which("unshare") or ""
    return next(([unshare, flag] for flag in ("-n", "-rn") if unshare and quiet([unshare, flag, "true"])), [])


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "faults": faults,
    "sabotage": sabotage,
    "build": build,
}


def help_text() -> str:
    lines = [f"  {name:8} {command.__doc__}" for name, command in COMMANDS.items()]
    return "\n".join(["python3 resources/dev.py COMMAND [...]", "", *lines])


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        say(help_text())
        return 0
    if arguments[0] not in COMMANDS:
        say(f"There is no command {arguments[0]}.\n\n{help_text()}")
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
