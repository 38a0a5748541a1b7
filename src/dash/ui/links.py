"""Links from a record on one page to a record on another."""

import streamlit as st

from dash.dossier import Dossier
from dash.links import LONGEST_LABEL, TARGETS, label
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


def record_link(dossier: Dossier, table: str, key: str | int, longest: int = LONGEST_LABEL) -> None:
    """Draw a link that opens a record on the page that shows it, in at most `longest` letters.

    Raises:
        KeyError: The table has no such record.
    """
    target = TARGETS[table]
    st.page_link(
        target.page,
        label=escape(label(dossier, table, key, longest)),
        icon=ICONS[table],
        query_params={target.parameter: str(key)},
    )
