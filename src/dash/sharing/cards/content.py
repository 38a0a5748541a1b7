"""From a record to its card: what is said of it, in the words that the pages have."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from dash.actors import ActorDirectory
from dash.dates import spell
from dash.dossier.model import Dossier
from dash.drawings.statements import SIGNS
from dash.events import part_of, spell_days, spell_precision
from dash.figures.catalogue import Catalogue
from dash.figures.comparability import compare
from dash.figures.comparison_text import sentences
from dash.figures.units import names_itself
from dash.figures.words import spell_value
from dash.links import label
from dash.markdown import sentence
from dash.provenance import Cited, cite, cite_difference, cite_together
from dash.schema.rows import Figure, Place
from dash.schema.vocabulary import DIFFERENCES, EVIDENCE, PLACES, SOURCES, SPEECH
from dash.sharing.addresses import COMPARISON, PAGE, Subject, has_card, record_key
from dash.sharing.cards.card import Card, Colour, Inset, Passage, run
from dash.sharing.cards.lettering import SANS_BOLD, SERIF, SERIF_BOLD, plain
from dash.sharing.cards.pages import page_card
from dash.sharing.cards.wordings import beside_source
from dash.slides import slide_name, spell_credit, spell_picture
from dash.statements.quotes import check_of, is_reported, spell_day, spell_statement
from dash.wording import COMPARED_WITH, CONTROLLED_BY, EVENT, FIGURE, PLACE, RECOGNISED_AS, SOURCE

# Letters of an explanation: whole sentences up to here, for half a sentence can say something else.
MOST_EXPLAINED = 330
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
LONGEST_LABEL = 110
BETWEEN = " · "


class CardMaker:
    """Makes the cards of one dossier; what all of them need is read once."""

    def __init__(self, dossier: Dossier, version: str = "") -> None:
        """Take a dossier, and what its version is called."""
        self._dossier = dossier
        self._version = version

    def card(self, subject: Subject, address: str = "", inset: Inset | None = None) -> Card:
        """Return the card of a record, or of a comparison of two figures.

        Args:
            subject: What is passed on.
            address: Where it stands, as it shall be printed on the card.
            inset: The picture of a slide, the map of a place, or what a page shows.

        Raises:
            KeyError: The dossier has no such record.
            DossierError: A table that it needs has problems.
        """
        if not has_card(self._dossier, subject):
            raise KeyError(subject.key)
        makers: Mapping[str, Callable[[str], Card]] = {
            "statement": self._statement,
            "figure": self._figure,
            "event": self._event,
            "place": self._place,
            "difference": self._difference,
            "slide": self._slide,
            "source": self._source,
            COMPARISON: self._comparison,
            PAGE: lambda name: page_card(self._dossier, name, inset),
        }
        return replace(
            makers[subject.kind](subject.key),
            title=plain(self._dossier.story.title),
            address=plain(address),
            version=self._version,
            language=self._dossier.story.language,
            inset=inset,
        )

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue(self._dossier)

    @cached_property
    def _actors(self) -> ActorDirectory:
        return ActorDirectory(self._dossier.records("actors"))

    def _cite(self, source: str, locator: str | None) -> str:
        return plain(cite(self._dossier.record("sources", source), locator))

    def _statement(self, key: str) -> Card:
        quote = self._dossier.record("quotes", key)
        sign = SIGNS[quote["check"]]
        compared = check_of(quote).label
        colour: Colour = "muted" if sign.colour == "gray" else sign.colour
        result = compared if quote["check"] is None else f"{sign.sign} {compared}"
        who = "; ".join(
            f"{self._actors.name(actor)}, {self._actors.role(actor)}" for actor in quote["speaker"]
        )
        when = BETWEEN.join(filter(None, (spell_day(quote), quote["medium"])))
        face = SERIF if is_reported(quote) else SERIF_BOLD
        kind = SPEECH[quote["speech"]].label
        return Card(
            head=(
                (f"{kind}, in our words" if is_reported(quote) else kind, "accent"),
                (result, colour),
            ),
            passages=(
                Passage(run(spell_statement(quote)), face, 72, 34, keep=3),
                *beside_source(quote),
                Passage(run(who or "Speaker not named in the story"), SANS_BOLD, 30, 24, gap=26),
                Passage(run(when), colour="muted"),
            ),
            source=_spell_cited(cite_together(self._dossier, [quote])),
        )

    def _figure(self, key: str) -> Card:
        figure = self._dossier.record("figures", key)
        successor = self._catalogue.comparisons.successors.get(key)
        instead = label(self._dossier, "figures", successor, LONGEST_LABEL) if successor else ""
        stands = f"No longer stands. In its place: {instead}" if successor else ""
        whose = self._catalogue.words[key]["whose"]
        return Card(
            head=((FIGURE, "accent"), (sentence(whose), "muted")),
            passages=(
                *self._number(figure, 128),
                Passage(run(stands), SANS_BOLD, 26, 22, "orange", 18, ours=True),
            ),
            source=self._cite(figure["source"], figure["locator"]),
        )

    def _number(self, figure: Figure, size: int) -> tuple[Passage, ...]:
        """Return a number with all without which it may not stand: what, who, when, how known."""
        said = self._catalogue.words[figure["id"]]
        measure = self._dossier.story.measures[figure["measure"]].label
        if names_itself(figure["unit"], measure):
            measure = ""
        counted = BETWEEN.join(filter(None, (measure, said["population"])))
        asserted = figure["claimant"] and said["claimant"]
        evidence = EVIDENCE[figure["evidence"]].label if asserted else ""
        told = BETWEEN.join(filter(None, (said["time"], said["area"], evidence)))
        large = size > 80
        return (
            Passage(run(spell_value(figure)), SERIF_BOLD, size, 44 if large else 32, keep=3),
            Passage(run(sentence(counted)), SERIF, 40 if large else 28, 24, gap=8),
            Passage(
                run(sentence(asserted or "nobody is named for it")),
                SANS_BOLD,
                30 if large else 25,
                22,
                gap=26 if large else 14,
                ours=not asserted,
            ),
            Passage(
                run(told),
                size=26 if large else 22,
                smallest=20,
                colour="muted",
                gap=8,
                keep=3,
                ours=True,
            ),
            Passage(run(sentence(figure["callout"] or "")), size=26 if large else 22, keep=2),
        )

    def _comparison(self, key: str) -> Card:
        context = self._catalogue.comparisons
        first, second = (context.figure(one) for one in Subject(COMPARISON, key).pair)
        answer, *_ = sentences(compare(first, second, context), context)
        return Card(
            head=(("Two figures beside each other", "accent"),),
            columns=(self._number(first, 54), self._number(second, 54)),
            passages=(Passage(run(answer), SERIF_BOLD, 32, 24, "accent", 30, keep=6, ours=True),),
            source=_spell_cited(cite_together(self._dossier, (first, second))),
        )

    def _difference(self, key: str) -> Card:
        row = self._dossier.record("differences", key)
        word, story = DIFFERENCES[row["kind"]], self._dossier.story
        return Card(
            head=((word.label, "accent"), (story.topics[row["topic"]], "muted")),
            passages=(
                Passage(run(row["title"]), SERIF_BOLD, 60, 36, keep=4),
                Passage(run(whole_sentences(row["explanation"])), size=27, gap=24, keep=0),
                Passage(run(sentence(word.meaning)), colour="muted", keep=0, ours=True),
            ),
            source=_spell_cited(cite_difference(self._dossier, row)),
        )

    def _place(self, key: str) -> Card:
        row = self._dossier.record("places", key)
        return Card(
            head=((PLACE, "accent"), (PLACES[row["kind"]].label, "muted")),
            passages=(
                Passage(run(row["name"]), SERIF_BOLD, 72, 40, keep=2),
                Passage(run(row["role_in_story"]), SERIF, 32, 24, gap=10, keep=3),
                *_status(row),
            ),
            source=self._cite(row["source"], row["locator"]),
        )

    def _slide(self, key: str) -> Card:
        slide = self._dossier.record("slides", record_key(self._dossier, "slide", key) or 0)
        credit = spell_picture(slide) if slide["image"] else f"Credit: {spell_credit(slide)}"
        return Card(
            head=((slide_name(slide), "accent"), ("What its caption says, in our words", "muted")),
            passages=(
                Passage(run(slide["heading"]), SERIF_BOLD, 46, 32, keep=3),
                Passage(run(slide["caption"]), SERIF, 34, 24, gap=16, keep=4),
                Passage(
                    run(credit), size=20, smallest=18, colour="muted", gap=18, keep=3, ours=True
                ),
            ),
            source=self._cite(slide["source"], slide["locator"]),
        )

    def _event(self, key: str) -> Card:
        event = self._dossier.record("events", key)
        who = ", ".join(self._actors.name(actor) for actor in event["actors"])
        return Card(
            head=((EVENT, "accent"), (part_of(event, self._dossier.story), "muted")),
            passages=(
                Passage(run(sentence(spell_days(event))), SERIF, 44, 32, "accent", ours=True),
                Passage(run(event["title"]), SERIF_BOLD, 60, 34, gap=14, keep=4),
                Passage(run(who), SANS_BOLD, 28, 22, gap=24),
                Passage(run(sentence(spell_precision(event))), colour="muted", ours=True),
            ),
            source=self._cite(event["source"], event["locator"]),
        )

    def _source(self, key: str) -> Card:
        row = self._dossier.record("sources", key)
        published = spell(row["published"]) if row["published"] else ""
        return Card(
            head=((SOURCE, "accent"), (SOURCES[row["kind"]].label, "muted")),
            passages=(
                Passage(run(row["title"]), SERIF_BOLD, 60, 34, keep=4),
                Passage(
                    run(BETWEEN.join(filter(None, (row["publisher"], published)))),
                    SANS_BOLD,
                    30,
                    24,
                    gap=24,
                ),
                Passage(run(whole_sentences(row["note"] or "")), colour="muted", keep=0),
            ),
            source=plain(row["url"] or row["identifier"] or ""),
        )


def _spell_cited(cited: Iterable[Cited]) -> str:
    told = (f"{COMPARED_WITH.lower()}: {one.words}" if one.compared else one.words for one in cited)
    return plain("; ".join(told))


def whole_sentences(text: str) -> str:
    """Return as many sentences of a text, from its first one on, as are not too long together."""
    kept, used = [], 0
    for one in SENTENCE_END.split(text[: 10 * MOST_EXPLAINED]):
        used += len(one) + 1
        if used > MOST_EXPLAINED:
            break
        kept.append(one)
    return " ".join(kept)


def _status(place: Place) -> Sequence[Passage]:
    """Return how a place is recognised and who holds it, as two facts, with their date."""
    recognised, held = place["recognised_as"], place["controlled_by"]
    since, as_of = place["controlled_since"], place["as_of"]
    dates = (
        f"controlled since {spell(since)}" if held and since else "",
        f"as of {spell(as_of)}" if (recognised or held) and as_of else "",
    )
    when = run(sentence(BETWEEN.join(filter(None, dates))))
    return (
        Passage(
            run(f"{RECOGNISED_AS}: {recognised}" if recognised else ""), SANS_BOLD, 26, 22, gap=24
        ),
        Passage(run(f"{CONTROLLED_BY}: {held}" if held else ""), SANS_BOLD, 26, 22, gap=6),
        Passage(when, size=24, colour="muted", gap=6, ours=True),
    )
