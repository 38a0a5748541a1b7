"""The views of the quotes page; only the one that is chosen is worked out and sent."""

from collections.abc import Callable
from types import MappingProxyType

from dash.dossier.model import Dossier
from dash.ui.faults import fragment
from dash.ui.quotes.browse import browse
from dash.ui.quotes.differences import differences
from dash.ui.quotes.exchange import exchange
from dash.ui.widgets import Parameter, choose_one
from dash.wording import VIEW, WHERE_ACCOUNTS_DIFFER

DIFFERENCES = WHERE_ACCOUNTS_DIFFER
VIEWS: MappingProxyType[str, Callable[[Dossier], None]] = MappingProxyType(
    {"Browse": browse, "Exchange": exchange, DIFFERENCES: differences}
)


@fragment
def views(dossier: Dossier) -> None:
    """Draw the choice of views of which the dossier has something, and the one that is chosen."""
    offered = list(VIEWS)
    if not dossier.offers("quotes"):
        offered = [DIFFERENCES]
    elif not dossier.offers("differences"):
        offered.remove(DIFFERENCES)
    view = offered[0]
    if len(offered) > 1:
        parameter = Parameter("quotes_view", "view")
        view = choose_one(VIEW, offered, parameter, label_visibility="collapsed")
    VIEWS[view](dossier)
