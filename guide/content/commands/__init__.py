"""What an author of content can ask for on the command line, a module each."""
