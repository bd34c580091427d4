"""The sheet for the doctor, painted alike on the screen, the printer and into a PDF."""
