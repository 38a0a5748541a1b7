"""Tests of dash.ui.recorded: numbers of the record, or as stated where it does not answer."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dash.dossier.incidents import SETTING
from dash.dossier.model import Dossier
from dash.incidents.waiting import EngineError
from dash.ui import recorded
from dash.ui.data import atlas_of
from dash.ui.map.recorded import with_record
from dash.ui.recorded import as_recorded
from tests import factories as make


def _small(folder: Path) -> Dossier:
    make.write_incidents(folder, [make.incident()])
    stated = {
        "bound": "exact",
        "best": "7",
        "low": "",
        "period_start": "2021-04",
        "as_of": "2021-04",
    }
    figures = [make.figure(**stated, recompute="from=2021-04&to=2021-04"), make.context_figure()]
    make.write(folder, make.STORY + make.INCIDENTS, figures=figures)
    return make.reopen(folder)


def test_the_shipped_numbers_are_the_same_and_those_without_a_sum_are_named(
    shipped: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a busy machine the record answers later than a page waits for it.
    monkeypatch.setattr(recorded, "PATIENCE_SECONDS", 60.0)
    atlas = atlas_of(shipped)
    same, line = with_record(shipped, atlas, {"deaths"})
    assert same is atlas
    assert line is not None
    assert line.startswith(
        "Computed from the recorded deaths: 19 of 20 numbers. As stated, since no choice"
    )
    assert "Pisky" in line
    assert with_record(shipped, atlas, {"passage-april"}) == (atlas, None)
    months = [row for row in shipped.records("figures") if row["series"] == "ucdp-months"]
    counted, line = as_recorded(shipped, months)
    assert counted == months
    assert line == f"Computed from the recorded deaths: {len(months)} of {len(months)} numbers."


def test_another_number_is_shown_as_the_record_has_it_and_told(tmp_path: Path) -> None:
    dossier = _small(tmp_path)
    stated = dossier.records("figures")
    counted, line = as_recorded(dossier, stated)
    assert [figure["best"] for figure in (stated[0], counted[0])] == [7, 2]
    assert line is not None
    assert "Other than figures.csv states" in line
    assert "now 2" in line


def test_a_record_that_does_not_answer_leaves_the_numbers_as_stated_and_is_let_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []

    def silent(*_: Any) -> Mapping[str, Any]:
        asked.append(time.monotonic())
        raise EngineError("gone")

    dossier = _small(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(recorded, "recomputed", silent)
        for _ in range(3):
            counted, line = as_recorded(dossier, dossier.records("figures"))
            assert counted == dossier.records("figures")
            assert line is not None
            assert "do not answer at present" in line
    assert len(asked) == 1
    recorded._recomputing(dossier)._rests_until = 0.0
    assert as_recorded(dossier, dossier.records("figures"))[0][0]["best"] == 2


def test_a_setting_that_cannot_be_used_takes_no_page_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, "http://somewhere")
    dossier = _small(tmp_path)
    assert as_recorded(dossier, dossier.records("figures"))[0][0]["best"] == 7
