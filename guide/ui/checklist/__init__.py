"""The symptom check: one step at a time, then the result with its reasons."""
