"""Rules of the home page's questions: their records exist and can stand in one picture."""

from collections.abc import Callable, Iterable, Iterator

from dash.dossier.records import Tables
from dash.dossier.rules.figures import drawn_by_size
from dash.dossier.rules.rows import rows_of
from dash.schema.problems import Problem
from dash.schema.story import FILE, Question

TABLE_OF = {"strip": "figures", "map": "figures", "statements": "quotes"}
NOT_BELOW_ZERO = "a figure that is not below zero: the map draws numbers as areas"
# Takes a key of dossier.toml, a table and ids; gives back those that name a row, each once.
Known = Callable[[str, str, Iterable[str]], tuple[str, ...]]


def settle_questions(
    questions: Iterable[Question], tables: Tables, known: Known, problems: list[Problem]
) -> Iterator[Question]:
    """Return the questions without what they cannot draw; each thing left out is a problem.

    Args:
        questions: What dossier.toml asks.
        tables: The tables that could be read.
        known: Keeps the ids that name a row, and tells of the others.
        problems: Takes what else is wrong.
    """
    counts = {
        figure.row["id"]: (figure.row["measure"], figure.row["unit"])
        for figure in rows_of(tables, "figures")
    }
    for question in questions:
        table = TABLE_OF[question.kind]
        keys = known("questions.records", table, question.records)
        alone = [key for key in keys if counts.get(key) == counts.get(keys[0])]
        if table == "figures" and len(alone) < len(keys):
            odd = next(key for key in keys if key not in alone)
            expected = f"a figure of the measure and the unit of {keys[0]}"
            problems.append(_problem("records", odd, expected))
            keys = tuple(alone)
        if question.kind == "map":
            sized = tuple(drawn_by_size(tables, keys))
            problems += [
                _problem("records", key, NOT_BELOW_ZERO) for key in keys if key not in sized
            ]
            keys = sized
        asked = (question.difference,) if question.difference is not None else ()
        difference = next(iter(known("questions.difference", "differences", asked)), None)
        update = {"records": keys, "difference": difference, **_misplaced(question, problems)}
        if keys:
            yield question.model_copy(update=update)


def _misplaced(question: Question, problems: list[Problem]) -> dict[str, None]:
    """Return what the kind of picture has no use for: only statements leave something unsaid."""
    left_out = {}
    if question.unsaid is not None and question.kind != "statements":
        left_out["unsaid"] = (question.unsaid, "nothing, except where kind is statements")
    if question.bounds is not None:
        west, south, east, north = question.bounds
        if question.kind != "map":
            left_out["bounds"] = (str(question.bounds), "nothing, except where kind is map")
        elif west >= east or south >= north:
            expected = "west before east, and south before north"
            left_out["bounds"] = (str(question.bounds), expected)
    problems += [_problem(field, *what) for field, what in left_out.items()]
    return dict.fromkeys(left_out)


def _problem(field: str, value: str, expected: str) -> Problem:
    return Problem(FILE, None, f"questions.{field}", value, expected, "questions")
