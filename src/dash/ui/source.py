"""Where a record comes from, the same on every page."""

import pandas as pd
import streamlit as st

from dash.dossier import Record, record
from dash.markdown import escape
from dash.provenance import cite, spell_verification


def source_note(fact: Record, sources: pd.DataFrame) -> None:
    """Show where a fact comes from: citation, anchoring words, label, note and address."""
    source = record(sources, fact["source"])
    lines = [escape(cite(source, fact["locator"]))]
    if fact["exact"]:
        lines.append(f"Words it rests on: “{escape(fact['exact'])}”")
    if "verification" in fact:
        lines.append(f"Checked: {escape(spell_verification(fact['verification']))}")
    if fact["note"]:
        lines.append(f"Note: {escape(fact['note'])}")
    if source["url"]:
        lines.append(f"[Open the source](<{source['url']}>)")
    st.caption("  \n".join(lines))


def source_popover(fact: Record, sources: pd.DataFrame) -> None:
    """Show where a fact comes from behind a button."""
    with st.popover("Source", icon=":material/menu_book:"):
        source_note(fact, sources)
