"""A baby to point at: its outline, the places on it, and the spots marked there."""
