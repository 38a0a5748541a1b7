"""What became of an anchor in a copy of the story, and how that is said."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from dash.verification.anchors import Anchor
from dash.verification.matching import Passage, side_by_side


class Status(StrEnum):
    """What became of an anchor in a copy of the story: in a word or two, and in full."""

    ONCE = "found once", "the words stand once in their paragraph"
    REPEATED = (
        "found more than once",
        "the words stand in their paragraph more than once, so they point to no single passage",
    )
    ELSEWHERE = "found elsewhere", "the words stand in another paragraph than the record says"
    DIFFERS = (
        "wording differs",
        "this copy has the passage in another wording: one of the two was edited, and this "
        "comparison does not say which",
    )
    MISSING = "missing", "no passage of this copy is close to the words"

    meaning: str

    def __new__(cls, label: str, meaning: str) -> Self:
        """Make a status that is its label, and knows its meaning."""
        status = str.__new__(cls, label)
        status._value_ = label
        status.meaning = meaning
        return status


@dataclass(frozen=True)
class AnchorResult:
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


def spell_holding(holding: int, total: int) -> str:
    """Return how many of all anchors hold, as a sentence: 1 of 2 anchors stands once in ..."""
    verb, whose = ("stands", "its") if holding == 1 else ("stand", "their")
    return (
        f"{holding} of {total} anchor{'' if total == 1 else 's'} {verb} once in {whose} paragraph."
    )


def spell_result(result: AnchorResult) -> str:
    """Return what became of an anchor in one line of plain text."""
    where = ", ".join(f"P{number}" for number in result.paragraphs)
    if result.status is Status.ONCE:
        return f"{result.status}, in {where}"
    if result.status is Status.REPEATED:
        return f"{result.status}: “{result.anchor.exact}”"
    if result.status is Status.ELSEWHERE:
        return f"{result.status}, in {where}: “{result.anchor.exact}”"
    if result.nearest is None:
        return f"{result.status}: “{result.sought}”"
    parts = [
        (ours, theirs)
        for ours, theirs, same in side_by_side(result.sought, result.nearest.text)
        if not same
    ]
    change = "; ".join(f"{ours or '(nothing)'} → {theirs or '(nothing)'}" for ours, theirs in parts)
    return f"{result.status}, in {where}: {change}"
