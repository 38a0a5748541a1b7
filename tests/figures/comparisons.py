"""Figures to compare: one of a made-up kind, its whole, and any others by lot."""

from types import MappingProxyType

import pandas as pd
from hypothesis import strategies as st

from dash.dossier.records import Record
from dash.figures.comparability import Context

WORDS = {
    "measure": {"killed": "People killed", "hurt": "People hurt"},
    "population": {"all": "Everyone", "civilians": "Civilians"},
    "area": {"east": "The east", "west": "The west"},
    "claimant": {"un": "The UN", "mayor": "The mayor"},
    "source": {"paper": "The Paper", "report": "A report"},
}
FIGURE: Record = {
    "id": "a",
    "measure": "killed",
    "population": "all",
    "unit": "people",
    "bound": "range",
    "low": 100.0,
    "best": None,
    "high": 120.0,
    "period_start": "2014-04-14",
    "as_of": "2021-01-31",
    "area": "east",
    "claimant": "un",
    "evidence": "estimate",
    "subset_of": None,
    "source": "paper",
    "supplied": None,
    "sic": None,
}
WHOLE: Record = {**FIGURE, "id": "whole", "low": 5000.0, "high": 6000.0}
OPEN_DATES = ["2014", "2014-04", "2014-04-14", "2015"]


def context_with(*figures: Record) -> Context:
    """Return what a comparison of these figures needs to know beside two of them."""
    wholes = {row["id"]: row["subset_of"] for row in figures if row["subset_of"]}
    frame = pd.DataFrame(list(figures)).set_index("id", drop=False)
    return Context(frame, MappingProxyType(wholes), MappingProxyType(WORDS))


@st.composite
def figures(draw: st.DrawFn, key: str) -> Record:
    """Draw a figure with this id, that the contract would allow."""
    low, best, high = sorted(draw(st.lists(st.integers(0, 999), min_size=3, max_size=3)))
    bound = draw(st.sampled_from(["exact", "at_least", "more_than", "about", "range"]))
    values = {
        "low": float(low) if bound in ("at_least", "more_than", "range") else None,
        "best": float(best) if bound in ("exact", "about") else None,
        "high": float(high) if bound == "range" else None,
    }
    supplied = draw(st.sets(st.sampled_from(["population", "period_start", "as_of", "area"])))
    claimant = draw(st.sampled_from(["un", "mayor", None]))
    evidence = st.sampled_from(["verified", "estimate", "claim"])
    return {
        **FIGURE,
        **values,
        "id": key,
        "bound": bound,
        "measure": draw(st.sampled_from(["killed", "hurt"])),
        "unit": draw(st.sampled_from(["people", "ships"])),
        "population": draw(st.sampled_from(["all", "civilians", None])),
        "period_start": draw(st.sampled_from([*OPEN_DATES, None])),
        "as_of": draw(st.sampled_from(["2015", "2021", "2021-01", "2021-01-31"])),
        "area": draw(st.sampled_from(["east", "west", "east;west", None])),
        "claimant": claimant,
        "evidence": draw(evidence) if claimant else "unattributed",
        "source": draw(st.sampled_from(["paper", "report"])),
        "subset_of": draw(st.sampled_from([None, "whole"])),
        "supplied": ";".join(sorted(supplied)) or None,
    }
