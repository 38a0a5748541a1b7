"""Tests of dash.checking.measuring: how large a dossier is, whoever wrote it."""

from pathlib import Path

import pytest

from dash.checking.limits import MOST_ROWS, UnfitUploadError
from dash.checking.measuring import require_small
from tests import factories as make
from tests.serving import ROOT


def test_the_dossier_that_ships_is_small() -> None:
    require_small(ROOT / "data")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_rows_are_counted_however_lines_end_and_over_all_tables(end: str, tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    for name in ("events.csv", "quotes.csv"):
        (folder / name).write_bytes(f"id{end}".encode() * (MOST_ROWS // 2))
    with pytest.raises(UnfitUploadError, match="python -m dash serve FOLDER"):
        require_small(folder)
    (folder / "quotes.csv").unlink()
    require_small(folder)


def test_rows_of_a_workbook_are_counted_too(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    make.write_workbook(folder / "story.xlsx", events=[dict(make.event())] * (MOST_ROWS + 1))
    with pytest.raises(UnfitUploadError, match=r"5,000 rows"):
        require_small(folder)
