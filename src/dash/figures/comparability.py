"""Whether two figures can be compared, worked out from their fields alone.

Two figures are two estimates of one quantity only where what is counted, among
whom, where, from when and up to when are the same (the questions that the
Standards for Casualty Recording, Every Casualty Counts, 2016, ask of a count).
A field that a source leaves open is never taken to be the same.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Literal

from dash.dates import Days, days_meant
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.intervals import Interval, difference, interval_of, ratio, share
from dash.schema.rows import Figure, Source

# What decides, in this order, and what is only told.
Field = Literal[
    "measure",
    "unit",
    "population",
    "period_start",
    "as_of",
    "area",
    "claimant",
    "evidence",
    "bound",
    "source",
]
DECIDING: tuple[Field, ...] = ("measure", "unit", "population", "period_start", "as_of", "area")
TOLD: tuple[Field, ...] = ("claimant", "evidence", "bound", "source")


class Agreement(Enum):
    """What two figures have to do with each other in one field."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_STATED = "not stated"
    LESS_PRECISE = "may be the same, stated less precisely"


class Verdict(Enum):
    """What setting two figures side by side can mean."""

    ONE_FIGURE = "the same figure"
    PART = "one is a part of the other"
    SAME_QUANTITY = "two counts of the same"
    TWO_PERIODS = "the same count over two periods"
    TWO_DATES = "one count at two dates"
    UNCLEAR = "cannot be told"
    NOT_COMPARABLE = "not the same"


@dataclass(frozen=True)
class Finding:
    """One field of two figures.

    Attributes:
        field: The column.
        agreement: What the two cells have to do with each other.
        open_in: Which of the two ("a", "b") leave it open.
    """

    field: Field
    agreement: Agreement
    open_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """What can be said of two figures from their fields.

    Attributes:
        a: The first figure.
        b: The second figure.
        verdict: What comparing them can mean.
        findings: One per field, the deciding ones first.
        part: Which of the two ("a" or "b") is a part of the other, if one is.
        common_whole: Id of the nearest figure that both are parts of, if there is one.
        both_can_hold: Whether some value satisfies the bounds of both.
        difference: What b less a can be, where that means anything.
        ratio: How many times a b can be, where that means anything.
        share: Which share of its whole the part can be, where that means anything.
    """

    a: Figure
    b: Figure
    verdict: Verdict
    findings: tuple[Finding, ...]
    part: str | None = None
    common_whole: str | None = None
    both_can_hold: bool = True
    difference: Interval | None = None
    ratio: Interval | None = None
    share: Interval | None = None

    def fields(self, agreement: Agreement) -> tuple[Field, ...]:
        """Return the fields in which the two figures agree so."""
        return tuple(found.field for found in self.findings if found.agreement is agreement)


@dataclass(frozen=True)
class Context:
    """What a comparison needs to know beside the two figures: names, and what is a part of what."""

    figures: Mapping[str, Figure]
    wholes: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]

    def figure(self, key: str) -> Figure:
        """Return a figure by its id.

        Raises:
            KeyError: There is no such figure.
        """
        return self.figures[key]

    def above(self, key: str) -> Iterator[str]:
        """Yield the figures that a figure is a part of, the nearest first."""
        whole = self.wholes.get(key)
        while whole is not None:
            yield whole
            whole = self.wholes.get(whole)


def context_of(dossier: Dossier) -> Context:
    """Return what comparisons of a dossier's figures need."""
    story, figures = dossier.story, {row["id"]: row for row in dossier.records("figures")}
    wholes = {key: row["subset_of"] for key, row in figures.items() if row["subset_of"]}
    words = {
        "measure": {key: measure.label for key, measure in story.measures.items()},
        "population": story.populations,
        "area": names(dossier.records("places")),
        "claimant": names(dossier.records("actors")),
        "source": _publications(dossier.records("sources")),
    }
    return Context(MappingProxyType(figures), MappingProxyType(wholes), MappingProxyType(words))


def _publications(sources: Sequence[Source]) -> dict[str, str]:
    """Return each source's publisher, with the title where one publisher has several."""
    count = Counter(source["publisher"] for source in sources)
    return {
        source["id"]: source["publisher"]
        if count[source["publisher"]] == 1
        else f"{source['publisher']}: {source['title']}"
        for source in sources
    }


