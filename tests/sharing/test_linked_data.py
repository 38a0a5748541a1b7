"""Tests of dash.sharing.linked_data: records in the vocabulary of schema.org."""

from pathlib import Path
from typing import Any

import pytest

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.sharing.addresses import KINDS, Subject, comparison
from dash.sharing.linked_data import dossier_data, record_data
from dash.sharing.telling import Teller
from tests import factories as make

ADDRESS = "https://news.example/x"
KNOWN = {"Claim", "CreativeWork", "Dataset", "NewsArticle", "Place", "Quotation", "Report"}
KNOWN |= {"WebPage"}


def _data(dossier: Dossier, subject: Subject) -> dict[str, Any]:
    return record_data(dossier, subject, Teller(dossier).tell(subject), ADDRESS)


def test_every_record_is_of_a_known_type_and_none_is_rated(shipped: Dossier) -> None:
    teller = Teller(shipped)
    for kind, table in KINDS.items():
        for row in shipped.records(table):
            subject = Subject(kind, str(key_of_row(row)))
            data = record_data(shipped, subject, teller.tell(subject), ADDRESS)
            assert data["@context"] == "https://schema.org"
            assert data["@type"] in KNOWN
            assert "ClaimReview" not in str(data)
            assert "Rating" not in str(data)
            assert None not in data.values()


def test_a_quotation_is_verbatim_and_reported_speech_is_none(shipped: Dossier) -> None:
    quoted = _data(shipped, Subject("statement", "Q13"))
    assert quoted["@type"] == "Quotation"
    assert quoted["text"] == shipped.record("quotes", "Q13")["text"]
    reported = _data(shipped, Subject("statement", "R04"))
    assert reported["@type"] == "Claim"
    assert "text" not in reported


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ({"bound": "exact", "best": "12", "low": ""}, {"value": 12}),
        ({"bound": "more_than", "low": "12"}, {"minValue": 12}),
        ({"bound": "range", "low": "10", "high": "14"}, {"minValue": 10, "maxValue": 14}),
    ],
)
def test_a_number_says_no_more_than_its_source(
    cells: dict[str, str], value: dict[str, float], tmp_path: Path
) -> None:
    figure = make.figure(**cells)
    dossier = make.dossier(tmp_path, figures=[figure, make.context_figure()])
    data = _data(dossier, Subject("figure", "hurt-many"))
    named = {"@type": "PropertyValue", "name": "People hurt", "unitText": "people"}
    assert data["variableMeasured"] == named | value
    assert data["temporalCoverage"] == "2020/2020-05-06"
    assert data["creator"] == {"@type": "Person", "name": "The mayor"}
    assert data["spatialCoverage"] == [{"@type": "Place", "name": "The bridge"}]


def test_a_time_that_the_source_leaves_open_is_not_told(shipped: Dossier) -> None:
    assert "temporalCoverage" not in _data(shipped, Subject("figure", "killed-14000"))
    assert "creator" not in _data(shipped, Subject("figure", "killed-13000"))


def test_a_place_has_its_point_and_no_country(shipped: Dossier) -> None:
    crimea = _data(shipped, Subject("place", "crimea"))
    assert crimea["@type"] == "Place"
    assert set(crimea["geo"]) == {"@type", "latitude", "longitude"}
    assert not {"address", "containedInPlace", "addressCountry"} & crimea.keys()


def test_a_source_is_itself_and_the_dossier_is_based_on_one(shipped: Dossier) -> None:
    source = _data(shipped, Subject("source", shipped.story.source))
    assert source["@type"] == "NewsArticle"
    assert source["url"].startswith("https://www.dw.com/")
    whole = dossier_data(shipped, ADDRESS)
    assert whole["@type"] == "Dataset"
    assert whole["isBasedOn"] == {key: source[key] for key in source if key != "@context"}


def test_a_comparison_is_a_page(shipped: Dossier) -> None:
    data = _data(shipped, comparison("killed-14000", "killed-13000"))
    assert data["@type"] == "WebPage"
    assert data["isPartOf"] == {"@type": "Dataset", "name": shipped.story.title}
