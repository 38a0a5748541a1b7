"""Tests of dash.statements.exchange: who answers whom, and what nobody is named for."""

from pathlib import Path

from dash.dossier.model import Dossier
from dash.statements.exchange import (
    MOST_IN_COLUMN,
    columns,
    in_the_storys_voice,
    sides_by_topic,
)
from dash.statements.index import Statements
from dash.statements.quotes import NOBODY
from tests import factories as make


def _ids(dossier: Dossier, topic: str) -> dict[str, list[str]]:
    return {
        column.side: [row["id"] for row in column.rows]
        for column in columns(Statements(dossier), topic)
    }


def test_sides_stand_beside_each_other_with_what_they_answer(shipped: Dossier) -> None:
    assert _ids(shipped, "Provocations") == {
        "Russia": ["R07", "Q05", "R08"],
        "Ukraine": ["R07"],
        "OSCE": ["R09"],
    }
    assert _ids(shipped, "Reasons given for the deployment")["NATO"] == ["Q08"]
    assert list(_ids(shipped, "Cyber intrusions and elections"))[-1] == NOBODY


def test_each_topic_says_how_often_each_side_speaks_on_it(shipped: Dossier) -> None:
    told = sides_by_topic(Statements(shipped))
    assert next(iter(told["Relations between the powers"].items())) == ("United States", 3)
    assert told["Provocations"] == {"Russia": 2, "OSCE": 1, "Ukraine": 1}
    assert list(told["Cyber intrusions and elections"])[-1] == NOBODY
    assert "Words and labels" not in told, "a topic without statements"


def test_what_the_story_tells_by_itself_is_attributed_to_nobody(shipped: Dossier) -> None:
    told = in_the_storys_voice(shipped, "ceasefire")
    assert ("events", "fighting-intensifies") in told
    assert ("quotes", "R14") not in told
    casualties = in_the_storys_voice(shipped, "casualties")
    assert ("figures", "killed-13000") in casualties
    assert ("figures", "killed-14000") not in casualties


def test_a_long_column_ends_with_how_many_more(tmp_path: Path) -> None:
    quotes = [make.quote(id=f"Q{number}") for number in range(1, MOST_IN_COLUMN + 4)]
    (column,) = columns(Statements(make.dossier(tmp_path, quotes=quotes)), "The toll")
    assert (column.side, len(column.rows), column.more) == ("The mayor", MOST_IN_COLUMN, 3)
