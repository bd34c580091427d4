"""The dialog for adding a child or changing what is written about one."""
