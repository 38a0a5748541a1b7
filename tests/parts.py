"""Sound dossiers that leave out any part: tables, columns' cells, and entries of dossier.toml.

Whatever is left out, what named it goes as well, so that the folder passes `check`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from PIL import Image

from dash.schema.validation import table_columns
from tests import factories as make

INCIDENTS = "incidents"
LEAST = 'title = "A quarrel over a bridge"\nlanguage = "en"\nsource = "paper"\n'
# The other parts of a dossier.toml, each with the tables that it names records of.
FRAME: Mapping[str, tuple[str, Collection[str]]] = {
    "subtitle": ('subtitle = "Two towns and a toll"', ()),
    "published": ('published = "2020-05-06"', ()),
    "map_status": ('map_status = "2020-05"', ()),
    "summary": ('summary = "Two towns quarrel."', ()),
    "disclaimer": ('disclaimer = "Names imply no opinion."', ()),
    "licence": ('licence = "CC BY 4.0"', ()),
    "credits": ('credits = ["Somebody"]', ()),
    "clocks": (
        '[[clocks]]\nparagraphs = "P1-P4"\ndate = "2020-05-06"\nreason = "printed then"',
        (),
    ),
    "comparison": ('[comparison]\nmeasure = "hurt"', ()),
    "beside": ('[comparison]\nbeside = ["hurt-count"]', ("figures",)),
    "pairs": ('[comparison]\npairs = [["hurt-many", "hurt-count"]]', ("figures",)),
    "view": ('[[views]]\nid = "valley"\nname = "Valley"\nbounds = [1.0, 2.0, 3.0, 4.0]', ()),
    "overview": (
        '[[views]]\nid = "sky"\nname = "All"\nbounds = [-90.0, -60.0, 90.0, 60.0]\noverview = true',
        (),
    ),
    "spans": ('[[spans]]\nname = "Spring"\nstart = "2020-03"\nend = "2020-05"', ()),
    "lanes": ('[[lanes]]\nname = "Tolls"\ntopics = ["toll"]', ()),
    "glance.figures": ('[glance]\nfigures = ["hurt-many"]', ("figures",)),
    "glance.differences": ('[glance]\ndifferences = ["D1"]', ("differences",)),
    "glance.events": ('[glance]\nevents = ["quarrel"]\nevent = "quarrel"', ("events",)),
    "circles": (
        '[[figure_layers]]\nid = "hurt-layer"\nname = "The hurt"\nfigures = ["hurt-many"]',
        ("figures",),
    ),
    "rings": (
        '[[figure_layers]]\nid = "rings"\nname = "Who says"\nstyle = "rings"\n'
        'figures = ["hurt-many"]',
        ("figures",),
    ),
    "strip": (
        '[[questions]]\ntitle = "How many?"\nkind = "strip"\nrecords = ["hurt-many"]',
        ("figures",),
    ),
    "on a map": (
        '[[questions]]\ntitle = "Where?"\nkind = "map"\nrecords = ["hurt-many"]',
        ("figures",),
    ),
    "statements": (
        '[[questions]]\ntitle = "Who said what?"\nkind = "statements"\nrecords = ["Q1"]',
        ("quotes",),
    ),
    "glossary": ('[glossary]\nbridge = "a way over water"', ()),
    "geography": ('geography = ["Drawn by hand."]', ()),
    "updated": ('updated = "2020-06-02"', ()),
    "slideshow": ('slideshow = "The bridge in pictures"', ()),
    "spellings": ('spellings = [["toll", "tole"]]', ()),
    "left_out": ('[[left_out]]\nparagraphs = "P2"\nreason = "It is of no use."', ()),
    "units": ('[units]\npeople = "soul"', ()),
    "band": ('[comparison]\nband = "hurt-count"', ("figures",)),
    "rises": (
        '[[rises]]\nbefore = "hurt-many"\nafter = "hurt-count"\nbeside = "hurt-many"\n'
        'note = "Nobody knows."',
        ("figures",),
    ),
    "reach": (
        '[[reach]]\nclaimant = "mayor"\nmeasure = "hurt"\nwords = "take in the hurt alone"',
        ("actors",),
    ),
    "route": (
        '[[layers]]\nid = "way"\nfile = "geo/way.geojson"\nname = "The way"\nstyle = "route"',
        (),
    ),
    "passage": (
        '[[figure_layers]]\nid = "ships"\nname = "The passage"\nstyle = "passage"\n'
        'figures = ["hurt-many"]\npath = ["bridge"]',
        ("figures", "places"),
    ),
    INCIDENTS: (make.INCIDENTS.replace('view = "valley"\n', ""), ("actors", "places")),
}
WAY = """{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "way"},
"geometry": {"type": "LineString", "coordinates": [[2.0, 3.0], [2.1, 3.1]]}}]}"""
# What the factories' rows leave blank, of what may stand there.
MORE: Mapping[str, make.Row] = {
    "sources": {"licence": "CC BY 4.0", "identifier": "10.1/2", "note": "Seen."},
    "actors": {"note": "Elected."},
    "places": {
        "recognised_as": "Upton",
        "controlled_by": "Downton",
        "controlled_since": "2020-01",
        "as_of": "2020-05",
    },
    "figures": {"stated_on": "2020-05-06", "supplied": "area", "callout": "odd", "note": "Hm."},
    "quotes": {
        "medium": "in a speech",
        "date_basis": "stated",
        "prefix": "said:",
        "suffix": "they",
        "check": "altered",
        "original_text": "We shall never pay.",
        "original_source": "report",
        "note": "Loud.",
    },
    "slides": {
        "credit": "A painter",
        "image": "bridge.png",
        "alt": "A bridge",
        "image_kind": "drawn",
        "image_credit": "Us",
        "image_licence": "CC BY 4.0",
        "places": "bridge",
        "figures": "hurt-many",
        "note": "Old.",
    },
    "events": {"end": "2020-05-06", "label": "Quarrel", "places": "bridge", "note": "Long."},
}
# Words of the story's own, which the tables need.
WORDS = """
[measures.hurt]
label = "People hurt"
units = ["people"]
{casualties}

