"""What must never be said of two figures, found in the finished text and the tables alone.

Nothing here asks the code under test: the tables are read as CSV, and what a text may say of
two rows is worked out anew, in the plainest way.
"""

import csv
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import chain
from pathlib import Path

Row = dict[str, str]
Ends = tuple[float, float]

NUMBER = re.compile(r"\u2212?\d+(?:,\d{3})*(?:\.\d+)?")
# What may stand before and behind a number: EUR million, %, violations per day.
BEFORE, BEHIND = "(?:EUR )?", "(?: (?:%|[a-z]+(?: [a-z]+)*))?"
VALUE = (
    rf"(?:(?:at least|more than|about) )?{BEFORE}{NUMBER.pattern}(?: to {NUMBER.pattern})?{BEHIND}"
)
GAP = re.compile(rf"(?: is (higher|lower) than .*? by|disagree, by) ({VALUE})[.:]")
BOUNDS = re.compile(
    rf"lower by up to {BEFORE}({NUMBER.pattern}){BEHIND}, or higher by up to {BEFORE}"
    rf"({NUMBER.pattern})"
)
WORKED_OUT = re.compile(r" (?:higher|lower|times|% of) |disagree, by")
PARTITIVE = re.compile(rf"\b(?:for|of|in) (?:at least|more than|about) {BEFORE}\d[\d,]*[ .]")
NAMING = ("places.csv", "actors.csv", "sources.csv")
# Proper names and abbreviations that a small letter would spoil.
NAME = re.compile(
    r"(?<![.@/])\b(?:ukrain|russia|nato|us navy|osce|ohchr|ucdp|crimea|donbas|donetsk|luhansk|"
    r"reuters|moscow|kyiv|black sea|bosporus|united nations|deutsche|uppsala)(?!\w*\.\w)"
)


@dataclass(frozen=True)
class Tables:
    """The rows that texts speak of, and what ties them together."""

    figures: dict[str, Row]
    affiliations: dict[str, str]
    measures: dict[str, dict[str, object]]
    running: frozenset[str]
    numerals: frozenset[str]
    _held: dict[str, frozenset[str]] = field(default_factory=dict)

    def held(self, key: str) -> frozenset[str]:
        """Return the numbers of a figure and of all that a text about it may point to."""
        if key not in self._held:
            kin, seen = [self.figures[key]], {key}
            for one in kin:
                tie = self.tie(one)
                for other in self.figures.values():
                    near = other["id"] == one["subset_of"] or self.tie(other) == tie
                    if near and other["id"] not in seen:
                        seen.add(other["id"])
                        kin.append(other)
            self._held[key] = frozenset().union(*map(_numbers_of, kin))
        return self._held[key]

    def bodies(self, claimant: str) -> list[str]:
        chain = []
        while claimant:
            chain.append(claimant)
            claimant = self.affiliations.get(claimant, "")
        return chain

    def tie(self, row: Row) -> str:
        """Return the end of the chain of same_as and replaces."""
        while onward := row.get("same_as") or row.get("replaces"):
            row = self.figures[onward]
        return row["id"]

    def is_state(self, row: Row) -> bool:
        counted = self.measures[row["measure"]].get("casualties") or row["series"] in self.running
        return not row["period_start"] and not counted


def read_tables(folder: Path) -> Tables:
    def rows(name: str) -> list[Row]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    story = tomllib.loads((folder / "dossier.toml").read_text(encoding="utf-8"))
    return Tables(
        {row["id"]: row for row in rows("figures.csv")},
        {row["id"]: row["affiliation"] for row in rows("actors.csv")},
        story["measures"],
        frozenset(k for k, v in story.get("series", {}).items() if v["kind"] == "running_total"),
        frozenset(NUMBER.findall(" ".join(map(_name, chain(*map(rows, NAMING)))))),
    )


def _name(row: Row) -> str:
    return row.get("name") or f"{row['title']} {row['publisher']}"


