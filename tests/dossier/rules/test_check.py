"""Tests of dash.dossier.rules.check: what breaks no rule is sound."""

from pathlib import Path

from tests import factories as make


def test_the_factories_dossier_breaks_no_rule(tmp_path: Path) -> None:
    assert make.dossier(tmp_path).problems == ()


def test_what_follows_from_a_bad_cell_is_not_told_again(tmp_path: Path) -> None:
    misspelt = make.figure(claimant="", evidence="unatributed")
    assert make.refused(tmp_path, figures=[misspelt, make.context_figure()]) == {
        ("figures.csv", "evidence")
    }


def test_what_follows_from_no_bad_cell_is_told_beside_it(tmp_path: Path) -> None:
    twice = make.figure(claimant="", unit="bridges", population="nobody")
    assert make.refused(tmp_path, figures=[twice, make.context_figure()]) == {
        ("figures.csv", "claimant"),
        ("figures.csv", "population"),
        ("figures.csv", "unit"),
    }
