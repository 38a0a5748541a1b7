"""The questions that a dossier answers with pictures: its own, or those that lie nearest."""

from collections.abc import Iterator

from dash.dossier.model import Dossier
from dash.glance import key_figures, key_statements
from dash.schema.story import Question
from dash.wording import WHAT_WAS_SAID

ALL_NUMBERS = "All numbers"
APART = "Each number stands by itself: none is added to another."
ALL_STATEMENTS = "All statements"


def questions(dossier: Dossier) -> list[Question]:
    """Return the questions of dossier.toml; without any, what is counted and what was said."""
    return list(dossier.story.questions) or [*_of_figures(dossier), *_of_statements(dossier)]


def _of_figures(dossier: Dossier) -> Iterator[Question]:
    for keys in key_figures(dossier):
        measure = dossier.record("figures", keys[0])["measure"]
        yield Question(
            title=dossier.story.measures[measure].label,
            kind="strip",
            records=tuple(keys),
            sentence=APART if len(keys) > 1 else None,
            link=ALL_NUMBERS,
        )


def _of_statements(dossier: Dossier) -> Iterator[Question]:
    keys = key_statements(dossier)
    if keys:
        yield Question(
            title=WHAT_WAS_SAID, kind="statements", records=tuple(keys), link=ALL_STATEMENTS
        )
