"""The casualties, "/casualties": how many, who says so, and what can be compared with what."""

from dash.ui import frame
from dash.ui.casualties.views import views

with frame.page("casualties") as dossier:
    dossier.require("comparison.measure")
    views(dossier)
