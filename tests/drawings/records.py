"""Records for drawings, out of a dossier that a folder holds, and what is in a drawing."""

from pathlib import Path
from xml.etree import ElementTree

from dash.dossier.model import Dossier
from dash.drawings.svg import Drawing
from dash.schema.rows import Event, Figure
from tests import factories as make

SVG = "{http://www.w3.org/2000/svg}"


def elements(drawing: Drawing, tag: str) -> list[ElementTree.Element]:
    """Return all elements of one kind in a drawing, in the order in which they are drawn."""
    root = ElementTree.fromstring(drawing.svg)  # noqa: S314 - drawn here, not read from anywhere
    return list(root.iter(f"{SVG}{tag}"))


def texts(drawing: Drawing) -> list[str | None]:
    """Return all lines of text in a drawing."""
    return [text.text for text in elements(drawing, "text")]


def figures(folder: Path, *changes: dict[str, str]) -> list[Figure]:
    """Return sound context figures with some cells changed, named f0, f1 and so on."""
    blank = {"low": "", "best": "", "high": ""}
    rows = [
        make.context_figure(**(blank | {"id": f"f{n}"} | change))
        for n, change in enumerate(changes)
    ]
    dossier = _sound(make.dossier(folder, figures=[*make.rows()["figures"], *rows]))
    return [dossier.record("figures", f"f{number}") for number in range(len(changes))]


def events(folder: Path, *changes: dict[str, str]) -> list[Event]:
    """Return sound events with some cells changed, named e0, e1 and so on."""
    rows = [make.event(id=f"e{number}", **change) for number, change in enumerate(changes)]
    dossier = _sound(make.dossier(folder, events=rows))
    return [dossier.record("events", f"e{number}") for number in range(len(changes))]


def _sound(dossier: Dossier) -> Dossier:
    assert dossier.problems == ()
    return dossier
