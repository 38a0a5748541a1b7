"""One case of damage, run: what a page does with it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dash.dossier.loaders import open_dossier
from dash.schema.problems import MOST_PROBLEMS
from tests.damage import addresses, folders
from tests.pages.app import PAGES, ROOT, TIMEOUT_SECONDS


class FaultError(AssertionError):
    """A case that did not end as it must."""


def open_damaged(number: int) -> str:
    """Open a damaged folder; return what was done to it.

    Raises:
        FaultError: Opening it failed, or its problems are not told as they must.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = folders.write(Path(name) / "dossier")
        done = folders.damage(folder, number)
        with _told(number, done):
            dossier = open_dossier(folder)
            kinds = {(problem.file, problem.part) for problem in dossier.problems}
            assert len(dossier.problems) <= (MOST_PROBLEMS + 1) * max(1, len(kinds))
            for problem in dossier.problems:
                assert problem.expected
                assert name not in str(problem), "no message gives the way to the folder"
                str(problem).encode()
    return done


def show_damaged(number: int, pages: list[str]) -> str:
    """Run pages on a damaged folder; return what was done to it.

    Raises:
        FaultError: A page failed.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = folders.write(Path(name) / "dossier")
        done = folders.damage(folder, number)
        for page in pages:
            with _told(number, f"{done}; {page}"):
                run(page, folder, {})
    return done


def show_address(number: int, folder: Path) -> str:
    """Run a page at a hostile address, on a sound folder; return the address.

    Raises:
        FaultError: The page failed.
    """
    page, query = addresses.address(number)
    with _told(number, f"{page} {query}"):
        app = run(page, folder, query)
        assert not app.error, app.error[0].value
    return f"{page} {query}"


def run(page: str, folder: Path, query: dict[str, str | list[str]]) -> AppTest:
    """Run a page as a deep link would; what nobody foresaw fails."""
    before = os.environ.get("DOSSIER")
    os.environ["DOSSIER"] = str(folder)
    try:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT_SECONDS)
        for key, value in query.items():
            app.query_params[key] = value
        if page != "app.py":
            app.switch_page(page)
        app.run()
    finally:
        os.environ.pop("DOSSIER")
        if before is not None:
            os.environ["DOSSIER"] = before
    assert not app.exception, app.exception[0].stack_trace
    for error in app.error:
        assert "nobody foresaw" not in error.value
    return app


def page_of(number: int) -> str:
    """Return the page that the case of this number is shown on, where it is one alone."""
    return PAGES[number % len(PAGES)]


@contextmanager
def _told(number: int, done: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise FaultError(f"case {number} ({done[:300]})") from error
