"""Every page, run by Streamlit's AppTest: on the shipped dossier and on broken ones."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import factories as make

ROOT = Path(__file__).parents[1]
PAGES = ["app.py", *sorted(f"pages/{file.name}" for file in (ROOT / "pages").glob("*.py"))]
TIMEOUT = 60


def _open(page: str, **query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT)
    for key, value in query.items():
        app.query_params[key] = value
    if page != "app.py":
        app.switch_page(page)
    return app.run()


def _text(app: AppTest) -> str:
    parts = [*app.markdown, *app.caption, *app.warning, *app.error, *app.subheader]
    return "\n".join(str(part.value) for part in parts).replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_one_title_the_source_and_no_error(page: str) -> None:
    app = _open(page)
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1
    assert "Source: Deutsche Welle" in _text(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs_on_somebody_elses_dossier(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path)))
    app = _open(page)
    assert not app.exception
    assert not app.error
    assert "Source: The Paper" in _text(app)


@pytest.mark.parametrize(
    ("page", "table"),
    [
        ("pages/map.py", "places"),
        ("pages/casualties.py", "figures"),
        ("pages/quotes.py", "quotes"),
        ("pages/slideshow.py", "slides"),
    ],
)
def test_a_broken_table_is_told_on_its_page_and_on_no_other(
    page: str, table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path)
    (folder / f"{table}.csv").write_bytes(b"\xff")
    monkeypatch.setenv("DOSSIER", str(folder))
    told = _open(page)
    assert not told.exception
    assert "This page cannot be shown: 1 problem" in _text(told)
    assert told.dataframe[0].value["File"].tolist() == [f"{table}.csv"]
    home = _open("app.py")
    assert not home.error
    assert len(home.title) == 1


def test_an_empty_folder_is_told_on_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(tmp_path))
    for page in PAGES:
        app = _open(page)
        assert not app.exception
        assert len(app.error) == 1


def test_an_edited_file_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make.write(tmp_path)
    monkeypatch.setenv("DOSSIER", str(folder))
    app = _open("app.py")
    before = app.title[0].value
    story = make.STORY.replace("A quarrel over a bridge", "Peace at the bridge, at last")
    (folder / "dossier.toml").write_text(story, encoding="utf-8")
    assert (before, app.run().title[0].value) == (
        "A quarrel over a bridge",
        "Peace at the bridge\\, at last",
    )


def test_a_speaker_in_the_address_filters_the_quotes() -> None:
    everybody = len(_open("pages/quotes.py").get("popover"))
    app = _open("pages/quotes.py", quotes_speaker="Jen Psaki")
    assert app.selectbox[0].value == "Jen Psaki"
    assert 0 < len(app.get("popover")) < everybody
    assert "Russia now has more troops" in _text(app)


@pytest.mark.parametrize(
    ("page", "key", "what"),
    [
        ("pages/quotes.py", "quotes_speaker", "speaker"),
        ("pages/map.py", "map_view", "part of the map"),
        ("pages/slideshow.py", "slide", "slide"),
    ],
)
def test_an_unknown_value_in_the_address_is_told(page: str, key: str, what: str) -> None:
    app = _open(page, **{key: "nobody"})
    assert not app.exception
    assert f"asks for the {what} 'nobody'" in _text(app)


def test_the_slideshow_steps_through_eight_slides_with_their_credits() -> None:
    app = _open("pages/slideshow.py", slide="3")
    assert "Credit: Murad Sezer/REUTERS" in _text(app)
    assert "No heading in the source" in _text(app)
    app = _open("pages/slideshow.py", slide="1")
    assert "Credit: not stated in the source" in _text(app)


def test_the_casualties_show_the_storys_figures_beside_the_uns() -> None:
    app = _open("pages/casualties.py")
    alts = [chart.proto.alt for chart in app.get("plotly_chart")]
    for words in ("14,000", "more than 13,000", "3,300", "13,100 to 13,300"):
        assert any(words in alt for alt in alts), words
    assert "at least 7" not in alts[0]


def test_the_map_says_what_it_shows() -> None:
    app = _open("pages/map.py", map_view="Crimea")
    (deck,) = app.get("deck_gl_json_chart")
    assert "Map, Crimea" in deck.proto.alt
