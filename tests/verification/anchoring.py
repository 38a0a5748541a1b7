"""Anchors in numbered paragraphs, for tests to look up."""

from dash.verification.anchors import Anchor


def anchors_in(*numbers: int) -> list[Anchor]:
    """Return one anchor in each of these paragraphs, in words that no other paragraph has."""
    return [Anchor("events", f"e{n}", n, f"of paragraph{n} that") for n in numbers]
