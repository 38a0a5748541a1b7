"""What the address of "/incidents" carries, and the parts of the page by their keys."""

FROM, TO = "incidents_from", "incidents_to"
PARTY, WHERE, PLACE = "incidents_party", "incidents_where", "incidents_place"
# The part that runs by itself, and what the player shows while it runs.
DRAWING, PLAYING = "incidents_drawing", "incidents_playing"
# The fold with the rows of a place.
ROWS = "incidents_rows"
