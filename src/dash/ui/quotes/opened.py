"""The one statement or difference that the address asks for."""

import streamlit as st

from dash.dossier.model import Dossier
from dash.links import LONGEST_WRAPPED, label
from dash.markdown import escape
from dash.site import TARGETS
from dash.statements.exchange import answers
from dash.statements.index import Statements
from dash.ui.links import open_here
from dash.ui.quotes.card import card, prepared
from dash.ui.quotes.differences import difference_card
from dash.ui.state import tell_unknown


def opened(dossier: Dossier) -> bool:
    """Show the record that the address asks for; return whether there is one."""
    quote, difference = st.query_params.get("quote"), st.query_params.get("difference")
    tell_unknown("quote", dossier.quotes.index, "statement")
    differences = dossier.differences.index if dossier.has("differences") else ()
    tell_unknown("difference", differences, "difference")
    if quote in dossier.quotes.index:
        _back("Back to the statements")
        _quote(prepared(dossier), str(quote))
        return True
    if difference in differences:
        _back("Back to statements and differences")
        difference_card(dossier, dossier.record("differences", str(difference)), alone=True)
        return True
    return False


def _back(words: str) -> None:
    open_here(words, ":material/arrow_back:", "back")


def _quote(statements: Statements, key: str) -> None:
    dossier = statements.dossier
    quote = dossier.record("quotes", key)
    card(statements, quote, whole=True)
    rows = statements.rows(range(len(statements)))
    differences = dossier.records("differences") if dossier.has("differences") else []
    mentions = [row["id"] for row in differences if key in row["records"]]
    for heading, table, keys in (
        ("The story sets it against", "quotes", quote["replies_to"]),
        ("Set against it in the story", "quotes", answers(rows, quote)),
        ("Where accounts differ on it", "differences", mentions),
    ):
        if keys:
            st.subheader(heading, anchor=False)
            for other in keys:
                words = escape(label(dossier, table, other, LONGEST_WRAPPED))
                parameter = TARGETS[table].parameter
                open_here(words, TARGETS[table].icon, f"to_{other}", **{parameter: other})
