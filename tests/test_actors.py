"""Tests of dash.actors."""

from pathlib import Path

from dash.actors import acting_for, behind
from tests import factories as make


def test_an_actor_stands_for_those_who_act_for_it(tmp_path: Path) -> None:
    rows = [
        make.actor(affiliation="council"),
        make.actor(id="council", affiliation="upton"),
        make.actor(id="upton"),
        make.actor(id="downton"),
    ]
    actors = make.dossier(tmp_path, actors=rows).records("actors")
    assert acting_for(actors, "upton") == {"mayor", "council", "upton"}
    assert acting_for(actors, "downton") == {"downton"}
    assert behind(actors, ["council"]) == {"council", "upton"}
