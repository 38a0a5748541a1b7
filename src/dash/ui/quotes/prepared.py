"""The statements that all readers of this server share, made ready for the search."""

from dash.dossier.model import Dossier
from dash.statements.index import Statements
from dash.ui.lasting import Lasting


@Lasting
def prepared(dossier: Dossier) -> Statements:
    """Return the statements of this server's dossier, made ready once for all visitors."""
    return Statements(dossier)
