"""A copy of the story as Markdown, in which anchored passages are marked and linked."""

from collections.abc import Iterable, Iterator

from dash.dossier.model import Dossier
from dash.links import address
from dash.markdown import escape, escape_part
from dash.verification.anchors import Anchor
from dash.verification.highlights import Highlight
from dash.verification.matching import side_by_side
from dash.verification.results import AnchorResult


def annotate(dossier: Dossier, number: int, paragraph: str, highlights: Iterable[Highlight]) -> str:
    """Return one paragraph of a copy with its number, its passages bold and on a ground.

    The text is a stranger's: every letter of it is escaped. The records that
    rest on a passage stand behind it in brackets, each a link to its page.
    """
    parts, last = [f"**P{number}** "], 0
    for highlight in highlights:
        start, end = highlight.span
        parts.append(escape_part(paragraph[last:start]))
        parts.append(f":yellow-background[**{escape(paragraph[start:end])}**]")
        parts.append(f" :small[\\[{', '.join(_references(dossier, highlight.anchors))}\\]]")
        last = end
    return "".join([*parts, escape_part(paragraph[last:])])


def _references(dossier: Dossier, anchors: Iterable[Anchor]) -> Iterator[str]:
    for anchor in anchors:
        label = f"slide {anchor.key}" if anchor.table == "slides" else escape(str(anchor.key))
        target = address(dossier, anchor.table, anchor.key)
        yield f"[{label}]({target})" if target else label


def mark_wordings(result: AnchorResult) -> tuple[str, str]:
    """Return the words of the dossier and of the copy as Markdown, bold where they part."""
    theirs = result.nearest.text if result.nearest else ""
    runs = side_by_side(result.sought, theirs)
    return (
        " ".join(_run(ours, same=same) for ours, _, same in runs if ours),
        " ".join(_run(other, same=same) for _, other, same in runs if other),
    )


def _run(words: str, *, same: bool) -> str:
    return escape(words) if same else f":yellow-background[**{escape(words)}**]"
