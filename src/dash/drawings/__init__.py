"""Light pictures of a few records, as SVG with the words that say what is seen."""
