"""The window, driven as a parent would."""
