"""How much a visitor's dossier may be: enough for any story told by hand, and soon read."""

# Bytes: of all files together as they are sent, unpacked, and of dossier.toml.
LARGEST_UPLOAD = 10_000_000
LARGEST_UNPACKED = 50_000_000
LARGEST_STORY = 1_000_000
# Entries of an archive, folders and files that are not read included.
MOST_FILES = 1_000
# Rows of all tables together, and cells.
MOST_ROWS = 5_000
MOST_CELLS = 250_000
# Pixels of one picture, which takes up to nine bytes each while it is made small; and of all.
LARGEST_PICTURE, MOST_PIXELS = 16_000_000, 60_000_000


class UnfitUploadError(Exception):
    """What was sent is not read; the message says why, and what to do, in one or two sentences."""
