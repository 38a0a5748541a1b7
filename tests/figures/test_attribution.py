"""Tests of the few words beside a number."""

from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.figures.attribution import qualified, says
from dash.schema.rows import Figure
from tests import factories as make

NAMES = {"mayor": "The mayor"}


def _figure(folder: Path, **changes: str) -> Figure:
    sound = make.rows()["figures"]
    row = make.figure(id="told", period_start="", **changes)
    dossier = make.dossier(folder, figures=[row, *sound])
    assert dossier.problems == ()
    return dossier.record("figures", "told")


def test_a_number_is_somebodys_or_nobodys(tmp_path: Path) -> None:
    assert says(_figure(tmp_path), NAMES) == "according to The mayor"
    nobodys = _figure(tmp_path, claimant="", evidence="unattributed")
    assert says(nobodys, NAMES) == "nobody is named"


@pytest.mark.parametrize(
    ("supplied", "stated_on", "words"),
    [
        ("", "", "as of 6 May 2020"),
        ("as_of", "2020-05-06", "said on 6 May 2020"),
        ("as_of", "", "date not stated"),
        ("population", "", "as of 6 May 2020; who is counted not stated"),
    ],
)
def test_what_a_source_leaves_open_is_told_as_not_stated(
    supplied: str, stated_on: str, words: str, tmp_path: Path
) -> None:
    figure = _figure(tmp_path, supplied=supplied, stated_on=stated_on)
    assert qualified(figure) == words


def test_a_total_may_leave_open_its_date_and_whom_it_counts(shipped: Dossier) -> None:
    assert qualified(shipped.record("figures", "killed-13000")) == "date not stated"
    both = qualified(shipped.record("figures", "killed-14000"))
    assert both == "date and who is counted not stated"


def test_a_callout_stands_beside_the_number_wherever_its_date_does(tmp_path: Path) -> None:
    figure = _figure(tmp_path, callout="planned, then called off")
    assert qualified(figure) == "as of 6 May 2020; planned, then called off"
