"""The statements that all readers of this server share, made ready for the search."""

import streamlit as st

from dash.dossier.model import Dossier
from dash.statements.index import Statements


@st.cache_resource(max_entries=1, show_spinner="Preparing the search …", hash_funcs={Dossier: id})
def prepared(dossier: Dossier) -> Statements:
    """Return the statements of this server's dossier, made ready once for all visitors."""
    return Statements(dossier)
