"""Tests of guide.ui.about."""
