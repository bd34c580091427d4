"""The danger signs, one press away from everywhere."""
