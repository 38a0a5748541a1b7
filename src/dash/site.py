"""The pages of the dashboard: one line each, from which menu, doors and links are made.

A page is an entry here and a file of the same name in pages/, which says
`with frame.page(name)`. A picture for its door is a file of that name in ui/doors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType


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
        parts: Further tables, and lists of dossier.toml, from which it shows what is sound; what
            is left out is told at its foot.
    """

    file: str
    label: str
    needs: tuple[str, ...] = ()
    shows: tuple[Shows, ...] = ()
    parts: tuple[str, ...] = ()

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


HOME = Page(
    "app.py",
    "The story",
    parts=("figures", "actors", "places", "differences", "events", "glance"),
)
SEARCH = Page("pages/search.py", "Search")
# In the order of the menu.
PAGES: tuple[Page, ...] = (
    HOME,
    Page(
        "pages/map.py",
        "Map",
        needs=("places",),
        shows=(Shows("places", "map_place", ":material/location_on:"),),
        parts=("views", "figure_layers"),
    ),
    Page(
        "pages/casualties.py",
        "Casualties",
        needs=("figures", "actors", "places"),
        shows=(Shows("figures", "figure", ":material/tag:"),),
        parts=("comparison", "rises"),
    ),
    Page(
        "pages/quotes.py",
        "Quotes",
        needs=("quotes", "actors", "places"),
        shows=(
            Shows("quotes", "quote", ":material/format_quote:"),
            Shows("differences", "difference", ":material/difference:"),
        ),
        parts=("differences",),
    ),
    Page(
        "pages/slideshow.py",
        "Slideshow",
        needs=("slides",),
        shows=(Shows("slides", "slide", ":material/image:"),),
    ),
    Page(
        "pages/timeline.py",
        "Timeline",
        needs=("events", "actors", "places"),
        shows=(Shows("events", "event", ":material/event:"),),
        parts=("spans", "lanes"),
    ),
    Page(
        "pages/sources.py",
        "Sources",
        shows=(Shows("sources", "source", ":material/menu_book:"),),
        parts=("left_out",),
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
    return {page.name: page for page in PAGES}[name]


def offered() -> tuple[Page, ...]:
    """Return the pages that the menu offers, in its order."""
    return PAGES


def doors() -> tuple[Page, ...]:
    """Return the pages that the home page has doors to: all but itself and the search."""
    return tuple(page for page in PAGES if page not in (HOME, SEARCH))
