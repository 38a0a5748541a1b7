"""Behind the number one a unit stands in the form that belongs there, wherever a number stands."""

import re
from collections.abc import Iterator

import pytest

from dash.dossier.loaders import load_dossier
from dash.dossier.model import Dossier
from dash.figures.comparability import compare
from dash.figures.comparison_text import sentences
from dash.figures.context import context_of
from dash.figures.words import cite_figure, in_words, spell_counted, spell_short
from dash.finding.entries import Entries
from dash.links import label
from dash.palette import LIGHT
from dash.schema.units import is_settled
from dash.sharing.addresses import Subject
from dash.sharing.cards.content import CardMaker
from dash.sharing.cards.drawing import alt_of, draw_card
from dash.sharing.embed import embed_page
from dash.sharing.telling import Teller
from tests import ships
from tests.pages.app import open_page, text_of
from tests.pages.seen import seen

PAGES = [
    ("app.py", {}),
    ("pages/figures.py", {}),
    ("pages/figures.py", {"figures_view": "Over time"}),
    ("pages/figures.py", {"figures_view": "By year and month"}),
    ("pages/figures.py", {"figures_view": "Other quantities"}),
    ("pages/figures.py", {"compare_a": "ships-one", "compare_b": "ships-two"}),
    ("pages/figures.py", {"compare_a": "ships-one", "compare_b": "ships-none"}),
    ("pages/figures.py", {"compare_a": "share-one", "compare_b": "share-two"}),
    ("pages/figures.py", {"figure": "crew-one"}),
    ("pages/map.py", {"map_place": "bridge"}),
]


@pytest.fixture(scope="module")
def strait(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return load_dossier(ships.write(tmp_path_factory.mktemp("strait")))


def _plurals(dossier: Dossier) -> re.Pattern[str]:
    """Return what finds a one, of any sign, with a unit of the dossier's in its other form."""
    words = {"people", "percentage points", "sailors"}
    words |= {unit for unit in (row["unit"] for row in dossier.records("figures"))
              if dossier.unit(unit).one != unit}  # fmt: skip
    units = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<![\w.,–-])[\u22121]?1(?:\s|&nbsp;|<[^>]*>|\*)+(?:{units})(?!\w)")


def _told_of_figures(dossier: Dossier) -> Iterator[str]:
    """Yield all that is said of a dossier's figures beside its pages."""
    teller, card_maker = Teller(dossier), CardMaker(dossier)
    for row in dossier.records("figures"):
        said = in_words(row, {}, dossier.story.populations)
        yield from map(str, said.values())
        yield from (spell_counted(row), spell_short(row), label(dossier, "figures", row["id"]))
        yield cite_figure(row, said, "it", dossier.record("sources", row["source"]))
        subject = Subject("figure", row["id"])
        yield embed_page(teller, subject, "https://news.example")
        card = card_maker.card(subject)
        yield from (alt_of(card), draw_card(card, LIGHT).svg)
    for entry in Entries(dossier):
        yield str(entry)
    context = context_of(dossier)
    for a, b in dossier.story.comparison.pairs:
        yield from sentences(compare(context.figure(a), context.figure(b), context), context)


def test_nothing_said_of_the_shipped_figures_has_a_plural_behind_one(each_shipped: Dossier) -> None:
    plural = _plurals(each_shipped)
    assert [words for words in _told_of_figures(each_shipped) if plural.search(words)] == []
    assert all(
        is_settled(each_shipped.unit(row["unit"])) for row in each_shipped.records("figures")
    )


def test_nothing_said_of_figures_of_one_has_a_plural_behind_it(strait: Dossier) -> None:
    plural, told = _plurals(strait), list(_told_of_figures(strait))
    assert [words for words in told if plural.search(words)] == []
    for words in ("1 ship", "0 ships", "1.5 ships", "1 to 3 ships", "1 axe", "1 person",
                  "\u22121 ship per day", "1 percentage point"):  # fmt: skip
        assert any(re.search(rf"(?<!\w){words}(?!\w)", each) for each in told), words


@pytest.mark.parametrize(("page", "query"), PAGES)
def test_no_page_has_a_plural_behind_one(
    page: str, query: dict[str, str], strait: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(strait.folder))
    app = open_page(page, **query)
    assert not app.exception
    assert not app.error
    told = list(seen(app))
    assert [words for words in told if _plurals(strait).search(words)] == []
    assert any(re.search(r"(?<!\w)1(\*\*)? (ship|person|sailor|axe|%)", words) for words in told)


@pytest.mark.parametrize(
    ("first", "second", "measure"),
    [
        ("share-one", "share-two", "Share of the cargo"),
        ("ships-one", "ships-two", "Ships that passed"),
    ],
)
def test_what_is_compared_is_in_the_title(
    first: str, second: str, measure: str, strait: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(strait.folder))
    app = open_page("pages/figures.py", compare_a=first, compare_b=second)
    assert f"{measure}: who says what" in text_of(app).splitlines()[0]
