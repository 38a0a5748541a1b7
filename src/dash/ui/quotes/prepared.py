"""The statements that all readers of this server share, made ready for the search."""

from dash.dossier.model import Dossier
from dash.statements.index import Statements
from dash.ui.lasting import KeptWith


@KeptWith
def prepared(dossier: Dossier) -> Statements:
    """Return the statements of a dossier, made ready once for all who read it."""
    return Statements(dossier)
