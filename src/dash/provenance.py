"""From a fact to the words it rests on."""

from dash.dates import spell
from dash.dossier import Record
from dash.schema.vocabulary import VERIFICATION


def cite(source: Record, locator: str | None = None) -> str:
    """Return a source in plain text: publisher, title, date, and the paragraph if there is one."""
    parts = [source["publisher"], f"“{source['title']}”"]
    if source["published"] is not None:
        parts.append(spell(source["published"]))
    if locator is not None:
        parts.append(f"paragraph {locator.removeprefix('P')}")
    return ", ".join(parts)


def spell_verification(label: str) -> str:
    """Return a verification label with its meaning."""
    return f"{label}: {VERIFICATION[label]}"
