"""Skin tones and the colours of marks on them."""
