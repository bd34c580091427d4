"""The condition browser: a list that can be searched, and a page for each condition."""
