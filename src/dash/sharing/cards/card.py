"""What a card holds, before it is drawn: passages of words, a picture, a source, an address."""

from dataclasses import dataclass
from typing import Literal

from dash.sharing.cards.lettering import SANS, Face, Run, plain

Colour = Literal["ink", "muted", "accent", "green", "blue", "orange", "violet"]


@dataclass(frozen=True)
class Passage:
    """Words that are set together.

    Attributes:
        runs: The words; without any, the passage takes no room.
        face: What they are set in.
        size: How large they are where there is room, in pixels.
        smallest: How small they may become.
        colour: A colour by its name in the palette.
        gap: Pixels above it.
        keep: How many of its lines are kept where nothing else helps; 0 drops it as a whole.
        ours: Whether the words are the interface's, which are English, and not the dossier's.
    """

    runs: tuple[Run, ...]
    face: Face = SANS
    size: int = 26
    smallest: int = 22
    colour: Colour = "ink"
    gap: int = 14
    keep: int = 2
    ours: bool = False


@dataclass(frozen=True)
class Inset:
    """A picture at the right of a card.

    Attributes:
        svg: Its elements, in a system of coordinates that begins at its upper left corner.
        width: In pixels.
        height: In pixels.
        alt: What it shows.
        caption: What must stand below it.
    """

    svg: str
    width: int
    height: int
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Card:
    """A record as a card.

    Attributes:
        head: What kind of record it is, and what else must be read first, each in a colour.
        columns: Passages that stand side by side above the others: the figures of a comparison.
        passages: The words below each other, the most important first.
        inset: A picture beside the passages.
        source: Where it was read.
        title: The dossier's title.
        address: Where the record stands, as it is printed.
        version: The version of the dossier.
        language: The dossier's language, a BCP 47 tag.
    """

    head: tuple[tuple[str, Colour], ...]
    passages: tuple[Passage, ...]
    source: str
    title: str = ""
    address: str = ""
    version: str = ""
    language: str = ""
    columns: tuple[tuple[Passage, ...], ...] = ()
    inset: Inset | None = None


def run(text: str | None) -> tuple[Run, ...]:
    """Return a text as the runs of a passage; none for no text."""
    words = plain(text or "")
    return (Run(words),) if words else ()
