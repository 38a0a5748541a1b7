"""Statements: how each is rendered, who said it, when, and what came of the check."""

import math
from collections.abc import Mapping, Sequence

from dash.actors import ActorDirectory
from dash.dates import first_day, spell_period
from dash.provenance import cite
from dash.schema.rows import Quote, Source
from dash.schema.vocabulary import CHECKS, NOT_COMPARED, SPEECH, Word
from dash.statements.wording import Piece, diff_words, places_in_source
from dash.wording import CHANNEL_NOT_STATED, DATE_NOT_STATED, SPEAKER_NOT_NAMED

NOBODY = "Not attributed"
ALTERED_AROUND = "the quoted words agree, and those that the story puts around them do not"
ORDINALS = ("first", "second", "third", "fourth", "fifth")


def spell_statement(quote: Quote) -> str:
    """Return the words, in quotation marks only where the story has them."""
    return quote["text"] if is_reported(quote) else f"“{quote['text']}”"


def is_reported(quote: Quote) -> bool:
    """Return whether the story has it without quotation marks, and the text is our own."""
    return quote["speech"] == "paraphrase"


def check_of(quote: Quote) -> Word:
    """Return the word for what came of the comparison with the source, or that there was none."""
    return NOT_COMPARED if quote["check"] is None else CHECKS[quote["check"]]


def spell_check(quote: Quote) -> str:
    """Return what came of the comparison with the source, in words."""
    if quote["check"] == "altered" and _agrees_inside(quote):
        return ALTERED_AROUND
    return check_of(quote).meaning


def _agrees_inside(quote: Quote) -> bool:
    """Return whether the original has the quoted words as they are: the change is around them."""
    if is_reported(quote) or quote["original_text"] is None:
        return False
    pieces = diff_words(quote["text"], quote["original_text"])
    return all(piece.kind in ("same", "before", "after") for piece in pieces)


def spell_date(quote: Quote) -> str:
    """Return when it was said, as exactly as is known, and how that is known."""
    day = spell_day(quote)
    match quote["date_basis"]:
        case "worked_out":
            return f"{day} (worked out from the weekday)"
        case "elsewhere":
            return f"{day} (date from outside the story)"
        case _:
            return day


def spell_day(quote: Quote) -> str:
    """Return when it was said in short, without how that is known."""
    if quote["date"] is None:
        return DATE_NOT_STATED
    day = spell_period(quote["date"], None)
    return f"about {day}" if quote["date_basis"] == "about" else day


def sides(quote: Quote, actors: ActorDirectory) -> list[str]:
    """Return the names of the sides that a statement is attributed to."""
    named = [actors.name(actors.side(actor)) for actor in quote["speaker"]]
    return list(dict.fromkeys(named)) or [NOBODY]


def printed_words(quote: Quote) -> str:
    """Return the story's words: the quotation with what stands around it, or the anchor."""
    words = quote["exact"] if is_reported(quote) else spell_statement(quote)
    return " ".join(part for part in (quote["prefix"], words, quote["suffix"]) if part)


def compare_wording(quote: Quote) -> tuple[Piece, ...]:
    """Return the story's words and the source's in pieces; none where the source is unknown."""
    if quote["original_text"] is None or not printed_words(quote):
        return ()
    return diff_words(printed_words(quote), quote["original_text"])


def sentence_of(quote: Quote) -> tuple[str, str] | None:
    """Return what all quoted parts of one sentence share: the original and the paragraph."""
    if quote["original_text"] is None or is_reported(quote):
        return None
    return quote["original_text"], quote["locator"] or ""


def spell_order(parts: Sequence[Quote], quote: Quote) -> str | None:
    """Return that the story moved a part of a sentence, or None where it did not.

    Args:
        parts: The quoted parts of the sentence in the story's order, this one among them.
        quote: The part.
    """
    places = places_in_source([part["text"] for part in parts], quote["original_text"] or "")
    here = [part["id"] for part in parts].index(quote["id"])
    if places[here] == here + 1 or max(places) > len(ORDINALS):
        return None
    other = next(part for part, place in zip(parts, places, strict=True) if place == here + 1)
    return (
        f"Order changed: the story prints this part of the sentence {ORDINALS[here]}; in the "
        f"source it comes {ORDINALS[places[here] - 1]}, and {other['id']} comes {ORDINALS[here]}."
    )


def source_order(quotes: Sequence[Quote]) -> list[int]:
    """Return the positions of all rows by paragraph, then by place in the table."""
    paragraphs = [_paragraph(row["locator"]) for row in quotes]
    return sorted(range(len(quotes)), key=paragraphs.__getitem__)


def _paragraph(locator: str | None) -> float:
    """Return the paragraph's number; what stands in none comes after all."""
    return float(locator[1:]) if locator and locator.startswith("P") else math.inf


def date_order(quotes: Sequence[Quote], *, latest_first: bool = False) -> list[int]:
    """Return the positions of all rows by date; those without come last either way."""
    days = [None if row["date"] is None else first_day(row["date"]).toordinal() for row in quotes]
    dated = [position for position, day in enumerate(days) if day is not None]
    undated = [position for position, day in enumerate(days) if day is None]
    return sorted(dated, key=lambda at: days[at] or 0, reverse=latest_first) + undated


def speaker_order(quotes: Sequence[Quote], actors: ActorDirectory) -> list[int]:
    """Return the positions of all rows by the first speaker's name; those without come last."""
    first = [row["speaker"][:1] for row in quotes]
    named = [actors.name(ids[0]).casefold() if ids else "\U0010ffff" for ids in first]
    return sorted(range(len(named)), key=named.__getitem__)


def cite_statement(quote: Quote, actors: ActorDirectory, sources: Mapping[str, Source]) -> str:
    """Return a statement with its full citation in plain text, to be copied."""
    speech = "Reported, not a quotation" if is_reported(quote) else SPEECH[quote["speech"]].label
    who = " and ".join(_with_attribution(actors, actor) for actor in quote["speaker"])
    said = (who or SPEAKER_NOT_NAMED, quote["medium"] or CHANNEL_NOT_STATED, spell_date(quote))
    lines = [
        spell_statement(quote),
        f"{', '.join(said)}. {speech}.",
        f"In: {cite(sources[quote['source']], quote['locator'])}. {quote['id']}.",
    ]
    if quote["check"]:
        compared = quote["original_source"]
        beside = f" Compared with: {cite(sources[compared])}." if compared else ""
        lines.append(f"Check: {check_of(quote).label.lower()}, {spell_check(quote)}.{beside}")
    return "\n".join(lines)


def _with_attribution(actors: ActorDirectory, actor: str) -> str:
    said = actors.attribution(actor)
    return f"{actors.name(actor)} ({said})" if said else actors.name(actor)
