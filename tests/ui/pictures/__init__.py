"""Drawn pictures of skin signs."""
