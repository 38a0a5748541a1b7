"""Fixtures that several test modules share."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from dash.dossier.loaders import load_dossier
from dash.dossier.model import Dossier

ROOT = Path(__file__).parents[1]

# How long one example takes says more of the machine's other work than of the code.
settings.register_profile("dossier", deadline=None)
settings.load_profile("dossier")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep browser and timing tests out of the fast loop, and with `-n` in one process.

    Two processes would start two browsers and two servers, and measure each other.
    """
    for item in items:
        if any(item.iter_markers("browser")) or any(item.iter_markers("timing")):
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.xdist_group("alone"))


@pytest.fixture(autouse=True)
def _shipped_dossier_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a DOSSIER set on this machine out of the tests."""
    monkeypatch.delenv("DOSSIER", raising=False)


@pytest.fixture(autouse=True)
def _charts_checked_by_plotly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Plotly refuse a property that it does not know: the app leaves the check out."""
    monkeypatch.setattr("dash.charts.layout.CHECK_BY_PLOTLY", True)


@pytest.fixture(autouse=True)
def _nothing_unforeseen(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail where a page told an error that nobody foresaw, which is no exception to a test."""
    yield
    told = [record for record in caplog.get_records("call") if record.name == "dash.ui.faults"]
    assert not told, told[0].exc_text or told[0].getMessage()


@pytest.fixture(scope="session")
def shipped() -> Dossier:
    """The dossier in data/."""
    return shipped_dossier("call")


# The folders of the dossiers that ship, by name.
SHIPPED = {"call": ROOT / "data", "everest": ROOT / "data" / "examples" / "everest"}


@cache
def shipped_dossier(name: str) -> Dossier:
    """Return a dossier that ships."""
    return load_dossier(SHIPPED[name])


@pytest.fixture(params=SHIPPED)
def each_shipped(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """Each dossier that ships in its turn; the pages show it."""
    monkeypatch.setenv("DOSSIER", str(SHIPPED[request.param]))
    return shipped_dossier(request.param)


@pytest.fixture(scope="session")
def article() -> dict[str, str]:
    """The story's paragraphs by locator; they are not part of this repository."""
    place = os.environ.get("DOSSIER_ARTICLE")
    file = Path(place) if place else ROOT.parent / "shared" / "reference" / "article.txt"
    if not file.is_file():
        pytest.skip("the article is not at hand: set DOSSIER_ARTICLE to a copy of its text")
    return _paragraphs(file)


@pytest.fixture
def each_article(each_shipped: Dossier, request: pytest.FixtureRequest) -> dict[str, str]:
    """The article of each dossier that ships: beside its tables, where it is ours to give."""
    beside = each_shipped.folder / "article.txt"
    if beside.is_file():
        return _paragraphs(beside)
    paragraphs: dict[str, str] = request.getfixturevalue("article")
    return paragraphs


def _paragraphs(file: Path) -> dict[str, str]:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {f"P{number}": line for number, line in enumerate(lines, start=1)}


@pytest.fixture(scope="session", autouse=True)
def _is_a_script() -> None:
    """Give a worker's main module a file, as every script has.

    Spark's client takes a process without one for a run of its own doctests, and ends it.
    """
    main = sys.modules["__main__"]
    if not hasattr(main, "__file__"):
        main.__file__ = __file__
