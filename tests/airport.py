"""A dossier of a story without war: an airport that cost more than it should, in EUR and %."""

from pathlib import Path

from tests import factories as make
from tests.factories import Row

STORY = """\
title = "An airport opens at last"
subtitle = "What it cost, and who says so"
language = "en"
source = "paper"
published = "2020-10-31"
map_status = "2020-10"
summary = "An airport opens nine years late."
disclaimer = "Names imply no opinion."
licence = "CC BY 4.0"
credits = ["Somebody"]

[comparison]
measure = "cost"
beside = ["cost-court", "cost-later"]
pairs = [["cost-plan", "cost-owner"], ["share-yes", "share-court"], ["result-2019", "result-2020"]]

[glance]
figures = ["cost-plan", "cost-owner", "share-yes", "share-court", "result-2019", "result-2020"]
events = ["opening"]

[[clocks]]
name = "The report"
paragraphs = "P1-P4"
date = "2020-10-31"
reason = "printed on that day"

[measures.cost]
label = "Cost of the airport"
units = ["EUR million"]

[measures.share]
label = "Share of votes"
units = ["%"]

[measures.result]
label = "Result of the year"
units = ["EUR million"]
below_zero = true

[populations]
everyone = "Everyone"

[topics]
cost = "The cost"

[series.cost]
label = "Cost so far"
kind = "running_total"

[series.result]
label = "Result by year"
kind = "by_year"

[[views]]
id = "town"
name = "The town"
bounds = [1.0, 2.0, 3.0, 4.0]

[[figure_layers]]
id = "costs"
name = "Who says what it cost"
style = "rings"
figures = ["cost-plan", "cost-owner"]
"""


def figure(key: str, measure: str, value: float, **changes: str) -> Row:
    """Return a figure of the airport with one plain number."""
    unit = "%" if measure == "share" else "EUR million"
    row = make.figure(id=key, measure=measure, unit=unit, population="", low="", bound="exact")
    row |= {"best": f"{value}", "area": "airport", "claimant": "owner", "period_start": "2006"}
    return row | {"as_of": "2020"} | changes


def tables() -> make.Rows:
    """Return the tables of the airport."""
    elsewhere = {"in_story": "false", "source": "report", "verification": "V"}
    elsewhere |= {"locator": "", "exact": ""}
    day = {"period_start": "", "as_of": "2020-10-31"}
    anchor = {"locator": "P1", "exact": "said the mayor"}
    return {
        "actors": [
            make.actor(id="owner", name="The owner"),
            make.actor(id="court", name="The court"),
        ],
        "places": [make.place(id="airport", name="The airport")],
        "figures": [
            figure("cost-plan", "cost", 1283.5, series="cost", as_of="2011"),
            figure("cost-owner", "cost", 6489, series="cost"),
            figure("cost-court", "cost", 6513.2, claimant="court", **elsewhere),
            figure("cost-later", "cost", 6502, claimant="court", as_of="2020", **elsewhere),
            figure("share-yes", "share", 49.7, **day),
            figure("share-court", "share", 52, claimant="court", **day),
            figure("result-2019", "result", -3.2, period_start="2019", as_of="2019",
                   series="result"),
            figure("result-2020", "result", 0, period_start="2020", as_of="2020", series="result"),
            figure(
                "result-2021", "result", -12.5, period_start="2021", as_of="2021", series="result",
                **elsewhere,
            ),
        ],
        "quotes": [make.quote(speaker="owner", topic="cost", places="airport")],
        "slides": [make.slide(heading="The hall")],
        "events": [
            make.event(id="opening", start="2020-10-31", title="It opens", actors="owner",
                       topic="cost", places="airport", **anchor)
        ],
        "differences": [
            make.difference(topic="cost", title="What was it?", records="cost-owner;cost-court")
        ],
    }  # fmt: skip


def write(folder: Path, story: str = STORY) -> Path:
    """Write the airport's folder and return it."""
    return make.write(folder, story, **tables())
