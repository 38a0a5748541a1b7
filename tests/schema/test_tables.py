"""Tests of dash.schema.tables: a cell that its column does not allow is refused."""

from pathlib import Path

import pytest

from tests import factories as make
from tests.factories import Row


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        pytest.param({"bound": ""}, "bound", id="no bound"),
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


def test_a_column_that_may_be_blank_may_be_left_out(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    header, *rows = (folder / "events.csv").read_text(encoding="utf-8").splitlines()
    left_out = header.split(",").index("end")
    lines = [line.split(",") for line in (header, *rows)]
    text = "\n".join(",".join(cells) for cells in _without(lines, left_out))
    (folder / "events.csv").write_text(text, encoding="utf-8")
    dossier = make.reopen(folder)
    assert not dossier.problems
    assert dossier.events["end"].isna().all()


def test_a_column_that_must_be_filled_may_not_be_left_out(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    text = (folder / "events.csv").read_text(encoding="utf-8").replace("title", "heading", 1)
    (folder / "events.csv").write_text(text, encoding="utf-8")
    assert [(p.file, p.line, p.column) for p in make.reopen(folder).problems] == [
        ("events.csv", 1, "title")
    ]


def _without(lines: list[list[str]], position: int) -> list[list[str]]:
    return [cells[:position] + cells[position + 1 :] for cells in lines]
