"""What must never be said of two figures, found in the finished text and the tables alone.

Nothing here asks the code under test: the tables are read as CSV, and what a text may say of
two rows is worked out anew, in the plainest way.
"""

import csv
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

Row = dict[str, str]
Ends = tuple[float, float]

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
VALUE = rf"(?:(?:at least|more than|about) )?{NUMBER.pattern}(?: to {NUMBER.pattern})?"
# Proper names and abbreviations that a small letter would spoil.
NAMES = (
    "ukrain|russia|nato|us navy|osce|ohchr|ucdp|crimea|donbas|donetsk|luhansk|reuters|moscow|"
    "kyiv|black sea|bosporus|united nations|deutsche|uppsala"
)


@dataclass(frozen=True)
class Tables:
    """The rows that texts speak of, and what ties them together."""

    figures: dict[str, Row]
    affiliations: dict[str, str]
    measures: dict[str, dict[str, object]]
    running: frozenset[str]
    words: str

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
        return not row["period_start"] and not self.measures[row["measure"]].get("casualties")


def read_tables(folder: Path) -> Tables:
    def rows(name: str) -> list[Row]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    story = tomllib.loads((folder / "dossier.toml").read_text(encoding="utf-8"))
    return Tables(
        {row["id"]: row for row in rows("figures.csv")},
        {row["id"]: row["affiliation"] for row in rows("actors.csv")},
        story["measures"],
        frozenset(k for k, v in story["series"].items() if v["kind"] == "running_total"),
        " ".join(row["title"] for row in rows("events.csv")),
    )


