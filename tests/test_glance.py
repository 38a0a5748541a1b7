"""Tests of dash.glance: what the first page shows where dossier.toml names nothing."""

from pathlib import Path

from dash.glance import (
    MOST_EVENTS,
    MOST_FIGURES,
    key_differences,
    key_events,
    key_figures,
    key_statements,
)
from tests import factories as make


def test_the_quantity_with_most_numbers_comes_first_and_context_not_at_all(tmp_path: Path) -> None:
    story = make.STORY + '\n[measures.boats]\nlabel = "Boats"\nunits = ["boats"]\n'
    boats = make.figure(id="boats", measure="boats", unit="boats", population="")
    hurt = [make.figure(id=f"hurt-{number}") for number in range(MOST_FIGURES + 1)]
    figures = [boats, make.context_figure(), *hurt]
    dossier = make.dossier(tmp_path, story, figures=figures, differences=[])
    assert key_figures(dossier) == [[f"hurt-{n}" for n in range(MOST_FIGURES)], ["boats"]]


def test_quotations_come_before_words_of_others_and_need_a_speaker(tmp_path: Path) -> None:
    quotes = [
        make.quote(id="R1", speech="paraphrase", text="They would not pay", exact="not pay"),
        make.quote(id="Q2", speaker=""),
        make.quote(),
    ]
    assert key_statements(make.dossier(tmp_path, quotes=quotes)) == ["Q1", "R1"]


def test_the_storys_last_events_are_shown_and_none_without_a_date(tmp_path: Path) -> None:
    events = [
        make.event(id=f"day-{day}", start=f"2020-05-{day:02}") for day in range(1, MOST_EVENTS + 2)
    ]
    events += [make.event(id="open", start="", precision="open")]
    shown = key_events(make.dossier(tmp_path, events=events))
    assert shown == [f"day-{day}" for day in range(2, MOST_EVENTS + 2)]


def test_what_is_named_is_shown_and_nothing_else(tmp_path: Path) -> None:
    story = make.STORY + '\n[glance]\nfigures = ["hurt-count"]\ndifferences = ["D2"]\n'
    rows = [make.difference(), make.difference(id="D2")]
    dossier = make.dossier(tmp_path, story, differences=rows)
    assert key_figures(dossier) == [["hurt-count"]]
    assert key_differences(dossier) == ["D2"]


def test_a_table_that_is_broken_gives_nothing(tmp_path: Path) -> None:
    make.write(tmp_path)
    for table in ("figures", "quotes", "events", "differences"):
        (tmp_path / f"{table}.csv").write_text("id\n1\n", encoding="utf-8")
    dossier = make.reopen(tmp_path)
    empty = key_figures(dossier), key_statements(dossier)
    assert empty == ([], [])
    assert (key_events(dossier), key_differences(dossier)) == ([], [])
