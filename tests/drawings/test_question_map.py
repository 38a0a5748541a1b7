"""Tests of what a question of the home page sets on its small map."""

from pathlib import Path

from dash.drawings.claims import WIDTH
from dash.drawings.question_map import claims_of, view_of
from dash.figures.attribution import NOBODY
from dash.schema.story import Question
from tests import factories as make

QUESTION = Question(title="How many?", kind="map", records=("hurt-many",), link="All")


def test_a_figure_of_one_area_with_a_point_has_a_ring(tmp_path: Path) -> None:
    rows = [
        make.figure(area="bridge"),
        make.figure(id="unnamed", area="bridge", claimant="", evidence="unattributed"),
        make.figure(id="nowhere", area=""),
    ]
    dossier = make.dossier(tmp_path, figures=rows)
    found = list(claims_of(dossier, list(dossier.records("figures"))))
    assert [claim.figure["id"] for claim in found] == ["hurt-many", "unnamed"]
    assert [claim.who for claim in found] == ["The mayor", NOBODY]


def test_a_question_without_a_view_of_its_own_takes_the_first_near_one(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    own = view_of(dossier, QUESTION.model_copy(update={"bounds": (0.0, 1.0, 2.0, 3.0)}))
    assert own
    assert (own.bounds, own.width) == ((0.0, 1.0, 2.0, 3.0), WIDTH)
