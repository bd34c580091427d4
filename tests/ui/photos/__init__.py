"""Photos are taken in safely and stripped of everything but the picture."""
