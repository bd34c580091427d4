"""A program to be watched: does one flow, or lives one day and says after each action that it is done."""

import os
import sys
from pathlib import Path

from guide.store import storage_thread
from tests.store.faults.day import Day
from tests.store.faults.flows import FLOWS


def main(what: str, folder: Path) -> None:
    # A backup waits until the diary was checked in a quiet moment.
    storage_thread.QUIET_SECONDS = 0.001
    if what in FLOWS:
        FLOWS[what].do(folder)
        return
    for _ in Day(int(what)).lived(folder):
        os.write(1, b".")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
