"""The person's own browser instead of a profile of its own: PAC and trust for the whole desktop."""
