"""The desktop window: runs inside Qt."""