def tied_figures_called_strangers(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """A figure called incomparable with its own repetition, or with what it replaced."""
    strangers = ("the same cannot be told", "count the same cannot", "not count the same",
                 "not speak of the same", "two counts of", "Both can be right")  # fmt: skip
    return tables.tie(a) == tables.tie(b) and any(words in text for words in strangers)


def approximate_beyond_rounding(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """Numbers reconciled by "about" although they lie farther apart than rounding covers."""
    ours, theirs = ends(a), ends(b)
    apart = ours[1] < theirs[0] or theirs[1] < ours[0]
    pleaded = ("need not contradict", "do not contradict", "rounded.")
    return "about" in (a["bound"], b["bound"]) and apart and any(p in text for p in pleaded)


def year_called_a_day(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """Equal dates called the same that leave the day open."""
    shared = text.rpartition("The same in both:")[2]
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
    if not any(words in text for words in ("higher", "lower", "times", " % ", "disagree")):
        return not set(NUMBER.findall(text)) <= _shown(a, b, text, tables)
    return False


def name_in_small_letters(_a: Row, _b: Row, text: str, _tables: Tables) -> bool:
    """A proper name that lost its capital."""
    return re.search(rf"(?<![\w.@/])(?:{NAMES})(?!\w*\.\w)", text) is not None


def one_body_called_two(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """A claimant called another than the one it acts or speaks for."""
    ours, theirs = tables.bodies(a["claimant"]), tables.bodies(b["claimant"])
    if not ours or not theirs or ours[-1] != theirs[-1]:
        return False
    apart = ["Who says so differs"]
    if ours[0] in theirs or theirs[0] in ours:
        apart += ["by its own rules", "counted by the same hand", "not known to come from one"]
    return any(words in text for words in apart)


def casualty_words_on_a_state(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """The words of a count of casualties on troops, ships or residents."""
    words = ("start of the count", "it goes up to", "earlier cases", "counted anew", "group counted is",
             "count the same")  # fmt: skip
    states = tables.is_state(a) and tables.is_state(b)
    return states and any(word in text for word in words)


def number_read_as_a_partitive(_a: Row, _b: Row, text: str, _tables: Tables) -> bool:
    """ "For at least 7" and the like, which can be read as: for at least seven of them."""
    return re.search(r"\b(?:for|of|in|by) (?:at least|more than|about) \d[\d,]*[ .]", _plain(text)) is not None  # fmt: skip  # noqa: E501


def arithmetic_that_does_not_follow(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """A difference that cannot be worked out from the numbers that the text shows."""
    (a_low, a_high), (b_low, b_high) = (_shown_ends(spelled, text) for spelled in _answered(a, b))
    difference = b_low - a_high, b_high - a_low
    if found := re.search(rf"(?: is (higher|lower) than .*? by|disagree, by) ({VALUE})[.:]", text):
        lower = found[1] == "lower" or (found[1] is None and difference[1] < 0)
        gap = (-difference[1], -difference[0]) if lower else difference
        return not _alike(_parse(found[2]), gap)
    number = NUMBER.pattern
    if found := re.search(rf"lower by up to ({number}), or higher by up to ({number})", text):
        return not _alike((-_number(found[1]), _number(found[2])), difference)
    return False


def same_of_nothing(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """A field given as the same that means nothing for either."""
    shared = text.rpartition("The same in both:")[2]
    return any(
        label in shared and not a[column] and not b[column]
        for label, column in (
            ("group counted", "population"),
            ("start of the count", "period_start"),
        )
    )


def rise_where_there_is_none(a: Row, b: Row, text: str, _tables: Tables) -> bool:
    """Two equal ranges of which the rise is explained."""
    return ends(a) == ends(b) and "the rise is not a count" in text


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
    states = tables.is_state(a) and tables.is_state(b)
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
    if a["supplied"] or b["supplied"] or a["population"] != b["population"]:
        return False
    return "not count the same" in text or "the same cannot be told" in text


def unstated_date_called_another(a: Row, b: Row, text: str, tables: Tables) -> bool:
    """Casualties without a start called two things for the dates of two reports."""
    fields = ("measure", "unit", "population", "area")
    alike = all(a[column] == b[column] for column in fields) and not a["supplied"] + b["supplied"]
    casualties = bool(tables.measures[a["measure"]].get("casualties"))
    unstated = not a["period_start"] and not b["period_start"]
    return casualties and unstated and alike and "not count the same" in text


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
        digits = f"{given[0]:f}".rstrip("0").rstrip(".").rstrip("0") or "0"
        half = 10 ** (len(f"{given[0]:.0f}") - len(digits)) / 2 if given[0] else 0
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
    return f"{number:,.6f}".rstrip("0").rstrip(".")


def _shown(a: Row, b: Row, text: str, tables: Tables) -> set[str]:
    """Return the numbers that a text may hold: of the two records, their kin, dates and names."""
    held = {"1", "2", "31", "298"}
    for row in (a, b, *_kin(a, tables), *_kin(b, tables)):
        held |= {_spelled(float(row[column])) for column in ("low", "best", "high") if row[column]}
        held |= set(NUMBER.findall(" ".join(filter(None, (row["callout"], row["unit"])))))
        held |= {_spelled(end) for end in ends(row)}
        for column in ("period_start", "as_of", "stated_on"):
            held |= {str(int(part)) for part in (row.get(column) or "").split("-") if part}
    # What stands in titles of sources and of events, and the day before which something ended.
    outside = re.findall(r"\[[^\]]*\]|On that day: .*|before and after [^.]*", text)
    return held.union(*(NUMBER.findall(words) for words in outside), {"22.1", "23.1", "19.1"})


def _kin(row: Row, tables: Tables) -> list[Row]:
    """Return the figures that a text may point to: all wholes and tellings of a figure."""
    kin, seen = [row], {row["id"]}
    for one in kin:
        tie = tables.tie(one)
        for other in tables.figures.values():
            near = other["id"] == one["subset_of"] or tables.tie(other) == tie
            if near and other["id"] not in seen:
                seen.add(other["id"])
                kin.append(other)
    return kin[1:]


def _answered(a: Row, b: Row) -> tuple[str, str]:
    spelled = []
    for row in (a, b):
        values = [_spelled(float(row[column])) for column in ("low", "high") if row[column]]
        words = {"at_least": "at least ", "more_than": "more than ", "about": "about "}
        value = " to ".join(values) or _spelled(float(row["best"]))
        spelled.append(words.get(row["bound"], "") + value)
    return spelled[0], spelled[1]


def _shown_ends(spelled: str, text: str) -> Ends:
    """Return as which values a text lets its reader take a number."""
    for name in (re.escape(spelled), "each"):
        if found := re.search(rf"{name}\)? is read as ({VALUE})", text, re.IGNORECASE):
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


def _number(words: str) -> float:
    return float(words.replace(",", ""))


def _alike(ours: Ends, theirs: Ends) -> bool:
    return all(
        x == y or abs(x - y) < 1e-6 * max(1, abs(x)) for x, y in zip(ours, theirs, strict=True)
    )
