"""Statements: how each is rendered, and who said it."""

from collections.abc import Mapping

import pandas as pd

from dash.dossier import Record, split_ids
from dash.schema.vocabulary import SPEECH


def spell_statement(quote: Record) -> str:
    """Return the words, in quotation marks only where the story has them."""
    return str(quote["text"]) if quote["speech"] == "paraphrase" else f"“{quote['text']}”"


def spell_speakers(quote: Record, actor_names: Mapping[str, str]) -> str:
    """Return the names of those who said it, or that the story names nobody."""
    said = " and ".join(actor_names[actor] for actor in split_ids(quote["speaker"]))
    return said or "speaker not named"


def spell_speech(quote: Record) -> str:
    """Return what kind of quotation or reported speech it is, in words."""
    return SPEECH[quote["speech"]]


def speakers(quotes: pd.DataFrame) -> list[str]:
    """Return the ids of all speakers, in the order in which they first speak."""
    named = [actor for cell in quotes["speaker"] for actor in split_ids(cell)]
    return list(dict.fromkeys(named))


def said_by(quotes: pd.DataFrame, speaker: str | None) -> pd.DataFrame:
    """Return the statements of one speaker, alone or with others; all for None."""
    if speaker is None:
        return quotes
    return quotes[[speaker in split_ids(cell) for cell in quotes["speaker"]]]
