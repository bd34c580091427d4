"""Tests of the content pack's reader, on real files."""
