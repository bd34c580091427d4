"""Small building blocks every page uses."""
