"""The statements at a glance: a square each, and what came of the checks as the filter."""

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from dash.counting import count_of
from dash.drawings.statements import MOST_SQUARES, SIGNS, Square, bar, squares, width_of
from dash.drawings.svg import Drawing
from dash.palette import Palette
from dash.schema.vocabulary import CHECKS, NOT_COMPARED
from dash.statements.index import Selection, Statements
from dash.ui import drawing
from dash.ui.widgets import Parameter, choose_several

KEY = "quotes_check"
# The key of a check by the word that the filter and the address use.
CHECK_OF: Mapping[str, str | None] = MappingProxyType(
    {NOT_COMPARED.label: None} | {word.label: key for key, word in CHECKS.items()}
)


def draw_strip(
    statements: Statements,
    selection: Selection,
    palette: Palette,
    drops: tuple[str, ...],
) -> None:
    """Draw all statements in the story's order, those that are asked for in full colour.

    Args:
        statements: All statements.
        selection: What the reader's search and filters leave.
        palette: The colours of the theme.
        drops: Parameters that a choice takes out of the address.
    """
    width = width_of(len(statements))
    with st.container(width=width):
        drawing.show(_picture(statements, selection, palette), width)
    counts = selection.counts["check"]
    choose_several(
        "What the comparison with a source found",
        {value: _label(value, counts.get(value, 0)) for value in statements.facets["check"].values},
        Parameter(KEY, drops=drops),
        label_visibility="collapsed",
        wrap=True,
    )


def _picture(statements: Statements, selection: Selection, palette: Palette) -> Drawing:
    totals, shown = statements.checked, selection.checked
    told = ", ".join(f"{value.lower()} {number}" for value, number in totals.items())
    alt = (
        f"{count_of(len(statements), 'statement')} in the story's order, by what the comparison "
        f"with a source found: {told}. Listed: {len(selection.positions):,}."
    )
    if len(statements) > MOST_SQUARES:
        numbers: dict[Square, int] = {}
        for value, total in totals.items():
            check, listed = CHECK_OF[value], shown.get(value, 0)
            numbers |= {
                Square(check, shown=True): listed,
                Square(check, shown=False): total - listed,
            }
        return bar(numbers, alt, palette)
    order, places = statements.positions(), set(selection.positions)
    rows = zip(statements.rows(order), order, strict=True)
    marks = [Square(row["check"], place in places) for row, place in rows]
    return squares(marks, alt, palette)


def _label(value: str, count: int) -> str:
    sign = SIGNS[CHECK_OF[value]]
    return f":{sign.colour}[**{sign.sign}**]\u00a0{value} **{count:,}**"
