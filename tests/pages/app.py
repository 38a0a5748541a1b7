"""Run a page as Streamlit's AppTest does, and read what it shows."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
PAGES = ["app.py", *sorted(f"pages/{file.name}" for file in (ROOT / "pages").glob("*.py"))]
# What stands at the head of each page of the dossier that ships; the home page has its title.
HEADINGS = {
    "app": "",
    "map": "Where it happens",
    "casualties": "How many were killed, and who says so",
    "figures": "How many were killed, and who says so",
    "incidents": "Where and when people were killed",
    "quotes": "Who said what",
    "slideshow": "The gallery",
    "timeline": "What happened when",
    "sources": "What this rests on",
    "search": "Search the dossier",
    "open": "Open another dossier",
}
TIMEOUT_SECONDS = 60


def open_page(page: str, **query: str) -> AppTest:
    """Run a page as a deep link with these query parameters would."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT_SECONDS)
    if page != "app.py":
        app.switch_page(page)
    return _asked(app, query)


def open_function(page: Callable[[], None], **query: str) -> AppTest:
    """Run a function that is a page by itself, with these query parameters."""
    return _asked(AppTest.from_function(page), query)


def _asked(app: AppTest, query: Mapping[str, str]) -> AppTest:
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def text_of(app: AppTest) -> str:
    """Return the page's words, one element a line, without Markdown's backslashes."""
    parts = [
        *app.title,
        *app.header,
        *app.subheader,
        *app.markdown,
        *app.caption,
        *app.warning,
        *app.error,
    ]
    return "\n".join(str(part.value) for part in parts).replace("\\", "")


def parts_of(app: AppTest) -> Sequence[Any]:
    """Return the components of a page's own, without the one that every page has for its frame."""
    return [part for part in app.get("bidi_component") if part.key != "landmarks"]