def compare(a: Figure, b: Figure, context: Context) -> Comparison:
    """Find what two figures share, in what they differ, and what comparing them can mean."""
    if a["id"] == b["id"]:
        same = tuple(Finding(field, Agreement.SAME) for field in (*DECIDING, *TOLD))
        return Comparison(a, b, Verdict.ONE_FIGURE, same)
    findings = tuple(_finding(field, a, b) for field in (*DECIDING, *TOLD))
    part = _part(a, b, context)
    verdict = Verdict.PART if part else _verdict(a, b, findings)
    common = [whole for whole in context.above(a["id"]) if whole in set(context.above(b["id"]))]
    values = interval_of(a), interval_of(b)
    comparable = verdict in (Verdict.SAME_QUANTITY, Verdict.TWO_PERIODS)
    return Comparison(
        a,
        b,
        verdict,
        findings,
        part,
        common[0] if common and not part else None,
        values[0].meets(values[1]),
        difference(*values) if comparable else None,
        ratio(*values) if comparable else None,
        _share(a, b, part, findings),
    )


def _part(a: Figure, b: Figure, context: Context) -> str | None:
    if b["id"] in context.above(a["id"]):
        return "a"
    return "b" if a["id"] in context.above(b["id"]) else None


def _verdict(a: Figure, b: Figure, findings: tuple[Finding, ...]) -> Verdict:
    of = {found.field: found.agreement for found in findings}
    different = {field for field in DECIDING if of[field] is Agreement.DIFFERENT}
    settled = different.union(field for field in DECIDING if of[field] is Agreement.SAME)
    if not different:
        return Verdict.SAME_QUANTITY if len(settled) == len(DECIDING) else Verdict.UNCLEAR
    one_count = len(settled) == len(DECIDING) and of["claimant"] is Agreement.SAME
    if one_count and different == {"as_of"}:
        return Verdict.TWO_DATES
    if one_count and of["source"] is Agreement.SAME and different == {"period_start", "as_of"}:
        return Verdict.TWO_PERIODS if _are_like_periods(a, b) else Verdict.NOT_COMPARABLE
    return Verdict.NOT_COMPARABLE


def _finding(field: Field, a: Figure, b: Figure) -> Finding:
    left_open = tuple(
        name for name, figure in (("a", a), ("b", b)) if not _is_stated(field, figure)
    )
    if left_open:
        return Finding(field, Agreement.NOT_STATED, left_open)
    if field in ("period_start", "as_of") and None not in (a[field], b[field]):
        return Finding(field, _agreement_of_dates(_day(field, a), _day(field, b)))
    same = set(a["area"]) == set(b["area"]) if field == "area" else a[field] == b[field]
    return Finding(field, Agreement.SAME if same else Agreement.DIFFERENT)


def _is_stated(field: Field, figure: Figure) -> bool:
    """Return whether a field is known: a blank start or population has a meaning of its own."""
    if field in figure["supplied"]:
        return False
    return field in ("period_start", "population") or figure[field] not in (None, ())


def _agreement_of_dates(a: Days, b: Days) -> Agreement:
    if a == b:
        return Agreement.SAME
    meet = a.first <= b.last and b.first <= a.last
    return Agreement.LESS_PRECISE if meet else Agreement.DIFFERENT


def _day(field: Literal["period_start", "as_of"], figure: Figure) -> Days:
    """Return the days that the start or the end of a count can mean.

    A start and an end of one precision (2018 to 2018, 2014 to 2021, 2021-08 to
    2021-08) mean whole years or months, so that both days are known.
    """
    start, end = figure["period_start"], figure["as_of"]
    meant = days_meant(figure[field] or end)
    if start is None or len(start) != len(end):
        return meant
    day = meant.first if field == "period_start" else meant.last
    return Days(day, day)


def _are_like_periods(a: Figure, b: Figure) -> bool:
    """Return whether two periods are apart and as long: in whole months, or in days."""
    if None in (a["period_start"], b["period_start"]):  # a state on a day, and no period
        return False
    spans = [(_day("period_start", figure), _day("as_of", figure)) for figure in (a, b)]
    if any(end.first != end.last or start.first != start.last for start, end in spans):
        return False
    (a_first, a_last), (b_first, b_last) = ((start.first, end.last) for start, end in spans)
    apart = a_last < b_first or b_last < a_first
    return apart and Days(a_first, a_last).length == Days(b_first, b_last).length


def _share(
    a: Figure, b: Figure, part: str | None, findings: tuple[Finding, ...]
) -> Interval | None:
    """Return the share of a part that was counted by the same claimant over the same time."""
    same = {found.field for found in findings if found.agreement is Agreement.SAME}
    if part is None or not {"unit", "claimant", "period_start", "as_of"} <= same:
        return None
    smaller, whole = (a, b) if part == "a" else (b, a)
    return share(interval_of(smaller), interval_of(whole))
