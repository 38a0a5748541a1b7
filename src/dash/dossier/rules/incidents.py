"""Rules of [incidents]: all that it names is there, or the recorded deaths are not shown."""

from dash.dossier.rules.naming import Naming
from dash.schema.incidents import PARTIES
from dash.schema.story import Incidents


def settle_incidents(given: Incidents | None, naming: Naming) -> Incidents | None:
    """Return what is said of the incidents, if all that it names is there."""
    if given is None:
        return None
    there = [
        naming.all_there("incidents.source", "sources", [given.source]),
        naming.all_there("incidents.claimant", "actors", [given.claimant]),
        naming.all_there("incidents.beside", "actors", given.beside),
        naming.all_there("incidents.area", "places", given.area),
    ]
    parties = {f"parties.{party}": getattr(given.parties, party) for party in PARTIES}
    there += [
        naming.is_declared(f"incidents.{key}", population, "populations")
        for key, population in {"everyone": given.everyone, **parties}.items()
    ]
    there.append(naming.is_declared("incidents.measure", given.measure, "measures"))
    twice = sorted(set(given.sides.deaths_a) & set(given.sides.deaths_b))
    for name in twice:
        naming.tell("incidents.sides", name, "each side with one party")
    views = [view.id for view in naming.story.views]
    is_view = given.view is None or given.view in views
    if not is_view:
        naming.tell("incidents.view", given.view, "the id of one of [[views]]", views)
    return given if all(there) and not twice and is_view else None
