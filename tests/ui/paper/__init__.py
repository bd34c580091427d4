"""The doctor's sheet says what was written, on every page size, and nothing else."""
