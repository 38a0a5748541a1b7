"""All rules of the contract, in the order in which they are applied."""

from collections.abc import Collection
from functools import partial

from dash.dossier.records import Tables
from dash.dossier.rules import dates, figures, records, references, words
from dash.dossier.rules.rows import Rule
from dash.schema.problems import Problem
from dash.schema.story import CLOCKS, Story

RULES: tuple[Rule, ...] = (
    references.references_differ,
    references.record_ids_differ,
    dates.dates_exist,
    dates.periods_run_forward,
    dates.times_can_be_sorted,
    figures.bounds_fit,
    figures.bounds_are_in_order,
    figures.claimants_are_named,
    figures.units_fit,
    figures.numbers_are_not_below_zero,
    figures.supplied_cells_are_filled,
    figures.parts_fit_their_whole,
    figures.retellings_fit_what_they_retell,
    figures.numbers_are_given_in_time,
    figures.series_count_one_thing,
    words.glossary_is_used,
    records.story_records_are_anchored,
    records.points_are_whole,
    dates.relative_dates_have_a_clock,
    dates.open_events_have_no_date,
    records.speech_is_marked_truly,
    records.checks_show_the_original,
    records.pictures_are_described,
    partial(references.no_circle, "actors", "affiliation"),
    partial(references.no_circle, "figures", "subset_of"),
    partial(references.no_circle, "figures", "same_as"),
    partial(references.no_circle, "figures", "replaces"),
)


def check_rules(tables: Tables, story: Story, lost: Collection[str] = ()) -> list[Problem]:
    """Return every breach of every rule.

    Args:
        tables: The tables that could be read.
        story: What dossier.toml says.
        lost: The tables of which rows, or their keys, could not be read; and CLOCKS, likewise.
    """
    follow = {dates.relative_dates_have_a_clock} if CLOCKS in lost else set[Rule]()
    unresolved = references.ids_resolve(tables, story, lost)
    corrected = references.corrections_name_records(tables, story, lost)
    return [
        *unresolved,
        *corrected,
        *(problem for rule in RULES if rule not in follow for problem in rule(tables, story)),
    ]
