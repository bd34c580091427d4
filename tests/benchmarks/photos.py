"""How long the window stands still while photos are taken in, and what each costs its child process."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from guide.ui.photos.importer import PhotoImporter
from tests.ui.photos.heic_samples import heic
from tests.ui.photos.samples import encoded, two_colours

PULSE_MS = 16


class Pulse:
    """A timer that beats all the time; the longest gap between two beats is how long nothing was drawn."""

    def __init__(self) -> None:
        self._last, self.longest = time.perf_counter(), 0.0
        self._timer = QTimer(interval=PULSE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def measured(path: Path, cancel_after_ms: int | None = None) -> tuple[float, float]:
    importer, loop = PhotoImporter(), QEventLoop()
    importer.photo_read.connect(loop.quit)
    importer.photo_refused.connect(loop.quit)
    if cancel_after_ms is not None:
        QTimer.singleShot(cancel_after_ms, importer.cancel)
        QTimer.singleShot(cancel_after_ms + 200, loop.quit)
    pulse, began = Pulse(), time.perf_counter()
    QTimer.singleShot(100, lambda: importer.start(path))
    loop.exec()
    return time.perf_counter() - began - 0.1, pulse.longest * 1000


PHOTOS: dict[str, Callable[[], bytes]] = {
    "HEIC 12 MP": lambda: heic(columns=8, rows=6, size=(4_032, 3_024)),
    "HEIC 48 MP": lambda: heic(columns=16, rows=12, size=(8_064, 6_048)),
    "HEIC 200 MP": lambda: heic(columns=32, rows=24, size=(16_320, 12_240)),
    "JPEG 12 MP": lambda: encoded(two_colours(4_032, 3_024), "JPEG"),
    "JPEG 108 MP": lambda: encoded(two_colours(12_000, 9_000), "JPEG"),
    "JPEG 200 MP": lambda: encoded(two_colours(16_320, 12_240), "JPEG"),
}


def main() -> int:
    app = QApplication(["benchmark"])
    with tempfile.TemporaryDirectory() as folder:
        for name, make in PHOTOS.items():
            path = Path(folder, "photo")
            path.write_bytes(make())
            runs = [measured(path) for _ in range(3)]
            _, stopped = measured(path, cancel_after_ms=500)
            took, gap = min(run[0] for run in runs), max(run[1] for run in runs)
            print(f"{name:12} {took:5.2f} s, longest gap {gap:5.1f} ms; cancelled {stopped:5.1f} ms")
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
