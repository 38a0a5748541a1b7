"""Numbers in words, what a comparison of two means, and which are shown."""