def tied_figures_called_strangers(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """A figure called incomparable with its own repetition, or with what it replaced."""
    strangers = [
        "the same cannot be told",
        "not count the same",
        "not speak of the same",
        "two counts of",
        "two accounts of",
        "Both can be right",
    ]
    return tables.tie(a) == tables.tie(b) and any(words in text for words in strangers)


def approximate_beyond_rounding(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """Numbers reconciled by "about" although they lie farther apart than rounding covers."""
    ours, theirs = ends(a), ends(b)
    apart = ours[1] < theirs[0] or theirs[1] < ours[0]
    pleaded = ("need not contradict", "do not contradict", "rounded.")
    return "about" in (a["bound"], b["bound"]) and apart and any(p in text for p in pleaded)


def year_called_a_day(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """Equal dates called the same that leave the day open."""
    shared = text.partition("The same in both:")[2]
    for label, column in (
        ("start of the count", "period_start"),
        ("date it goes up to", "as_of"),
        ("day it speaks of", "as_of"),
    ):
        if label in shared and any(row[column] and day_of(row, column) is None for row in (a, b)):
            return True
    return False


def number_from_nowhere(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """A number, such as a sum, that neither record holds and that no difference explains."""
    kept = "\n".join(line for line in text.splitlines() if not WORKED_OUT.search(line))
    return not set(NUMBER.findall(kept)) <= _shown(a, b, kept, tables)


def name_in_small_letters(_a: Row, _b: Row, text: str, _tables: Tables) -> bool:
    """A proper name that lost its capital."""
    return NAME.search(text) is not None


def one_body_called_two(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """A claimant called another than the one it acts or speaks for."""
    ours, theirs = tables.bodies(a["claimant"]), tables.bodies(b["claimant"])
    if not ours or not theirs or ours[-1] != theirs[-1]:
        return False
    apart = ["Who says so differs"]
    if ours[0] in theirs or theirs[0] in ours:
        apart += ["by rules of its own", "counted by the same hand", "not known to come from one"]
    return any(words in text for words in apart)


def casualty_words_on_a_state(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """The words of a count of casualties on troops, ships or residents."""
    of_counts = ("start of the count", "it goes up to", "earlier cases", "anew", "count the same")
    states = tables.is_state(a) and tables.is_state(b)
    return states and any(words in text for words in of_counts)


def number_read_as_a_partitive(_a: Row, _b: Row, text: str, _tables: Tables) -> bool:
    """A number after a preposition: for at least 7, which can be read as seven of them."""
    return PARTITIVE.search(_plain(text)) is not None


def arithmetic_that_does_not_follow(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """A difference that cannot be worked out from the numbers that the text shows."""
    gap, bounds = GAP.search(text), BOUNDS.search(text)
    if gap is None and bounds is None:
        return False
    (a_low, a_high), (b_low, b_high) = (
        _shown_ends(which, spelled, text)
        for which, spelled in zip(("first", "second"), _answered(a, b), strict=True)
    )
    difference = b_low - a_high, b_high - a_low
    if gap is not None:
        lower = gap[1] == "lower" or (gap[1] is None and difference[1] < 0)
        expected = (-difference[1], -difference[0]) if lower else difference
        return not _alike(_parse(gap[2]), expected)
    assert bounds is not None
    return not _alike((-_number(bounds[1]), _number(bounds[2])), difference)


def same_of_nothing(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """A field given as the same that means nothing for either."""
    shared = text.partition("The same in both:")[2]
    return any(
        label in shared and not a[column] and not b[column]
        for label, column in (
            ("group counted", "population"),
            ("start of the count", "period_start"),
        )
    )


def rise_where_there_is_none(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """Two equal ranges of which the rise is explained."""
    return ends(a) == ends(b) and "what lies between the two is not a count" in text


def whole_without_its_measure(_a: Row, _b: Row, text: str, tables: Tables) -> bool:
    """A whole that the text points to without saying what it counts."""
    found = re.search(r"parts of one number: (.*)", text)
    labels = [str(measure["label"]).lower() for measure in tables.measures.values()]
    return found is not None and not any(label in found[1].lower() for label in labels)


def state_decided_by_days(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """Two accounts of one state called two things for nothing but some days between them."""
    open_fields = {*a["supplied"].split(";"), *b["supplied"].split(";")}
    deciding = {"measure", "unit", "population", "area"} - open_fields
    alike = all(a[column] == b[column] for column in deciding)
    states = tables.is_state(a) and tables.is_state(b) and not (_is_ahead(a) or _is_ahead(b))
    return states and alike and re.search("do not (count|speak of) the same", text) is not None


def neighbours_called_unclear(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """Before and after one day, by one claimant, and "cannot be told" or "not the same"."""
    fields = ("measure", "unit", "population", "area", "claimant")
    if any(a[column] != b[column] for column in fields) or not a["claimant"]:
        return False
    if {"population", "area"} & {*a["supplied"].split(";"), *b["supplied"].split(";")}:
        return False
    for earlier, later in ((a, b), (b, a)):
        inner = "as_of" in earlier["supplied"] or "period_start" in later["supplied"]
        if inner or not later["period_start"] or not earlier["period_start"]:
            continue
        end, start = day_of(earlier, "as_of"), day_of(later, "period_start")
        if end and start and end + timedelta(days=1) == start and tables.tie(a) != tables.tie(b):
            return "the same cannot be told" in text or "not count the same" in text
    return False


def series_called_incomparable(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """Two dated points of one running total called two things, for words of their start."""
    if not a["series"] or a["series"] != b["series"] or a["series"] not in tables.running:
        return False
    if a["supplied"] or b["supplied"] or None in (day_of(a, "as_of"), day_of(b, "as_of")):
        return False
    alike = ("measure", "unit", "population", "area")
    if not a["area"] or any(a[column] != b[column] for column in alike):
        return False
    if _is_ahead(a) != _is_ahead(b):
        return False
    return "not count the same" in text or "the same cannot be told" in text


def unstated_date_called_another(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """Casualties without a start called two things for the dates of two reports."""
    fields = ("measure", "unit", "population", "area")
    alike = all(a[column] == b[column] for column in fields) and not a["supplied"] + b["supplied"]
    casualties = bool(tables.measures[a["measure"]].get("casualties"))
    unstated = not a["period_start"] and not b["period_start"]
    forecast = _is_ahead(a) != _is_ahead(b)
    return casualties and unstated and alike and not forecast and "not count the same" in text


def percent_between_percentages(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """A difference of percentages given in per cent, which would be another number."""
    gap, bounds = GAP.search(text), BOUNDS.search(text)
    told = (gap[0] if gap else "") + (bounds[0] if bounds else "")
    return a["unit"] == b["unit"] == "%" and "%" in told.rpartition(" by ")[2]


def ratio_below_zero(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """A ratio or a share of what may be below zero, such as a balance."""
    below_zero = any(tables.measures[row["measure"]].get("below_zero") for row in (a, b))
    return below_zero and re.search(r" times | % of ", text) is not None


def unit_left_out(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """A number of one of the two that never stands with its unit."""
    return not all(told.lower() in text.lower() for told in _answered(a, b))


Rule = Callable[[Row, Row, str, Tables], bool]
RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        tied_figures_called_strangers,
        approximate_beyond_rounding,
        year_called_a_day,
        number_from_nowhere,
        name_in_small_letters,
        one_body_called_two,
        casualty_words_on_a_state,
        number_read_as_a_partitive,
        arithmetic_that_does_not_follow,
        same_of_nothing,
        rise_where_there_is_none,
        whole_without_its_measure,
        state_decided_by_days,
        neighbours_called_unclear,
        series_called_incomparable,
        unstated_date_called_another,
        percent_between_percentages,
        ratio_below_zero,
        unit_left_out,
    )
}


def broken_rules(a: Row, b: Row, text: str, tables: Tables) -> Iterator[str]:
    """Yield the rules that a text about two rows breaks."""
    for name, rule in RULES.items():
        if rule(a, b, text, tables):
            yield name


def ends(row: Row) -> Ends:
    """Return the lowest and the highest value that a row allows."""
    given = [float(row[column]) for column in ("low", "best", "high") if row[column]]
    if row["bound"] in ("at_least", "more_than"):
        return given[0], float("inf")
    if row["bound"] == "about":
        digits = f"{abs(given[0]):f}".rstrip("0").rstrip(".").rstrip("0") or "0"
        half = 10 ** (len(f"{abs(given[0]):.0f}") - len(digits)) / 2 if given[0] else 0
        return given[0] - half, given[0] + half
    return min(given), max(given)


def day_of(row: Row, column: str) -> date | None:
    """Return the day that a date means, where it means one."""
    text = row[column]
    if len(text) == 10:
        return date.fromisoformat(text)
    whole = row["period_start"] and len(row["period_start"]) == len(row["as_of"])
    if not whole or {"period_start", "as_of"} & set(row["supplied"].split(";")):
        return None
    year, month = (*map(int, text.split("-")), 0)[:2]
    if column == "period_start":
        return date(year, month or 1, 1)
    after = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return after - timedelta(days=1)


@cache
def _spelled(number: float) -> str:
    return f"{number:,.6f}".rstrip("0").rstrip(".").replace("-", "\u2212")


def _shown(a: Row, b: Row, text: str, tables: Tables) -> set[str]:
    """Return the numbers that a text may hold: of the two records, their kin, dates and names."""
    held = {*tables.numerals, *tables.held(a["id"]), *tables.held(b["id"])}
    # What stands in titles of events, and the day before which something ended.
    outside = re.findall(r"On that day: .*|before and after [^.]*", text)
    return held.union(*map(NUMBER.findall, outside))


def _numbers_of(row: Row) -> set[str]:
    held = {_spelled(float(row[column])) for column in ("low", "best", "high") if row[column]}
    held.update(NUMBER.findall(row["callout"]))
    held.update(_spelled(end) for end in ends(row))
    for column in ("period_start", "as_of", "stated_on"):
        held.update(str(int(part)) for part in row[column].split("-") if part)
    return held


def _answered(a: Row, b: Row) -> tuple[str, str]:
    spelled = []
    for row in (a, b):
        ends_of = (_spelled(float(row[column])) for column in ("low", "high") if row[column])
        # A lowest and a highest value that are one are told as one.
        values = dict.fromkeys(ends_of)
        words = {"at_least": "at least ", "more_than": "more than ", "about": "about "}
        value = " to ".join(values) or _spelled(float(row["best"]))
        spelled.append(words.get(row["bound"], "") + _in_unit(value, row["unit"]))
    return spelled[0], spelled[1]


def _in_unit(value: str, unit: str) -> str:
    """Return a number with its unit, of which these tables know one that stands around it."""
    if unit == "EUR million":
        return f"EUR {value} million"
    return value if unit == "people" else f"{value} {unit}"


def _shown_ends(which: str, spelled: str, text: str) -> Ends:
    """Return as which values a text lets its reader take a number."""
    for name in (rf"the {which} \({re.escape(spelled)}\)", rf"(?<!\(){re.escape(spelled)}", "each"):
        if found := re.search(rf"(?<!\d)(?<! to ){name} is read as ({VALUE})", text, re.IGNORECASE):
            return _parse(found[1])
    return _parse(spelled)


def _plain(text: str) -> str:
    """Return a text without what stands in brackets, where a number is named, not counted."""
    return re.sub(r"\([^()]*\)", "", text)


def _parse(words: str) -> Ends:
    numbers = [_number(part) for part in NUMBER.findall(words)]
    if words.startswith(("at least", "more than")):
        return numbers[0], float("inf")
    return numbers[0], numbers[-1]


def _is_ahead(row: Row) -> bool:
    """Return whether what has no start was told before its day."""
    return not row["period_start"] and bool(row["stated_on"]) and row["stated_on"] < row["as_of"]


def _number(words: str) -> float:
    return float(words.replace(",", "").replace("\u2212", "-"))


def _alike(ours: Ends, theirs: Ends) -> bool:
    return all(
        x == y or abs(x - y) < 1e-6 * max(1, abs(x)) for x, y in zip(ours, theirs, strict=True)
    )
