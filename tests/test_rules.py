"""Tests of dash.rules: each rule refuses the row that breaks it, and names the cell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dash.loaders import open_dossier
from tests import factories as make
from tests.factories import Row

BREACHES: dict[str, tuple[str, Callable[[], list[Row]], str]] = {
    "an id that no row has": ("quotes", lambda: [make.quote(places="moon")], "places"),
    "one unknown id of several": ("quotes", lambda: [make.quote(speaker="mayor;x")], "speaker"),
    "a topic not declared": ("quotes", lambda: [make.quote(topic="weather")], "topic"),
    "a record that does not exist": (
        "differences",
        lambda: [make.difference(records="slide-9")],
        "records",
    ),
    "an id of two tables": ("events", lambda: [make.event(id="hurt-many")], "id"),
    "31 February": ("events", lambda: [make.event(start="2020-02-31")], "start"),
    "a period that runs backwards": (
        "figures",
        lambda: [make.figure(period_start="2021"), make.context_figure()],
        "as_of",
    ),
    "a floor without a low": (
        "figures",
        lambda: [make.figure(low=""), make.context_figure()],
        "low",
    ),
    "a floor with a best": (
        "figures",
        lambda: [make.figure(best="13"), make.context_figure()],
        "best",
    ),
    "low above high": (
        "figures",
        lambda: [make.figure(), make.context_figure(low="20")],
        "high",
    ),
    "best outside the range": (
        "figures",
        lambda: [make.figure(), make.context_figure(best="15")],
        "best",
    ),
    "no bound": ("figures", lambda: [make.figure(bound=""), make.context_figure()], "bound"),
    "low above high, even where odd bounds are the source's": (
        "figures",
        lambda: [make.figure(), make.context_figure(low="20", sic="true")],
        "high",
    ),
    "a unit that is not the measure's": (
        "figures",
        lambda: [make.figure(unit="cats"), make.context_figure()],
        "unit",
    ),
    "a column that no source leaves open": (
        "figures",
        lambda: [make.figure(supplied="low"), make.context_figure()],
        "supplied",
    ),
    "a cell that was supplied and is blank": (
        "figures",
        lambda: [make.figure(supplied="area", area=""), make.context_figure()],
        "area",
    ),
    "a series not declared": (
        "figures",
        lambda: [make.figure(series="moon"), make.context_figure()],
        "series",
    ),
    "an invented midpoint": (
        "figures",
        lambda: [make.figure(), make.context_figure(best="12")],
        "best",
    ),
    "no claimant, though one is meant": (
        "figures",
        lambda: [make.figure(claimant=""), make.context_figure()],
        "claimant",
    ),
    "unattributed, with a claimant": (
        "figures",
        lambda: [make.figure(evidence="unattributed"), make.context_figure()],
        "claimant",
    ),
    "a unit that does not fit": (
        "figures",
        lambda: [make.figure(unit="ships"), make.context_figure()],
        "unit",
    ),
    "people of no population": (
        "figures",
        lambda: [make.figure(population=""), make.context_figure()],
        "population",
    ),
    "a part of itself": (
        "figures",
        lambda: [make.figure(subset_of="hurt-many"), make.context_figure()],
        "subset_of",
    ),
    "a memory": (
        "figures",
        lambda: [make.figure(), make.context_figure(verification="M")],
        "verification",
    ),
    "the story's figure without an anchor": (
        "figures",
        lambda: [make.figure(exact=""), make.context_figure()],
        "exact",
    ),
    "an anchor that is too long": (
        "figures",
        lambda: [make.figure(exact=" ".join(["word"] * 13)), make.context_figure()],
        "exact",
    ),
    "context labelled as the story's": (
        "events",
        lambda: [make.event(in_story="false")],
        "verification",
    ),
    "half a point": ("places", lambda: [make.place(latitude="")], "latitude"),
    "a day for an open event": ("events", lambda: [make.event(precision="open")], "start"),
    "a topic of an event not declared": ("events", lambda: [make.event(topic="rain")], "topic"),
    "a label too long for the chart": ("events", lambda: [make.event(label="x" * 29)], "label"),
    "a relative date without a clock": (
        "events",
        lambda: [make.event(relative="true", locator="P9")],
        "locator",
    ),
    "a paraphrase in quotation marks": (
        "quotes",
        lambda: [make.quote(speech="paraphrase", text="They will “never” pay.")],
        "text",
    ),
    "an anchor outside the quotation": (
        "quotes",
        lambda: [make.quote(exact="shall pay")],
        "exact",
    ),
    "an alteration without its original": (
        "quotes",
        lambda: [make.quote(check="altered", original_source="paper")],
        "original_text",
    ),
    "an actor that acts for itself": (
        "actors",
        lambda: [make.actor(affiliation="mayor")],
        "affiliation",
    ),
}


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_told_in_its_cell(name: str, tmp_path: Path) -> None:
    table, rows, column = BREACHES[name]
    problems = make.dossier(tmp_path, **{table: rows()}).problems
    assert (f"{table}.csv", column) in {(problem.file, problem.column) for problem in problems}


def test_the_factories_dossier_breaks_no_rule(tmp_path: Path) -> None:
    assert make.dossier(tmp_path).problems == ()


def test_odd_bounds_are_kept_where_the_source_has_them(tmp_path: Path) -> None:
    odd = make.context_figure(low="21", best="19", high="26", sic="true")
    assert make.dossier(tmp_path, figures=[make.figure(), odd]).problems == ()


def test_a_longer_circle_is_found(tmp_path: Path) -> None:
    actors = [make.actor(affiliation="council"), make.actor(id="council", affiliation="mayor")]
    problems = make.dossier(tmp_path, actors=actors).problems
    assert {(problem.line, problem.column) for problem in problems} == {
        (2, "affiliation"),
        (3, "affiliation"),
    }


def test_the_timelines_frame_is_checked(tmp_path: Path) -> None:
    frame = """
