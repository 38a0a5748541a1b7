"""Tests of dash.schema.tables: a cell that its column does not allow is refused."""

from pathlib import Path

import pytest

from tests import factories as make
from tests.factories import Row


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        pytest.param({"bound": "", "high": ""}, "bound", id="no bound"),
        pytest.param({"verification": "M"}, "verification", id="a memory"),
        pytest.param({"supplied": "low"}, "supplied", id="what no source leaves open"),
        pytest.param({"supplied": "moon"}, "supplied", id="supplied, and no column at all"),
        pytest.param({"exact": " ".join(["word"] * 13)}, "exact", id="an anchor too long"),
    ],
)
def test_a_figure_is_told_in_words_of_the_contract(
    changes: Row, column: str, tmp_path: Path
) -> None:
    figures = [make.figure(), make.context_figure(**changes)]
    assert make.refused(tmp_path, figures=figures) == {("figures.csv", column)}


def test_a_label_fits_the_chart(tmp_path: Path) -> None:
    events = [make.event(label="x" * 29)]
    assert make.refused(tmp_path, events=events) == {("events.csv", "label")}
