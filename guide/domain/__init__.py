"""What the program knows, in plain Python: no Qt, no YAML, no SQL, no files."""
