"""Places in words: what each is, who is recognised there, and who held it."""

from collections.abc import Iterable

import pandas as pd

from dash.dates import spell
from dash.schema.rows import Place

COLUMNS = (
    "Place",
    "Role in the story",
    "Recognised as",
    "Held by",
    "Since",
    "As of",
    "Point from",
)


def place_table(places: Iterable[Place]) -> pd.DataFrame:
    """Put places into a table for readers, one row each, blank cells as empty text."""
    rows = [
        (
            place["name"],
            place["role_in_story"],
            place["recognised_as"] or "",
            place["controlled_by"] or "",
            _spelled(place["controlled_since"]),
            _spelled(place["as_of"]),
            place["coordinate_source"],
        )
        for place in places
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")


def _spelled(day: str | None) -> str:
    return spell(day) if day else ""
