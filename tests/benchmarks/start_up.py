"""Start to first painted Home, and memory then, beside a bare Qt window started the same way."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

PAIRS = 15


def main() -> int:
    import statistics
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for kind in CHILDREN:
            measure(kind, folder)  # warms the disk and writes bytecode
        pairs = [(measure("bare", folder), measure("home", folder)) for _ in range(PAIRS)]
    print(f"Start-up, {PAIRS} pairs of runs, medians:")
    for name, unit, place in (("first paint", "ms", 0), ("memory (PSS)", "MiB", 1)):
        bare, home = (statistics.median(pair[side][place] for pair in pairs) for side in (0, 1))
        if bare:
            ratio = statistics.median(pair[1][place] / pair[0][place] for pair in pairs)
            print(f"  {name:13} bare window {bare:6.1f} {unit}, Home {home:6.1f} {unit}, ratio {ratio:.2f}")
    return 0


def measure(kind: str, folder: str) -> tuple[float, float]:
    """Milliseconds from starting Python to the first paint, and MiB then (0 where nothing tells)."""
    import subprocess

    # Without its bytecode the program would be compiled anew at each start, which no parent ever sees.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.monotonic()
    told = subprocess.run(
        [sys.executable, __file__, kind, folder],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    painted, memory = map(float, told.stdout.split())
    return (painted - begun) * 1000, memory


def proportional_memory() -> float:
    try:
        lines = Path("/proc/self/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


# The children: each opens its window, tells the moment of the first paint, and ends.


def open_bare(_folder: Path) -> "QMainWindow":
    from PySide6.QtWidgets import QApplication, QMainWindow

    QApplication([])
    return QMainWindow()


def open_home(folder: Path) -> "QMainWindow":
    import guide.__main__  # noqa: F401 (what it imports belongs to the start)
    from guide.content.loader import load_pack
    from guide.paths import resources_folder
    from guide.ui.app import make_application, open_main_window

    make_application(["little-spots"])
    return open_main_window(folder, load_pack(resources_folder() / "content"))


def tell_first_paint(window: "QMainWindow") -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, tell)  # once the whole window is painted
            return False

    def tell() -> None:
        print(time.monotonic(), proportional_memory())
        QCoreApplication.exit()

    first_paint = FirstPaint()
    window.installEventFilter(first_paint)
    window.show()
    QCoreApplication.exec()
    window.close()


CHILDREN: dict[str, Callable[[Path], "QMainWindow"]] = {"bare": open_bare, "home": open_home}

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit(main())
    tell_first_paint(CHILDREN[sys.argv[1]](Path(sys.argv[2])))
