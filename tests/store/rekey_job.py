"""A program that does one of the jobs with a passphrase, to be watched while it does."""

import sys
from pathlib import Path

from tests.store.rekey_kills import JOBS

if __name__ == "__main__":
    JOBS[sys.argv[1]][1](Path(sys.argv[2]))
