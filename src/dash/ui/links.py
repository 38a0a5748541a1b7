"""Links from a record on one page to a record on another."""

import streamlit as st

from dash.dossier import Dossier
from dash.links import TARGETS, label
from dash.markdown import escape

ICONS = {
    "places": ":material/location_on:",
    "figures": ":material/tag:",
    "quotes": ":material/format_quote:",
    "differences": ":material/difference:",
    "slides": ":material/image:",
    "events": ":material/event:",
    "sources": ":material/menu_book:",
}


def record_link(dossier: Dossier, table: str, key: str | int, words: str | None = None) -> None:
    """Draw a link that opens a record on the page that shows it.

    Args:
        dossier: Where the record is.
        table: Its table.
        key: Its id, or number.
        words: What the link says in place of the record's label and icon, where these
            stand beside it already.

    Raises:
        KeyError: The table has no such record.
    """
    target = TARGETS[table]
    st.page_link(
        target.page,
        # In the accent: Streamlit draws these links like plain text.
        label=f":primary[{escape(words or label(dossier, table, key))}]",
        icon=None if words else ICONS[table],
        query_params={target.parameter: str(key)},
    )
