"""Tests of dash.sharing.drawing: what is drawn of a record in its embed."""

from pathlib import Path

from dash.dossier.model import Dossier
from dash.drawings.svg import Drawing
from dash.sharing.addresses import Subject, comparison
from dash.sharing.drawing import drawn, themed
from dash.sharing.telling import Teller
from tests import factories as make


def test_a_figure_stands_beside_those_that_the_dossier_sets_it_beside(shipped: Dossier) -> None:
    rows = drawn(Teller(shipped), Subject("figure", "killed-14000"))
    assert [row.above.partition(" ·")[0] for row in rows] == [
        "14,000",
        "more than 13,000",
        "3,300",
        "",
    ]
    assert "Nobody is named" not in rows[0].above
    assert "nobody is named" in rows[1].above
    assert all(row.html.startswith("<svg ") for row in rows)
    assert [row.own for row in rows] == [True, *[False] * (len(rows) - 1)]
    # What the home page says of them together, since one scale alone would say too much.
    assert rows[-1].below.startswith("Whether the first two count the same is not said")


def test_figures_of_two_measures_share_no_scale(shipped: Dossier) -> None:
    teller = Teller(shipped)
    alike = drawn(teller, comparison("killed-14000", "killed-13000"))
    assert len(alike) == 3
    assert drawn(teller, comparison("killed-14000", "soldiers-7")) != []
    other = next(
        row["id"] for row in shipped.records("figures") if row["measure"] not in ("killed",)
    )
    assert drawn(teller, comparison("killed-14000", other)) == []


def test_most_records_are_words_alone(tmp_path: Path) -> None:
    teller = Teller(make.dossier(tmp_path))
    for subject in (
        Subject("statement", "Q1"),
        Subject("figure", "hurt-many"),
        Subject("event", "quarrel"),
        Subject("source", "paper"),
    ):
        assert drawn(teller, subject) == []


def test_colours_are_left_to_the_stylesheet_and_alt_texts_are_escaped() -> None:
    drawing = Drawing('<svg xmlns="x"><path fill="#8c2f1b" stroke="#123456"/></svg>', '"<b>"')
    told = themed(drawing)
    assert 'fill="var(--accent)" stroke="#123456"' in told
    assert '<svg role="img" aria-label="&quot;&lt;b&gt;&quot;" xmlns' in told
    assert themed(Drawing("<svg />", "")) == '<svg aria-hidden="true" />'


def test_a_place_is_a_dot_on_a_map_that_says_what_is_disputed(shipped: Dossier) -> None:
    (shown,) = drawn(Teller(shipped), Subject("place", "crimea"))
    assert 'aria-label="Map: a dot at Crimea"' in shown.html
    assert "var(--map-land)" in shown.html
    assert "var(--map-status-0)" in shown.html
    assert shown.below.startswith("Hatched: status disputed.")
    nowhere = next(row["id"] for row in shipped.records("places") if row["longitude"] is None)
    assert drawn(Teller(shipped), Subject("place", nowhere)) == []


def test_without_a_sound_ground_a_place_is_words_alone(tmp_path: Path) -> None:
    layer = '[[layers]]\nid = "ground"\nfile = "ground.geojson"\nname = "Ground"\n'
    dossier = make.dossier(tmp_path, make.STORY + layer)
    assert dossier.problems
    assert drawn(Teller(dossier), Subject("place", "bridge")) == []
