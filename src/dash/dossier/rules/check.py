"""All rules of the contract, in the order in which they are applied."""

from functools import partial

from dash.dossier.records import Tables
from dash.dossier.rules import dates, figures, records, references
from dash.dossier.rules.rows import Rule
from dash.schema.problems import Problem
from dash.schema.story import Story

RULES: tuple[Rule, ...] = (
    references.ids_resolve,
    references.story_names_what_exists,
    references.reach_names_what_is_declared,
    references.lanes_hold_topics,
    dates.spans_run_forward,
    references.record_ids_differ,
    dates.dates_exist,
    dates.periods_run_forward,
    figures.bounds_fit,
    figures.bounds_are_in_order,
    figures.claimants_are_named,
    figures.units_fit,
    figures.supplied_cells_are_filled,
    figures.parts_fit_their_whole,
    figures.retellings_fit_what_they_retell,
    figures.numbers_are_given_in_time,
    figures.series_count_one_thing,
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


def check_rules(tables: Tables, story: Story) -> list[Problem]:
    """Return every breach of every rule."""
    return [problem for rule in RULES for problem in rule(tables, story)]
