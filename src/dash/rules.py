"""The rules of the contract that look at two cells, or at two tables.

Each rule takes the tables (typed, but possibly with problems already found,
so any cell may be missing) and the story, and yields one problem per breach.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from dash.clocks import clock_of
from dash.dates import first_day, last_day
from dash.dossier import Record, Tables, records, split_ids
from dash.problems import Problem
from dash.reading import text_cells
from dash.schema.story import FILE, Story
from dash.schema.validation import key_of, table_columns

Rule = Callable[[Tables, Story], Iterator[Problem]]

RECORD_TABLES = ("figures", "quotes", "events", "places")
VALUES_OF_BOUND = {
    "exact": {"best"},
    "at_least": {"low"},
    "more_than": {"low"},
    "about": {"best"},
    "range": {"low", "high"},
}
PERIODS = {"figures": ("period_start", "as_of"), "events": ("start", "end")}
QUOTATION_MARKS = '"“”„«»'


def ids_resolve(tables: Tables, story: Story) -> Iterator[Problem]:
    """Every id names a row, and every declared word is declared."""
    for table, frame in tables.items():
        for column, rule in table_columns(table).items():
            target = rule.metadata["references"]
            known = _known_ids(target, tables, story) if target else None
            if known is None:
                continue
            for line, cell in text_cells(frame, column):
                for reference in split_ids(cell) if rule.metadata["many"] else [cell]:
                    if reference not in known:
                        expected = rule.metadata["expected"]
                        yield Problem(f"{table}.csv", line, column, reference, expected)
    if story.comparison.measure not in story.measures:
        measure = story.comparison.measure
        yield Problem(FILE, None, "comparison.measure", measure, "a key of [measures]")
    for key, table, named in (
        ("source", "sources", (story.source,)),
        ("comparison.beside", "figures", story.comparison.beside),
        ("glance.figures", "figures", story.glance.figures),
        ("glance.differences", "differences", story.glance.differences),
        ("glance.events", "events", story.glance.events),
        ("comparison.pairs", "figures", chain(*story.comparison.pairs)),
        ("rises", "figures", chain(*((r.before, r.after, r.beside) for r in story.rises))),
        *(("figure_layers.figures", "figures", layer.figures) for layer in story.figure_layers),
        *(("figure_layers.path", "places", layer.path) for layer in story.figure_layers),
    ):
        for reference in named if table in tables else ():
            if reference not in _keys(tables, table):
                yield Problem(FILE, None, key, reference, f"the id of one row of {table}")


def lanes_hold_topics(_tables: Tables, story: Story) -> Iterator[Problem]:
    """A lane of the timeline holds declared topics, and no topic is in two lanes."""
    placed: set[str] = set()
    for lane in story.lanes:
        for topic in lane.topics:
            if topic not in story.topics:
                yield Problem(FILE, None, "lanes.topics", topic, "a key of [topics]")
            if topic in placed:
                yield Problem(FILE, None, "lanes.topics", topic, "a topic that no other lane has")
            placed.add(topic)


def spans_run_forward(_tables: Tables, story: Story) -> Iterator[Problem]:
    """A span of the timeline has dates of the calendar, and does not end before it starts."""
    for span in story.spans:
        dates = (span.start, span.end)
        if not all(map(_is_date, dates)) or first_day(span.start) > last_day(span.end):
            expected = "two dates of the calendar, the first not after the last"
            yield Problem(FILE, None, f"spans, {span.name}", " to ".join(dates), expected)


def record_ids_differ(tables: Tables, _story: Story) -> Iterator[Problem]:
    """Figures, quotes, events and places share no id, since differences name them plainly."""
    home: dict[str, str] = {}
    for table in RECORD_TABLES:
        for line, key in text_cells(tables[table], "id") if table in tables else ():
            if home.setdefault(key, table) != table:
                expected = f"an id that no row of {home[key]} has"
                yield Problem(f"{table}.csv", line, "id", key, expected)


def dates_exist(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A date is one of the calendar: there is no 31 February."""
    for table, frame in tables.items():
        for column, rule in table_columns(table).items():
            if rule.metadata["date"]:
                for line, cell in text_cells(frame, column):
                    if not _is_date(cell):
                        expected = "a date of the calendar"
                        yield Problem(f"{table}.csv", line, column, cell, expected)


