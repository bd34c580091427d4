"""Tests of taking another diary into one's own."""
