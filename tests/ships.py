"""A dossier of small numbers, most of them one: a strait with 1 ship, and what was said of it."""

from pathlib import Path

from tests import airport
from tests import factories as make
from tests.factories import Row

STORY = (
    airport.STORY.partition("[comparison]")[0].replace("An airport opens", "A ship passes")
    + """
[comparison]
measure = "passed"
beside = ["ships-none", "ships-part"]
pairs = [["ships-one", "ships-two"], ["ships-one", "ships-none"], ["share-one", "share-two"]]

[glance]
figures = ["ships-one", "crew-one", "axes-one", "change-one"]

[[questions]]
title = "How many ships?"
kind = "strip"
records = ["ships-one", "ships-two"]

[[questions]]
title = "How many crew?"
kind = "map"
records = ["crew-one"]
counted = "sailors"

[measures.passed]
label = "Ships that passed"
units = ["ships"]

[measures.crew]
label = "Crew"
units = ["people"]

[measures.share]
label = "Share of the cargo"
units = ["%"]

[measures.tools]
label = "Tools on board"
units = ["axes"]

[measures.change]
label = "Change of the queue"
units = ["ships per day"]
below_zero = true

[units]
axes = "axe"

[populations]
everyone = "Everyone"

[topics]
toll = "The toll"

[series.ships]
label = "Ships so far"
kind = "running_total"

[series.change]
label = "Change by year"
kind = "by_year"

[[figure_layers]]
id = "fleet"
name = "Who says how many"
style = "rings"
figures = ["ships-one", "ships-two"]
"""
)


def _figure(key: str, measure: str, unit: str, value: str, **changes: str) -> Row:
    row = make.figure(id=key, measure=measure, unit=unit, population="", low="", bound="exact")
    row |= {"best": value, "period_start": "2020-05-05", "as_of": "2020-05-05"}
    return row | changes


def write(folder: Path) -> Path:
    """Write the folder and return it."""
    claimed = {"claimant": "harbour"}
    figures = [
        _figure("ships-one", "passed", "ships", "1", series="ships"),
        _figure("ships-two", "passed", "ships", "2", **claimed),
        _figure("ships-none", "passed", "ships", "0", **claimed),
        _figure("ships-part", "passed", "ships", "1.5", **claimed),
        _figure("ships-more", "passed", "ships", "2", series="ships", as_of="2020-05-06"),
        _figure("ships-few", "passed", "ships", "", bound="range", low="1", high="3"),
        _figure("crew-one", "crew", "people", "1", population="everyone"),
        _figure("share-one", "share", "%", "1"),
        _figure("share-two", "share", "%", "2", **claimed),
        _figure("axes-one", "tools", "axes", "1"),
        _figure("change-one", "change", "ships per day", "-1", series="change"),
        _figure("change-two", "change", "ships per day", "1", series="change",
                period_start="2019", as_of="2019"),
    ]  # fmt: skip
    figures[-2] |= {"period_start": "2018", "as_of": "2018"}
    actors = [make.actor(), make.actor(id="harbour", name="The harbour")]
    told = {"corrections": [], "differences": [make.difference(records="ships-one;ships-two")]}
    return make.write(folder, STORY, figures=figures, actors=actors, **told)
