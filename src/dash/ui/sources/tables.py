"""The tables to look into and to take away."""

import streamlit as st

from dash.counting import count_of
from dash.datapackage import package
from dash.dossier.model import Dossier
from dash.provenance import sound_tables
from dash.schema.dictionary import describe_table
from dash.ui import frame
from dash.ui.download import csv_button
from dash.ui.widgets import Parameter, choose_one
from dash.wording import TABLE

PREVIEW_ROWS = 10


def show_tables(dossier: Dossier) -> None:
    """Offer the whole dossier as one file, and each table with its preview and its columns."""
    _whole(dossier)
    tables = sound_tables(dossier)
    filled = [name for name in tables if dossier.offers(name)]
    name = choose_one(TABLE, filled, Parameter("sources_table", "table"), known=tables)
    table = dossier.table(name)
    shown = min(PREVIEW_ROWS, len(table))
    st.dataframe(
        table.head(PREVIEW_ROWS),
        hide_index=True,
        placeholder="",
        alt=f"The first {shown} rows of the table {name}, with all {len(table.columns)} columns.",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        csv_button(table, name, f"Download {name} (CSV)")
        frame.small(f"{shown} of {len(table)} rows shown, with all {len(table.columns)} columns.")
    with st.expander("What each column means", icon=":material/dictionary:"):
        st.markdown(describe_table(name), anchors=False)


def _whole(dossier: Dossier) -> None:
    if dossier.problems:
        st.warning(
            f"{count_of(len(dossier.problems), 'problem')} in the dossier's folder: tables with "
            "problems are left out here, and the whole cannot be downloaded until they are solved. "
            "`python -m dash check` lists them.",
            icon=":material/warning:",
        )
        return
    with st.container(border=True):
        st.markdown(
            "**The whole dossier as one file.** A zip with every table as it lies in the folder, "
            "and a `datapackage.json` that describes them to programs: columns, types, rules, "
            "links between tables, sources and terms (Frictionless Data Package). Unpacked, it is "
            "a folder that this dashboard can show.",
            width=720,
        )
        if not dossier.passes_incidents_on:
            frame.small(
                "Recorded deaths are not in it where their licence does not let them be passed on."
            )
        st.download_button(
            "Download the dossier (zip)",
            lambda: package(dossier),
            file_name=f"{dossier.story.source}.zip",
            mime="application/zip",
            icon=":material/folder_zip:",
            on_click="ignore",
            key="download_dossier",
        )
