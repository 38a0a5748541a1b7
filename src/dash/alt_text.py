"""Sentences that say what a chart, map or picture shows, made from its data."""

import pandas as pd

from dash.dossier import Record, records
from dash.schema.story import View


def figures_alt(words: pd.DataFrame) -> str:
    """Describe a chart of figures from `dash.figures.describe`."""
    said = [
        f"{row['value']} ({row['population'].lower()}; {row['claimant']}; {row['time']})"
        for row in records(words)
    ]
    return f"{len(words)} figures, each with its own mark: " + "; ".join(said) + "."


def places_alt(places: pd.DataFrame, view: View) -> str:
    """Describe a map of places."""
    if places.empty:
        return f"Map, {view.name}: no place of the dossier lies in this view."
    names = ", ".join(places["name"])
    return f"Map, {view.name}: places as labelled points: {names}."


def slide_alt(slide: Record) -> str:
    """Return a slide's own alt text, or say that no picture is shown."""
    return slide["alt"] or "No picture is shown for this slide."