def periods_run_forward(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A period does not end before it starts."""
    for table, (start, end) in PERIODS.items():
        for record in _rows(tables, table):
            first, last = record.row[start], record.row[end]
            if _is_date(first) and _is_date(last) and first_day(first) > last_day(last):
                yield record.at(end, f"a date not before {start}, {first}")


def bounds_fit(tables: Tables, _story: Story) -> Iterator[Problem]:
    """Each bound has the values it needs and no others; a range may have a best estimate."""
    for record in _rows(tables, "figures"):
        needed = VALUES_OF_BOUND.get(record.row["bound"])
        if needed is None:
            continue
        allowed = needed | ({"best"} if record.row["bound"] == "range" else set())
        for column in ("low", "best", "high"):
            given = record.row[column] is not None
            if column in needed and not given:
                yield record.at(column, f"a number, since the bound is {record.row['bound']}")
            if given and column not in allowed:
                yield record.at(column, f"nothing, since the bound is {record.row['bound']}")


def bounds_are_in_order(tables: Tables, _story: Story) -> Iterator[Problem]:
    """Low ≤ best ≤ high, and no best estimate in the exact middle of a range.

    `sic` lifts what concerns the best estimate for a row that stands so in its
    source: UCDP's file has events whose low exceeds their best, so that August
    2021 adds up to a low of 21 over a best of 19.
    """
    for record in _rows(tables, "figures"):
        low, best, high = (record.row[column] for column in ("low", "best", "high"))
        if low is None or high is None:
            continue
        if low > high:
            yield record.at("high", f"at least low, {low:g}")
        if record.row["sic"]:
            continue
        if best is not None and not low <= best <= high:
            yield record.at("best", f"a value from low to high, {low:g} to {high:g}")
        elif low < high and best == (low + high) / 2:
            yield record.at("best", "no invented midpoint; sic: true where the source gives it")


def claimants_are_named(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A figure has a claimant, or says that there is none."""
    for record in _rows(tables, "figures"):
        unattributed = record.row["evidence"] == "unattributed"
        if unattributed and record.row["claimant"] is not None:
            yield record.at("claimant", "nothing, since the evidence is unattributed")
        if not unattributed and record.row["claimant"] is None:
            yield record.at("claimant", "the id of an actor, or unattributed as evidence")


def units_fit(tables: Tables, story: Story) -> Iterator[Problem]:
    """A figure's unit is one of its measure's; people counted have a population."""
    for record in _rows(tables, "figures"):
        measure = story.measures.get(str(record.row["measure"]))
        if measure is None:
            continue
        if record.row["unit"] not in measure.units:
            yield record.at("unit", "a unit of the measure: " + ", ".join(measure.units))
        if record.row["unit"] == "people" and record.row["population"] is None:
            yield record.at("population", "among whom the people are counted")


def supplied_cells_are_filled(tables: Tables, _story: Story) -> Iterator[Problem]:
    """What was read from the context stands in its cell."""
    for record in _rows(tables, "figures"):
        for column in split_ids(record.row["supplied"]):
            if record.row.get(column) is None:
                yield record.at(column, "what was read from the context, since supplied names it")


def parts_fit_their_whole(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A part is given in the unit of its whole."""
    figures = {record.row["id"]: record.row for record in _rows(tables, "figures")}
    for record in _rows(tables, "figures"):
        whole = figures.get(record.row["subset_of"])
        if whole is not None and record.row["unit"] != whole["unit"]:
            yield record.at("unit", f"the unit of {whole['id']}, of which this is a part")


def series_count_one_thing(tables: Tables, _story: Story) -> Iterator[Problem]:
    """The points of a series count the same measure in the same unit."""
    first: dict[str, Record] = {}
    for record in _rows(tables, "figures"):
        series = record.row["series"]
        for column in ("measure", "unit") if series is not None else ():
            expected = first.setdefault(series, record.row)[column]
            if record.row[column] != expected:
                yield record.at(column, f"{expected}, as in the rest of the series {series}")


def story_records_are_anchored(tables: Tables, story: Story) -> Iterator[Problem]:
    """What the story says rests on a paragraph and words of it, and is labelled so."""
    for table in ("figures", "events"):
        for record in _rows(tables, table):
            own = bool(record.row["in_story"])
            if own != (record.row["verification"] == "ART"):
                yield record.at("verification", "ART where in_story is true, and only there")
            if own and record.row["source"] != story.source:
                yield record.at("source", f"the story's own source, {story.source}")
    for table in ("actors", "places", "figures", "quotes", "slides", "events"):
        for record in _rows(tables, table):
            if record.row["source"] == story.source:
                for column in ("locator", "exact"):
                    if record.row[column] is None:
                        yield record.at(column, "a paragraph and words of the story")
                if str(record.row["locator"]).startswith("page"):
                    yield record.at("locator", "a paragraph of the story: P10")


def points_are_whole(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A place has both coordinates or neither."""
    for record in _rows(tables, "places"):
        for given, other in (("longitude", "latitude"), ("latitude", "longitude")):
            if record.row[given] is not None and record.row[other] is None:
                yield record.at(other, f"a number, since there is a {given}")


def relative_dates_have_a_clock(tables: Tables, story: Story) -> Iterator[Problem]:
    """A date reckoned from the day of its paragraph needs a clock that covers the paragraph."""
    for record in _rows(tables, "events"):
        if record.row["relative"] and clock_of(story, record.row["locator"]) is None:
            yield record.at("locator", "a paragraph that a clock of dossier.toml covers")


def open_events_have_no_date(tables: Tables, _story: Story) -> Iterator[Problem]:
    """An event has a start, unless its precision says that none was set."""
    for record in _rows(tables, "events"):
        if (record.row["precision"] == "open") != (record.row["start"] is None):
            yield record.at("start", "a date, or nothing where the precision is open")


def speech_is_marked_truly(tables: Tables, _story: Story) -> Iterator[Problem]:
    """Anchors of quotations are part of them; paraphrases wear no quotation marks."""
    for record in _rows(tables, "quotes"):
        words, anchor = str(record.row["text"]), record.row["exact"]
        if record.row["speech"] == "paraphrase":
            if any(mark in words for mark in QUOTATION_MARKS):
                yield record.at("text", "reported speech without quotation marks")
        elif anchor is not None and anchor not in words:
            yield record.at("exact", "words of the quotation itself")


def checks_show_the_original(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A wording called shortened or altered stands beside the original and its source."""
    for record in _rows(tables, "quotes"):
        if record.row["check"] in ("shortened", "altered"):
            for column in ("original_text", "original_source"):
                if record.row[column] is None:
                    yield record.at(column, f"the original, since it was {record.row['check']}")


def pictures_are_described(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A slide with a picture says what it shows, what it is, whose, and on which terms."""
    for record in _rows(tables, "slides"):
        if record.row["image"] is not None:
            for column, expected in (
                ("alt", "what the picture shows, in words"),
                ("image_kind", "what the picture is to the source's own one"),
                ("image_credit", "whose picture it is"),
                ("image_licence", "the terms under which it may be shown"),
            ):
                if record.row[column] is None:
                    yield record.at(column, expected)


def no_circle(table: str, column: str, tables: Tables, _story: Story) -> Iterator[Problem]:
    """Following `column` upwards in `table` comes to an end."""
    if table not in tables:
        return
    above = {row["id"]: row[column] for row in records(tables[table])}
    for record in _rows(tables, table):
        start, step, seen = record.row["id"], record.row[column], 0
        while step is not None and step != start and seen <= len(above):
            step, seen = above.get(step), seen + 1
        if step is not None and step == start:
            yield record.at(column, "an id that does not lead back to this row")


RULES: tuple[Rule, ...] = (
    ids_resolve,
    lanes_hold_topics,
    spans_run_forward,
    record_ids_differ,
    dates_exist,
    periods_run_forward,
    bounds_fit,
    bounds_are_in_order,
    claimants_are_named,
    units_fit,
    supplied_cells_are_filled,
    parts_fit_their_whole,
    series_count_one_thing,
    story_records_are_anchored,
    points_are_whole,
    relative_dates_have_a_clock,
    open_events_have_no_date,
    speech_is_marked_truly,
    checks_show_the_original,
    pictures_are_described,
    partial(no_circle, "actors", "affiliation"),
    partial(no_circle, "figures", "subset_of"),
)


def check_rules(tables: Tables, story: Story) -> list[Problem]:
    """Return every breach of every rule."""
    return [problem for rule in RULES for problem in rule(tables, story)]


class _Row:
    """A row of a table, ready to say what is wrong in one of its cells."""

    def __init__(self, table: str, line: int, row: Record) -> None:
        self.row = row
        self._file = f"{table}.csv"
        self._line = line

    def at(self, column: str, expected: str) -> Problem:
        value = self.row[column]
        found = f"{value:g}" if isinstance(value, float) else value
        return Problem(self._file, self._line, column, found, expected)


def _rows(tables: Tables, table: str) -> Iterator[_Row]:
    if table in tables:
        lines = tables[table].index.tolist()
        for line, row in zip(lines, records(tables[table]), strict=True):
            yield _Row(table, line, row)


def _known_ids(target: str, tables: Tables, story: Story) -> set[str] | None:
    """Return what a reference may name, or None where the target could not be read."""
    vocabularies: dict[str, Iterable[str]] = {
        "measures": story.measures,
        "series": story.series,
        "populations": story.populations,
        "topics": story.topics,
    }
    if target in vocabularies:
        return set(vocabularies[target])
    if target == "records":
        if any(table not in tables for table in (*RECORD_TABLES, "slides")):
            return None
        slides = {f"slide-{number}" for number in tables["slides"]["number"]}
        return slides.union(*(_keys(tables, table) for table in RECORD_TABLES))
    return _keys(tables, target) if target in tables else None


def _keys(tables: Tables, table: str) -> set[str]:
    return {key for _, key in text_cells(tables[table], key_of(table))}


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        first_day(value)
    except ValueError:
        return False
    return True
