"""Tests of guide.ui.widgets."""
