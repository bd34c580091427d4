"""Drawn pictures of skin signs, made from what the content pack says of their looks."""
