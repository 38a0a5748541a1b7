"""A record in the few words that travel without its page: whose, when, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dash.actors import ActorDirectory
from dash.counting import listed
from dash.dates import spell
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.events import part_of, spell_days, spell_precision
from dash.figures.attribution import NOBODY
from dash.figures.comparability import compare
from dash.figures.comparison_text import sentences
from dash.figures.context import Context, context_of
from dash.figures.units import names_itself
from dash.figures.words import (
    WHOSE,
    in_words,
    spell_area,
    spell_counted,
    spell_known_time,
    spell_population,
    spell_short,
    spell_value,
)
from dash.links import label, shorten
from dash.markdown import sentence
from dash.provenance import Cited, cite, cite_difference, cite_together
from dash.schema.rows import Event, Figure, Place, Quote, Record, Slide
from dash.schema.vocabulary import DIFFERENCES, SOURCES, SPEECH
from dash.sharing.addresses import COMPARISON, KINDS, Subject, record_key
from dash.slides import slide_name
from dash.statements.quotes import (
    is_reported,
    sentence_of,
    spell_check,
    spell_date,
    spell_statement,
)
from dash.wording import (
    CONTROLLED_BY,
    EVENT,
    FIGURE,
    NOT_STATED,
    PLACE,
    RECOGNISED_AS,
    SPEAKER_NOT_NAMED,
)

# Letters: search engines show some sixty of a title, and some three hundred of a description.
LONGEST_TITLE, LONGEST_SENTENCE, SHORTEST_WORDS = 90, 300, 80
# A title that ends with what tells a record from others like it.
LONGEST_APART = 150
BETWEEN = " · "


@dataclass(frozen=True)
class Told:
    """What is told of a record wherever it goes.

    Attributes:
        kind: What it is: Full quotation, Figure, Place.
        title: Its short name.
        words: What it says; a quotation stands in quotation marks.
        lines: Who, when, where, and what a reader must know, a sentence or a part of one each.
        cited: What it rests on, and what a statement was compared with.
        needed: How many of the lines, from the first on, the words may never stand without.
    """

    kind: str
    title: str
    words: str
    lines: tuple[str, ...]
    cited: tuple[Cited, ...] = ()
    needed: int = 1

    @property
    def citation(self) -> str:
        """The source that it rests on, in plain text; blank where there are several."""
        rests_on = [one.words for one in self.cited if not one.compared]
        return rests_on[0] if len(rests_on) == 1 else ""

    @property
    def sentence(self) -> str:
        """The words, whose they are and their source, and further lines as far as there is room.

        Long words are cut before what they are attributed to is.
        """
        kept = list(filter(None, (*self.lines[: self.needed], self.citation)))
        room = max(LONGEST_SENTENCE - len(BETWEEN.join(kept)), SHORTEST_WORDS)
        parts = [shorten(self.words, room), *kept]
        for line in self.lines[self.needed :]:
            if len(BETWEEN.join((*parts, line))) <= LONGEST_SENTENCE:
                parts.insert(-1 if self.citation else len(parts), line)
        return shorten(BETWEEN.join(parts), LONGEST_SENTENCE)


class Teller:
    """Puts the records of one dossier into these words."""

    def __init__(self, dossier: Dossier) -> None:
        """Take a dossier; its tables are read when they are asked for."""
        self.dossier = dossier

    def tell(self, subject: Subject) -> Told:
        """Return what is told of a record, or of a comparison of two.

        Raises:
            DossierError: A table that it needs has problems.
            KeyError: There is no such record.
        """
        if subject.kind == COMPARISON:
            return self._comparison(*subject.pair)
        table = KINDS[subject.kind]
        key = record_key(self.dossier, subject.kind, subject.key)
        if key is None:
            raise KeyError(subject.key)
        row = self.dossier.record(table, key)
        kind, words, lines = self._parts(row)
        title = self._title(table, key, row)
        shown = tuple(line for line in lines if line)
        if "publisher" in row:
            cited: tuple[Cited, ...] = (Cited(row, cite(row)),)
        elif "records" in row:
            cited = cite_difference(self.dossier, row)
        else:
            cited = cite_together(self.dossier, [row])
        return Told(kind, title, words, shown, cited, _needed(row))

    def _title(self, table: str, key: str | int, row: Record) -> str:
        """Return a short name by which a reader tells a record from others like it."""
        apart = "".join(f"{BETWEEN}{part}" for part in self._apart(row) if part)
        room = LONGEST_APART - len(apart) if apart else LONGEST_TITLE
        return shorten(
            label(self.dossier, table, key, max(room, SHORTEST_WORDS)) + apart, LONGEST_APART
        )

    def _apart(self, row: Record) -> tuple[str, ...]:
        """Return what a record's label does not say: where a figure counts, who printed a text."""
        if "publisher" in row:
            return (row["publisher"],)
        if "bound" not in row:
            return ()
        return (spell_area(row, self._places), WHOSE[True] if row["in_story"] else "")

    def _parts(self, row: Record) -> tuple[str, str, Iterator[str]]:
        """Return what a record is, what it says, and the lines below."""
        if "speech" in row:
            told = _kind_of_speech(row), spell_statement(row), self._of_quote(row)
        elif "bound" in row:
            told = FIGURE, self._counted(row), self._of_figure(row)
        elif "precision" in row:
            told = EVENT, row["title"], self._of_event(row)
        elif "role_in_story" in row:
            told = PLACE, row["name"], _of_place(row)
        elif "explanation" in row:
            told = DIFFERENCES[row["kind"]].label, row["title"], iter((row["explanation"],))
        elif "caption" in row:
            told = slide_name(row), row["heading"] or row["caption"], _of_slide(row)
        else:
            assert "publisher" in row  # noqa: S101 - actors are not passed on
            told = SOURCES[row["kind"]].label, row["title"], iter((row["note"] or "",))
        return told

    def _of_quote(self, quote: Quote) -> Iterator[str]:
        who = listed([f"{self._named(actor)}" for actor in quote["speaker"]])
        said = (who or SPEAKER_NOT_NAMED, quote["medium"], spell_date(quote))
        yield ", ".join(filter(None, said))
        if quote["check"]:
            # "Source" is what printed it, which is another text.
            yield f"Check: {spell_check(quote)}"
        if is_reported(quote):
            yield "Reported speech in words of the dossier, not a quotation"
        if quote["check"] == "altered" and sentence_of(quote):
            yield f"The original has: “{quote['original_text']}”"

    def _named(self, actor: str) -> str:
        return f"{self._actors.name(actor)} ({self._actors.attribution(actor)})"

    def _counted(self, figure: Figure) -> str:
        story = self.dossier.story
        counted = spell_population(figure, story.populations)
        measure = story.measures[figure["measure"]].label
        value = spell_value(figure) if counted else spell_counted(figure)
        measure = "" if names_itself(figure["unit"], measure) else measure
        return BETWEEN.join(filter(None, (value, measure, counted)))

    def _of_figure(self, figure: Figure) -> Iterator[str]:
        said = in_words(figure, self._names, self.dossier.story.populations, self._places)
        who = NOBODY if figure["claimant"] is None else said["claimant"]
        yield sentence(f"{who}, {said['time']}")
        yield sentence(figure["callout"] or "")
        yield said["area"]
        yield f"Evidence: {said['evidence']}"

    def _of_event(self, event: Event) -> Iterator[str]:
        yield sentence(f"{spell_days(event)}; {spell_precision(event)}")
        yield part_of(event, self.dossier.story)
        yield ", ".join(self._names[actor] for actor in event["actors"])

    def _comparison(self, first: str, second: str) -> Told:
        a, b = self._context.figure(first), self._context.figure(second)
        answer, *reasons = sentences(compare(a, b, self._context), self._context)
        title = f"{spell_short(a)} and {spell_short(b)}: what comparing them can mean"
        cited = cite_together(self.dossier, (a, b))
        return Told("Two figures", sentence(title), answer, tuple(reasons), cited)

    @cached_property
    def _context(self) -> Context:
        return context_of(self.dossier)

    @cached_property
    def _actors(self) -> ActorDirectory:
        return ActorDirectory(self.dossier.records("actors"))

    @cached_property
    def _names(self) -> dict[str, str]:
        return names(self.dossier.records("actors"))

    @cached_property
    def _places(self) -> dict[str, str]:
        return names(self.dossier.records("places"))

    def line(self, key: str) -> str:
        """Return a figure in one line: number, what it counts, who says so, and as of when.

        Raises:
            DossierError: A table that it needs has problems.
        """
        figure = self.dossier.record("figures", key)
        who = NOBODY if figure["claimant"] is None else self._names[figure["claimant"]]
        return (
            f"{self._counted(figure)} · {who}, {spell_known_time(figure) or f'date {NOT_STATED}'}"
        )


