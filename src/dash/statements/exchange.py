"""Statements on one topic, side by side by who made them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dash.dossier.lookup import find
from dash.dossier.model import Dossier
from dash.schema.rows import Quote
from dash.statements.facets import cross
from dash.statements.index import Statements
from dash.statements.quotes import NOBODY

MOST_IN_COLUMN = 8


@dataclass(frozen=True)
class Column:
    """What one side said: the first statements in the story's order, and how many more."""

    side: str
    rows: list[Quote]
    more: int


def sides_by_topic(statements: Statements) -> dict[str, dict[str, int]]:
    """Return, for each topic that has statements, how many each side made, most first."""
    sides, topics = statements.facets["side"], statements.facets["topic"]
    everything = np.ones(len(statements), dtype=bool)
    found: dict[str, dict[str, int]] = {topic: {} for topic in topics.values}
    for (side, topic), number in cross(sides, topics, everything).items():
        found[topic][side] = number
    return {
        topic: dict(sorted(numbers.items(), key=lambda one: (one[0] == NOBODY, -one[1])))
        for topic, numbers in found.items()
    }


def columns(statements: Statements, topic: str) -> list[Column]:
    """Return what each side said on a topic, those who speak first in the story first.

    Statements on another topic that one of these answers stand with them. What several sides
    said together stands under each. What is attributed to nobody is a column of its own, last.

    Args:
        statements: All statements.
        topic: The topic's label.
    """
    on_topic = statements.facets["topic"].having([topic])
    rows = statements.rows(range(len(statements)))
    answered = {
        answer
        for row, asked in zip(rows, on_topic, strict=True)
        if asked
        for answer in row["replies_to"]
    }
    shown = on_topic | np.array([row["id"] in answered for row in rows], dtype=bool)
    order = statements.in_source_order(shown)
    sides = statements.facets["side"]
    heard = {side: sides.having([side])[order] for side in sides.values}
    by_side = {side: order[mask] for side, mask in heard.items() if mask.any()}
    first = sorted(by_side, key=lambda side: (side == NOBODY, int(np.argmax(heard[side]))))
    return [
        Column(side, statements.rows(here[:MOST_IN_COLUMN].tolist()), len(here[MOST_IN_COLUMN:]))
        for side, here in ((side, by_side[side]) for side in first)
    ]


def in_the_storys_voice(dossier: Dossier, topic: str) -> list[tuple[str, str | int]]:
    """Return table and id of what the story itself tells on a topic, attributed to nobody.

    These are the events of the story, and its figures without a claimant, that the differences
    on the topic name; those of tables with problems are left out.

    Args:
        dossier: The dossier.
        topic: The topic's key.
    """
    if not dossier.has("differences"):
        return []
    differences = [row for row in dossier.records("differences") if row["topic"] == topic]
    named = dict.fromkeys(reference for row in differences for reference in row["records"])
    found = (find(dossier, reference) for reference in named)
    return [record for record in found if record and _is_the_storys(dossier, *record)]


def _is_the_storys(dossier: Dossier, table: str, key: str | int) -> bool:
    """Return whether a record is an event of the story, or a figure of it without a claimant."""
    if table == "events":
        return dossier.record("events", key)["in_story"]
    if table == "figures":
        figure = dossier.record("figures", key)
        return figure["in_story"] and figure["claimant"] is None
    return False


def answers(rows: Sequence[Quote], quote: Quote) -> list[str]:
    """Return the ids of the statements that answer a statement."""
    return [row["id"] for row in rows if quote["id"] in row["replies_to"]]
