"""The questions that a dossier answers with pictures: its own, or one for each kind of number."""

from collections.abc import Iterator

from dash.dossier.model import Dossier
from dash.schema.story import Question

ALL_NUMBERS = "All numbers"
APART = "Each number stands by itself: none is added to another."


def questions(dossier: Dossier) -> list[Question]:
    """Return the questions of dossier.toml; without any, the key figures by what they count."""
    return list(dossier.story.questions) or list(_from_glance(dossier))


def _from_glance(dossier: Dossier) -> Iterator[Question]:
    story = dossier.story
    if not dossier.has("figures"):
        return
    groups: dict[tuple[str, str], list[str]] = {}
    for key in story.glance.figures:
        figure = dossier.record("figures", key)
        groups.setdefault((figure["measure"], figure["unit"]), []).append(key)
    for (measure, _unit), keys in groups.items():
        yield Question(
            title=story.measures[measure].label,
            kind="strip",
            records=tuple(keys),
            sentence=APART if len(keys) > 1 else None,
            link=ALL_NUMBERS,
        )
