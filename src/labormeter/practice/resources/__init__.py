"""What the practice site serves: page, style, script, words and posts."""
