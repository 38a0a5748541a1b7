"""The source's words beside a statement's on its card, with what differs marked."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dash.markdown import sentence
from dash.schema.rows import Quote
from dash.sharing.cards.card import Passage, run
from dash.sharing.cards.lettering import SERIF, Run, plain
from dash.statements.quotes import compare_wording, spell_check
from dash.statements.wording import Piece, comparable, in_short

# Checks after which the source's words stand on the card, too, as they do in the statement's row.
DEPARTURES = ("shortened", "altered", "not_found")
LEGEND: Mapping[str, str] = MappingProxyType(
    {
        "deleted": "Struck through: in the story, not in the original.",
        "inserted": "Underlined: in the original, not in the story.",
    }
)


def beside_source(quote: Quote) -> Sequence[Passage]:
    """Return what the source has in place of a statement's words, with what differs marked."""
    if quote["check"] not in DEPARTURES:
        return ()
    differences = compare_wording(quote)
    if not comparable(differences):
        told = run(sentence(spell_check(quote)))
        return (Passage(told, size=26, colour="orange", gap=20, ours=True),)
    marked = tuple(part for piece in in_short(differences) for part in _merged(piece))
    changes = {part.change for part in marked}
    legend = " ".join(words for change, words in LEGEND.items() if change in changes)
    return (
        Passage(marked, SERIF, 30, 24, gap=22, keep=3),
        Passage(run(legend), size=20, smallest=18, colour="muted", gap=6, ours=True),
    )


def _merged(piece: Piece) -> Sequence[Run]:
    """Return one piece of both wordings: the source's words, and before them what it lacks."""
    printed, original = plain(piece.printed.strip("“”")), plain(piece.original)
    if piece.kind == "same":
        return (Run(original),)
    deleted = (Run(printed, "deleted"),) if piece.kind in ("added", "changed") else ()
    inserted = (Run(original, "inserted"),) if original else ()
    return (*deleted, *inserted)
