"""The recorded deaths, "/incidents": where and when, and how well that is known."""

from dash.ui import frame
from dash.ui.incidents.page import explore

with frame.page("incidents") as dossier:
    dossier.require("incidents")
    explore(dossier)
