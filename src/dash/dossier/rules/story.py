"""Rules of dossier.toml: what names nothing, or stands there twice, is left out by itself."""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from dash.dates import first_day, last_day
from dash.dossier.records import Tables
from dash.dossier.rules.figures import drawn_by_size
from dash.dossier.rules.questions import NOT_BELOW_ZERO, settle_questions
from dash.dossier.rules.rows import is_date, keys_of, rows_of
from dash.schema.incidents import PARTIES
from dash.schema.problems import Problem
from dash.schema.story import (
    FILE,
    FigureLayer,
    Glance,
    Incidents,
    Lane,
    MapLayer,
    OpeningComparison,
    Question,
    Reach,
    Rise,
    Span,
    Story,
    View,
)
from dash.schema.suggestions import did_you_mean

Entry = TypeVar("Entry")
OnMap = TypeVar("OnMap", View, MapLayer)
# They stand beside the ids of layers in the map's addresses and switches: map_view, map_place.
WORDS_OF_THE_MAP = frozenset(
    {
        "claim",
        "claims",
        "choices",
        "context",
        "day",
        "deck",
        "drawing",
        "place",
        "places",
        "status",
        "tables",
        "turn",
        "view",
        "width",
    }
)


def settle(story: Story, tables: Tables, lost: Collection[str]) -> tuple[Story, list[Problem]]:
    """Return the story without what names nothing, and a problem for each thing left out.

    Args:
        story: What dossier.toml says.
        tables: The tables that could be read.
        lost: The tables of which rows, or their keys, could not be read. What names one of them
            is left out without a word: the fault is the table's, and told there.
    """
    settling = _Settling(story, tables, lost)
    settled = story.model_copy(
        update={
            "published": settling.published(),
            "glance": settling.glance(story.glance),
            "questions": settling.questions(story.questions),
            "comparison": settling.comparison(story.comparison),
            "rises": settling.rises(story.rises),
            "reach": settling.reach(story.reach),
            "views": settling.placed(
                "views", settling.distinct("views", story.views, lambda view: view.id)
            ),
            "spans": settling.spans(story.spans),
            "lanes": settling.lanes(story.lanes),
            "layers": settling.placed(
                "layers",
                settling.distinct("layers", story.layers, lambda layer: layer.id, WORDS_OF_THE_MAP),
            ),
            "figure_layers": settling.figure_layers(story.figure_layers),
            "incidents": settling.incidents(story.incidents),
        }
    )
    settling.check_what_it_cannot_do_without()
    return settled, settling.problems


