"""The metered browser: found, given a profile, a PAC and trust of its own, and opened."""
