"""Records in the vocabulary of schema.org, as search engines read it in a page's head.

A figure is a Dataset of one variable, a place a Place, a statement what `dash.statements` makes of
it. Everything else is a WebPage with its citation. There is no ClaimReview: a rating is a verdict.
"""

from typing import Any

from dash.actors import ActorDirectory
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.words import ends
from dash.schema.rows import Figure, Place, Source
from dash.sharing.addresses import COMPARISON, KINDS, Subject, record_key
from dash.sharing.telling import Told
from dash.statements.quote_export import SCHEMA_ORG, QuoteExport, work_of

Thing = dict[str, Any]


def dossier_data(dossier: Dossier, address: str) -> Thing:
    """Return the dossier as a Dataset that is based on its story.

    Args:
        dossier: The dossier.
        address: Where it is shown.

    Raises:
        DossierError: dossier.toml or sources.csv has problems.
    """
    story = dossier.story
    licence = {"@type": "CreativeWork", "text": story.licence} if story.licence else None
    return _filled(
        {
            "@context": SCHEMA_ORG,
            "@type": "Dataset",
            "name": story.title,
            "description": story.summary or story.subtitle,
            "url": address,
            "inLanguage": story.language,
            "license": licence,
            "creditText": "; ".join(story.credits) or None,
            "isBasedOn": work_of(dossier.record("sources", story.source)),
        }
    )


def record_data(dossier: Dossier, subject: Subject, told: Told, address: str) -> Thing:
    """Return a record as schema.org has it.

    Args:
        dossier: Holds the record.
        subject: The record.
        told: The same in words.
        address: Where it is shown.

    Raises:
        DossierError: A table that it needs has problems.
    """
    whole = {"@type": "Dataset", "name": dossier.story.title}
    shared = {"@context": SCHEMA_ORG, "url": address}
    works = {"isPartOf": whole, "inLanguage": dossier.story.language}
    row = None
    if subject.kind != COMPARISON:
        key = record_key(dossier, subject.kind, subject.key)
        row = None if key is None else dossier.record(KINDS[subject.kind], key)
    if row is not None and "speech" in row:
        actors = ActorDirectory(dossier.records("actors"))
        places = names(dossier.records("places"))
        export = QuoteExport(dossier.story, actors, _sources(dossier), places)
        return shared | export.thing(row)
    if row is not None and "bound" in row:
        return _filled(shared | works | _figure(dossier, row, told))
    if row is not None and "role_in_story" in row:
        return _filled(shared | _place(row))
    if row is not None and "publisher" in row:
        # Its own address, where it has one, and not the page's.
        return {"@context": SCHEMA_ORG} | work_of(row)
    cited = [work_of(one.source) for one in told.cited]
    page = {"@type": "WebPage", "name": told.title, "description": told.sentence}
    return _filled(shared | works | page | {"citation": cited[0] if len(cited) == 1 else cited})


def _figure(dossier: Dossier, figure: Figure, told: Told) -> Thing:
    areas = [dossier.record("places", area) for area in figure["area"]]
    claimant = figure["claimant"] and dossier.record("actors", figure["claimant"])
    kind = "Person" if claimant and claimant["kind"] == "person" else "Organization"
    return {
        "@type": "Dataset",
        "identifier": figure["id"],
        "name": told.title,
        "description": told.sentence,
        "variableMeasured": _value(dossier, figure),
        "temporalCoverage": _time(figure),
        "spatialCoverage": [{"@type": "Place", "name": area["name"]} for area in areas],
        "creator": {"@type": kind, "name": claimant["name"]} if claimant else None,
        "isBasedOn": work_of(dossier.record("sources", figure["source"])),
        "creditText": told.citation,
    }


def _value(dossier: Dossier, figure: Figure) -> Thing:
    """Return the number; of a floor only that it is no less, of a range both ends."""
    low, high = ends(figure)
    found: Thing = {
        "@type": "PropertyValue",
        "name": dossier.story.measures[figure["measure"]].label,
        "unitText": figure["unit"],
    }
    if figure["bound"] == "range":
        return found | {"minValue": low, "maxValue": high}
    if figure["bound"] in ("more_than", "at_least"):
        return found | {"minValue": low}
    return found | {"value": low}


def _time(figure: Figure) -> str | None:
    """Return what a count covers, or a state is of, as ISO 8601 has it; None where it is open."""
    start = figure["period_start"]
    if "as_of" in figure["supplied"] or "period_start" in figure["supplied"]:
        return None
    return figure["as_of"] if start is None else f"{start}/{figure['as_of']}"


def _place(place: Place) -> Thing:
    point = (place["latitude"], place["longitude"])
    where = {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]}
    return {
        "@type": "Place",
        "identifier": place["id"],
        "name": place["name"],
        "description": place["role_in_story"],
        "geo": None if None in point else where,
    }


def _sources(dossier: Dossier) -> dict[str, Source]:
    return {source["id"]: source for source in dossier.records("sources")}


def _filled(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value not in (None, "", [])}
