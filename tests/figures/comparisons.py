"""Figures to compare: one of a made-up kind, its whole, and any others by lot."""

from types import MappingProxyType

from hypothesis import strategies as st

from dash.figures.context import Context
from dash.schema.rows import Figure
from tests.factories import changed, row_of

WORDS = {
    "measure": {
        "killed": "People killed",
        "hurt": "People hurt",
        "troops": "Troops",
        "balance": "Balance",
    },
    "population": {"all": "Everyone", "civilians": "Civilians"},
    "area": {"east": "The east", "west": "The west"},
    "claimant": {
        "un": "The UN",
        "office": "The UN's office",
        "mayor": "The mayor",
        "clerk": "The clerk",
        "aide": "The aide",
    },
    "source": {"paper": "The Paper", "report": "A report"},
    "series": {"total": "The UN's total", "months": "The UN by month"},
}
MEASURES: dict[str, dict[str, object]] = {
    key: {"label": label, "casualties": key in ("killed", "hurt"), "below_zero": key == "balance"}
    for key, label in WORDS["measure"].items()
}
AFFILIATIONS = {"office": "un", "clerk": "mayor", "aide": "mayor"}
FIGURE = row_of(
    Figure,
    id="a",
    measure="killed",
    population="all",
    unit="people",
    bound="range",
    low=100.0,
    high=120.0,
    period_start="2014-04-14",
    as_of="2021-01-31",
    area=("east",),
    claimant="un",
    evidence="estimate",
    source="paper",
)
WHOLE: Figure = {**FIGURE, "id": "whole", "low": 5000.0, "high": 6000.0}
UNITS = {
    "killed": ("people",),
    "hurt": ("people",),
    "troops": ("people", "ships", "%"),
    "balance": ("EUR million", "%", "ships"),
}
OPEN_DATES = ["2014", "2014-04", "2014-04-14", "2015"]


def context_with(*figures: Figure) -> Context:
    """Return what a comparison of these figures needs to know beside two of them."""
    return Context(
        {row["id"]: row for row in figures},
        MappingProxyType(WORDS),
        AFFILIATIONS,
        casualties=frozenset(("killed", "hurt")),
        running=frozenset(("total",)),
        below_zero=frozenset(("balance",)),
    )


@st.composite
def figures(draw: st.DrawFn, key: str) -> Figure:
    """Draw a figure with this id, that the contract would allow."""
    measure = draw(st.sampled_from([*WORDS["measure"]]))
    units = UNITS[measure]
    unit = draw(st.sampled_from(units))
    least = -999 if measure == "balance" else 0
    low, best, high = sorted(draw(st.lists(st.integers(least, 999), min_size=3, max_size=3)))
    tie = WHOLE["id"] if (measure, unit) == (WHOLE["measure"], WHOLE["unit"]) else None
    bound = draw(st.sampled_from(["exact", "at_least", "more_than", "about", "range"]))
    values = {
        "low": float(low) if bound in ("at_least", "more_than", "range") else None,
        "best": float(best) if bound in ("exact", "about") else None,
        "high": float(high) if bound == "range" else None,
    }
    supplied = draw(st.sets(st.sampled_from(["population", "period_start", "as_of", "area"])))
    claimant = draw(st.sampled_from([*WORDS["claimant"], None]))
    evidence = st.sampled_from(["verified", "estimate", "claim"])
    other: dict[str, object] = {
        "id": key,
        "bound": bound,
        "measure": measure,
        "unit": unit,
        "population": draw(st.sampled_from(["all", "civilians", None])),
        "period_start": draw(st.sampled_from([*OPEN_DATES, None])),
        "as_of": draw(st.sampled_from(["2015", "2021", "2021-01", "2021-01-31"])),
        "area": draw(st.sampled_from([("east",), ("west",), ("east", "west"), ()])),
        "claimant": claimant,
        "evidence": draw(evidence) if claimant else "unattributed",
        "source": draw(st.sampled_from(["paper", "report"])),
        "subset_of": draw(st.sampled_from([None, tie])),
        "same_as": draw(st.sampled_from([None, None, None, tie])),
        "replaces": draw(st.sampled_from([None, None, None, tie])),
        "stated_on": draw(st.sampled_from([None, "2014-12-31", "2021-02", "2021-12-31"])),
        "series": draw(st.sampled_from([None, "total", "months"])),
        "callout": draw(st.sampled_from([None, "only a part"])),
    }
    # What was read from the context stands in its cell.
    other["supplied"] = tuple(column for column in sorted(supplied) if other[column])
    return changed(FIGURE, **values, **other)
