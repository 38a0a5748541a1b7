"""Tests of dash.dossier.rules.story: what names nothing takes away itself and no page."""

from pathlib import Path

import pytest

from tests import factories as make


def test_the_timelines_frame_names_what_exists(tmp_path: Path) -> None:
    frame = """
[glance]
figures = ["hurt-none"]
differences = ["D9"]
events = ["quarrel", "peace"]

[[lanes]]
name = "One"
topics = ["toll", "rain"]

[[lanes]]
name = "Two"
topics = ["toll"]
"""
    dossier = make.dossier(tmp_path, make.STORY + frame)
    told = {(problem.column, problem.value) for problem in dossier.problems}
    assert told == {
        ("glance.figures", "hurt-none"),
        ("glance.differences", "D9"),
        ("glance.events", "peace"),
        ("lanes.topics", "rain"),
        ("lanes.topics", "toll"),
    }


def test_the_story_names_rows_that_exist(tmp_path: Path) -> None:
    story = make.STORY.replace('"paper"', '"nobody"').replace("hurt-count", "hurt-none")
    problems = make.dossier(tmp_path, story).problems
    told = {(p.column, p.value) for p in problems if p.file == "dossier.toml"}
    assert told == {("source", "nobody"), ("comparison.beside", "hurt-none")}


def test_a_rise_names_figures_that_exist(tmp_path: Path) -> None:
    rise = '[[rises]]\nbefore = "hurt-none"\nafter = "hurt-many"\nbeside = "hurt-count"\nnote = "?"'
    (problem,) = make.dossier(tmp_path, f"{make.STORY}\n{rise}\n").problems
    assert (problem.column, problem.value) == ("rises", "hurt-none")


def test_a_span_of_the_timeline_runs_forward_between_days_that_exist(tmp_path: Path) -> None:
    spans = """
[[spans]]
name = "Backwards"
start = "2021"
end = "2020"

[[spans]]
name = "To no day"
start = "2020"
end = "2020-02-30"

[[spans]]
name = "Forward"
start = "2020"
end = "2020-02-29"
"""
    dossier = make.dossier(tmp_path, make.STORY + spans)
    told = {(problem.column, problem.value) for problem in dossier.problems}
    assert told == {
        ("spans, Backwards", "2021 to 2020"),
        ("spans 2, end", "2020-02-30"),
    }


VIEW = '\n[[views]]\nid = "{}"\nname = "A view"\nbounds = [1.0, 2.0, 3.0, 4.0]\n'
LAYER = '\n[[figure_layers]]\nid = "{}"\nname = "A layer"\nfigures = [{}]\n'
PAIRS = "beside = [{}]\npairs = [{}]"


@pytest.mark.parametrize(
    ("entry", "key", "value"),
    [
        pytest.param(VIEW.format("valley"), "views", "valley", id="a view's id twice"),
        pytest.param(LAYER.format("view", '"hurt-many"'), "figure_layers", "view", id="taken"),
        pytest.param(
            LAYER.format("hurt", '"hurt-many"') * 2,
            "figure_layers",
            "hurt",
            id="a layer twice",
        ),
        pytest.param(
            LAYER.format("hurt", '"hurt-many", "hurt-many"'),
            "figure_layers.figures",
            "hurt-many",
            id="a figure of a layer twice",
        ),
        pytest.param(
            LAYER.format("hurt", '"moon"'), "figure_layers.figures", "moon", id="no such figure"
        ),
    ],
)
def test_an_entry_at_fault_takes_away_itself(
    entry: str, key: str, value: str, tmp_path: Path
) -> None:
    dossier = make.dossier(tmp_path, make.STORY + entry)
    (problem,) = dossier.problems
    assert (problem.column, problem.value) == (key, value)
    assert [view.id for view in dossier.story.views] == ["valley"]
    assert [layer.figures for layer in dossier.story.figure_layers] in ([], [("hurt-many",)])


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        pytest.param('["hurt-many", "hurt-many"]', "hurt-many and hurt-many", id="with itself"),
        pytest.param(
            '["hurt-many", "hurt-count"], ["hurt-count", "hurt-many"]',
            "hurt-count and hurt-many",
            id="the other way round",
        ),
        pytest.param('["hurt-many", "moon"]', "moon", id="with nothing"),
    ],
)
def test_a_pair_is_of_two_figures_and_stands_there_once(
    pairs: str, value: str, tmp_path: Path
) -> None:
    story = make.STORY.replace('beside = ["hurt-count"]', PAIRS.format('"hurt-count"', pairs))
    dossier = make.dossier(tmp_path, story)
    (problem,) = dossier.problems
    assert (problem.column, problem.value) == ("comparison.pairs", value)
    assert dossier.story.comparison.beside == ("hurt-count",)
    assert len(set(dossier.story.comparison.pairs)) == len(dossier.story.comparison.pairs) < 2


