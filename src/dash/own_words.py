"""What a record says, in the words of its dossier: what stands beside the words it rests on."""

from dash.figures.words import spell_counted
from dash.schema.rows import Record
from dash.statements.quotes import spell_statement


def own_words(fact: Record) -> str:
    """Return what a record says; a quotation stands in quotation marks."""
    if "speech" in fact:
        return spell_statement(fact)
    if "bound" in fact:
        return spell_counted(fact)
    if "caption" in fact:
        return fact["caption"]
    if "role_in_story" in fact:
        return _named(fact["name"], fact["role_in_story"])
    if "role" in fact:
        return _named(fact["name"], fact["role"])
    return fact["title"]


def _named(name: str, part: str | None) -> str:
    return f"{name}: {part}" if part else name
