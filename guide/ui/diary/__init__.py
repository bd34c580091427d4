"""The diary's pages: the spots on a child's skin, what was noted of each, and a form for a new note."""
