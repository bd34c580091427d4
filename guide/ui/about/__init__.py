"""The About & sources page."""
