"""What the first page shows of a dossier: what dossier.toml names, or what lies nearest."""

from dash.dossier.model import Dossier
from dash.events import in_order

# How many of each the first page shows where dossier.toml names none; one event makes no line.
MOST_FIGURES, MOST_GROUPS = 4, 2
MOST_STATEMENTS = 3
LEAST_EVENTS, MOST_EVENTS = 2, 6
MOST_DIFFERENCES = 3


def key_figures(dossier: Dossier) -> list[list[str]]:
    """Return ids of figures, those of one measure and one unit together.

    Without `glance.figures` these are the story's own, the quantity with most numbers first.
    """
    if not dossier.has("figures"):
        return []
    named = dossier.story.glance.figures
    figures = [dossier.record("figures", key) for key in named] or [
        figure for figure in dossier.records("figures") if figure["in_story"]
    ]
    groups: dict[tuple[str, str], list[str]] = {}
    for figure in figures:
        groups.setdefault((figure["measure"], figure["unit"]), []).append(figure["id"])
    if named:
        return list(groups.values())
    largest = sorted(groups.values(), key=len, reverse=True)[:MOST_GROUPS]
    return [keys[:MOST_FIGURES] for keys in largest]


def key_statements(dossier: Dossier) -> list[str]:
    """Return ids of the first statements that have a speaker, quotations before others' words."""
    if not dossier.has("quotes"):
        return []
    spoken = [quote for quote in dossier.records("quotes") if quote["speaker"]]
    spoken.sort(key=lambda quote: quote["speech"] == "paraphrase")
    return [quote["id"] for quote in spoken[:MOST_STATEMENTS]]


def key_events(dossier: Dossier) -> list[str]:
    """Return ids of events; without `glance.events` the story's own, the last ones in time."""
    named = dossier.story.glance.events
    if named or not dossier.has("events"):
        return list(named)
    told = [event for event in dossier.records("events") if event["in_story"] and event["start"]]
    if len(told) < LEAST_EVENTS:
        return []
    return [event["id"] for event in in_order(told)[-MOST_EVENTS:]]


def key_differences(dossier: Dossier) -> list[str]:
    """Return ids of differences; without `glance.differences` the first ones."""
    named = dossier.story.glance.differences
    if named or not dossier.has("differences"):
        return list(named)
    return [row["id"] for row in dossier.records("differences")][:MOST_DIFFERENCES]
