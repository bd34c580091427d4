"""The baby to point at."""