class _Settling:
    """Takes entries, gives back those that hold, and keeps a problem for each of the others."""

    def __init__(self, story: Story, tables: Tables, lost: Collection[str]) -> None:
        self.problems: list[Problem] = []
        self._story = story
        self._tables = tables
        self._keys = {table: keys_of(tables, table) for table in tables}
        self._lost = lost

    def glance(self, glance: Glance) -> Glance:
        named = {"figures": glance.figures, "differences": glance.differences}
        update = {
            table: self._each_once(f"glance.{table}", self._rows(f"glance.{table}", table, keys))
            for table, keys in (named | {"events": glance.events}).items()
        }
        event = glance.event
        if event is not None and event not in glance.events:
            self._tell("glance.event", event, "one of glance.events")
        kept = event if event in update["events"] else None
        return glance.model_copy(update={**update, "event": kept})

    def questions(self, questions: Iterable[Question]) -> tuple[Question, ...]:
        def known(key: str, table: str, references: Iterable[str]) -> tuple[str, ...]:
            return self._each_once(key, self._rows(key, table, references))

        return tuple(settle_questions(questions, self._tables, known, self.problems))

    def comparison(self, comparison: OpeningComparison) -> OpeningComparison:
        key = "comparison.pairs"
        pairs = [pair for pair in comparison.pairs if self._all_there(key, "figures", pair)]
        two = [pair for pair in pairs if self._differ(key, pair)]
        beside = self._rows("comparison.beside", "figures", comparison.beside)
        measure = comparison.measure or self._first_measure()
        return comparison.model_copy(
            update={
                "measure": measure,
                "beside": self._each_once("comparison.beside", beside),
                "band": self._range(comparison.band, measure),
                "pairs": self.distinct(key, two, lambda pair: " and ".join(sorted(pair))),
            }
        )

    def published(self) -> str | None:
        """Return when the story was published: as it says itself, or else as its source does."""
        if self._story.published is not None:
            return self._story.published
        dates = (
            source.row["published"]
            for source in rows_of(self._tables, "sources")
            if source.row["id"] == self._story.source
        )
        return next((date for date in dates if is_date(date)), None)

    def _first_measure(self) -> str | None:
        """Return the first measure that the story has figures of, or else anybody has."""
        figures = [figure.row for figure in rows_of(self._tables, "figures")]
        own = {figure["measure"] for figure in figures if figure["in_story"]}
        given = own or {figure["measure"] for figure in figures}
        return next((measure for measure in self._story.measures if measure in given), None)

    def _range(self, band: str | None, measure: str | None) -> str | None:
        """Return the figure that is drawn as a band, if it is a range of what is compared."""
        if band is None or not self._all_there("comparison.band", "figures", [band]):
            return None
        ranges = {
            figure.row["id"]
            for figure in rows_of(self._tables, "figures")
            if figure.row["bound"] == "range" and figure.row["measure"] == measure
        }
        if band not in ranges and "figures" not in self._lost:
            self._tell("comparison.band", band, f"a figure of {measure} whose bound is range")
        return band if band in ranges else None

    def rises(self, rises: Iterable[Rise]) -> tuple[Rise, ...]:
        return tuple(
            rise
            for rise in rises
            if self._all_there("rises", "figures", (rise.before, rise.after, rise.beside))
        )

    def reach(self, reaches: Iterable[Reach]) -> tuple[Reach, ...]:
        kept = []
        for reach in reaches:
            declared = reach.measure in self._story.measures
            if not declared:
                self._tell(
                    "reach.measure", reach.measure, "a key of [measures]", self._story.measures
                )
            for population in set(reach.populations).difference(self._story.populations):
                known = self._story.populations
                self._tell("reach.populations", population, "a key of [populations]", known)
                declared = False
            if self._all_there("reach.claimant", "actors", (reach.claimant,)) and declared:
                kept.append(reach)
        return tuple(kept)

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        kept = []
        for span in spans:
            if first_day(span.start) > last_day(span.end):
                found = f"{span.start} to {span.end}"
                self._tell(f"spans, {span.name}", found, "a start that is not after the end")
            else:
                kept.append(span)
        return self.distinct("spans", kept, lambda span: span.name)

    def lanes(self, lanes: Iterable[Lane]) -> tuple[Lane, ...]:
        kept, placed = [], set[str]()
        for lane in self.distinct("lanes", lanes, lambda lane: lane.name):
            topics = [topic for topic in lane.topics if self._is_for_a_lane(topic, placed)]
            placed.update(topics)
            if topics:
                kept.append(lane.model_copy(update={"topics": tuple(topics)}))
        return tuple(kept)

    def figure_layers(self, layers: Iterable[FigureLayer]) -> tuple[FigureLayer, ...]:
        taken = WORDS_OF_THE_MAP.union(layer.id for layer in self._story.layers)
        kept = []
        for layer in self.distinct("figure_layers", layers, lambda layer: layer.id, taken):
            figures = self._rows("figure_layers.figures", "figures", layer.figures)
            sized = tuple(drawn_by_size(self._tables, figures))
            for key in figures:
                if key not in sized:
                    self._tell("figure_layers.figures", key, NOT_BELOW_ZERO)
            once = self._each_once("figure_layers.figures", sized)
            if self._all_there("figure_layers.path", "places", layer.path) and once:
                kept.append(layer.model_copy(update={"figures": once}))
        return tuple(kept)

    def incidents(self, given: Incidents | None) -> Incidents | None:
        """Return what is said of the incidents, if all that it names is there."""
        if given is None:
            return None
        there = [
            self._all_there("incidents.source", "sources", [given.source]),
            self._all_there("incidents.claimant", "actors", [given.claimant]),
            self._all_there("incidents.beside", "actors", given.beside),
            self._all_there("incidents.area", "places", given.area),
        ]
        parties = {f"parties.{party}": getattr(given.parties, party) for party in PARTIES}
        for key, population in {"everyone": given.everyone, **parties}.items():
            there.append(population in self._story.populations)
            if not there[-1]:
                known = self._story.populations
                self._tell(f"incidents.{key}", population, "a key of [populations]", known)
        measures = self._story.measures
        there.append(given.measure in measures)
        if not there[-1]:
            self._tell("incidents.measure", given.measure, "a key of [measures]", measures)
        twice = sorted(set(given.sides.deaths_a) & set(given.sides.deaths_b))
        there.append(not twice)
        for name in twice:
            self._tell("incidents.sides", name, "each side with one party")
        views = {view.id: view for view in self._story.views}
        there.append(given.view is None or given.view in views)
        if not there[-1]:
            self._tell("incidents.view", given.view, "the id of one of [[views]]", views)
        return given if all(there) else None

    def placed(self, key: str, entries: Iterable[OnMap]) -> tuple[OnMap, ...]:
        """Return the entries, without the place of those that name none."""
        kept = []
        for entry in entries:
            there = entry.place is None or self._all_there(f"{key}.place", "places", [entry.place])
            kept.append(entry if there else entry.model_copy(update={"place": None}))
        return tuple(kept)

    def check_what_it_cannot_do_without(self) -> None:
        source, measure = self._story.source, self._story.comparison.measure
        if not self._all_known("sources", [source]) and "sources" not in self._lost:
            expected = "the id of one row of sources"
            hint = did_you_mean(source, self._keys["sources"])
            self.problems.append(Problem(FILE, None, "source", source, expected, hint=hint))
        if measure is not None and measure not in self._story.measures:
            self._tell("comparison.measure", measure, "a key of [measures]", self._story.measures)

    def distinct(
        self,
        key: str,
        entries: Iterable[Entry],
        name: Callable[[Entry], str],
        taken: Collection[str] = (),
    ) -> tuple[Entry, ...]:
        """Return the entries whose name no entry before them has, and that is not taken."""
        kept: dict[str, Entry] = {}
        for entry in entries:
            if name(entry) in kept:
                self._tell(key, name(entry), "each of them once")
            elif name(entry) in taken:
                self._tell(key, name(entry), "another word: the map uses this one itself")
            else:
                kept[name(entry)] = entry
        return tuple(kept.values())

    def _each_once(self, key: str, names: Iterable[str]) -> tuple[str, ...]:
        return self.distinct(key, names, str)

    def _differ(self, key: str, pair: tuple[str, str]) -> bool:
        if pair[0] == pair[1]:
            self._tell(key, " and ".join(pair), "two figures that differ")
        return pair[0] != pair[1]

    def _is_for_a_lane(self, topic: str, placed: Collection[str]) -> bool:
        if topic not in self._story.topics:
            self._tell("lanes.topics", topic, "a key of [topics]", self._story.topics)
            return False
        if topic in placed:
            self._tell("lanes.topics", topic, "a topic that no other lane has")
        return topic not in placed

    def _all_there(self, key: str, table: str, references: Collection[str]) -> bool:
        return len(self._rows(key, table, references)) == len(references)

    def _all_known(self, table: str, references: Iterable[str]) -> bool:
        return table not in self._keys or self._keys[table].issuperset(references)

    def _rows(self, key: str, table: str, references: Iterable[str]) -> list[str]:
        """Return the references that name a row; all of them where the table could not be read."""
        found = []
        for reference in references:
            if self._all_known(table, [reference]):
                found.append(reference)
            elif table not in self._lost:
                known = self._keys[table]
                self._tell(key, reference, f"the id of one row of {table}", known)
        return found

    def _tell(self, key: str, value: str | None, expected: str, known: Iterable[str] = ()) -> None:
        part = key if key == "comparison.measure" else key.partition(".")[0].partition(",")[0]
        hint = "" if value is None else did_you_mean(value, known)
        self.problems.append(Problem(FILE, None, key, value, expected, part, hint))