def _of_place(place: Place) -> Iterator[str]:
    yield place["role_in_story"] or ""
    recognised = f"{RECOGNISED_AS}: {place['recognised_as']}" if place["recognised_as"] else ""
    since = f"since {spell(place['controlled_since'])}" if place["controlled_since"] else ""
    as_of = f"as of {spell(place['as_of'])}" if place["as_of"] else ""
    when = "; ".join(filter(None, (since, as_of)))
    held = f"{CONTROLLED_BY}: {place['controlled_by']}" if place["controlled_by"] else ""
    held = f"{held} ({when})" if held and when else held or sentence(when)
    # Who is recognised somewhere is half of an answer without who holds it.
    yield BETWEEN.join(filter(None, (recognised, held)))


def _of_slide(slide: Slide) -> Iterator[str]:
    yield slide["caption"] if slide["heading"] else ""


def _needed(row: Record) -> int:
    """Return how many lines a record never goes without: what a check found, or a callout says."""
    must = row["check"] if "speech" in row else row["callout"] if "bound" in row else None
    return 2 if must else 1


def _kind_of_speech(quote: Quote) -> str:
    name = SPEECH[quote["speech"]].label
    named = is_reported(quote) or "quotation" in name.lower()
    return name if named else f"Quotation: {name.lower()}"
