"""What leaves as a file, at the person's wish: a module a format, all in `registry`."""
