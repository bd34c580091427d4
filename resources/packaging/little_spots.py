"""What PyInstaller starts: a script outside the package, so that guide's modules do not shadow others."""

import sys

from guide.__main__ import main

sys.exit(main())
