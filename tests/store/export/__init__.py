"""Tests of taking everything out of the diary into plain files."""
