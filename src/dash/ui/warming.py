"""What the server makes ready once it answers, so that no first reader waits for it.

Imported only then: what the pages beside the first one need takes a third of the start.
"""

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pkgutil import walk_packages

import dash.ui
from dash.dossier.model import Dossier
from dash.ui import memory
from dash.ui.casualties.choices import catalogue_of
from dash.ui.data import current_atlas, current_dossier
from dash.ui.home.questions import draw_maps_beforehand
from dash.ui.map.place import ties
from dash.ui.map.placing import place_beforehand
from dash.ui.quotes.prepared import prepared
from dash.ui.recorded import as_recorded
from dash.ui.search.page import searched
from dash.ui.sharing.versions import current_version
from dash.ui.slideshow.pictures import current_pictures
from dash.ui.sources.source_list import rested_on


def tasks() -> Iterator[Callable[[], object]]:
    """Yield what to do, one after the other: first what any first reader would wait for."""
    # The icon of a page is looked up among all that there are.
    yield partial(import_module, "streamlit.emojis")
    # Streamlit asks once who called it, and Python then looks which file each module is from.
    yield inspect.stack
    for module in walk_packages(dash.ui.__path__, "dash.ui."):
        yield partial(import_module, module.name)
    yield from (partial(_with_dossier, make) for make in MADE)
    yield memory.settle


def _with_dossier(make: Callable[[Dossier], object]) -> object:
    return make(current_dossier())


def _ground(dossier: Dossier) -> None:
    for layer in dossier.ground.values():
        _ = layer.compressed


def _map(_dossier: Dossier) -> None:
    place_beforehand(current_atlas())


def _figures(dossier: Dossier) -> None:
    """Put all figures into words, as lists of them and comparisons need them."""
    catalogue = catalogue_of(dossier)
    catalogue.labels(list(catalogue.figures)[:1])
    _ = catalogue.comparisons


def _recorded(dossier: Dossier) -> None:
    """Work out the figures that the recorded deaths yield, where the dossier has any."""
    as_recorded(dossier, dossier.records("figures"))


MADE: tuple[Callable[[Dossier], object], ...] = (
    _ground,
    current_version,
    draw_maps_beforehand,
    _map,
    prepared,
    _figures,
    rested_on,
    ties,
    current_pictures,
    searched,
    _recorded,
)
