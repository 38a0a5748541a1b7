"""Tests of dash.statements.quote_export, with readers that are not ours."""

import json
from typing import Any

import pytest

from dash.dossier.model import Dossier
from dash.export import csv_text
from dash.statements.index import Statements
from dash.statements.quote_export import SCHEMA_ORG, QuoteExport

WHY = "the vocabulary of schema.org comes with `uv run --all-groups pytest`"


@pytest.fixture(scope="module")
def statements(shipped: Dossier) -> Statements:
    return Statements(shipped)


@pytest.fixture(scope="module")
def export(statements: Statements) -> QuoteExport:
    return QuoteExport(
        statements.dossier.story, statements.actors, statements.sources, statements.place_names
    )


@pytest.fixture(scope="module")
def document(statements: Statements, export: QuoteExport) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(export.json_ld(statements.dossier.records("quotes")))
    return document


def test_table_and_json_hold_the_same(statements: Statements, export: QuoteExport) -> None:
    rows = statements.dossier.records("quotes")
    table, listed = export.table(rows), json.loads(export.json(rows))
    assert json.loads(table.to_json(orient="records")) == listed
    (stalled,) = [row for row in listed if row["id"] == "Q13"]
    assert stalled["side"] == "United States"
    assert stalled["original_text"].count("remain stalled") == 1
    assert csv_text(table).count("\r\n") == len(rows) + 1


def test_reported_speech_is_never_a_quotation(document: dict[str, Any]) -> None:
    kinds = {thing["identifier"]: thing["@type"] for thing in document["@graph"]}
    assert len(kinds) == 41
    assert all(kind == {"Q": "Quotation", "R": "Claim"}[key[0]] for key, kind in kinds.items())
    for thing in document["@graph"]:
        assert ("text" in thing) == (thing["@type"] == "Quotation")


def test_a_quotation_says_who_where_and_when(document: dict[str, Any]) -> None:
    (psaki,) = [thing for thing in document["@graph"] if thing["identifier"] == "Q07"]
    (speaker,) = psaki["spokenByCharacter"]
    assert (speaker["name"], speaker["worksFor"]["name"]) == ("Jen Psaki", "White House")
    assert psaki["isPartOf"]["publisher"]["name"] == "Deutsche Welle"
    assert psaki["dateCreated"] == "2021-04-08"
    assert psaki["citation"]["name"]
    assert psaki["creditText"].endswith("paragraph 32")


def test_a_json_ld_processor_reads_it(document: dict[str, Any]) -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason=WHY)

    def vocabulary(address: str, _options: object) -> dict[str, Any]:
        # The context on the web says the same of the names used here, and more of others.
        assert address == SCHEMA_ORG
        context = {"@context": {"@vocab": f"{SCHEMA_ORG}/"}}
        return {"contextUrl": None, "documentUrl": address, "document": context}

    things = jsonld.expand(document, {"documentLoader": vocabulary})
    kinds = [kind for thing in things for kind in thing["@type"]]
    assert kinds.count(f"{SCHEMA_ORG}/Quotation") == 15
    assert kinds.count(f"{SCHEMA_ORG}/Claim") == 26
    (stalled,) = [
        thing for thing in things if thing[f"{SCHEMA_ORG}/identifier"] == [{"@value": "Q13"}]
    ]
    assert stalled[f"{SCHEMA_ORG}/text"][0]["@value"].startswith("destabilization efforts")
    assert all(name.startswith(("@", f"{SCHEMA_ORG}/")) for name in stalled)


def test_every_property_belongs_to_its_type(document: dict[str, Any]) -> None:
    models = pytest.importorskip("msgspec_schemaorg.models", reason=WHY)

    def check(thing: dict[str, Any]) -> None:
        known = getattr(models, thing["@type"]).__struct_fields__
        for name, value in thing.items():
            assert name == "@type" or name in known, (thing["@type"], name)
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    check(part)

    for thing in document["@graph"]:
        check(thing)
