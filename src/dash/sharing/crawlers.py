"""What search engines ask for: the list of all addresses, and which of them they may read."""

from collections.abc import Iterator
from itertools import islice

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.sharing.addresses import COMPARISON, KINDS, SITEMAP, comparison, record_path
from dash.sharing.markup import written
from dash.site import offered

# https://www.sitemaps.org/protocol.html: as many addresses as one file may have.
MOST = 50_000


def sitemap(dossier: Dossier, root: str) -> str:
    """Return all pages, then all records, as a sitemap; tables with problems are left out.

    Args:
        dossier: The dossier.
        root: The server's address, with the base path and without a slash at its end.
    """
    paths = islice(_paths(dossier), MOST)
    urls = "".join(f"<url><loc>{written(root + path)}</loc></url>\n" for path in paths)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{urls}</urlset>\n'


def robots(root: str) -> str:
    """Return the rules for crawlers: everything but Streamlit's own addresses."""
    return f"User-agent: *\nDisallow: /_stcore/\nSitemap: {root}{SITEMAP}\n"


def _paths(dossier: Dossier) -> Iterator[str]:
    yield from (page.path for page in offered(dossier))
    if dossier.knows_story and dossier.has("figures"):
        for pair in dossier.story.comparison.pairs:
            yield record_path(dossier, COMPARISON, comparison(*pair).key)
    for kind, table in KINDS.items():
        if dossier.has(table):
            for row in dossier.records(table):
                yield record_path(dossier, kind, str(key_of_row(row)))