@pytest.mark.parametrize(
    ("band", "kept"), [("hurt-count", True), ("hurt-many", False), ("x", False)]
)
def test_a_band_is_a_range_of_what_is_compared(band: str, kept: bool, tmp_path: Path) -> None:
    story = make.STORY.replace("beside =", f'band = "{band}"\nbeside =')
    dossier = make.dossier(tmp_path, story)
    told = [(problem.column, problem.value) for problem in dossier.problems]
    assert told == ([] if kept else [("comparison.band", band)])
    assert dossier.story.comparison.band == (band if kept else None)


def test_a_figure_named_in_vain_leaves_the_others_of_its_list(tmp_path: Path) -> None:
    glance = '[glance]\nfigures = ["hurt-none", "hurt-many"]\n'
    dossier = make.dossier(tmp_path, make.STORY + glance)
    (problem,) = dossier.problems
    assert (problem.column, problem.part) == ("glance.figures", "glance")
    assert dossier.story.glance.figures == ("hurt-many",)


def test_a_row_that_was_lost_is_the_problem_and_not_what_names_it(tmp_path: Path) -> None:
    glance = '[glance]\nfigures = ["hurt-many"]\nevents = ["quarrel"]\n'
    folder = make.write(tmp_path, make.STORY + glance)
    figures = folder / "figures.csv"
    text = figures.read_text(encoding="utf-8")
    figures.write_text(text.replace("hurt-many,", "hurt-many,,"), encoding="utf-8")
    dossier = make.reopen(folder)
    assert {problem.file for problem in dossier.problems} == {"figures.csv"}
    assert dossier.has("differences", "events")
    assert dossier.story.glance.events == ("quarrel",)


def test_a_key_that_cannot_be_read_is_the_problem_and_not_what_names_it(tmp_path: Path) -> None:
    events = [make.event(id="the quarrel")]
    glance = '[glance]\nevents = ["quarrel"]\n'
    dossier = make.dossier(tmp_path, make.STORY + glance, events=events)
    assert [(problem.file, problem.column) for problem in dossier.problems] == [
        ("events.csv", "id")
    ]


def test_a_measure_that_is_not_declared_takes_the_comparison_only(tmp_path: Path) -> None:
    story = make.STORY.replace('measure = "hurt"', 'measure = "harm"')
    dossier = make.dossier(tmp_path, story)
    (problem,) = dossier.problems
    assert problem.takes == "comparison.measure"
    assert dossier.story.title


def test_without_a_view_one_is_fitted_to_the_places(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, make.STORY.partition("[[views]]")[0])
    assert not dossier.problems
    (view,) = dossier.story.views
    west, south, east, north = view.bounds
    assert west < 2.0 < east
    assert south < 3.0 < north


def test_what_somebody_counts_is_said_of_what_is_declared(tmp_path: Path) -> None:
    reach = '[[reach]]\nclaimant = "{}"\nmeasure = "{}"\npopulations = ["{}"]\nwords = "..."'
    wrong = [("nobody", "hurt", "everyone"), ("mayor", "lost", "everyone"), ("mayor", "hurt", "x")]
    frame = "\n\n".join(reach.format(*words) for words in (*wrong, ("mayor", "hurt", "everyone")))
    dossier = make.dossier(tmp_path, f"{make.STORY}\n{frame}\n")
    assert {(problem.column, problem.value) for problem in dossier.problems} == {
        ("reach.claimant", "nobody"),
        ("reach.measure", "lost"),
        ("reach.populations", "x"),
    }
