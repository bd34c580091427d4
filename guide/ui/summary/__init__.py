"""The page that makes the summary for the doctor."""
