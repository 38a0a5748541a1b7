"""An import stays in bounded memory; the tool that measures it says so."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests import factories as make
from tests.benchmarks import importing

ROWS = 200_000
# MB: 230 for few rows, 294 for these in batches; held as Python's text they take far more.
MOST_MEMORY = 400


@pytest.mark.slow
def test_the_memory_of_an_import_hardly_grows_with_its_rows(tmp_path: Path) -> None:
    folder = make.write(tmp_path / "dossier", make.STORY + make.INCIDENTS)
    cost = importing.measure(importing.made(tmp_path / "ged.csv", ROWS), folder)
    assert cost.memory < MOST_MEMORY
    assert pq.read_metadata(folder / "incidents" / "recorded_deaths.parquet").num_rows == ROWS
