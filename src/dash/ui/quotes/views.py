"""The views of the quotes page; only the one that is chosen is worked out and sent."""

from collections.abc import Callable
from types import MappingProxyType

from dash.dossier.model import Dossier
from dash.ui.faults import fragment
from dash.ui.quotes.browse import browse
from dash.ui.quotes.differences import differences
from dash.ui.quotes.exchange import exchange
from dash.ui.state import Parameter, choose_one

VIEWS: MappingProxyType[str, Callable[[Dossier], None]] = MappingProxyType(
    {"Browse": browse, "Exchange": exchange, "Where accounts differ": differences}
)


@fragment
def views(dossier: Dossier) -> None:
    """Draw the choice of views, and the one that is chosen."""
    view = choose_one("View", VIEWS, Parameter("quotes_view", "view"), label_visibility="collapsed")
    VIEWS[view](dossier)
