"""Tests of the home page, run by AppTest."""

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash.dates import first_day
from dash.dossier.model import Dossier
from dash.site import doors
from dash.ui.home.lists import LATER_FOLD
from tests import factories as make
from tests.pages.app import open_page, text_of

LINKS = "page_link"
# Without the records themselves, the small print and the foot.
MOST_WORDS = 160


def _links(app: object) -> list[tuple[str, str]]:
    """Return page and query of every link that leads to a record."""
    links = [element.proto for element in app.get(LINKS)]  # type: ignore[attr-defined]
    return [(link.page, link.query_string) for link in links if link.query_string]


def _labels(app: object) -> str:
    return "\n".join(link.proto.label for link in app.get(LINKS))  # type: ignore[attr-defined]


def _alts(app: object) -> list[str]:
    """Return what the pictures say, in order."""
    bodies = [element.proto.body for element in app.get("html")]  # type: ignore[attr-defined]
    return [html.unescape(alt) for body in bodies for alt in re.findall(r'alt="([^"]*)"', body)]


def _open(
    folder: Path, monkeypatch: pytest.MonkeyPatch, more: str, **tables: list[make.Row]
) -> AppTest:
    monkeypatch.setenv("DOSSIER", str(make.write(folder, make.STORY + more, **tables)))
    return open_page("app.py")


def test_the_story_is_told_with_its_original(each_shipped: Dossier) -> None:
    told = text_of(open_page("app.py"))
    summary = (each_shipped.story.summary or "").strip().partition("\n")[0]
    assert summary in told
    source = each_shipped.record("sources", each_shipped.story.source)
    assert source["title"] in told
    assert source["url"] is None or source["url"] in told


def test_the_questions_come_first_each_with_a_sentence_and_a_link(each_shipped: Dossier) -> None:
    shipped = each_shipped
    app = open_page("app.py")
    headings = [heading.value for heading in app.header]
    asked = [question.title for question in shipped.story.questions]
    assert [heading.replace("\\", "") for heading in headings[: len(asked)]] == asked
    told, labels = text_of(app), _labels(app)
    for question in shipped.story.questions:
        assert question.sentence is not None
        assert question.sentence in told
        assert question.link in labels


def test_every_number_is_a_link_with_claimant_and_date() -> None:
    labels = _labels(open_page("app.py")).replace("\u2060", "").replace("\\", "")
    assert ":primary[**14,000** killed, according to Ukraine]" in labels
    assert ":primary[**more than 13,000** killed, nobody is named]" in labels
    assert (
        "**3,300** killed, according to United Nations] :small[·\u00a0said in January 2019]"
        in labels
    )
    assert "**42,000** troops, according to Mendel] :small[·\u00a0as of 12 April 2021]" in labels
    assert "as of 13 April 2021" not in labels


def test_every_picture_says_what_is_seen() -> None:
    alts = _alts(open_page("app.py"))
    assert "On a scale from 0 to 15,000: a dot at 14,000." in alts
    assert (
        "On a scale from 0 to 15,000: an open ring at 13,000 and an arrow on to the right." in alts
    )
    (seen,) = [alt for alt in alts if alt.startswith("Map")]
    assert "Crimea: 42,000, Mendel, as of 12 April 2021; 32,700, Khomchak" in seen
    assert "Hatched: Crimea: annexed by Russia in 2014; internationally recognised" in seen
    assert "Empty speech bubble" in alts


def test_every_key_record_is_linked(each_shipped: Dossier) -> None:
    links = {query for _, query in _links(open_page("app.py"))}
    story = each_shipped.story
    expected = {f"difference={key}" for key in story.glance.differences}
    expected |= {f"event={key}" for key in story.glance.events}
    for question in story.questions:
        parameter = "quote" if question.kind == "statements" else "figure"
        expected |= {f"{parameter}={key}" for key in question.records}
    assert expected <= links


@pytest.mark.usefixtures("each_shipped")
def test_the_page_has_few_words_to_read_beside_its_records() -> None:
    app = open_page("app.py")
    prose = [part.value for part in (*app.title, *app.header, *app.markdown)]
    read = " ".join(part for part in prose if not part.startswith((":small", "The story: ")))
    assert len(read.split()) < MOST_WORDS


def test_a_story_without_questions_shows_its_key_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    boats = make.figure(id="boats", measure="boats", unit="boats", population="")
    more = '\n[measures.boats]\nlabel = "Boats"\nunits = ["boats"]\n'
    more += '\n[glance]\nfigures = ["hurt-many", "boats"]\n'
    app = _open(tmp_path, monkeypatch, more, figures=[*make.rows()["figures"], boats])
    assert [heading.value for heading in app.header][:2] == ["People hurt", "Boats"]
    assert "**more than 12 boats**, according to The mayor" in _labels(app)


def test_a_story_without_anything_to_ask_is_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = _open(tmp_path, monkeypatch, "")
    assert not app.exception
    assert "Two towns quarrel." in text_of(app)


def test_one_statement_may_answer_two_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = '\n[[questions]]\ntitle = "Who?"\nkind = "statements"\nrecords = ["Q1"]\n'
    app = _open(tmp_path, monkeypatch, 2 * f'{question}unsaid = "why"\n')
    assert not app.exception
    assert [query for _, query in _links(app)].count("quote=Q1") == 2


def test_a_map_without_ground_draws_the_rings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = '\n[[questions]]\ntitle = "Where?"\nkind = "map"\nrecords = ["hurt-many"]\n'
    (seen,) = _alts(_open(tmp_path, monkeypatch, question))
    assert (
        seen == "Map with rings to scale. The bridge: more than 12, The mayor, 2020 to 6 May 2020."
    )


def test_a_figure_without_a_point_is_told_without_a_ring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = make.place(longitude="", latitude="", coordinate_source="none")
    question = '\n[[questions]]\ntitle = "Where?"\nkind = "map"\nrecords = ["hurt-many"]\n'
    app = _open(tmp_path, monkeypatch, question, places=[nowhere])
    assert _alts(app) == []
    assert "**more than 12** people, according to The mayor" in _labels(app)


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


def test_every_door_has_a_picture(each_shipped: Dossier) -> None:
    app = open_page("app.py")
    labels = [link.proto.label for link in app.get(LINKS)]
    pictures = re.findall(r"!\[\]\((data:image/svg\+xml[^)]*)\) \*\*", "\n".join(labels))
    assert len(pictures) == len(doors(each_shipped)) == len(set(pictures))


@pytest.mark.parametrize("table", ["figures", "quotes", "events", "differences"])
def test_a_broken_table_takes_its_part_away_and_says_so(
    table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = '\n[glance]\ndifferences = ["D1"]\nevents = ["quarrel"]\n'
    more += '\n[[questions]]\ntitle = "Who?"\nkind = "statements"\nrecords = ["Q1"]\n'
    more += '\n[[questions]]\ntitle = "How many?"\nkind = "strip"\nrecords = ["hurt-many"]\n'
    whole = _open(tmp_path, monkeypatch, more)
    assert not re.search(r"\.csv has a problem", text_of(whole))
    links = {query for _, query in _links(whole)}
    assert links == {"figure=hurt-many", "quote=Q1", "difference=D1", "event=quarrel"}
    (tmp_path / f"{table}.csv").write_bytes(b"\x81")
    app = open_page("app.py")
    assert not app.exception
    assert not app.error
    left = {query for _, query in _links(app)}
    assert links - left == {query for query in links if query.startswith(table[:-1])}
    assert f"{table}.csv has a problem" in text_of(app)
