"""Tests of guide.ui.settings."""
