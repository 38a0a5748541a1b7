"""The one statement or difference that the address asks for."""

import streamlit as st

from dash.dossier.model import Dossier
from dash.schema.rows import Quote
from dash.statements.index import Statements
from dash.ui.address import tell_unknown
from dash.ui.links import open_here
from dash.ui.quotes.details import draw_details
from dash.ui.quotes.differences import draw_difference
from dash.ui.quotes.prepared import prepared
from dash.ui.quotes.row import attribution, result, words_of


def opened(dossier: Dossier) -> bool:
    """Show the record that the address asks for; return whether there is one."""
    quote, difference = st.query_params.get("quote"), st.query_params.get("difference")
    tell_unknown("quote", dossier.quotes.index, "statement")
    differences = dossier.differences.index if dossier.has("differences") else ()
    tell_unknown("difference", differences, "difference")
    if quote in dossier.quotes.index:
        with st.container(key="quotes_one"):
            _back("Back to the statements")
            _draw_statement(prepared(dossier), dossier.record("quotes", str(quote)))
        return True
    if difference in differences:
        with st.container(key="quotes_one"):
            _back("Back to statements and differences")
            draw_difference(dossier, dossier.record("differences", str(difference)), alone=True)
        return True
    return False


def _back(words: str) -> None:
    open_here(words, ":material/arrow_back:", "back")


def _draw_statement(statements: Statements, quote: Quote) -> None:
    st.markdown(
        f"## {words_of(quote)}\n\n{attribution(statements, quote)}\u00a0· {result(quote)}\n\n",
        anchors=False,
    )
    draw_details(statements, quote, alone=True)
