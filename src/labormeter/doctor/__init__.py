"""What is in order on this computer and what is not: one module a part, each one finding."""
