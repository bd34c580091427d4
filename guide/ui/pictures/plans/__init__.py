"""What a picture shows and where each mark lies, decided without Qt."""
