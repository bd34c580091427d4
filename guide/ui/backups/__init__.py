"""Backups in the window: made unasked, looked into, and put back."""
