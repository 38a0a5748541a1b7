"""Maps: tables and geography go in, a pydeck Deck comes out. No tile, key or address is needed."""
