"""Statements to take away: a table for CSV, JSON, and schema.org's JSON-LD.

In JSON-LD a quotation is a `Quotation` whose `text` is verbatim. Reported speech is a `Claim`
whose `abstract` is in our words; it has no `text`, so that nobody takes it for a quotation.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from dash.actors import ActorDirectory
from dash.provenance import cite
from dash.schema.rows import Quote, Source
from dash.schema.story import Story
from dash.statements.quotes import is_reported, sides, spell_date

SCHEMA_ORG = "https://schema.org"
ARTICLE_KINDS = {"article": "NewsArticle", "news": "NewsArticle", "report": "Report"}


class QuoteExport:
    """Writes statements in the formats that leave the dashboard."""

    def __init__(
        self,
        story: Story,
        actors: ActorDirectory,
        sources: Mapping[str, Source],
        place_names: Mapping[str, str],
    ) -> None:
        """Take what the statements refer to."""
        self._story, self._actors, self._sources = story, actors, sources
        self._places = place_names

    def table(self, rows: Sequence[Quote]) -> pd.DataFrame:
        """Return the statements as a flat table, ids beside names."""
        return pd.DataFrame([self._flat(row) for row in rows], dtype="str")

    def json(self, rows: Sequence[Quote]) -> str:
        """Return the statements as a JSON list of flat objects."""
        return json.dumps([self._flat(row) for row in rows], ensure_ascii=False, indent=1)

    def json_ld(self, rows: Sequence[Quote]) -> str:
        """Return the statements as JSON-LD in the vocabulary of schema.org."""
        graph = [self.thing(row) for row in rows]
        document = {"@context": SCHEMA_ORG, "@graph": graph}
        return json.dumps(document, ensure_ascii=False, indent=1)

    def _flat(self, row: Quote) -> dict[str, str | None]:
        source, compared = self._sources[row["source"]], row["original_source"]
        speakers = row["speaker"]
        return {
            "id": row["id"],
            "speech": row["speech"],
            "text": row["text"],
            "speaker_id": ";".join(row["speaker"]) or None,
            "speaker": _listed(map(self._actors.name, speakers)),
            "role": _listed(map(self._actors.attribution, speakers)),
            "side": _listed(sides(row, self._actors)),
            "medium": row["medium"],
            "date": row["date"],
            "date_in_words": spell_date(row),
            "topic": self._story.topics[row["topic"]],
            "places": _listed(self._places[place] for place in row["places"]),
            "replies_to": ";".join(row["replies_to"]) or None,
            "source": source["title"],
            "publisher": source["publisher"],
            "url": source["url"],
            "locator": row["locator"],
            "check": row["check"],
            "original_text": row["original_text"],
            "original_source": self._sources[compared]["title"] if compared else None,
            "original_url": self._sources[compared]["url"] if compared else None,
            "note": row["note"],
        }

    def thing(self, row: Quote) -> dict[str, Any]:
        """Return one statement as schema.org has it, without the context of a document."""
        story = work_of(self._sources[row["source"]])
        compared = row["original_source"]
        speakers = [self._agent(actor) for actor in row["speaker"]]
        places = [{"@type": "Place", "name": self._places[p]} for p in row["places"]]
        thing: dict[str, Any] = {
            "@type": "Claim" if is_reported(row) else "Quotation",
            "identifier": row["id"],
            "abstract" if is_reported(row) else "text": row["text"],
            "creator" if is_reported(row) else "spokenByCharacter": speakers,
            "appearance" if is_reported(row) else "isPartOf": story,
            "dateCreated": row["date"],
            "inLanguage": self._story.language,
            "about": {"@type": "Thing", "name": self._story.topics[row["topic"]]},
            "contentLocation": places,
            "creditText": cite(self._sources[row["source"]], row["locator"]),
            "citation": work_of(self._sources[compared]) if compared else None,
        }
        if is_reported(row):
            thing["isPartOf"] = story
        return {key: value for key, value in thing.items() if value not in (None, [])}

    def _agent(self, actor: str) -> dict[str, Any]:
        person, role = self._actors.kind(actor) == "person", self._actors.role(actor)
        agent = {"@type": "Person" if person else "Organization", "name": self._actors.name(actor)}
        if not person:
            return agent | ({"description": role} if role else {})
        above = self._actors.institution(actor)
        works_for = {"worksFor": self._agent(above)} if above else {}
        return agent | ({"jobTitle": role} if role else {}) | works_for


def work_of(source: Source) -> dict[str, Any]:
    """Return a source as a work of schema.org: a NewsArticle, a Report, or a CreativeWork."""
    work = {
        "@type": ARTICLE_KINDS.get(source["kind"], "CreativeWork"),
        "name": source["title"],
        "publisher": {"@type": "Organization", "name": source["publisher"]},
        "datePublished": source["published"],
        "url": source["url"],
    }
    return {key: value for key, value in work.items() if value is not None}


def _listed(words: Iterable[str]) -> str | None:
    return "; ".join(words) or None
