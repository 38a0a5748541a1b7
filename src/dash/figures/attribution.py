"""Who gave a number and as of when, in the few words that fit beside it."""

from collections.abc import Mapping

from dash.dates import spell
from dash.dossier.records import Record, split_ids

NOBODY = "nobody is named"
OPEN_WORDS = {"population": "who is counted", "as_of": "as of when"}


def says(figure: Record, actor_names: Mapping[str, str]) -> str:
    """Return who says so, after a number: says Ukraine."""
    if figure["claimant"] is None:
        return NOBODY
    return f"says {actor_names[figure['claimant']]}"


def dated(figure: Record) -> str | None:
    """Return the day that a number speaks of or, where its source leaves it open, was given on.

    None where the source tells neither.
    """
    if "as_of" not in split_ids(figure["supplied"]):
        return f"as of {spell(figure['as_of'])}"
    return f"given {spell(figure['stated_on'])}" if figure["stated_on"] else None


def left_open(figure: Record) -> str | None:
    """Return what the source does not say of a number: who is counted and as of when; or None."""
    supplied = split_ids(figure["supplied"])
    open_to = [words for column, words in OPEN_WORDS.items() if column in supplied]
    if dated(figure) is not None:
        open_to = [words for words in open_to if words != OPEN_WORDS["as_of"]]
    return f"{' and '.join(open_to)} is not said" if open_to else None