[glance]
figures = ["hurt-none"]
differences = ["D9"]
events = ["quarrel", "peace"]

[[spans]]
name = "Backwards"
start = "2021"
end = "2020-02-30"

[[lanes]]
name = "One"
topics = ["toll", "rain"]

[[lanes]]
name = "Two"
topics = ["toll"]
"""
    folder = make.write(tmp_path)
    (folder / "dossier.toml").write_text(make.STORY + frame, encoding="utf-8")
    told = {(p.column, p.value) for p in open_dossier(folder).problems}
    assert told == {
        ("glance.figures", "hurt-none"),
        ("glance.differences", "D9"),
        ("glance.events", "peace"),
        ("spans, Backwards", "2021 to 2020-02-30"),
        ("lanes.topics", "rain"),
        ("lanes.topics", "toll"),
    }


def test_the_story_names_rows_that_exist(tmp_path: Path) -> None:
    story = make.STORY.replace('"paper"', '"nobody"').replace("hurt-count", "hurt-none")
    folder = make.write(tmp_path)
    (folder / "dossier.toml").write_text(story, encoding="utf-8")
    told = {(p.column, p.value) for p in open_dossier(folder).problems if p.file == "dossier.toml"}
    assert told == {("source", "nobody"), ("comparison.beside", "hurt-none")}


MORE = """
[measures.queue]
label = "Queue"
units = ["people", "metres"]

[series.days]
label = "Day by day"
kind = "running_total"

[[rises]]
before = "hurt-none"
after = "hurt-many"
beside = "hurt-count"
note = "Nobody knows."
"""


def test_a_series_counts_one_thing_and_a_part_has_the_unit_of_its_whole(tmp_path: Path) -> None:
    folder = make.write(
        tmp_path,
        figures=[
            make.figure(series="days"),
            make.context_figure(series="days", measure="queue", subset_of="hurt-many"),
            make.context_figure(id="metres", measure="queue", unit="metres", subset_of="hurt-many"),
        ],
    )
    (folder / "dossier.toml").write_text(make.STORY + MORE, encoding="utf-8")
    told = {
        (problem.file, problem.line, problem.column) for problem in open_dossier(folder).problems
    }
    assert told == {
        ("dossier.toml", None, "rises"),
        ("figures.csv", 3, "measure"),
        ("figures.csv", 4, "unit"),
    }


def test_pages_are_for_other_sources_than_the_story(tmp_path: Path) -> None:
    outside = make.context_figure(locator="page 3")
    assert make.dossier(tmp_path / "a", figures=[make.figure(), outside]).problems == ()
    (problem,) = make.dossier(tmp_path / "b", events=[make.event(locator="page 3")]).problems
    assert problem.column == "locator"
