"""Tests of dash.checking.hints: what its author may have meant otherwise."""

from pathlib import Path

import pytest

from dash.checking.report import check
from tests import factories as make

# Upton, and two places beside it.
NEAR = [make.place(), make.place(id="mill", longitude="2.1"), make.place(id="inn", latitude="3.1")]


@pytest.mark.parametrize(
    ("longitude", "latitude", "told"),
    [("47.3", "0.6", True), ("0.6", "47.3", False), ("", "", False), ("120", "30", False)],
)
def test_a_place_that_would_be_among_the_others_the_other_way_round_is_told(
    longitude: str, latitude: str, told: bool, tmp_path: Path
) -> None:
    others = [
        make.place(id=key, longitude=east, latitude=north)
        for key, east, north in (("bridge", "0.57", "47.31"), ("mill", "0.58", "47.32"))
    ]
    odd = make.place(id="quay", longitude=longitude, latitude=latitude)
    hints = list(check(make.write(tmp_path, places=[*others, odd])).hints)
    assert any("places.csv: quay: lies far from all other places" in hint for hint in hints) is told


def test_what_new_wrote_in_place_of_a_publisher_is_told(tmp_path: Path) -> None:
    unknown = make.source(publisher="[Who published the story]")
    folder = make.write(tmp_path, sources=[unknown, make.source(id="report", kind="report")])
    (told,) = (hint for hint in check(folder).hints if "who published" in hint)
    assert told.startswith("sources.csv: paper: write who published it")


def test_a_figure_that_the_record_yields_otherwise_is_told(tmp_path: Path) -> None:
    figures = [
        make.figure(bound="exact", low="", best="2", recompute="from=2021&to=2021"),
        make.figure(id="hurt-count", bound="exact", low="", best="5", recompute="to=2021-04"),
    ]
    folder = make.write(tmp_path, make.STORY + make.INCIDENTS, figures=figures)
    make.write_parquet(folder / "incidents" / "deaths.parquet", [make.incident()])
    (told,) = (hint for hint in check(folder).hints if "recorded deaths" in hint)
    assert "hurt-count: the recorded deaths yield 2, and the table states 5" in told