[populations]
everyone = "Everyone"

[topics]
toll = "The toll"

[series.counts]
label = "Counts"
kind = "{kind}"
"""
# Tables that a dossier may lack: all but that of the story itself.
OPTIONAL = tuple(name for name in make.table_names() if name != "sources")
# Cells that others of their row need: they go with those, or not at all.
TIED = {
    *("latitude", "low", "best", "high", "population", "exact", "sic", "series", "relative"),
    *("original_text", "original_source", "alt", "image_kind", "image_credit", "image_licence"),
}
# Cells that may be blank in every row, whatever else is there: what the contract lets be blank.
CELLS = tuple(
    (name, column)
    for name in make.table_names()
    for column, rule in table_columns(name).items()
    if rule.nullable and column not in TIED
)
# What is no part of the story has no anchor in it.
CONTEXT = {"in_story": "false", "source": "report", "locator": "", "exact": "", "verification": "V"}
# What goes with a cell, so that the row stays sound.
ALONG = {
    "longitude": {"latitude": ""},
    "locator": {"exact": "", "source": "report"},
    "claimant": {"evidence": "unattributed"},
    "start": {"precision": "open", "end": ""},
    "area": {"supplied": ""},
    "check": {"original_text": "", "original_source": ""},
    "image": dict.fromkeys(("alt", "image_kind", "image_credit", "image_licence"), ""),
}


@dataclass(frozen=True)
class Parts:
    """What a dossier has, and what stands in some of its cells.

    Attributes:
        tables: Those of OPTIONAL that it has.
        empty: Those of OPTIONAL that it has without rows.
        frame: The keys of FRAME that it has, as far as its tables allow.
        blank: Those of CELLS that are blank.
        dropped: Whether their columns are not there at all, where no row needs them.
        kind: What its series counts; None: no figure belongs to it.
        casualties: Whether its measure counts people hurt.
        year: When it happened, in four digits.
        in_story: Whether figures and events are the story's own.
        later: The date of one more event and one more count, as precise as a dossier may be.
    """

    tables: Collection[str] = OPTIONAL
    empty: Collection[str] = ()
    frame: Collection[str] = tuple(FRAME)
    blank: Collection[tuple[str, str]] = ()
    dropped: bool = False
    kind: str | None = None
    casualties: bool = True
    year: str = "2020"
    in_story: bool = True
    later: str | None = None


def write(folder: Path, parts: Parts) -> Path:
    """Write a sound dossier that has these parts alone."""
    rows = _rows(parts)
    make.write(folder, _story(parts, rows), **rows)
    for name in set(OPTIONAL).difference(parts.tables):
        (folder / f"{name}.csv").unlink()
    if parts.dropped:
        for name, column in parts.blank:
            if (folder / f"{name}.csv").exists():
                _drop(folder / f"{name}.csv", column)
    (folder / "geo").mkdir()
    (folder / "geo" / "way.geojson").write_text(WAY, encoding="utf-8")
    (folder / "images").mkdir()
    Image.new("RGB", (60, 40), "white").save(folder / "images" / "bridge.png")
    if INCIDENTS in parts.frame and _named(INCIDENTS, rows):
        make.write_parquet(folder / "incidents" / "deaths.parquet", [make.incident()])
    return folder


def _drop(file: Path, column: str) -> None:
    cells = pd.read_csv(file, dtype="str", keep_default_na=False)
    cells.drop(columns=[column]).to_csv(file, index=False)


def _story(parts: Parts, rows: make.Rows) -> str:
    given = [FRAME[key][0] for key in FRAME if key in parts.frame and _named(key, rows)]
    if not any(rows[name] for name in ("places", "figures", "events", "quotes")):
        given = [entry for entry in given if "[glossary]" not in entry]
    plain = [entry for entry in given if "[" not in entry.partition("=")[0]]
    comparison = [entry for entry in given if entry.startswith("[comparison]")]
    glance = [entry for entry in given if entry.startswith("[glance]")]
    others = [entry for entry in given if entry not in (*plain, *comparison, *glance)]
    merged = [_merged("comparison", comparison), _merged("glance", glance)]
    words = WORDS.format(
        casualties="casualties = true" * parts.casualties, kind=parts.kind or "by_year"
    )
    text = "\n".join([LEAST, *plain, *merged, *others, words])
    return text.replace("2020", parts.year)


def _merged(head: str, entries: list[str]) -> str:
    lines = [entry.partition("\n")[2] for entry in entries]
    return "\n".join([f"[{head}]", *lines]) if lines else ""


def _named(key: str, rows: make.Rows) -> bool:
    alone = "hurt-count" in FRAME[key][0] and len(rows["figures"]) == 1
    return all(rows[table] for table in FRAME[key][1]) and not alone


def _rows(parts: Parts) -> make.Rows:
    rows = {
        name: [row | MORE.get(name, {}) for row in table] for name, table in make.rows().items()
    }
    if parts.later:
        rows["events"].append(make.event(id="sequel", start=parts.later, precision=""))
        rows["figures"].append(
            make.context_figure(id="hurt-later", period_start=parts.later, as_of=parts.later)
            | MORE["figures"]
            | {"stated_on": ""}
        )
    for name in OPTIONAL:
        if name not in parts.tables or name in parts.empty:
            rows[name] = []
    for name, column in parts.blank:
        for row in rows[name]:
            row |= {column: "", **ALONG.get(column, {})}
            if column == "locator" and "in_story" in row:
                row.update(CONTEXT)
    for row in (*rows["figures"], *rows["events"]):
        if not parts.in_story:
            row.update(CONTEXT)
    for row in rows["figures"]:
        row["series"] = "counts" if parts.kind else ""
    if parts.kind == "running_total":
        rows["figures"] = rows["figures"][:1]
    _unname(rows)
    return {
        name: [
            {key: cell.replace("2020", parts.year) for key, cell in row.items()} for row in table
        ]
        for name, table in rows.items()
    }


def _unname(rows: make.Rows) -> None:
    """Take out of all cells the ids of rows that are not there."""
    there = {name: {row.get("id", "") for row in table} for name, table in rows.items()}
    there["slides"] = {f"slide-{row['number']}" for row in rows["slides"]}
    there["records"] = set().union(*(there[name] for name in there if name != "sources"))
    for name, table in rows.items():
        for column, rule in table_columns(name).items():
            target = rule.metadata["references"]
            for row in table if target in there else ():
                kept = [one for one in row.get(column, "").split(";") if one in there[target]]
                if row.get(column) and not kept and column == "claimant":
                    row["evidence"] = "unattributed"
                row[column] = ";".join(kept)
    for row in rows["figures"]:
        row["supplied"] = row["supplied"] if row["area"] else ""
    rows["differences"] = [row for row in rows["differences"] if row["records"]]
    rows["corrections"] = [row for row in rows["corrections"] if rows[row["table"]]]
