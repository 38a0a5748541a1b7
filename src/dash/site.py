"""The pages of the dashboard: one line each, from which menu, doors and links are made.

A page is an entry here and a file of the same name in pages/, which says
`with frame.page(name)`. A picture for its door is a file of that name in ui/doors.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from types import MappingProxyType

from dash import wording
from dash.dossier.model import Dossier
from dash.wording import OPEN_ANOTHER, RECORDED_DEATHS, SOURCES, THE_STORY


@dataclass(frozen=True)
class Shows:
    """One kind of record that a page shows.

    Attributes:
        table: The records' table; no other page shows them.
        parameter: What takes a record's id in the page's address.
        icon: What stands before a link to such a record.
    """

    table: str
    parameter: str
    icon: str


@dataclass(frozen=True)
class Page:
    """A page of the dashboard.

    Attributes:
        file: Its script, relative to app.py.
        label: What the menu and the browser's tab call it.
        needs: The tables without which it cannot be shown.
        shows: The records that links lead to on it.
        absent: What the dossier has none of where there is nothing to show: places. Blank for
            a page that every dossier has.
        parts: Further tables, and lists of dossier.toml, from which it shows what is sound; what
            is left out is told at its foot.
        door: The picture of its door, where that has another page's name.
    """

    file: str
    label: str
    needs: tuple[str, ...] = ()
    shows: tuple[Shows, ...] = ()
    parts: tuple[str, ...] = ()
    absent: str = ""
    door: str = ""

    @property
    def name(self) -> str:
        """The name of its script without the ending, which is its address too: timeline."""
        return PurePosixPath(self.file).stem

    @property
    def path(self) -> str:
        """Its path on the server: /timeline; the home page's is /."""
        return "/" if self.file == "app.py" else f"/{self.name}"


@dataclass(frozen=True)
class Target:
    """Where a record is shown: the page, the parameter that takes its id, the icon of its kind."""

    page: Page
    parameter: str
    icon: str


CASUALTIES = Page(
    "pages/casualties.py",
    "Casualties",
    needs=("figures", "actors", "places"),
    shows=(Shows("figures", "figure", ":material/tag:"),),
    parts=("comparison", "rises"),
    absent="figures",
)
# The same page, where nothing that is counted is people killed or hurt: each address opens it.
FIGURES = replace(CASUALTIES, file="pages/figures.py", label=wording.FIGURES, door="casualties")
# Its records stand in incidents/, and not in a table.
INCIDENTS = Page("pages/incidents.py", RECORDED_DEATHS, absent="recorded deaths")
HOME = Page(
    "app.py",
    THE_STORY,
    parts=("figures", "actors", "places", "differences", "events", "glance"),
)
SEARCH = Page("pages/search.py", wording.SEARCH)
# In no menu: the foot of each page leads to it.
OPEN = Page("pages/open.py", OPEN_ANOTHER)
# In the order of the menu.
PAGES: tuple[Page, ...] = (
    HOME,
    Page(
        "pages/map.py",
        "Map",
        needs=("places",),
        shows=(Shows("places", "map_place", ":material/location_on:"),),
        parts=("views", "figure_layers", "map_status"),
        absent="places",
    ),
    CASUALTIES,
    INCIDENTS,
    Page(
        "pages/quotes.py",
        "Quotes",
        needs=("quotes", "actors", "places"),
        shows=(
            Shows("quotes", "quote", ":material/format_quote:"),
            Shows("differences", "difference", ":material/difference:"),
        ),
        parts=("differences",),
        absent="statements and no differences",
    ),
    Page(
        "pages/slideshow.py",
        "Slideshow",
        needs=("slides",),
        shows=(Shows("slides", "slide", ":material/image:"),),
        absent="slides",
    ),
    Page(
        "pages/timeline.py",
        "Timeline",
        needs=("events", "actors", "places"),
        shows=(Shows("events", "event", ":material/event:"),),
        parts=("spans", "lanes", "published"),
        absent="events",
    ),
    Page(
        "pages/sources.py",
        SOURCES,
        shows=(Shows("sources", "source", ":material/menu_book:"),),
        parts=("left_out", "updated"),
    ),
    SEARCH,
)
TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        shown.table: Target(page, shown.parameter, shown.icon)
        for page in PAGES
        for shown in page.shows
    }
)


def page_of(name: str) -> Page:
    """Return a page by its name.

    Raises:
        KeyError: There is no such page.
    """
    return {page.name: page for page in (*PAGES, FIGURES, OPEN)}[name]


def named_for(page: Page, dossier: Dossier) -> Page:
    """Return a page by the name and address that it has for a dossier: Casualties, or Figures.

    A dossier whose frame cannot be read is not known to count people killed or hurt.
    """
    if page not in (CASUALTIES, FIGURES):
        return page
    measures = dossier.story.measures.values() if dossier.knows_story else ()
    return CASUALTIES if any(measure.casualties for measure in measures) else FIGURES


def target_of(table: str, dossier: Dossier) -> Target:
    """Return where a dossier's records of a table are shown.

    Raises:
        KeyError: No page shows them.
    """
    target = TARGETS[table]
    return replace(target, page=named_for(target.page, dossier))


def offered(dossier: Dossier) -> tuple[Page, ...]:
    """Return the pages that have something to show, or something to tell, in the menu's order."""
    return tuple(named_for(page, dossier) for page in PAGES if has_something(page, dossier))


def has_something(page: Page, dossier: Dossier) -> bool:
    """Return whether a dossier has records that a page shows, or a problem that hides them."""
    if page is INCIDENTS:
        return dossier.has_incidents
    return not page.absent or dossier.offers(*(shown.table for shown in page.shows))


def doors(dossier: Dossier) -> tuple[Page, ...]:
    """Return the pages that the home page has doors to: all but itself and the search."""
    return tuple(page for page in offered(dossier) if page not in (HOME, SEARCH))
