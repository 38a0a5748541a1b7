"""Rules of the home page's questions: their records exist and can stand in one picture."""

from collections.abc import Iterator

from dash.dossier.records import Tables
from dash.dossier.rules.rows import keys_of, rows_of
from dash.schema.problems import Problem
from dash.schema.story import FILE, Question, Story

TABLE_OF = {"strip": "figures", "map": "figures", "statements": "quotes"}


def questions_name_records(tables: Tables, story: Story) -> Iterator[Problem]:
    """Every record that a question draws is a row of the table that its picture shows."""
    for question in story.questions:
        named = [("records", TABLE_OF[question.kind], key) for key in question.records]
        if question.difference is not None:
            named.append(("difference", "differences", question.difference))
        for field, table, key in named:
            if table in tables and key not in keys_of(tables, table):
                expected = f"the id of one row of {table}"
                yield Problem(FILE, None, f"questions.{field}", key, expected)


def questions_draw_one_measure(tables: Tables, story: Story) -> Iterator[Problem]:
    """A picture has one scale: its figures count one thing in one unit."""
    rows = (figure.row for figure in rows_of(tables, "figures"))
    counts = {row["id"]: (row["measure"], row["unit"]) for row in rows}
    for question in story.questions:
        if TABLE_OF[question.kind] == "figures":
            known = [key for key in question.records if key in counts]
            for key in known[1:]:
                if counts[key] != counts[known[0]]:
                    expected = f"a figure of the measure and the unit of {known[0]}"
                    yield Problem(FILE, None, "questions.records", key, expected)


def questions_fit_their_kind(_tables: Tables, story: Story) -> Iterator[Problem]:
    """Only statements leave something unsaid, and only a map has bounds, which enclose an area."""
    for question in story.questions:
        if question.unsaid is not None and question.kind != "statements":
            yield _misplaced("unsaid", question.unsaid, "nothing, except where kind is statements")
        if question.bounds is not None:
            yield from _bounds(question, question.bounds)


def _bounds(question: Question, bounds: tuple[float, float, float, float]) -> Iterator[Problem]:
    west, south, east, north = bounds
    if question.kind != "map":
        yield _misplaced("bounds", str(bounds), "nothing, except where kind is map")
    elif west >= east or south >= north:
        yield _misplaced("bounds", str(bounds), "west before east, and south before north")


def _misplaced(field: str, value: str, expected: str) -> Problem:
    return Problem(FILE, None, f"questions.{field}", value, expected)
