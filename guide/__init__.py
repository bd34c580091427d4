"""Little Spots: an offline guide and diary for parents who find spots on their baby's skin."""

__version__ = "0.1.0"
