"""Tests of dash.figures.hints, and of the worked example that data/README.md gives of them."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

from dash.__main__ import main
from dash.checking.report import MOST_HINTS
from dash.dossier.model import Dossier
from dash.figures.comparability import compare
from dash.figures.comparison_text import sentences
from dash.figures.context import context_of
from dash.figures.hints import hints
from dash.figures.words import spell_value
from tests import factories
from tests.conftest import ROOT
from tests.factories import Row

README = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
EXAMPLE = README.partition("### A worked example")[2].partition("UN, OSCE, UCDP")[0]
BEFORE, AFTER = (
    list(csv.DictReader(StringIO(block)))
    for block in re.findall(r"```csv\n(.*?)```", EXAMPLE, re.DOTALL)
)
STORY = factories.STORY.replace("[measures.hurt]", "[measures.killed]\nlabel = 'Killed'\n"
    "units = ['people']\ncasualties = true\n\n[measures.hurt]")  # fmt: skip


def _folder(folder: Path, rows: list[Row]) -> Path:
    blank = {"low": "", "high": "", "stated_on": ""}
    figures = [factories.context_figure(**(blank | row)) for row in rows]
    bodies = {row["claimant"] for row in rows if row["claimant"]}
    actors = [factories.actor(), *(factories.actor(id=body) for body in sorted(bodies))]
    report = factories.source(id="report", kind="report", published="2020-07-30")
    own = [factories.figure(), factories.context_figure()]
    return factories.write(
        folder, STORY, figures=own + figures, actors=actors, sources=[factories.source(), report]
    )


def _dossier(folder: Path, rows: list[Row]) -> Dossier:
    dossier = factories.reopen(_folder(folder, rows))
    assert dossier.problems == ()
    return dossier


def _quoted(index: int) -> str:
    """Return one of the README's block quotations as one line."""
    quotes = re.findall(r"(?:^> .*\n)+", EXAMPLE, re.MULTILINE)
    return " ".join(line.removeprefix("> ") for line in quotes[index].splitlines())


def test_the_example_as_first_written_down_gives_the_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(_folder(tmp_path, BEFORE))]) == 0
    assert _quoted(0) in capsys.readouterr().out
    dossier = factories.reopen(tmp_path)
    context = context_of(dossier)
    pair = context.figure("inquiry"), context.figure("owners")
    assert "cannot be told" in sentences(compare(*pair, context), context)[0]


def test_the_example_once_filled_in_is_a_plain_disagreement(tmp_path: Path) -> None:
    dossier = _dossier(tmp_path, AFTER)
    assert list(hints(dossier)) == []
    context = context_of(dossier)
    pair = context.figure("inquiry"), context.figure("owners")
    assert " ".join(sentences(compare(*pair, context), context)[:2]) == _quoted(1)


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"area": "bridge"}, "period"),
        ({"period_start": "2020-05-05", "as_of": "2020-05-05"}, "area"),
        ({}, "area and period"),
    ],
)
def test_a_hint_asks_for_what_both_leave_blank(tmp_path: Path, changes: Row, asked: str) -> None:
    found = list(hints(_dossier(tmp_path, [{**row, **changes} for row in BEFORE])))
    assert len(found) == 1
    assert f"fill in {asked} to have them compared" in found[0].told


@pytest.mark.parametrize(
    "changes",
    [
        {"claimant": "inquiry"},
        {"claimant": "", "evidence": "unattributed"},
        {"measure": "hurt"},
        {"area": "bridge", "period_start": "2020-05-05"},
        {"same_as": "inquiry", "note": "told again"},
        {"subset_of": "inquiry"},
    ],
)
def test_no_hint_where_nothing_blank_keeps_two_counts_apart(tmp_path: Path, changes: Row) -> None:
    first, second = BEFORE
    dossier = _dossier(tmp_path, [first, {**second, **changes, "id": "owners"}])
    assert [hint for hint in hints(dossier) if "inquiry and owners" in hint.told] == []


def test_the_shipped_dossier_needs_no_hint(shipped: Dossier) -> None:
    assert list(hints(shipped)) == []


def test_many_hints_are_cut_short(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{**BEFORE[0], "id": f"count-{n}", "claimant": f"body-{n}"} for n in range(5)]
    assert main(["check", str(_folder(tmp_path, rows))]) == 0
    told = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("Hint: figures.csv") for line in told) == MOST_HINTS
    assert "Hint: there are 5 more hints like these." in told


def test_a_hint_asks_for_the_form_of_a_unit_behind_one(tmp_path: Path) -> None:
    story = factories.STORY.replace('units = ["people"]', 'units = ["people", "axes", "ships"]')
    one = {"bound": "exact", "low": "", "best": "1", "population": ""}
    figures = [
        factories.figure(id=f"one-{unit}", unit=unit, **one) for unit in ("axes", "ships", "axes")
    ]
    figures[-1] |= {"id": "two", "best": "2"}
    assert [
        hint.told
        for hint in hints(factories.dossier(tmp_path / "asked", story, figures=figures))
        if "[units]" in hint.told
    ] == [
        "one-axes: behind 1 the unit may not be 'axes'; write how it reads there into "
        'dossier.toml, [units] and "axes" = "..."'
    ]
    declared = f'{story}\n[units]\naxes = "axe"\n'
    dossier = factories.dossier(tmp_path / "told", declared, figures=figures)
    assert not any("[units]" in hint.told for hint in hints(dossier))
    assert spell_value(dossier.record("figures", "one-axes")) == "1 axe"
