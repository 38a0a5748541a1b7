"""Places in words: what each is, and where a dossier tells it, who is recognised there."""

from collections.abc import Iterable

import pandas as pd

from dash.dates import spell
from dash.schema.rows import Place
from dash.wording import AS_OF, PLACE, RECOGNISED_AS, SINCE

STATUS = (RECOGNISED_AS, "Held by", SINCE, AS_OF)
COLUMNS = (
    PLACE,
    "Role in the story",
    *STATUS,
    "Point from",
)


def place_table(places: Iterable[Place]) -> pd.DataFrame:
    """Put places into a table for readers, one row each, blank cells as empty text.

    The columns of a status are left out where no place has one.
    """
    rows = [
        (
            place["name"],
            place["role_in_story"] or "",
            place["recognised_as"] or "",
            place["controlled_by"] or "",
            _spelled(place["controlled_since"]),
            _spelled(place["as_of"]),
            place["coordinate_source"],
        )
        for place in places
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
    told = any(table[name].any() for name in STATUS)
    return table if told else table.drop(columns=list(STATUS))


def _spelled(day: str | None) -> str:
    return spell(day) if day else ""
