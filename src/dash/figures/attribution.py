"""Who gave a number, and what its source leaves open, in the few words that fit beside it."""

from collections.abc import Mapping

from dash.figures.words import spell_known_time, supplied_in
from dash.schema.rows import Figure
from dash.wording import NOT_STATED

NOBODY = "nobody is named"


def says(figure: Figure, actor_names: Mapping[str, str]) -> str:
    """Return whose number it is, after the number: according to the mayor, or to its officials."""
    if figure["claimant"] is None:
        return NOBODY
    return f"according to {actor_names[figure['claimant']]}"


def qualified(figure: Figure) -> str:
    """Return what stands beside a number: the date, what its source leaves open, its callout."""
    day = spell_known_time(figure)
    open_to = [] if day else ["date"]
    if "population" in supplied_in(figure):
        open_to.append("who is counted")
    left_open = f"{' and '.join(open_to)} {NOT_STATED}" if open_to else ""
    return "; ".join(filter(None, (day, left_open, figure["callout"])))
