"""What a record says, in the words of its dossier: what stands beside the words it rests on."""

from dash.dossier.records import Record
from dash.figures.words import spell_value
from dash.statements.quotes import spell_statement

# The first of these columns that a record has says what it holds.
_COLUMNS = ("caption", "title", "role_in_story", "role")


def own_words(fact: Record) -> str:
    """Return what a record says; a quotation stands in quotation marks."""
    if "speech" in fact:
        return spell_statement(fact)
    if "bound" in fact:
        return f"{spell_value(fact)} {fact['unit']}"
    said = next((str(fact[column]) for column in _COLUMNS if fact.get(column)), "")
    return f"{fact['name']}: {said}" if fact.get("name") else said
