"""Rules of names: every id names one row, and every word of the story's own is declared."""

from collections.abc import Iterable, Iterator
from itertools import chain

from dash.dossier.lookup import RECORD_TABLES, slide_reference
from dash.dossier.reading import text_cells
from dash.dossier.records import Tables, split_ids
from dash.dossier.rules.rows import keys_of, rows_of
from dash.schema.problems import Problem
from dash.schema.story import FILE, Story
from dash.schema.validation import table_columns


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


def story_names_what_exists(tables: Tables, story: Story) -> Iterator[Problem]:
    """What dossier.toml names by its id is a row of its table, and a measure is declared."""
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
        ("views.place", "places", (view.place for view in story.views if view.place)),
        ("layers.place", "places", (layer.place for layer in story.layers if layer.place)),
    ):
        if table not in tables:
            continue
        known = keys_of(tables, table)
        for reference in named:
            if reference not in known:
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


def record_ids_differ(tables: Tables, _story: Story) -> Iterator[Problem]:
    """Figures, quotes, events and places share no id, since differences name them plainly."""
    home: dict[str, str] = {}
    for table in RECORD_TABLES:
        for line, key in text_cells(tables[table], "id") if table in tables else ():
            if home.setdefault(key, table) != table:
                expected = f"an id that no row of {home[key]} has"
                yield Problem(f"{table}.csv", line, "id", key, expected)


def no_circle(table: str, column: str, tables: Tables, _story: Story) -> Iterator[Problem]:
    """Following `column` upwards in `table` comes to an end."""
    if table not in tables:
        return
    records = list(rows_of(tables, table))
    above = {record.text("id"): record.text(column) for record in records}
    for record in records:
        start, step, seen = record.text("id"), record.text(column), 0
        while step is not None and step != start and seen <= len(above):
            step, seen = above.get(step), seen + 1
        if step is not None and step == start:
            yield record.at(column, "an id that does not lead back to this row")


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
        slides = {slide_reference(number) for number in tables["slides"]["number"]}
        return slides.union(*(keys_of(tables, table) for table in RECORD_TABLES))
    return keys_of(tables, target) if target in tables else None
