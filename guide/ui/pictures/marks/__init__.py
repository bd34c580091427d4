"""Marks on the skin: their colour, their height, and what lies on them."""
