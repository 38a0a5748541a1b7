"""What "/timeline" shows: its rows, the record of an event, and the filters."""
