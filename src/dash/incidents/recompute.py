"""A figure as the sum of a part of the recorded deaths: what it names, and where that is shown."""

from urllib.parse import parse_qsl

from dash.dates import first_day, last_day
from dash.incidents.selection import EVERYWHERE, WHERE, Selection, selection_of, spell_point
from dash.schema.rows import Figure


def selection_for(figure: Figure) -> Selection | None:
    """Return the part of the recorded deaths that a figure names; None where it names none."""
    if figure["recompute"] is None:
        return None
    try:
        return selection_of(dict(parse_qsl(figure["recompute"], strict_parsing=True)))
    except ValueError:  # a day that is none, a party that there is not: there is no such sum
        return None


def parameters(selection: Selection) -> dict[str, str | list[str]]:
    """Return what the address of the recorded deaths asks for, to show a selection."""
    asked: dict[str, str | list[str]] = {}
    if selection.start is not None:
        asked["incidents_from"] = first_day(selection.start).isoformat()[:7]
    if selection.end is not None:
        asked["incidents_to"] = last_day(selection.end).isoformat()[:7]
    if not selection.of_all_parties:
        asked["incidents_party"] = list(selection.parties)
    if selection.where != EVERYWHERE:
        chosen = set(selection.where)
        asked["incidents_where"] = [name for name, values in WHERE.items() if chosen & set(values)]
    if selection.point is not None:
        asked["incidents_place"] = spell_point(*selection.point)
    return asked
