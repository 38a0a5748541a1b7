"""Who gave a number, and what its source leaves open, in the few words that fit beside it."""

from collections.abc import Mapping

from dash.dossier.records import Record
from dash.figures.words import spell_as_of, supplied_in

NOBODY = "nobody is named"


def says(figure: Record, actor_names: Mapping[str, str]) -> str:
    """Return who says so, after a number: says Ukraine."""
    if figure["claimant"] is None:
        return NOBODY
    return f"says {actor_names[figure['claimant']]}"


def qualified(figure: Record) -> str:
    """Return the date to print beside a number, and whether who or as of when is not stated."""
    day = spell_as_of(figure)
    open_to = ["who is counted"] if "population" in supplied_in(figure) else []
    if not day:
        open_to.append("as of when")
    left_open = f"{' and '.join(open_to)} is not stated" if open_to else ""
    return "; ".join(filter(None, (day, left_open)))
