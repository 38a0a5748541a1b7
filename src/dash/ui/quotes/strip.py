"""The statements at a glance: a square each, and what came of the checks as the filter."""

from collections.abc import Callable, Mapping

import streamlit as st

from dash.drawings.statements import SIGNS, Sign, Square, squares
from dash.palette import Palette
from dash.schema.vocabulary import CHECKS, NOT_COMPARED
from dash.statements.index import Selection, Statements
from dash.ui import drawing
from dash.ui.state import choose_several

KEY = "quotes_check"
# Pixels: a row of 21 squares.
WIDTH = 354
# By the word that the filter and the address use.
SIGN_OF: Mapping[str, Sign] = {
    NOT_COMPARED.label: SIGNS[None],
    **{word.label: SIGNS[key] for key, word in CHECKS.items()},
}


def draw_strip(
    statements: Statements,
    selection: Selection,
    palette: Palette,
    on_change: Callable[[], None],
) -> None:
    """Draw all statements in the story's order, those that are asked for in full colour.

    Args:
        statements: All statements.
        selection: What the reader's search and filters leave.
        palette: The colours of the theme.
        on_change: Called when the reader has chosen.
    """
    results, counts = statements.facets["check"].values, selection.counts["check"]
    shown = set(selection.positions)
    order = statements.positions()
    rows = statements.rows(order)
    marks = [Square(row["check"], place in shown) for row, place in zip(rows, order, strict=True)]
    told = ", ".join(f"{value.lower()} {counts.get(value, 0)}" for value in results)
    alt = (
        f"{len(marks)} statements in the story's order, by what their comparison with a source "
        f"found; {len(shown)} of them match: {told}."
    )
    with st.container(width=WIDTH):
        drawing.show(squares(marks, alt, palette), WIDTH)
    labels = {value: _label(value, counts.get(value, 0)) for value in results}
    choose_several(
        "What the comparison with a source found",
        labels,
        KEY,
        "result of the check",
        on_change,
        label_visibility="collapsed",
        wrap=True,
    )


def _label(value: str, count: int) -> str:
    sign = SIGN_OF[value]
    return f":{sign.colour}[**{sign.sign}**]\u00a0{value} **{count}**"
