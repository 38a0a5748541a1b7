"""Rules of what a record must show: the story's words, an original, a picture's terms, a point."""

from collections.abc import Iterator

from dash.dossier.records import Tables
from dash.dossier.rules.rows import Row, rows_of
from dash.schema.problems import Problem
from dash.schema.rows import Event, Figure
from dash.schema.story import Story

QUOTATION_MARKS = '"“”„«»'
# By what a record of the story is found in it.
ANCHOR = {
    "locator": "a paragraph of the story: P10",
    "exact": "words of the story, from that paragraph",
}


def story_records_are_anchored(tables: Tables, story: Story) -> Iterator[Problem]:
    """What the story says rests on a paragraph and words of it, and is labelled so."""
    own_or_context: list[Row[Figure[None]] | Row[Event[None]]] = [
        *rows_of(tables, "figures"),
        *rows_of(tables, "events"),
    ]
    for labelled in own_or_context:
        own = labelled.row["in_story"]
        if own != (labelled.row["verification"] == "ART"):
            yield labelled.at("verification", "ART where in_story is true, and only there")
        if own and labelled.row["source"] != story.source:
            yield labelled.at(
                "source",
                f"the story's own source, {story.source}; or false in in_story, where another "
                "source says it",
            )
    for table in ("actors", "places", "figures", "quotes", "slides", "events"):
        for record in rows_of(tables, table):
            if record.text("source") == story.source:
                blank = [name for name in ("locator", "exact") if record.text(name) is None]
                if blank:
                    also = "; and its words in exact" if len(blank) > 1 else ""
                    yield record.at(blank[0], f"{ANCHOR[blank[0]]}{also}")
                if str(record.text("locator")).startswith("page"):
                    yield record.at("locator", ANCHOR["locator"])


def points_are_whole(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A place has both coordinates or neither."""
    for record in rows_of(tables, "places"):
        for given, other in (("longitude", "latitude"), ("latitude", "longitude")):
            if record.cell(given) is not None and record.cell(other) is None:
                yield record.at(other, f"a number, since there is a {given}")


def speech_is_marked_truly(tables: Tables, _story: Story) -> Iterator[Problem]:
    """Anchors of quotations are part of them; paraphrases wear no quotation marks."""
    for record in rows_of(tables, "quotes"):
        words, anchor = str(record.row["text"]), record.row["exact"]
        if record.row["speech"] == "paraphrase":
            if any(mark in words for mark in QUOTATION_MARKS):
                yield record.at("text", "reported speech without quotation marks")
        elif anchor is not None and anchor not in words:
            yield record.at("exact", "words of the quotation, letter by letter as in text")


def checks_show_the_original(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A wording called shortened or altered stands beside the original and its source."""
    for record in rows_of(tables, "quotes"):
        if record.row["check"] in ("shortened", "altered"):
            for column in ("original_text", "original_source"):
                if record.row[column] is None:
                    yield record.at(column, f"the original, since it was {record.row['check']}")


def pictures_are_described(tables: Tables, _story: Story) -> Iterator[Problem]:
    """A slide with a picture says what it shows, what it is, whose, and on which terms."""
    for record in rows_of(tables, "slides"):
        if record.row["image"] is not None:
            for column, expected in (
                ("alt", "what the picture shows, in words"),
                ("image_kind", "what the picture is to the source's own one"),
                ("image_credit", "whose picture it is"),
                ("image_licence", "the terms under which it may be shown"),
            ):
                if record.text(column) is None:
                    yield record.at(column, expected)
