"""Places in words: what each is, who is recognised there, and who held it."""

import pandas as pd

from dash.dates import spell


def place_table(places: pd.DataFrame) -> pd.DataFrame:
    """Put places into a table for readers, one row each, blank cells as empty text."""
    since = places["controlled_since"].map(spell, na_action="ignore")
    as_of = places["as_of"].map(spell, na_action="ignore")
    return pd.DataFrame(
        {
            "Place": places["name"],
            "Role in the story": places["role_in_story"],
            "Recognised as": places["recognised_as"],
            "Held by": places["controlled_by"],
            "Since": since,
            "As of": as_of,
            "Point from": places["coordinate_source"],
        },
        dtype="str",
    ).fillna("")
