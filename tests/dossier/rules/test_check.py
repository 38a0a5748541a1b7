"""Tests of dash.dossier.rules.check: what breaks no rule is sound."""

from pathlib import Path

from tests import factories as make


def test_the_factories_dossier_breaks_no_rule(tmp_path: Path) -> None:
    assert make.dossier(tmp_path).problems == ()
