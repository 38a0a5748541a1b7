"""The stylesheet of all pages, one file with an address of its own, named in each page as sent.

Brought by a run of the page, as st.html brings it, the rules come late: Streamlit draws titles and
texts, and only then loads the code of that element. A reader saw each page without them at first.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dash.palette import DARK, LIGHT
from dash.ui.keeping import FOR_EVER
from dash.ui.sharing.root import base_path

HERE, NAME, FOLDER = Path(__file__).parent, "style.css", "style"
# Paper is white, whatever ground the screen's light theme has.
PAPER = replace(LIGHT, paper="#ffffff")
_BOTH = {
    name: f"light-dark({colour},{asdict(DARK)[name]})" for name, colour in asdict(LIGHT).items()
}


@cache
def rules() -> str:
    """Return the rules: those of every page first, then those of one page's parts each.

    Every page gets them all, so that a page's own name the keys of its own containers.

    They begin with the names of the palette's colours, `--paper` or `--accent`: the browser takes
    those of its theme at once, and the light ones on paper.
    """
    named = f"{_named(_BOTH)}@media print{{{_named(asdict(PAPER))}}}"
    sheets = [HERE / NAME, *sorted(HERE.glob(f"*/{NAME}"))]
    return "\n".join([named, *(sheet.read_text(encoding="utf-8") for sheet in sheets)])


@cache
def address() -> str:
    """Return where the rules are, relative to a page, with a digest of what they say."""
    return f"./{FOLDER}/{sha256(rules().encode()).hexdigest()[:16]}.css"


def with_rules(page: str) -> str:
    """Name the stylesheet in Streamlit's page, as sent.

    At its end: of rules with equal weight the later ones count, and Streamlit puts its own into the
    head. A browser runs no script before it has read a stylesheet that stands in the page, so that
    nothing is drawn without (HTML, 4.2.7 and 13.2.7).
    """
    return page.replace("</body>", f'<link rel="stylesheet" href="{address()}" />\n  </body>', 1)


def route() -> Route:
    """Return the route of the rules, under the base path where the server has one."""
    return Route(f"{base_path()}/{FOLDER}/{{digest}}.css", _send)


async def _send(request: Request) -> Response:
    # Beside another version of this server, today's rules are better than none.
    asked_for = request.path_params["digest"] in address()
    headers = FOR_EVER if asked_for else {"Cache-Control": "no-cache"}
    return Response(rules(), headers=headers, media_type="text/css")


def _named(colours: Mapping[str, str]) -> str:
    return f":root{{{';'.join(f'--{name}:{colour}' for name, colour in colours.items())}}}"
