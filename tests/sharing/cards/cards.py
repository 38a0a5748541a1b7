"""Cards of crafted dossiers, and how their text is read."""

from pathlib import Path
from xml.etree import ElementTree

from dash.dossier.loaders import load_dossier
from dash.drawings.svg import Drawing
from dash.palette import LIGHT, Palette
from dash.sharing.addresses import Subject
from dash.sharing.cards.content import CardMaker
from dash.sharing.cards.drawing import draw_card
from tests import factories
from tests.factories import Row

SVG = "{http://www.w3.org/2000/svg}"


def drawn(folder: Path, subject: Subject, palette: Palette = LIGHT, **tables: list[Row]) -> Drawing:
    """Return the card of a record of a small dossier with the given tables."""
    return draw_card(maker(folder, **tables).card(subject, "news.example/record"), palette)


def maker(folder: Path, **tables: list[Row]) -> CardMaker:
    return CardMaker(load_dossier(factories.write(folder / "dossier", **tables)))


def lines(drawing: Drawing) -> list[str]:
    """Return the lines of text of a card."""
    root = ElementTree.fromstring(drawing.svg)  # noqa: S314 - our own drawing
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def words(drawing: Drawing) -> str:
    """Return all words of a card, as if its lines were one."""
    return " ".join(lines(drawing))


def changed(drawing: Drawing, decoration: str) -> str:
    """Return the words that are struck through (`line-through`), or underlined."""
    root = ElementTree.fromstring(drawing.svg)  # noqa: S314 - our own drawing
    spans = root.iter(f"{SVG}tspan")
    return " ".join(s.text or "" for s in spans if s.get("text-decoration") == decoration)
