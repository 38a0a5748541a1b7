"""The figures, "/figures": what /casualties is where none of them counts people killed or hurt."""

from dash.ui import frame
from dash.ui.casualties.views import views

with frame.page("figures") as dossier:
    dossier.require("comparison.measure")
    views(dossier)
