"""The recorded deaths for all pages: asked by their own, and what figures are recomputed from.

A page that only shows figures never waits long for them: where they do not answer, its figures
stand as they are stated.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.incidents.answer import Answer
from dash.incidents.recompute import recomputed
from dash.incidents.record import Record, engine_of
from dash.incidents.selection import Selection
from dash.incidents.waiting import EngineError, Once
from dash.incidents.words import spell_recomputed
from dash.schema.rows import Figure
from dash.ui.lasting import KeptWith

# How long a page waits for the record, and how long none does after it did not answer.
PATIENCE_SECONDS = 2.0
REST_SECONDS = 30.0
# Of some hundred places each.
ANSWERS_KEPT = 64


@KeptWith
def record_of(dossier: Dossier) -> Record:
    """Return the recorded deaths of a dossier; their answers are kept for all who read it.

    Raises:
        EngineError: The setting of the engine cannot be used.
    """
    return Record(engine_of(dossier.incidents, dossier.folder))


@KeptWith
def answers_of(dossier: Dossier) -> Callable[[Selection], Answer]:
    """Return what gives the answers about a selection, put into objects once for all readers.

    Raises:
        EngineError: The setting of the engine cannot be used.
    """
    return lru_cache(ANSWERS_KEPT)(partial(Answer, record_of(dossier)))


def as_recorded(dossier: Dossier, figures: Sequence[Figure]) -> tuple[list[Figure], str | None]:
    """Return figures as the record yields them, and a line that says which do; else as stated.

    Args:
        dossier: Holds the record; without one, or where none of the figures names a part of it,
            there is nothing to say.
        figures: What a page shows.
    """
    named = any(figure["recompute"] for figure in figures)
    if not named or dossier.story.incidents is None or not dossier.has("places"):
        return list(figures), None
    computed = _recomputing(dossier).now()
    line = spell_recomputed(figures, computed, names(dossier.records("places")))
    return [(computed or {}).get(figure["id"], figure) for figure in figures], line


class Recomputing:
    """The figures as the record yields them, worked out beside the pages that ask for them."""

    def __init__(self, dossier: Dossier) -> None:
        """Keep whose figures they are; nothing is asked yet."""
        self._once = Once(lambda: recomputed(record_of(dossier), dossier.records("figures")))
        self._rests_until = 0.0

    def now(self) -> Mapping[str, Figure] | None:
        """Return them by id; None while there is no answer, for which nobody waits again soon."""
        if time.monotonic() < self._rests_until:
            return None
        try:
            return self._once.within(PATIENCE_SECONDS)
        except EngineError:
            self._rests_until = time.monotonic() + REST_SECONDS
            return None


@KeptWith
def _recomputing(dossier: Dossier) -> Recomputing:
    return Recomputing(dossier)
