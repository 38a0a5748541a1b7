"""What became of an anchor in a copy of the story, and how that is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dash.verification.anchors import Anchor
from dash.verification.matching import Passage, side_by_side


class Status(StrEnum):
    """What became of an anchor in a copy of the story."""

    ONCE = "found once"
    REPEATED = "found more than once"
    ELSEWHERE = "found elsewhere"
    DIFFERS = "wording differs"
    MISSING = "missing"


MEANINGS: Mapping[Status, str] = {
    Status.ONCE: "the words stand once in their paragraph",
    Status.REPEATED: "the words stand in their paragraph more than once, so they point to no "
    "single passage",
    Status.ELSEWHERE: "the words stand in another paragraph than the record says",
    Status.DIFFERS: "this copy has the passage in another wording: one of the two was edited, "
    "and this comparison does not say which",
    Status.MISSING: "no passage of this copy is close to the words",
}


@dataclass(frozen=True)
class Finding:
    """What became of one anchor.

    Attributes:
        anchor: The anchor that was looked for.
        status: What was found.
        expected: The paragraph of the copy in which it was looked for; another
            number than the record's where the copy's paragraphs have moved.
        paragraphs: The paragraphs of the copy that hold the words.
        nearest: The passage in another wording, where the status is DIFFERS.
        sought: The words that were not found, where the status is DIFFERS or MISSING.
    """

    anchor: Anchor
    status: Status
    expected: int
    paragraphs: tuple[int, ...] = ()
    nearest: Passage | None = None
    sought: str = ""

    @property
    def holds(self) -> bool:
        """Whether the record rests on this copy as it does on the story."""
        return self.status is Status.ONCE

    @property
    def moved(self) -> bool:
        """Whether the paragraph has another number in this copy."""
        return self.expected != self.anchor.paragraph


def spell_finding(finding: Finding) -> str:
    """Return what became of an anchor in one line of plain text."""
    where = ", ".join(f"P{number}" for number in finding.paragraphs)
    if finding.status is Status.ONCE:
        return f"{finding.status}, in {where}"
    if finding.status is Status.REPEATED:
        return f"{finding.status}: “{finding.anchor.exact}”"
    if finding.status is Status.ELSEWHERE:
        return f"{finding.status}, in {where}: “{finding.anchor.exact}”"
    if finding.nearest is None:
        return f"{finding.status}: “{finding.sought}”"
    parts = [
        (ours, theirs)
        for ours, theirs, same in side_by_side(finding.sought, finding.nearest.text)
        if not same
    ]
    change = "; ".join(f"{ours or '(nothing)'} → {theirs or '(nothing)'}" for ours, theirs in parts)
    return f"{finding.status}, in {where}: {change}"
