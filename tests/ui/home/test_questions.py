"""Tests of dash.ui.home.questions: each kind of question names the tables that it needs."""

from typing import get_args

from dash.schema.story import Question
from dash.schema.tables import TABLES
from dash.site import TARGETS
from dash.ui.home.questions import NEEDS, SHOWN_WITH


def test_every_kind_of_question_knows_its_tables_and_the_page_it_leads_to() -> None:
    kinds = set(get_args(Question.model_fields["kind"].annotation))
    assert set(NEEDS) == set(SHOWN_WITH) == kinds
    for kind in kinds:
        assert set(NEEDS[kind]) <= set(TABLES)
        assert SHOWN_WITH[kind] in TARGETS
        assert SHOWN_WITH[kind] in NEEDS[kind]
