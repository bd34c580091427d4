"""The first page: is it an emergency, and three ways in."""
