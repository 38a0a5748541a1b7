"""A figure as the sum of a part of the recorded deaths: what it names, and where that is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import parse_qsl

from dash.dates import first_day, last_day
from dash.dossier.model import Dossier
from dash.figures.words import spell_value
from dash.incidents.answer import Answer, Sums, month_of, sums
from dash.incidents.record import Record, engine_of
from dash.incidents.selection import (
    EVERYWHERE,
    WHERE,
    Selection,
    is_selected,
    selection_of,
    spell_point,
)
from dash.incidents.waiting import EngineError
from dash.schema.incidents import LAST_DRAWN
from dash.schema.problems import Hint
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


def differing(dossier: Dossier) -> Iterator[Hint]:
    """Yield a hint for each figure that figures.csv states otherwise than the record yields it.

    Only a record in the dossier's own folder is asked; one that does not answer tells nothing.
    """
    figures = dossier.records("figures")
    if dossier.incidents is None or not any(figure["recompute"] for figure in figures):
        return
    stated = {figure["id"]: figure for figure in figures}
    try:
        found = recomputed(Record(engine_of(dossier.incidents, dossier.folder, "")), figures)
    except EngineError:
        return
    for key, figure in found.items():
        if figure != stated[key]:
            told = (
                f"{key}: the recorded deaths yield {spell_value(figure)}, and the table states "
                f"{spell_value(stated[key])}: the map and the figures by year and month show the "
                "first, and all else the second"
            )
            yield Hint("figures.csv", told, sheet=dossier.sheets.get("figures"))


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
