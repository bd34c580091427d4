"""Taking a photo into the diary: read in a child process, rebuilt from its pixels."""
