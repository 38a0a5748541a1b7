"""What is drawn of a record in its embed: figures on one scale, or where a place is.

The drawings are those of the pages. Theirs have the colours of one theme; in an embed, which
follows the reader's, a colour is a property of its stylesheet.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from dash.dossier.model import Dossier
from dash.drawings.scale import scale_of
from dash.drawings.strip import SCALE_HEIGHT, TRACK_HEIGHT, UNIT_LINE, axis, track
from dash.drawings.svg import Drawing, scaled
from dash.maps.colours import DARK_MAP, LIGHT_MAP, MapColours
from dash.palette import LIGHT
from dash.questions import questions
from dash.schema.problems import DossierError
from dash.schema.rows import Figure
from dash.sharing.addresses import COMPARISON, Subject
from dash.sharing.cards.insets import map_inset
from dash.sharing.telling import Teller

COLOUR = re.compile(r"#[0-9a-f]{6}\b")


@dataclass(frozen=True)
class Shown:
    """A picture in an embed, as HTML, with what stands above and below it.

    `height` is its own in pixels, in an embed as wide as it gets; `own` marks the record's among
    those of others.
    """

    html: str
    height: int
    above: str = ""
    below: str = ""
    own: bool = False


def drawn(teller: Teller, subject: Subject) -> list[Shown]:
    """Return what is drawn of a record; nothing for most.

    A figure stands beside those that the dossier's own question sets it beside, a comparison is
    drawn where both figures measure the same, and a place is a dot on the map of its card.

    Raises:
        DossierError: A table that it needs has problems.
    """
    dossier = teller.dossier
    if subject.kind == COMPARISON:
        figures = [dossier.record("figures", key) for key in subject.pair]
        alike = len({(figure["measure"], figure["unit"]) for figure in figures}) == 1
        return _on_one_scale(teller, figures) if alike else []
    if subject.kind == "figure":
        for question in questions(dossier):
            keys = question.records
            if question.kind == "strip" and subject.key in keys and len(keys) > 1:
                figures = [dossier.record("figures", key) for key in keys]
                return _on_one_scale(teller, figures, question.sentence or "", subject.key)
    return _on_map(dossier, subject.key) if subject.kind == "place" else []


def themed(drawing: Drawing) -> str:
    """Return a drawing as a part of an embed's page, whose stylesheet has the colours."""
    svg = COLOUR.sub(lambda found: _NAMED.get(found[0], found[0]), drawing.svg)
    said = (
        f'role="img" aria-label="{html.escape(drawing.alt)}"'
        if drawing.alt
        else 'aria-hidden="true"'
    )
    return svg.replace("<svg ", f"<svg {said} ", 1)


def _on_one_scale(
    teller: Teller, figures: list[Figure], told: str = "", own: str = ""
) -> list[Shown]:
    """Draw figures in one unit, and say below what a reader must know of them together."""
    scale = scale_of(figures)
    rows = []
    for figure in figures:
        colour = LIGHT.accent if figure["in_story"] else LIGHT.context
        mark = themed(track(figure, scale, colour, LIGHT))
        key = figure["id"]
        rows.append(Shown(mark, TRACK_HEIGHT, teller.line(key), own=key == own))
    scaled_by = themed(axis(scale, figures[0]["unit"], LIGHT))
    return [*rows, Shown(scaled_by, SCALE_HEIGHT + UNIT_LINE, below=told)]


def _on_map(dossier: Dossier, place: str) -> list[Shown]:
    try:
        inset = map_inset(dossier, dossier.record("places", place), LIGHT)
    except DossierError:
        return []  # the map's ground is broken: the page of the map tells it
    if inset is None:
        return []
    drawing = scaled(inset.width, inset.height, [inset.svg], inset.alt)
    return [Shown(themed(drawing), inset.height, below=inset.caption)]


def _flat(colours: MapColours) -> Mapping[str, str]:
    """Return the colours of a map by the names that the stylesheet of an embed has for them."""
    flat = {f"map-{name}": value for name, value in asdict(colours).items() if name != "status"}
    flat |= {f"map-status-{number}": value for number, value in enumerate(colours.status)}
    return MappingProxyType({name.replace("_", "-"): value for name, value in flat.items()})


MAP_COLOURS = (_flat(LIGHT_MAP), _flat(DARK_MAP))
_NAMED = {
    value: f"var(--{name})"
    for colours in (MAP_COLOURS[0], asdict(LIGHT))
    for name, value in colours.items()
}
