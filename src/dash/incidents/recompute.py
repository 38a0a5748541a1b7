"""A figure as the sum of a part of the recorded deaths: what it names, and where that is shown."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qsl

from dash.dates import first_day, last_day
from dash.incidents.answer import Answer, Sums, month_of, sums
from dash.incidents.record import Record
from dash.incidents.selection import (
    EVERYWHERE,
    WHERE,
    Selection,
    is_selected,
    selection_of,
    spell_point,
)
from dash.schema.incidents import LAST_DRAWN
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


def recomputed(record: Record, figures: Iterable[Figure]) -> dict[str, Figure]:
    """Return figures as the record yields them, by id; those that name no part of it are left out.

    A figure that comes out as it is stated is the same object. The record is asked once for all
    months and once for all places that the figures name, and not for each figure.

    Raises:
        EngineError: The record does not answer.
    """
    found = {}
    for figure in figures:
        selection = selection_for(figure)
        if selection is not None:
            found[figure["id"]] = _as_counted(figure, sum_of(record, selection))
    return found


def sum_of(record: Record, selection: Selection) -> Sums:
    """Return the sums of a selection from an answer that others share, where there is one."""
    always = replace(selection, start=None, end=None)
    if selection.point is None and selection.of_whole_months:
        rows = record.ask("by_month", always)
        return sums((row for row in rows if is_selected(month_of(row), selection)), selection)
    if selection.point is not None and max(selection.where) <= LAST_DRAWN:
        key = spell_point(*selection.point)
        places = Answer(record, replace(selection, point=None)).places
        here = [place.sums for place in places if place.key == key]
        if len(here) == 1:
            return here[0]
    return Answer(record, selection).total


def _as_counted(figure: Figure, total: Sums) -> Figure:
    """Return a figure with the numbers of the record; itself where they are its own."""
    changed = figure.copy()
    changed["best"] = float(total.counted)
    if figure["bound"] == "range" and total.low is not None and total.high is not None:
        changed["low"], changed["high"] = float(total.low), float(total.high)
    return figure if changed == figure else changed
