"""Rules of dossier.toml: what names nothing, or stands there twice, is left out by itself."""

from collections.abc import Collection, Iterable

from dash.dates import first_day, last_day
from dash.dossier.records import Tables
from dash.dossier.rules.incidents import settle_incidents
from dash.dossier.rules.layers import settle_figure_layers, settle_layers, settle_views
from dash.dossier.rules.naming import Naming
from dash.dossier.rules.questions import settle_questions
from dash.dossier.rules.rows import is_date, rows_of
from dash.schema.problems import Problem
from dash.schema.story import Glance, Lane, OpeningComparison, Reach, Rise, Span, Story


def settle(story: Story, tables: Tables, lost: Collection[str]) -> tuple[Story, list[Problem]]:
    """Return the story without what names nothing, and a problem for each thing left out.

    Args:
        story: What dossier.toml says.
        tables: The tables that could be read.
        lost: The tables of which rows, or their keys, could not be read. What names one of them
            is left out without a word: the fault is the table's, and told there.
    """
    naming = Naming(story, tables, lost)
    settled = story.model_copy(
        update={
            "published": _published(naming),
            "glance": _glance(story.glance, naming),
            "questions": tuple(settle_questions(story.questions, naming)),
            "comparison": _comparison(story.comparison, naming),
            "rises": _rises(story.rises, naming),
            "reach": _reach(story.reach, naming),
            "views": settle_views(story.views, naming),
            "spans": _spans(story.spans, naming),
            "lanes": _lanes(story.lanes, naming),
            "layers": settle_layers(story.layers, naming),
            "figure_layers": settle_figure_layers(story.figure_layers, naming),
            "incidents": settle_incidents(story.incidents, naming),
        }
    )
    naming.tell_without_source()
    if story.comparison.measure is not None:
        naming.is_declared("comparison.measure", story.comparison.measure, "measures")
    return settled, naming.problems


def _glance(glance: Glance, naming: Naming) -> Glance:
    named = {"figures": glance.figures, "differences": glance.differences, "events": glance.events}
    update = {
        table: naming.rows_once(f"glance.{table}", table, keys) for table, keys in named.items()
    }
    event = glance.event
    if event is not None and event not in glance.events:
        naming.tell("glance.event", event, "one of glance.events")
    kept = event if event in update["events"] else None
    return glance.model_copy(update={**update, "event": kept})


def _comparison(comparison: OpeningComparison, naming: Naming) -> OpeningComparison:
    key = "comparison.pairs"
    pairs = [pair for pair in comparison.pairs if naming.all_there(key, "figures", pair)]
    two = [pair for pair in pairs if _differ(key, pair, naming)]
    beside = naming.rows_once("comparison.beside", "figures", comparison.beside)
    measure = comparison.measure or _first_measure(naming)
    return comparison.model_copy(
        update={
            "measure": measure,
            "beside": beside,
            "band": _range(comparison.band, measure, naming),
            "pairs": naming.distinct(key, two, lambda pair: " and ".join(sorted(pair))),
        }
    )


def _differ(key: str, pair: tuple[str, str], naming: Naming) -> bool:
    if pair[0] == pair[1]:
        naming.tell(key, " and ".join(pair), "two figures that differ")
    return pair[0] != pair[1]


def _first_measure(naming: Naming) -> str | None:
    """Return the first measure that the story has figures of, or else anybody has."""
    figures = [figure.row for figure in rows_of(naming.tables, "figures")]
    own = {figure["measure"] for figure in figures if figure["in_story"]}
    given = own or {figure["measure"] for figure in figures}
    return next((measure for measure in naming.story.measures if measure in given), None)


def _range(band: str | None, measure: str | None, naming: Naming) -> str | None:
    """Return the figure that is drawn as a band, if it is a range of what is compared."""
    if band is None or not naming.all_there("comparison.band", "figures", [band]):
        return None
    ranges = {
        figure.row["id"]
        for figure in rows_of(naming.tables, "figures")
        if figure.row["bound"] == "range" and figure.row["measure"] == measure
    }
    if band not in ranges and "figures" not in naming.lost:
        naming.tell("comparison.band", band, f"a figure of {measure} whose bound is range")
    return band if band in ranges else None


def _published(naming: Naming) -> str | None:
    """Return when the story was published: as it says itself, or else as its source does."""
    if naming.story.published is not None:
        return naming.story.published
    dates = (
        source.row["published"]
        for source in rows_of(naming.tables, "sources")
        if source.row["id"] == naming.story.source
    )
    return next((date for date in dates if is_date(date)), None)


def _rises(rises: Iterable[Rise], naming: Naming) -> tuple[Rise, ...]:
    return tuple(
        rise
        for rise in rises
        if naming.all_there("rises", "figures", (rise.before, rise.after, rise.beside))
    )


def _reach(reaches: Iterable[Reach], naming: Naming) -> tuple[Reach, ...]:
    kept = []
    for reach in reaches:
        there = [
            naming.is_declared("reach.measure", reach.measure, "measures"),
            *(
                naming.is_declared("reach.populations", population, "populations")
                for population in dict.fromkeys(reach.populations)
            ),
            naming.all_there("reach.claimant", "actors", (reach.claimant,)),
        ]
        if all(there):
            kept.append(reach)
    return tuple(kept)


def _spans(spans: Iterable[Span], naming: Naming) -> tuple[Span, ...]:
    kept = []
    for span in spans:
        if first_day(span.start) > last_day(span.end):
            found = f"{span.start} to {span.end}"
            naming.tell(f"spans, {span.name}", found, "a start that is not after the end")
        else:
            kept.append(span)
    return naming.distinct("spans", kept, lambda span: span.name)


def _lanes(lanes: Iterable[Lane], naming: Naming) -> tuple[Lane, ...]:
    kept, placed = [], set[str]()
    for lane in naming.distinct("lanes", lanes, lambda lane: lane.name):
        topics = [topic for topic in lane.topics if _is_for_a_lane(topic, placed, naming)]
        placed.update(topics)
        if topics:
            kept.append(lane.model_copy(update={"topics": tuple(topics)}))
    return tuple(kept)


def _is_for_a_lane(topic: str, placed: Collection[str], naming: Naming) -> bool:
    if not naming.is_declared("lanes.topics", topic, "topics"):
        return False
    if topic in placed:
        naming.tell("lanes.topics", topic, "a topic that no other lane has")
    return topic not in placed
