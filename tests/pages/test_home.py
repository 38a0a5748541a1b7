"""Tests of the home page, run by AppTest."""

from pathlib import Path

import pytest

from dash.dates import first_day
from dash.dossier.model import Dossier
from dash.figures.words import spell_value
from dash.ui.home import LATER_FOLD
from tests import factories as make
from tests.pages.app import open_page, text_of

LINKS = "page_link"


def _links(app: object) -> list[tuple[str, str]]:
    """Return page and query of every link that leads to a record."""
    links = [element.proto for element in app.get(LINKS)]  # type: ignore[attr-defined]
    return [(link.page, link.query_string) for link in links if link.query_string]


def test_the_story_is_told_with_its_original(shipped: Dossier) -> None:
    told = text_of(open_page("app.py"))
    assert "telephoned Russia's President" in told
    source = shipped.record("sources", shipped.story.source)
    assert source["title"] in told
    assert str(source["url"]).replace("\\", "") in told


def test_key_figures_name_value_claimant_and_date(shipped: Dossier) -> None:
    told = text_of(open_page("app.py"))
    for key in shipped.story.glance.figures:
        assert spell_value(shipped.record("figures", key)) in told
    assert "Ukraine" in told
    assert "United Nations  \nsaid in January 2019" in told
    assert "as of 13 April 2021" not in told
    assert "as of 9 April 2021" not in told
    assert "People killed: not to be added" in told


def test_a_card_says_what_its_neighbours_do_not_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    boats = make.figure(id="boats", measure="boats", unit="boats", population="")
    folder = make.write(tmp_path, figures=[*make.rows()["figures"], boats])
    more = '\n[measures.boats]\nlabel = "Boats"\nunits = ["boats"]\n'
    more += '\n[glance]\nfigures = ["hurt-many", "boats"]\n'
    (folder / "dossier.toml").write_text(make.STORY + more, encoding="utf-8")
    monkeypatch.setenv("DOSSIER", str(folder))
    app = open_page("app.py")
    assert "Key figures: not to be added" in text_of(app)
    labels = {link.proto.label for link in app.get(LINKS)}
    assert {":primary[People hurt]", ":primary[Boats]"} <= labels


def test_every_key_record_is_linked(shipped: Dossier) -> None:
    links = {query for _, query in _links(open_page("app.py"))}
    glance = shipped.story.glance
    expected = {f"figure={key}" for key in glance.figures}
    expected |= {f"difference={key}" for key in glance.differences}
    expected |= {f"event={key}" for key in glance.events}
    assert expected <= links


def test_what_came_later_is_folded_away_and_nowhere_else(shipped: Dossier) -> None:
    app = open_page("app.py")
    (fold,) = app.expander
    assert fold.label == "What came of it (later knowledge)"
    assert not fold.proto.expanded
    assert not fold.get(LINKS)
    app.session_state[LATER_FOLD] = True
    (fold,) = app.run().expander
    published = first_day(shipped.story.published)
    later = {
        row["id"]
        for row in shipped.records("events")
        if not row["in_story"] and row["start"] and first_day(row["start"]) > published
    }
    folded = {link.proto.query_string for link in fold.get(LINKS)}
    assert folded == {f"event={key}" for key in later}
    assert {"geneva-summit", "warships-cancelled", "return-ordered"} <= later
    assert not later & set(shipped.story.glance.events)


def test_every_page_has_a_door_with_a_picture() -> None:
    app = open_page("app.py")
    pictures = [image.proto.imgs[0] for image in app.get("image")]
    assert len(pictures) == 6
    assert all(picture.url.startswith("data:image/svg+xml") for picture in pictures)
    assert len({picture.url for picture in pictures}) == 6


@pytest.mark.parametrize("table", ["figures", "events", "differences"])
def test_a_broken_table_takes_its_part_away_and_no_other(
    table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path)
    glance = '\n[glance]\nfigures = ["hurt-many"]\ndifferences = ["D1"]\nevents = ["quarrel"]\n'
    (folder / "dossier.toml").write_text(make.STORY + glance, encoding="utf-8")
    monkeypatch.setenv("DOSSIER", str(folder))
    parts = {"figures": "more than 12", "differences": "Where accounts part ways"}
    whole = open_page("app.py")
    assert {query for _, query in _links(whole)} == {
        "figure=hurt-many",
        "difference=D1",
        "event=quarrel",
    }
    (folder / f"{table}.csv").write_bytes(b"\xff")
    app = open_page("app.py")
    assert not app.exception
    assert not app.error
    assert len(_links(app)) == 2
    if table in parts:
        assert parts[table] in text_of(whole)
        assert parts[table] not in text_of(app)
