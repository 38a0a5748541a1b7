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


def record_link(dossier: Dossier, table: str, key: str | int) -> None:
    """Draw a link that opens a record on the page that shows it.

    Raises:
        KeyError: The table has no such record.
    """
    target = TARGETS[table]
    st.page_link(
        target.page,
        label=escape(label(dossier, table, key)),
        icon=ICONS[table],
        query_params={target.parameter: str(key)},
    )


def source_link(source: str, words: str) -> None:
    """Draw a link to a source with all the records that rest on it."""
    target = TARGETS["sources"]
    st.page_link(
        target.page, label=words, icon=ICONS["sources"], query_params={target.parameter: source}
    )
