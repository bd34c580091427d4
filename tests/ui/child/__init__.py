"""Tests of guide.ui.child."""
