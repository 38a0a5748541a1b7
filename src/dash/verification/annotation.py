"""A copy of the story as Markdown, in which anchored passages are marked and linked."""

from collections.abc import Iterable, Iterator

from dash.links import address
from dash.markdown import escape
from dash.verification.anchors import Anchor
from dash.verification.findings import Finding
from dash.verification.marks import Mark
from dash.verification.matching import side_by_side


def annotate(number: int, paragraph: str, marks: Iterable[Mark]) -> str:
    """Return one paragraph of a copy with its number, its passages bold and on a ground.

    The text is a stranger's: every letter of it is escaped. The records that
    rest on a passage stand behind it in brackets, each a link to its page.
    """
    parts, last = [f"**P{number}** "], 0
    for mark in marks:
        start, end = mark.span
        parts.append(_outside(paragraph[last:start]))
        parts.append(f":yellow-background[**{escape(paragraph[start:end])}**]")
        parts.append(f" :small[\\[{', '.join(_references(mark.anchors))}\\]]")
        last = end
    return "".join([*parts, _outside(paragraph[last:])])


def _outside(text: str) -> str:
    """Escape the text between two marks, keeping the space at its ends."""
    escaped = escape(text)
    before = " " if text[:1].isspace() else ""
    after = " " if escaped and text[-1:].isspace() else ""
    return f"{before}{escaped}{after}"


def _references(anchors: Iterable[Anchor]) -> Iterator[str]:
    for anchor in anchors:
        label = f"slide {anchor.key}" if anchor.table == "slides" else escape(str(anchor.key))
        target = address(anchor.table, anchor.key)
        yield f"[{label}]({target})" if target else label


def compare(finding: Finding) -> tuple[str, str]:
    """Return the words of the dossier and of the copy as Markdown, bold where they part."""
    theirs = finding.nearest.text if finding.nearest else ""
    runs = side_by_side(finding.sought, theirs)
    return (
        " ".join(_run(ours, same=same) for ours, _, same in runs if ours),
        " ".join(_run(other, same=same) for _, other, same in runs if other),
    )


def _run(words: str, *, same: bool) -> str:
    return escape(words) if same else f":yellow-background[**{escape(words)}**]"
