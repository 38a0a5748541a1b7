"""Cards: a record as a picture that can be posted, 1200 pixels wide and 630 high."""
