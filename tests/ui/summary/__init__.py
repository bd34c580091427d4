"""Tests of guide.ui.summary."""
