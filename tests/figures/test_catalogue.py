"""Tests of dash.figures.catalogue: figures in words, made ready once, and their names in a list."""

from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.figures.catalogue import Catalogue, shortened
from tests import factories as make


def test_a_label_says_how_many_of_what_among_whom_by_whom_and_when(shipped: Dossier) -> None:
    labels = Catalogue(shipped).labels(["killed-14000", "ucdp-2014-07"])
    assert labels["killed-14000"] == "14,000 · Ukraine · since 2014, up to when is not stated"
    (alone,) = Catalogue(shipped).labels(["killed-14000"]).values()
    assert alone == (
        "14,000 · People killed · Everyone (not stated) · Ukraine · Eastern Ukraine (not stated) · "
        "since 2014, up to when is not stated"
    )


def test_what_differs_stays_in_the_labels(shipped: Dossier) -> None:
    labels = Catalogue(shipped).labels(["killed-14000", "civilians-3300"])
    assert "Everyone (not stated)" in labels["killed-14000"]
    assert "Civilians" in labels["civilians-3300"]


def test_no_two_labels_are_the_same(tmp_path: Path, shipped: Dossier) -> None:
    rows = [make.figure(), make.context_figure(), make.context_figure(id="hurt-again")]
    labels = Catalogue(make.dossier(tmp_path, figures=rows)).labels(["hurt-count", "hurt-again"])
    assert labels["hurt-again"].endswith(" · hurt-again")
    every = Catalogue(shipped)
    assert len(set(every.labels(list(every.figures)).values())) == len(every.figures)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Uppsala Conflict Data Program (UCDP)", "UCDP"),
        ("The council (of Upton)", "The council (of Upton)"),
        ("Ukraine", "Ukraine"),
    ],
)
def test_an_abbreviation_stands_for_a_name_that_gives_one(name: str, short: str) -> None:
    assert shortened(name) == short


def test_the_table_has_the_figures_that_are_asked_for(shipped: Dossier) -> None:
    catalogue = Catalogue(shipped)
    table = catalogue.table([catalogue.figures[key] for key in ("killed-13000", "killed-14000")])
    assert table["Id"].tolist() == ["killed-13000", "killed-14000"]
    assert table["Number"].tolist() == ["more than 13,000", "14,000"]
    assert table["Who says so"].tolist()[1] == "Ukraine"
