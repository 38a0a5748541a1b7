"""Rules of the home page's questions: their records exist and can stand in one picture."""

from collections.abc import Iterable, Iterator

from dash.dossier.rules.figures import settle_drawn
from dash.dossier.rules.naming import Naming
from dash.dossier.rules.rows import rows_of
from dash.schema.story import Question

TABLE_OF = {"strip": "figures", "map": "figures", "statements": "quotes"}


def settle_questions(questions: Iterable[Question], naming: Naming) -> Iterator[Question]:
    """Return the questions without what they cannot draw; each thing left out is a problem."""
    counts = {
        figure.row["id"]: (figure.row["measure"], figure.row["unit"])
        for figure in rows_of(naming.tables, "figures")
    }
    for question in questions:
        table = TABLE_OF[question.kind]
        keys = naming.rows_once("questions.records", table, question.records)
        alone = [key for key in keys if counts.get(key) == counts.get(keys[0])]
        if table == "figures" and len(alone) < len(keys):
            odd = next(key for key in keys if key not in alone)
            expected = f"a figure of the measure and the unit of {keys[0]}"
            naming.tell("questions.records", odd, expected)
            keys = tuple(alone)
        if question.kind == "map":
            keys = settle_drawn("questions.records", keys, naming)
        asked = (question.difference,) if question.difference is not None else ()
        difference = next(iter(naming.rows("questions.difference", "differences", asked)), None)
        update = {"records": keys, "difference": difference, **_misplaced(question, naming)}
        if keys:
            yield question.model_copy(update=update)


def _misplaced(question: Question, naming: Naming) -> dict[str, None]:
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
    for field, what in left_out.items():
        naming.tell(f"questions.{field}", *what)
    return dict.fromkeys(left_out)
